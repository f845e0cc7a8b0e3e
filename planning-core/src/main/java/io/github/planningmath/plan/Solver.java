package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The inverse of {@link Projection} for any one unknown: which site conversion, which price, which traffic reaches the
 * goal, all else held, the traffic included.
 *
 * <p>The answer is a whole number of the unknown's unit that reaches the goal's amount while one unit worse does not. It
 * is no worse than the held value where that reaches the goal, and the least (greatest) of all where the goal's measure
 * is monotone in the unknown. Where no better value than the held one suffices but a worse one does, as a lower conversion
 * where every deal loses money, the answer is such a one, and one unit nearer to the held value does not reach the goal. Of the
 * goal only the amount counts: what is open after the horizon follows from the held traffic.
 *
 * <p>A solver holds no state and may be shared between threads.
 */
public final class Solver {

    private static final Solver DEFAULTS = new Solver();

    private Solver() {}

    /**
     * The solver.
     *
     * @return a solver without options
     */
    public static Solver withDefaults() {
        return DEFAULTS;
    }

    /**
     * Solves for an unknown with a plan's goal, constants, opening position and traffic.
     *
     * @param unknown what may vary
     * @param plan what is held
     * @return the solution, or {@link Unreachable} where no admissible value reaches the goal
     */
    public Outcome<Solution> solution(Unknown unknown, Plan plan) {
        return solution(unknown, plan.goal(), plan.constants(), plan.opening(), plan.traffic());
    }

    /**
     * Solves for an unknown.
     *
     * @param unknown what may vary
     * @param goal what is to be reached; its amount counts
     * @param constants the common constants
     * @param opening the position that the first month of the horizon starts with
     * @param traffic the visits that are held
     * @return the solution, or {@link Unreachable} where no admissible value reaches the goal: with the best that is
     *     admissible, about what would be needed, and the nearest goal; or where any value does
     * @throws IllegalArgumentException if the unknown, the position or the traffic names something that the constants
     *     do not know
     */
    public Outcome<Solution> solution(
            Unknown unknown, FinancialGoal goal, PlanningConstants constants, Position opening, Traffic traffic) {
        Required.present(unknown, "Solver.unknown");
        Required.present(goal, "Solver.goal");
        Required.present(opening, "Solver.opening");
        Unknown.Held held = new Unknown.Held(
                Required.present(constants, "Solver.constants"), Required.present(traffic, "Solver.traffic"));
        return new Task(unknown, goal, opening, held).solve();
    }

    /**
     * The greatest goal that held traffic reaches.
     *
     * @param measure what is to be reached
     * @param unit what the goal's amount is a whole multiple of, above 0
     * @param constants the common constants
     * @param opening the position that the first month of the horizon starts with
     * @param traffic the visits that are held
     * @return the plan whose goal is the amount reached, rounded down to the unit
     */
    public Plan greatestGoal(
            FinancialGoal.Measure measure,
            BigDecimal unit,
            PlanningConstants constants,
            Position opening,
            Traffic traffic) {
        Amounts.positive(unit, "Solver.unit");
        Projection projection = Projection.of(constants, opening, traffic);
        BigDecimal units = projection.reached(measure).divide(unit, 0, RoundingMode.FLOOR);
        return Plan.of(FinancialGoal.of(measure, units.multiply(unit)), projection);
    }

    /** One unknown being solved for. */
    private static final class Task {

        /** How hard it is tried to find a value that reaches the goal where the way to better ones met none. */
        private static final DealSearch.Effort EFFORT = new DealSearch.Effort(0, 500, 500, 2_000);

        private final Unknown unknown;
        private final FinancialGoal goal;
        private final Position opening;
        private final Unknown.Held held;
        private final long start;
        private final Map<Long, @Nullable BigDecimal> reached = new HashMap<>();

        Task(Unknown unknown, FinancialGoal goal, Position opening, Unknown.Held held) {
            this.unknown = unknown;
            this.goal = goal;
            this.opening = opening;
            this.held = held;
            start = unknown.place(held);
        }

        Outcome<Solution> solve() {
            Projection.of(held.constants(), opening, held.traffic());
            return reaches(start) ? worsen() : improve();
        }

        /** From a value that reaches the goal to worse ones, in doubling steps. */
        private Outcome<Solution> worsen() {
            long reaching = start;
            for (long step = 1; reaching > unknown.worst(); step *= 2) {
                long worse = Math.max(unknown.worst(), reaching - step);
                if (reached(worse) == null) {
                    return worsenWithin(worse, reaching);
                }
                if (!reaches(worse)) {
                    return solved(between(worse, reaching));
                }
                reaching = worse;
            }
            return unknown.isUnlimited(reaching) ? unlimited() : solved(reaching);
        }

        /** Down to the last value that can be counted: if that reaches the goal too, only counting sets a limit. */
        private Outcome<Solution> worsenWithin(long uncountable, long reaching) {
            long beyond = uncountable;
            long last = reaching;
            while (last - beyond > 1) {
                long middle = beyond + (last - beyond) / 2;
                if (reached(middle) == null) {
                    beyond = middle;
                } else {
                    last = middle;
                }
            }
            return reaches(last) ? unlimited() : solved(between(last, reaching));
        }

        private Outcome<Solution> unlimited() {
            return new Unreachable<>(goal, goal, List.of(new Obstacle.Unlimited(unknown.label())));
        }

        /** From a value that does not reach the goal to better ones, in doubling steps. */
        private Outcome<Solution> improve() {
            long failing = start;
            for (long step = 1; failing < unknown.best(); step *= 2) {
                long better = Math.min(unknown.best(), failing + step);
                if (!isAdmissible(better)) {
                    return improveWithin(failing, better);
                }
                if (reaches(better)) {
                    return solved(between(failing, better));
                }
                failing = better;
            }
            return elsewhere(failing);
        }

        /** Up to the last admissible value, which lies between one that is and one that is not. */
        private Outcome<Solution> improveWithin(long failing, long inadmissible) {
            long last = failing;
            long beyond = inadmissible;
            while (beyond - last > 1) {
                long middle = last + (beyond - last) / 2;
                if (isAdmissible(middle)) {
                    last = middle;
                } else {
                    beyond = middle;
                }
            }
            return last > failing && reaches(last) ? solved(between(failing, last)) : elsewhere(last);
        }

        /**
         * The way up did not come upon a value that reaches the goal, which whole counts may have made a saw: the best of the
         * better values is sought. Where deals lose money a lower conversion may reach it: the best of all is sought. Between the
         * one found and the held one it is the next that reaches.
         */
        private Outcome<Solution> elsewhere(long last) {
            if (unknown.neverBringsLess()) {
                return unreachable(last, null);
            }
            DealSearch above = new DealSearch(steps -> reached(start + steps));
            DealSearch.Peak better = above.peak(last - start, (from, to) -> most(start + from, start + to), EFFORT);
            if (better.deals() != null && reaches(start + better.deals())) {
                return solved(between(start, start + better.deals()));
            }
            long worst = unknown.worst();
            DealSearch search = new DealSearch(steps -> reached(worst + steps));
            search.at(last - worst);
            DealSearch.Peak peak = search.peak(last - worst, (from, to) -> most(worst + from, worst + to), EFFORT);
            long best = peak.deals() == null ? last : worst + peak.deals();
            if (reaches(best)) {
                return solved(between(start, best));
            }
            return unreachable(best, peak.proved() ? null : search.ended(peak, goal, 0));
        }

        /**
         * What no value between two others can exceed: deals, what each of them adds, and what traffic and house cost, all run
         * one way from the worse to the better value.
         */
        private double most(long worse, long better) {
            Projection most = projected(better);
            if (most == null) {
                return Double.POSITIVE_INFINITY;
            }
            if (goal.measure() == FinancialGoal.Measure.CUSTOMERS) {
                return mostCustomers(most);
            }
            Projection least = projected(worse);
            double sum = 0;
            for (ProductLine line : most.business().lines()) {
                sum += mostOfDeals(line, most, least);
            }
            double costs = goal.measure() == FinancialGoal.Measure.PROFIT ? Math.min(costs(most), costs(least)) : 0;
            return sum - costs + 1e-11 * (Math.abs(sum) + Math.abs(costs));
        }

        /** Of the deals everybody, and of the opening customers as many as stay with the better value: an earlier deal loses more. */
        private static double mostCustomers(Projection most) {
            double sum = most.newDeals();
            for (ProductLine line : most.business().lines()) {
                sum += line.customers().openingLeft();
            }
            return sum * (1 + 1e-11);
        }

        private double mostOfDeals(ProductLine line, Projection most, @Nullable Projection least) {
            Prices prices = most.business().prices();
            double perDeal = greatest(most, month -> prices.worthOfDeal(goal.measure(), line.index(), month));
            if (!prices.renews()) {
                return perDeal * (perDeal > 0 ? most.deals(line) : least == null ? 0 : least.deals(line));
            }
            int last = line.months() - 1;
            double perRepeat = greatest(most, month -> prices.worthOfRepeat(goal.measure(), line.index(), month));
            Projection ofDeals = perDeal > 0 ? most : least;
            Projection ofRepeats = perRepeat > 0 ? most : least;
            return (ofDeals == null ? 0 : perDeal * ofDeals.newDeals(line, 0, last))
                    + (ofRepeats == null ? 0 : perRepeat * ofRepeats.repeatDeals(line, 0, last));
        }

        private static double greatest(Projection most, IntToDoubleFunction worth) {
            return most.business().stretches().stream()
                    .mapToDouble(stretch -> worth.applyAsDouble(stretch.from()))
                    .max()
                    .orElseThrow();
        }

        private static double costs(@Nullable Projection projection) {
            return projection == null
                    ? Double.POSITIVE_INFINITY
                    : projection.contribution().subtract(projection.profit()).doubleValue();
        }

        /** Absent where its counts are too large, or its work is more than any people can do. */
        private @Nullable Projection projected(long place) {
            try {
                Projection projection = projection(place);
                return projection.obstacleOfPeople() == null ? projection : null;
            } catch (ArithmeticException tooLarge) {
                return null;
            }
        }

        /** A value that reaches the goal while its neighbour on the side of the failing one does not. */
        private long between(long failing, long reaching) {
            long fails = failing;
            long reaches = reaching;
            while (Math.abs(reaches - fails) > 1) {
                long middle = fails + (reaches - fails) / 2;
                if (reaches(middle)) {
                    reaches = middle;
                } else {
                    fails = middle;
                }
            }
            return reaches;
        }

        private boolean reaches(long place) {
            BigDecimal reached = reached(place);
            return reached != null && reached.compareTo(goal.amount()) >= 0;
        }

        /** Values that cannot be counted in longs, or whose work nobody can do, are out of the question. */
        private boolean isAdmissible(long place) {
            Unknown.Held changed = unknown.at(held, place);
            return isWithinCeilings(changed) && reached(place) != null;
        }

        private boolean isWithinCeilings(Unknown.Held changed) {
            if (changed.traffic().equals(held.traffic())) {
                return true;
            }
            Map<YearMonth, Map<String, Long>> visits = new HashMap<>();
            for (Traffic.Visits cell : changed.traffic().cells()) {
                visits.computeIfAbsent(cell.month(), month -> new HashMap<>())
                        .merge(cell.channel(), cell.count(), Math::addExact);
            }
            return visits.entrySet().stream()
                    .allMatch(month -> changed.constants().in(month.getKey()).channels().stream()
                            .allMatch(channel -> isWithinCeiling(channel, month.getValue())));
        }

        private static boolean isWithinCeiling(Channel channel, Map<String, Long> visits) {
            Long ceiling = channel.visitCeiling();
            return ceiling == null || visits.getOrDefault(channel.name(), 0L) <= ceiling;
        }

        /** What a value reaches; absent where it cannot be counted. */
        private @Nullable BigDecimal reached(long place) {
            if (!reached.containsKey(place)) {
                Projection projection = projected(place);
                reached.put(place, projection == null ? null : projection.reached(goal.measure()));
            }
            return reached.get(place);
        }

        private Projection projection(long place) {
            Unknown.Held changed = unknown.at(held, place);
            return Projection.of(changed.constants(), opening, changed.traffic());
        }

        private Outcome<Solution> solved(long place) {
            Plan plan = Plan.of(goal, projection(place));
            return new Outcome.Reached<>(new Solution(unknown, unknown.value(place), plan));
        }

        private Outcome<Solution> unreachable(long best, Obstacle.@Nullable NotAllTried ended) {
            BigDecimal most = reached(best);
            String needed = needed(best);
            Obstacle obstacle = new Obstacle.Inadmissible(unknown.label(), unknown.text(best), needed);
            return new Unreachable<>(
                    goal,
                    most == null ? null : goal.withAmount(most),
                    ended == null ? List.of(obstacle) : List.of(obstacle, ended));
        }

        /** About the value that would do, were it admissible: along the line through the held and the best value. */
        private @Nullable String needed(long best) {
            long from = start == best ? unknown.worst() : start;
            BigDecimal atStart = reached(from);
            BigDecimal atBest = reached(best);
            if (atStart == null || atBest == null || from == best || atBest.compareTo(atStart) <= 0) {
                return null;
            }
            BigDecimal places = goal.amount()
                    .subtract(atBest)
                    .multiply(BigDecimal.valueOf(best - from))
                    .divide(atBest.subtract(atStart), 0, RoundingMode.CEILING);
            BigDecimal place = BigDecimal.valueOf(best).add(places);
            boolean sensible = place.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000)) < 0
                    && (best <= 0) == (place.signum() <= 0);
            return sensible ? unknown.text(place.longValueExact()) : null;
        }
    }
}
