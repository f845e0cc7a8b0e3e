package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Pillar;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan comes to if one of its constants turns out to be a share less or more than planned, all others as they are: which
 * of them are worth measuring, and worth a quarrel.
 *
 * <p>{@link #of} holds the plan's traffic: the money is spent, and what comes of it is projected. {@link #replanned} keeps the
 * goal instead and plans anew. Every amount, rate and count among the drivers is shaken; what is held whole (mixes, the season,
 * costs by a curve, repeat behaviour by age, sales cycles, people) is not.
 *
 * <p>A channel mix has no less and no more: a share that grows takes from others, and from which is a choice of its own. Where the
 * traffic is held, it has acted already, for visits over each channel are given. What another mix takes is told by two plans:
 * {@code plan.compare(planner.plan(goal, constants.with(Driver.channelMix(tier), mix), opening).orThrow())}.
 *
 * <p>{@code pillars} sets the three things that a business stands on side by side, each by the same share: product is the price
 * of every product, traffic the visits over every channel with what they cost, sales every manager conversion.
 *
 * @param change the share by which each is less or more
 * @param drivers by driver, in the order of {@link Driver#all}
 * @param pillars product, traffic and sales; traffic is left out where the plan is made anew: its volume is what is planned
 */
public record Sensitivity(Rate change, Map<Driver<?>, Swing> drivers, Map<Pillar, Swing> pillars) {

    public Sensitivity {
        Required.present(change, "Sensitivity.change");
        drivers = Collections.unmodifiableMap(new LinkedHashMap<>(Required.present(drivers, "Sensitivity.drivers")));
        pillars = Collections.unmodifiableMap(new LinkedHashMap<>(Required.present(pillars, "Sensitivity.pillars")));
    }

    /**
     * Both ways that a constant can turn out.
     *
     * @param less if it is a share less; null where that is no admissible value, or no plan can be made with it
     * @param more if it is a share more; null likewise: a conversion of 95 % cannot be a tenth more
     */
    public record Swing(@Nullable Effect less, @Nullable Effect more) {

        /**
         * The greater of both differences in profit, without its sign.
         *
         * @return at least 0
         */
        public BigDecimal size() {
            return Stream.of(less, more)
                    .filter(Objects::nonNull)
                    .map(effect -> effect.profit().abs())
                    .max(Comparator.naturalOrder())
                    .orElse(BigDecimal.ZERO);
        }
    }

    /**
     * What is other than planned. Where the goal was planned for anew and is out of reach, it is that of the plan for the nearest
     * goal.
     *
     * @param profit the difference in profit
     * @param newDeals the difference in new deals
     * @param trafficCost the difference in the cost of traffic
     */
    public record Effect(BigDecimal profit, Long newDeals, BigDecimal trafficCost) {

        public Effect {
            profit = Amounts.normalised(profit, "Effect.profit");
            Required.present(newDeals, "Effect.newDeals");
            trafficCost = Amounts.normalised(trafficCost, "Effect.trafficCost");
        }
    }

    /**
     * What becomes of the plan's traffic.
     *
     * @param plan the plan
     * @param change the share by which each constant is less or more, a finite decimal such as 10 %
     * @return the differences to the plan
     * @throws IllegalArgumentException if the share is no finite decimal
     * @throws ArithmeticException if a count or a rate in lowest terms does not fit in a long
     */
    public static Sensitivity of(Plan plan, Rate change) {
        Projection planned = Required.present(plan, "Sensitivity.plan").projection();
        Function<PlanningConstants, @Nullable Projection> held = planned::on;
        Shaking shaking = new Shaking(planned, Required.present(change, "Sensitivity.change"), held);
        Map<Pillar, Swing> pillars = shaking.pillars();
        pillars.put(Pillar.TRAFFIC, shaking.swing(factor -> planned.times(factor)));
        return new Sensitivity(change, shaking.drivers(), pillars);
    }

    /**
     * What it takes to reach the plan's goal all the same.
     *
     * @param plan the plan
     * @param planner makes the other plans, with its pins
     * @param change the share by which each constant is less or more, a finite decimal such as 10 %
     * @return the differences to the plan
     * @throws IllegalArgumentException if the share is no finite decimal
     * @throws ArithmeticException if a count or a rate in lowest terms does not fit in a long
     */
    public static Sensitivity replanned(Plan plan, Planner planner, Rate change) {
        Required.present(plan, "Sensitivity.plan");
        Required.present(planner, "Sensitivity.planner");
        Function<PlanningConstants, @Nullable Projection> anew = constants -> planner.plan(
                        plan.goal(), constants, plan.opening())
                .fold(Plan::projection, unreachable -> nearest(unreachable, planner, constants, plan.opening()));
        Shaking shaking = new Shaking(plan.projection(), Required.present(change, "Sensitivity.change"), anew);
        return new Sensitivity(change, shaking.drivers(), shaking.pillars());
    }

    private static @Nullable Projection nearest(
            Unreachable<Plan> unreachable, Planner planner, PlanningConstants constants, Position opening) {
        FinancialGoal nearest = unreachable.nearest();
        return nearest == null
                ? null
                : planner.plan(nearest, constants, opening).orThrow().projection();
    }

    /**
     * The drivers by what they do to profit.
     *
     * @return those that move it at all, the greatest {@link Swing#size()} first; of equal ones, in the order of the constants
     */
    public List<Driver<?>> ranked() {
        List<Driver<?>> ranked = new ArrayList<>();
        drivers.forEach((driver, swing) -> {
            if (swing.size().signum() > 0) {
                ranked.add(driver);
            }
        });
        ranked.sort(Comparator.comparing((Driver<?> driver) -> size(driver)).reversed());
        return ranked;
    }

    private BigDecimal size(Driver<?> driver) {
        return Required.present(drivers.get(driver), "Sensitivity.drivers").size();
    }

    /** One constant after the other, a share less and a share more. */
    private static final class Shaking {

        private final Projection planned;
        private final BigDecimal profit;
        private final BigDecimal trafficCost;
        private final Ratio less;
        private final Ratio more;
        private final Function<PlanningConstants, @Nullable Projection> outcome;

        Shaking(Projection planned, Rate change, Function<PlanningConstants, @Nullable Projection> outcome) {
            this.planned = planned;
            this.outcome = outcome;
            profit = planned.profit();
            trafficCost = planned.trafficCost();
            Ratio share = change.toRatio();
            Scaling.requireFiniteDecimal(share);
            less = share.complement();
            more = Ratio.ONE.plus(share);
        }

        Map<Driver<?>, Swing> drivers() {
            Map<Driver<?>, Swing> swings = new LinkedHashMap<>();
            for (Driver<?> driver : Driver.all(constants())) {
                if (Scaling.scales(driver.kind())) {
                    swings.put(driver, swing(factor -> projected(List.of(driver), factor)));
                }
            }
            return swings;
        }

        /** Product and sales. */
        Map<Pillar, Swing> pillars() {
            Map<Pillar, Swing> swings = new EnumMap<>(Pillar.class);
            Set<Driver.Kind> prices = EnumSet.of(Driver.Kind.PRICE, Driver.Kind.RENEWAL_PRICE);
            List<Driver<?>> ofProduct = all(driver -> prices.contains(driver.kind()));
            swings.put(Pillar.PRODUCT, swing(factor -> projected(ofProduct, factor)));
            List<Driver<?>> ofSales = all(this::isOfDeals);
            swings.put(Pillar.SALES, swing(factor -> projected(ofSales, factor)));
            return swings;
        }

        Swing swing(Function<Ratio, @Nullable Projection> shaken) {
            return new Swing(effect(shaken.apply(less)), effect(shaken.apply(more)));
        }

        private PlanningConstants constants() {
            return planned.business().constants();
        }

        private List<Driver<?>> all(Predicate<Driver<?>> wanted) {
            return Driver.all(constants()).stream().filter(wanted).toList();
        }

        /** Whether it is a share of leads that become deals; of a process in stages that of the last. */
        private boolean isOfDeals(Driver<?> driver) {
            return switch (driver.kind()) {
                case MANAGER_CONVERSION, PRODUCT_CONVERSION -> true;
                case STAGE_CONVERSION -> isLast(driver, constants().tier(Objects.requireNonNull(driver.tier())));
                case PRODUCT_STAGE_CONVERSION ->
                    isLast(driver, constants().process(Objects.requireNonNull(driver.product())));
                default -> false;
            };
        }

        private static boolean isLast(Driver<?> driver, SalesProcess process) {
            return process.stages().get(process.stages().size() - 1).name().equals(driver.stage());
        }

        private @Nullable Projection projected(List<Driver<?>> drivers, Ratio factor) {
            PlanningConstants shaken = constants();
            for (Driver<?> driver : drivers) {
                shaken = Scaling.scaled(shaken, driver, factor);
                if (shaken == null) {
                    return null;
                }
            }
            return outcome.apply(shaken);
        }

        private @Nullable Effect effect(@Nullable Projection other) {
            try {
                return other == null
                        ? null
                        : new Effect(
                                other.profit().subtract(profit),
                                other.newDeals() - planned.newDeals(),
                                other.trafficCost().subtract(trafficCost));
            } catch (ArithmeticException cannotBeHad) {
                // no spend brings so many visits over a channel
                return null;
            }
        }
    }
}
