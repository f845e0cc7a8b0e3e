package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.traffic.Direction;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Work for one direction that no visit, lead or deal counts: a mailing that keeps customers, an image campaign that only reaches
 * people, a training. It costs, by month, which the profit bears; and it may give constants of its direction other values from a
 * month on, as {@link PlanningConstants#from} does.
 *
 * <p>An initiative that costs nothing and changes nothing leaves every number of a plan as it is. What one must bring to pay is
 * told by two plans, with it and without it.
 *
 * @param name what it is called: one line of text without blanks at its ends
 * @param direction the direction that it works for
 * @param department who does it and answers for its cost
 * @param audience whom it addresses, such as a segment of the base: one line of text; null if that is not said
 * @param cost what it costs, each month at most once, in the order of the months; a month left out costs nothing
 * @param effects the values that constants of the direction have from a month on because of it; may be empty
 */
@SuppressWarnings("immutables:incompat") // the builder that users see is written by hand
@Value.Builder
public record Initiative(
        String name,
        Direction direction,
        Department department,
        @Nullable String audience,
        List<Cost> cost,
        List<Change> effects)
        implements WithInitiative {

    /**
     * What an initiative costs in a month.
     *
     * @param month the month
     * @param amount how much, at least 0
     */
    public record Cost(YearMonth month, BigDecimal amount) implements DocumentPart {

        public Cost {
            Required.present(month, "Initiative.Cost.month");
            amount = Amounts.notNegative(amount, "Initiative.Cost.amount");
        }
    }

    public Initiative {
        Required.name(name, "Initiative.name");
        Required.present(direction, "Initiative.direction");
        Required.present(department, "Initiative.department");
        Required.nameIfGiven(audience, "Initiative.audience");
        cost = Required.list(cost, "Initiative.cost").stream()
                .sorted(Comparator.comparing(Cost::month))
                .toList();
        Required.distinct(cost.stream().map(Cost::month).toList(), "Initiative.cost");
        effects = Changes.inOrder(Required.list(effects, "Initiative.effects"));
        for (Change effect : effects) {
            requireOf(direction, effect);
        }
    }

    private static void requireOf(Direction direction, Change effect) {
        Set<Direction> directions = new TreeSet<>();
        effect.driver().factors().forEach(factor -> directions.add(factor.direction()));
        if (!directions.contains(direction)) {
            throw new IllegalArgumentException("Initiative.effects must change constants of its direction, " + direction
                    + ", but changed " + effect.constant() + ", which is "
                    + (directions.isEmpty()
                            ? "of none"
                            : "of " + directions.stream().map(Direction::name).collect(Collectors.joining(" and ")))
                    + ".");
        }
    }

    /** As a document gives it: without audience, cost or effects where it names none. */
    private record Document(
            String name,
            Direction direction,
            Department department,
            @Nullable String audience,
            @Nullable List<Cost> cost,
            @Nullable List<Change> effects)
            implements DocumentPart {}

    @DocumentForm.Read
    static Initiative of(Document given) {
        return new Initiative(
                given.name,
                given.direction,
                given.department,
                given.audience,
                given.cost == null ? List.of() : given.cost,
                given.effects == null ? List.of() : given.effects);
    }

    /**
     * Begins an initiative, part by part. Direction and department must be given.
     *
     * @param name what it is called
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * What it costs in a month.
     *
     * @param month the month
     * @return the amount; 0 in a month that is left out
     */
    public BigDecimal cost(YearMonth month) {
        return cost.stream()
                .filter(each -> each.month().equals(month))
                .map(Cost::amount)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** What is left of it over other months: what has taken effect before them is the value that constants begin with. */
    Initiative over(Horizon horizon, PlanningConstants constants) {
        return new Initiative(
                name,
                direction,
                department,
                audience,
                cost.stream().filter(each -> isWithin(horizon, each.month())).toList(),
                effects.stream()
                        .filter(each -> Changes.isAhead(each, horizon, constants))
                        .toList());
    }

    private static boolean isWithin(Horizon horizon, YearMonth month) {
        return !month.isBefore(horizon.first()) && !month.isAfter(horizon.last());
    }

    /** An initiative in the making: {@code Initiative.builder("mailing").direction(RETENTION).department(MARKETING)…build()}. */
    public static final class Builder {

        private final String name;
        private final List<Cost> cost = new ArrayList<>();
        private final List<Change> effects = new ArrayList<>();
        private @Nullable Direction direction;
        private @Nullable Department department;
        private @Nullable String audience;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * The direction that it works for.
         *
         * @param direction one of the five
         * @return this builder
         */
        public Builder direction(Direction direction) {
            this.direction = direction;
            return this;
        }

        /**
         * Who does it and answers for its cost.
         *
         * @param department the department
         * @return this builder
         */
        public Builder department(Department department) {
            this.department = department;
            return this;
        }

        /**
         * Whom it addresses.
         *
         * @param audience such as a segment of the base
         * @return this builder
         */
        public Builder audience(String audience) {
            this.audience = audience;
            return this;
        }

        /**
         * What it costs in a month.
         *
         * @param month the month
         * @param amount a plain number, at least 0
         * @return this builder
         */
        public Builder cost(YearMonth month, String amount) {
            cost.add(new Cost(month, Amounts.parse(amount, "Initiative.Cost.amount")));
            return this;
        }

        /**
         * What it costs in each of several months.
         *
         * @param first the first month
         * @param last the last month, not before the first
         * @param amount of one month, a plain number, at least 0
         * @return this builder
         */
        public Builder monthlyCost(YearMonth first, YearMonth last, String amount) {
            Horizon.of(first, last).all().forEach(month -> cost(month, amount));
            return this;
        }

        /**
         * The value that a constant of the direction has from a month on because of it.
         *
         * @param from the month
         * @param driver which constant
         * @param value its value from then on
         * @param <V> what its values are
         * @return this builder
         * @throws IllegalArgumentException if the constant is none that may change
         */
        public <V> Builder effect(YearMonth from, Driver<V> driver, V value) {
            effects.add(Changes.of(
                    Required.present(from, "Initiative.from"),
                    Required.present(driver, "Initiative.driver"),
                    Required.present(value, "Initiative.value")));
            return this;
        }

        /**
         * The initiative.
         *
         * @return it
         * @throws NullPointerException if a part is missing
         * @throws IllegalArgumentException if a part is outside of its set
         */
        public Initiative build() {
            return new Initiative(
                    name,
                    Required.present(direction, "Initiative.direction"),
                    Required.present(department, "Initiative.department"),
                    audience,
                    cost,
                    effects);
        }
    }
}
