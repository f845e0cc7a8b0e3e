package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From a goal to a plan: the inverse of {@link Projection}.
 *
 * <p>A number of new deals {@code N} is found whose required traffic, projected forward, reaches the goal, while
 * {@code N - 1} does not (or {@code N} is 0: base, pipeline and pins reach the goal by themselves). {@code N} is split
 * over the products (Webster); a product's need by a month's end is its line over the season, as the goal's {@link CatchUp}
 * draws it (settled at once, {@code ceil(its deals * cumulative season)}), and after the horizon what {@link AfterHorizon} asks; its
 * leads are the least whose split over the channels, with the open pipeline, meets the need due one sales cycle later;
 * contacts and visits are the least that bring those leads.
 *
 * <p>Profit is not monotone in whole deals, so {@code N} is the first of a run that reaches the goal and not always the
 * least of all. Where profit rises with every further deal but for rounding, a higher goal never gets fewer deals; where
 * it has several peaks (a price of visits that jumps, whole people, channels that are full), it may. The search takes at most
 * {@code 6 + log2(N)} probes up to 2^30 deals.
 *
 * <p>A planner holds no state but its options and may be shared between threads.
 */
public final class Planner {

    /** How far above the best number of deals it is looked for what keeps more from being made. */
    private static final int ROUNDING_WINDOW = 64;

    private static final Planner DEFAULTS = new Planner(List.of(), List.of());

    private final List<Pin> pins;
    private final List<Target> targets;

    private Planner(List<Pin> pins, List<Target> targets) {
        this.pins = pins;
        this.targets = targets;
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
        return new Planner(Required.list(pins, "Planner.pins"), targets);
    }

    /**
     * This planner with norms that have to come to so much beside the goal. The plan's number of new deals reaches the goal and
     * meets all of them, while one deal less does not; it is the goal's own where that meets them.
     *
     * @param targets such as customers at the end, or a revenue by quarter
     * @return the planner with these targets instead of its own
     */
    public Planner withTargets(List<Target> targets) {
        return new Planner(pins, Required.list(targets, "Planner.targets"));
    }

    /**
     * Plans for a goal.
     *
     * @param goal what is to be reached
     * @param constants the common constants
     * @param opening the position that the first month of the horizon starts with
     * @return the plan, or {@link Unreachable} with what stands in the way and the nearest goal that can be reached
     * @throws IllegalArgumentException if position, goal, pins or targets name something that the constants do not know
     * @throws ArithmeticException if a count does not fit in a long
     */
    public Outcome<Plan> plan(FinancialGoal goal, PlanningConstants constants, Position opening) {
        Required.present(goal, "Planner.goal");
        Required.present(constants, "Planner.constants");
        Required.present(opening, "Planner.opening");
        Outcome<Plan> free = outcome(goal, new ResolvedBusiness(constants, opening, goal.edges(), List.of()));
        if (pins.isEmpty()) {
            return free;
        }
        ResolvedBusiness pinned = new ResolvedBusiness(constants, opening, goal.edges(), pins);
        return free instanceof Outcome.Reached<Plan> reached
                        && pinned.isHonouredBy(reached.value().projection().cells())
                ? new Outcome.Reached<>(reached.value().pinnedBy(pins))
                : outcome(goal, pinned.requirePinnable());
    }

    private Outcome<Plan> outcome(FinancialGoal goal, ResolvedBusiness business) {
        Task task = new Task(goal, business);
        Outcome<Plan> ofGoal = task.solve();
        return ofGoal instanceof Outcome.Reached<Plan> reached && !targets.isEmpty()
                ? task.meeting(targets, Objects.requireNonNull(reached.value().requiredDeals()))
                : ofGoal;
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
        return new DealVolumes<>(
                goal, new ResolvedBusiness(constants, opening, goal.edges(), pins).requirePinnable(), footprint);
    }

    /** One goal being planned for. */
    private static final class Task {

        /** So many cells are looked at in search of the most, in so many numbers of deals at most. */
        private static final long MOST_CELLS = 1_000_000;

        private static final long MOST_TRIED = 4_000;

        /** Totals are counted fast. */
        private static final long MOST_TOTALS = 20_000;

        /** So many numbers of deals are tried before all of the {@value #FIRST} first are. */
        private static final long BOLD = 512;

        private static final long FIRST = 2_048;

        private static final long LEAST_TRIED = 64;

        private final FinancialGoal goal;
        private final ResolvedBusiness business;
        private final @Nullable Totals totals;
        private final DealSearch search;

        Task(FinancialGoal goal, ResolvedBusiness business) {
            this.goal = goal;
            this.business = business;
            totals = Totals.suffice(business, goal.measure()) ? new Totals(business, goal) : null;
            search = new DealSearch(this::amount);
        }

        Outcome<Plan> solve() {
            Reach none = search.reach(this::reach, 0);
            if (none == Reach.REACHED) {
                return reached(0);
            }
            if (business.growingLines().isEmpty()) {
                return unchanging(none);
            }
            MarginalDeal further = new MarginalDeal(business, goal.measure());
            boolean straight = business.isStraight(goal.measure());
            boolean rises = straight && further.gains();
            if (straight && !rises) {
                return belowPeak(new MeasureBound(further));
            }
            long first = search.first(this::reach);
            if (search.reachOfFirst() == Reach.REACHED) {
                return reached(first);
            }
            MeasureBound bound = new MeasureBound(further);
            return rises && bound.most(MeasureBound.MOST_DEALS - 1, MeasureBound.MOST_DEALS) == Double.POSITIVE_INFINITY
                    ? amongBlocked(bound, first)
                    : belowPeak(bound);
        }

        /** What comes of targets beside the goal, which alone takes so many deals. */
        Outcome<Plan> meeting(List<Target> targets, long ofGoal) {
            MeasureBound bound = new MeasureBound(new MarginalDeal(business, goal.measure()));
            DealSearch.Effort ofCells = effort(bound, MOST_TRIED);
            DealSearch.Effort effort = new DealSearch.Effort(0, ofCells.bold(), ofCells.first(), ofCells.limit());
            return new TargetSearch(goal, targets, business).outcome(ofGoal, bound::most, effort);
        }

        private Reach reach(long deals) {
            if (totals != null) {
                return totals.reach(deals);
            }
            BigDecimal amount = search.at(deals);
            return amount == null ? Reach.BLOCKED : reach(amount);
        }

        private Reach reach(BigDecimal amount) {
            return amount.compareTo(goal.amount()) >= 0 ? Reach.REACHED : Reach.SHORT;
        }

        /** What so many deals come to; absent where they cannot be made or counted. */
        private @Nullable BigDecimal amount(long deals) {
            try {
                if (totals != null) {
                    return totals.amount(deals);
                }
                Cascade cascade = new Cascade(business, deals);
                return cascade.obstacle() == null ? cascade.projection().reached(goal.measure()) : null;
            } catch (ArithmeticException tooLarge) {
                if (deals == 0) {
                    throw tooLarge;
                }
                return null;
            }
        }

        private Outcome<Plan> reached(long deals) {
            return new Outcome.Reached<>(Plan.of(goal, List.of(), new Cascade(business, deals), search.probes()));
        }

        /** More deals can be asked for, but pins and pipeline alone decide how many are made. */
        private Outcome<Plan> unchanging(Reach none) {
            if (none == Reach.BLOCKED) {
                return unreachable(null, List.of(obstacle(0)));
            }
            if (business.askedLines().stream().anyMatch(line -> line.isBeyondHorizon() || !line.isInSeason())) {
                long blocked = search.first(deals -> search.at(deals) == null ? Reach.BLOCKED : Reach.SHORT);
                return unreachable(0L, List.of(obstacle(blocked)));
            }
            boolean all =
                    business.askedLines().stream().allMatch(line -> line.pins().lastFreeMonth() < 0);
            return unreachable(
                    0L,
                    List.of(new Obstacle.PinConflict(
                            "the deals of every product in every month" + (all ? "" : " that its leads can reach"),
                            null)));
        }

        /** What keeps so many deals from being made; a count that no long can hold is no obstacle, but thrown. */
        private Obstacle obstacle(long deals) {
            Cascade cascade = new Cascade(business, deals);
            if (cascade.obstacle() != null) {
                return cascade.obstacle();
            }
            cascade.projection();
            throw PlanOverflow.of("deals");
        }

        /**
         * The probes met numbers that cannot be made, though ever more deals bring ever more: pins hold for some numbers and
         * not for others. Those from the first that may reach the goal are tried one by one.
         */
        private Outcome<Plan> amongBlocked(MeasureBound bound, long blocked) {
            long least = 0;
            long enough = MeasureBound.MOST_DEALS - 1;
            while (enough - least > 1) {
                long middle = least + (enough - least) / 2;
                if (bound.most(0, middle) < goal.amount().doubleValue()) {
                    least = middle;
                } else {
                    enough = middle;
                }
            }
            for (long deals = enough; deals < enough + LEAST_TRIED; deals++) {
                BigDecimal amount = search.at(deals);
                if (amount != null && reach(amount) == Reach.REACHED) {
                    return reached(deals);
                }
            }
            Obstacle obstacle = obstacle(blocked);
            DealSearch.Peak peak = search.peak(enough + LEAST_TRIED, bound::most, effort(bound));
            return unreachable(peak.deals(), List.of(obstacle, new Obstacle.NotAllTried((long) search.tried(), null)));
        }

        /**
         * The number of deals that comes to the most is sought, and proved where that can be. If it reaches the goal, so does a
         * number at or below it that the probes find.
         */
        private Outcome<Plan> belowPeak(MeasureBound bound) {
            DealSearch.Peak peak = search.peak(MeasureBound.MOST_DEALS, bound::most, effort(bound));
            Long deals = peak.deals();
            if (deals == null) {
                return peak.proved()
                        ? unreachable(null, List.of(obstacle(0)))
                        : unreachable(null, List.of(obstacle(0), search.ended(peak, goal, business.minorUnitDigits())));
            }
            BigDecimal most = search.at(deals);
            if (most != null && reach(most) == Reach.REACHED) {
                return reached(search.first(number -> reachBelow(deals, number)));
            }
            List<Obstacle> obstacles = new ArrayList<>();
            obstacles.add(obstacleBeyond(bound, deals));
            if (!peak.proved()) {
                obstacles.add(search.ended(peak, goal, business.minorUnitDigits()));
            }
            return unreachable(deals, obstacles);
        }

        private DealSearch.Effort effort(MeasureBound bound) {
            return effort(bound, totals == null ? MOST_TRIED : MOST_TOTALS);
        }

        private DealSearch.Effort effort(MeasureBound bound, long most) {
            long cells =
                    business.lines().stream().mapToLong(ProductLine::channels).sum() * business.months();
            long limit = Math.max(LEAST_TRIED, Math.min(most, MOST_CELLS / cells));
            return new DealSearch.Effort(bound.step(), Math.min(limit, BOLD), Math.min(limit / 2, FIRST), limit);
        }

        private Reach reachBelow(long peak, long deals) {
            if (deals >= peak) {
                return Reach.REACHED;
            }
            BigDecimal amount = search.at(deals);
            return amount == null ? Reach.SHORT : reach(amount);
        }

        private Obstacle obstacleBeyond(MeasureBound bound, long peak) {
            if (business.isStraight(goal.measure()) && !bound.further().gains()) {
                return bound.further().loss();
            }
            for (long beyond = 1; beyond <= ROUNDING_WINDOW; beyond *= 2) {
                long deals = peak + beyond;
                Obstacle obstacle = search.at(deals) == null ? new Cascade(business, deals).obstacle() : null;
                if (obstacle != null) {
                    return obstacle;
                }
            }
            if (business.hasConstantPrices() && !bound.further().gains()) {
                return bound.further().loss();
            }
            return business.peopleCount(goal.measure())
                    ? new Obstacle.PeopleTooDear(peak)
                    : new Obstacle.TrafficTooDear(peak);
        }

        private Outcome<Plan> unreachable(@Nullable Long best, List<Obstacle> obstacles) {
            BigDecimal most = best == null ? null : search.at(best);
            return new Unreachable<>(goal, most == null ? null : goal.withAmount(most), obstacles);
        }
    }
}
