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
import org.jspecify.annotations.Nullable;

/**
 * The inverse of {@link Projection} for any one unknown: which site conversion, which price, which traffic reaches the
 * goal, all else held, the traffic included.
 *
 * <p>The answer is a whole number of the unknown's unit that reaches the goal's amount while one unit worse does not. It
 * is no worse than the held value where that reaches the goal, and the least (greatest) of all where the goal's measure
 * is monotone in the unknown. Of the goal only the amount counts: what is open after the horizon follows from the held
 * traffic.
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
        return Plan.of(new FinancialGoal(measure, units.multiply(unit), List.of()), projection);
    }

    /** One unknown being solved for. */
    private static final class Task {

        private final Unknown unknown;
        private final FinancialGoal goal;
        private final Position opening;
        private final Unknown.Held held;
        private final long start;

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
                if (!reaches(worse)) {
                    return solved(between(worse, reaching));
                }
                reaching = worse;
            }
            if (unknown.isUnlimited(reaching)) {
                return new Unreachable<>(goal, goal, List.of(new Obstacle.Unlimited(unknown.label())));
            }
            return solved(reaching);
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
            return unreachable(failing);
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
            return last > failing && reaches(last) ? solved(between(failing, last)) : unreachable(last);
        }

        private long between(long failing, long reaching) {
            long worse = failing;
            long better = reaching;
            while (better - worse > 1) {
                long middle = worse + (better - worse) / 2;
                if (reaches(middle)) {
                    better = middle;
                } else {
                    worse = middle;
                }
            }
            return better;
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
            return visits.values().stream()
                    .allMatch(byChannel -> changed.constants().channels().stream()
                            .allMatch(channel -> isWithinCeiling(channel, byChannel)));
        }

        private static boolean isWithinCeiling(Channel channel, Map<String, Long> visits) {
            Long ceiling = channel.visitCeiling();
            return ceiling == null || visits.getOrDefault(channel.name(), 0L) <= ceiling;
        }

        private @Nullable BigDecimal reached(long place) {
            try {
                Projection projection = projection(place);
                return projection.obstacleOfPeople() == null ? projection.reached(goal.measure()) : null;
            } catch (ArithmeticException tooLarge) {
                return null;
            }
        }

        private Projection projection(long place) {
            Unknown.Held changed = unknown.at(held, place);
            return Projection.of(changed.constants(), opening, changed.traffic());
        }

        private Outcome<Solution> solved(long place) {
            Plan plan = Plan.of(goal, projection(place));
            return new Outcome.Reached<>(new Solution(unknown, unknown.value(place), plan));
        }

        private Outcome<Solution> unreachable(long best) {
            BigDecimal most = reached(best);
            String needed = needed(best);
            Obstacle obstacle = new Obstacle.Inadmissible(unknown.label(), unknown.text(best), needed);
            return new Unreachable<>(goal, most == null ? null : goal.withAmount(most), List.of(obstacle));
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
