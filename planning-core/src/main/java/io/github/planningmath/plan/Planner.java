package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From a goal to a plan: the inverse of {@link Projection}.
 *
 * <p>A number of new deals {@code N} is found whose required traffic, projected forward, reaches the goal, while
 * {@code N - 1} does not (or {@code N} is 0: base, pipeline and pins reach the goal by themselves). {@code N} is split
 * over the products (Webster); a product's need by a month's end is {@code ceil(its deals * cumulative season)}; its
 * leads are the least whose split over the channels, with the open pipeline, meets the need due one sales cycle later;
 * contacts and visits are the least that bring those leads.
 *
 * <p>Profit is not monotone in whole deals, so {@code N} is the first of a run that reaches the goal and not always the
 * least of all; but a higher goal never gets fewer deals. The search takes at most {@code 6 + log2(N)} probes up to
 * 2^30 deals.
 *
 * <p>A planner holds no state but its options and may be shared between threads.
 */
public final class Planner {

    /** How far below the most deals that can be made the best profit is looked for, rounding being what it is. */
    private static final int ROUNDING_WINDOW = 64;

    /** Powers of two up to this are tried where profit may fall again. */
    private static final int MOST_LENGTH = 40;

    private static final Planner DEFAULTS = new Planner(List.of());

    private final List<Pin> pins;

    private Planner(List<Pin> pins) {
        this.pins = pins;
    }

    /**
     * A planner that nothing is pinned for.
     *
     * @return the planner
     */
    public static Planner withDefaults() {
        return DEFAULTS;
    }

    /**
     * This planner with cells that the caller fixes. The rest is solved around them, or the conflict is named. Where the
     * plan without pins has just these numbers in the cells, it is the plan: pinning a plan's past to its own norms
     * changes nothing.
     *
     * @param pins the fixed cells, each once
     * @return the planner with these pins instead of its own
     */
    public Planner withPins(List<Pin> pins) {
        return new Planner(Required.list(pins, "Planner.pins"));
    }

    /**
     * Plans for a goal.
     *
     * @param goal what is to be reached
     * @param constants the common constants
     * @param opening the position that the first month of the horizon starts with
     * @return the plan, or {@link Unreachable} with what stands in the way and the nearest goal that can be reached
     * @throws IllegalArgumentException if position, goal or pins name something that the constants do not know
     * @throws ArithmeticException if a count does not fit in a long
     */
    public Outcome<Plan> plan(FinancialGoal goal, PlanningConstants constants, Position opening) {
        Required.present(goal, "Planner.goal");
        Required.present(constants, "Planner.constants");
        Required.present(opening, "Planner.opening");
        Outcome<Plan> free = new Task(goal, new Business(constants, opening, goal.afterHorizon(), List.of())).solve();
        if (pins.isEmpty()) {
            return free;
        }
        Business pinned = new Business(constants, opening, goal.afterHorizon(), pins);
        return free instanceof Outcome.Reached<Plan> reached && pinned.isHonouredBy(reached.value())
                ? new Outcome.Reached<>(reached.value().pinnedBy(pins))
                : new Task(goal, pinned).solve();
    }

    /**
     * The plans of a business by their number of new deals, to find the most that some condition admits.
     *
     * @param goal what is measured, and the deals due after the horizon; the amount does not count
     * @param constants the common constants
     * @param opening the position that the first month of the horizon starts with
     * @param footprint what conditions look at, of a plan run forward
     * @param <T> its type
     * @return the plans, with this planner's pins
     * @throws IllegalArgumentException if position, goal or pins name something that the constants do not know
     */
    public <T> DealVolumes<T> volumes(
            FinancialGoal goal,
            PlanningConstants constants,
            Position opening,
            Function<? super Projection, ? extends T> footprint) {
        Required.present(goal, "Planner.goal");
        Required.present(constants, "Planner.constants");
        Required.present(opening, "Planner.opening");
        return new DealVolumes<>(goal, new Business(constants, opening, goal.afterHorizon(), pins), footprint);
    }

    /** One goal being planned for. */
    private static final class Task {

        private final FinancialGoal goal;
        private final Business business;
        private final @Nullable Totals totals;
        private final DealSearch search;
        private final Map<Long, @Nullable BigDecimal> values = new HashMap<>();

        Task(FinancialGoal goal, Business business) {
            this.goal = goal;
            this.business = business;
            totals = Totals.suffice(business, goal.measure()) ? new Totals(business, goal) : null;
            search = new DealSearch(this::reach);
        }

        Outcome<Plan> solve() {
            Reach none = search.none();
            if (none == Reach.REACHED) {
                return reached(0);
            }
            if (none == Reach.BLOCKED) {
                return blocked(0);
            }
            if (business.growingLines().isEmpty()) {
                return unreachable(0, new Obstacle.PinConflict("the deals of every product in every month", null));
            }
            boolean straight =
                    business.hasConstantPrices() && !business.isBounded() && !business.peopleCount(goal.measure());
            MarginalDeal further = new MarginalDeal(business, goal.measure());
            if (straight && !further.gains()) {
                return unreachable(0, further.losesMoney());
            }
            long first = search.first();
            if (search.reachOfFirst() == Reach.REACHED) {
                return reached(first);
            }
            return straight ? blocked(first) : solveBelowPeak(first, further);
        }

        private Reach reach(long deals) {
            if (totals != null) {
                return totals.reach(deals);
            }
            Cascade cascade = new Cascade(business, deals);
            if (cascade.obstacle() != null) {
                return Reach.BLOCKED;
            }
            return value(cascade).compareTo(goal.amount()) >= 0 ? Reach.REACHED : Reach.SHORT;
        }

        private BigDecimal value(Cascade cascade) {
            return cascade.projection().reached(goal.measure());
        }

        /** What so many deals come to; absent where they cannot be made or counted. */
        private @Nullable BigDecimal value(long deals) {
            if (!values.containsKey(deals)) {
                values.put(deals, counted(deals));
            }
            return values.get(deals);
        }

        private @Nullable BigDecimal counted(long deals) {
            try {
                Cascade cascade = new Cascade(business, deals);
                return cascade.obstacle() == null ? value(cascade) : null;
            } catch (ArithmeticException tooLarge) {
                return null;
            }
        }

        private Outcome<Plan> reached(long deals) {
            return new Outcome.Reached<>(Plan.of(goal, new Cascade(business, deals), search.probes()));
        }

        /**
         * So many deals cannot be made, and one less falls short of the goal. Rounding may still let a few less reach
         * it, so the best of those just below is taken.
         */
        private Outcome<Plan> blocked(long deals) {
            Cascade cascade = new Cascade(business, deals);
            Obstacle obstacle = cascade.obstacle();
            if (obstacle == null) {
                // nothing stands in the way but a count that no long can hold: projecting names it
                cascade.projection();
                throw PlanOverflow.of("deals");
            }
            if (deals == 0) {
                return new Unreachable<>(goal, null, List.of(obstacle));
            }
            long best = deals - 1;
            for (long fewer = deals - 2; fewer >= 0 && fewer >= deals - ROUNDING_WINDOW; fewer--) {
                best = isBetter(fewer, best) ? fewer : best;
            }
            BigDecimal most = value(best);
            return most != null && most.compareTo(goal.amount()) >= 0 ? reached(best) : unreachable(best, obstacle);
        }

        /**
         * Where traffic gets dearer with volume, or a full channel sends leads to dearer ones, profit rises to a peak:
         * beyond it more deals cannot help, and the probes may all have lain beyond it.
         */
        private Outcome<Plan> solveBelowPeak(long blocked, MarginalDeal further) {
            long peak = peak();
            BigDecimal most = value(peak);
            if (most == null || most.compareTo(goal.amount()) < 0) {
                return unreachable(peak, obstacleBeyond(peak, blocked, further));
            }
            return reached(new DealSearch(deals -> reachBelow(peak, deals)).first());
        }

        private Reach reachBelow(long peak, long deals) {
            if (deals >= peak) {
                return Reach.REACHED;
            }
            BigDecimal value = value(deals);
            return value != null && value.compareTo(goal.amount()) >= 0 ? Reach.REACHED : Reach.SHORT;
        }

        private Obstacle obstacleBeyond(long peak, long blocked, MarginalDeal further) {
            Obstacle obstacle = blocked - peak <= ROUNDING_WINDOW ? new Cascade(business, blocked).obstacle() : null;
            if (obstacle != null) {
                return obstacle;
            }
            if (business.hasConstantPrices() && !further.gains()) {
                return further.losesMoney();
            }
            return business.peopleCount(goal.measure())
                    ? new Obstacle.PeopleTooDear(peak)
                    : new Obstacle.TrafficTooDear(peak);
        }

        /** The number of deals with the best value: the best power of two first, then between its neighbours. */
        private long peak() {
            if (business.peopleCount(goal.measure())) {
                boolean rising = business.hasConstantPrices() && !business.isBounded();
                return new PeopleSearch(this::worth, rising).best();
            }
            long best = 0;
            for (int length = 0; length <= MOST_LENGTH && value(1L << length) != null; length++) {
                best = isBetter(1L << length, best) ? 1L << length : best;
            }
            long least = best / 2;
            long most = Math.max(2, 2 * best);
            while (most - least > 8) {
                long left = least + (most - least) / 3;
                long right = most - (most - least) / 3;
                if (isBetter(right, left)) {
                    least = left;
                } else {
                    most = right;
                }
            }
            for (long deals = Math.max(0, least - ROUNDING_WINDOW); deals <= most; deals++) {
                best = isBetter(deals, best) ? deals : best;
            }
            return best;
        }

        private PeopleSearch.@Nullable Worth worth(long deals) {
            try {
                Cascade cascade = new Cascade(business, deals);
                return cascade.obstacle() == null ? cascade.projection().worth() : null;
            } catch (ArithmeticException tooLarge) {
                return null;
            }
        }

        private boolean isBetter(long deals, long than) {
            BigDecimal value = value(deals);
            BigDecimal other = value(than);
            return value != null && (other == null || value.compareTo(other) > 0);
        }

        private Outcome<Plan> unreachable(long best, Obstacle obstacle) {
            BigDecimal most = value(best);
            return new Unreachable<>(goal, most == null ? null : goal.withAmount(most), List.of(obstacle));
        }
    }
}
