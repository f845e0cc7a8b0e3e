package io.github.planningmath.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The search for a number of new deals that reaches a goal and meets targets beside it: the one that the goal alone takes, the first
 * of a run that the probes come upon, or, where only a few numbers do both, one among those that the bounds do not exclude.
 *
 * <p>How far a number misses a target is measured in parts of it; what a number comes to is how far it misses the one that it misses
 * most, 0 where it meets all, and nothing where it does not reach the goal.
 */
final class TargetSearch {

    /** What a number has to come nearer by to count as nearer, in parts of a target. */
    private static final double NEGLIGIBLE = 1e-9;

    /** Relative to an amount, more than it can be off as a double. */
    private static final double DOUBLE_ROUNDING = 1e-12;

    private final FinancialGoal goal;
    private final List<Target> targets;
    private final ResolvedBusiness business;
    private final DealSearch search = new DealSearch(this::shortfall);
    private final Set<Long> blocked = new HashSet<>();
    private boolean isFound;

    TargetSearch(FinancialGoal goal, List<Target> targets, ResolvedBusiness business) {
        this.goal = goal;
        this.targets = targets;
        this.business = business;
    }

    /**
     * What comes of it.
     *
     * @param ofGoal the number that the goal alone takes
     * @param ofGoalWithin what no number of a range can exceed of the goal's measure
     * @param effort how hard to try
     */
    Outcome<Plan> outcome(long ofGoal, DealSearch.Bound ofGoalWithin, DealSearch.Effort effort) {
        if (reach(ofGoal) == Reach.REACHED) {
            return reached(ofGoal);
        }
        if (business.growingLines().isEmpty()) {
            // pins and pipeline alone decide what is made, however many deals are asked for
            return new Unreachable<>(goal, goal, missed(ofGoal));
        }
        Long first = first();
        if (first != null && search.reachOfFirst() == Reach.REACHED) {
            return reached(first);
        }
        DealSearch.Peak peak = search.peak(MeasureBound.MOST_DEALS, within(ofGoalWithin), effort);
        long nearest = Objects.requireNonNull(peak.deals());
        return isFound
                ? reached(search.first(deals -> deals >= nearest ? Reach.REACHED : reachBelow(deals)))
                : new Unreachable<>(goal, goal, obstacles(nearest, first, peak.proved()));
    }

    /** The first number that does all or cannot be made; absent where any can be made and none does. */
    private @Nullable Long first() {
        try {
            return search.first(this::reach);
        } catch (ArithmeticException beyondAllNumbers) {
            return null;
        }
    }

    private Outcome<Plan> reached(long deals) {
        return new Outcome.Reached<>(Plan.of(goal, targets, new Cascade(business, deals), search.probes()));
    }

    private Reach reach(long deals) {
        Reach reach = reachBelow(deals);
        return blocked.contains(deals) ? Reach.BLOCKED : reach;
    }

    private Reach reachBelow(long deals) {
        BigDecimal shortfall = search.at(deals);
        return shortfall != null && shortfall.signum() == 0 ? Reach.REACHED : Reach.SHORT;
    }

    /** What so many deals come to; absent where they cannot be made or counted. */
    private @Nullable Projection projection(long deals) {
        try {
            Cascade cascade = new Cascade(business, deals);
            return cascade.obstacle() == null ? cascade.projection() : null;
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    private @Nullable BigDecimal shortfall(long deals) {
        Projection projection = projection(deals);
        if (projection == null) {
            blocked.add(deals);
            return null;
        }
        if (projection.reached(goal.measure()).compareTo(goal.amount()) < 0) {
            return null;
        }
        BigDecimal most = BigDecimal.ZERO;
        for (Target target : targets) {
            BigDecimal lacking = reached(target, projection).subtract(target.atLeast());
            most = most.min(lacking.divide(unit(target), MathContext.DECIMAL64));
        }
        isFound |= most.signum() == 0;
        return most;
    }

    /** What a projection comes to of a target. */
    static BigDecimal reached(Target target, Projection projection) {
        return KpiValues.withoutContacts(projection)
                .total(target.kpi(), Selection.of(projection.business(), target.scope()));
    }

    private static BigDecimal unit(Target target) {
        return target.atLeast().abs().max(BigDecimal.ONE);
    }

    /** Once a number does all, no other comes nearer; one that cannot do it has to come nearer by more than the last bits of doubles. */
    private DealSearch.Bound within(DealSearch.Bound ofGoal) {
        List<DealSearch.Bound> bounds =
                targets.stream().map(target -> TargetBound.of(business, target)).toList();
        return (from, to) -> {
            if (isFound || ofGoal.most(from, to) < goal.amount().doubleValue()) {
                return Double.NEGATIVE_INFINITY;
            }
            double most = IntStream.range(0, targets.size())
                    .mapToDouble(i -> shortfall(targets.get(i), bounds.get(i).most(from, to)))
                    .reduce(0, Math::min);
            return most < 0 ? most - NEGLIGIBLE : most;
        };
    }

    private static double shortfall(Target target, double most) {
        double atLeast = target.atLeast().doubleValue();
        return (most - atLeast + DOUBLE_ROUNDING * Math.abs(atLeast))
                / unit(target).doubleValue();
    }

    private List<Obstacle> obstacles(long nearest, @Nullable Long first, boolean isProved) {
        List<Obstacle> obstacles = missed(nearest);
        Obstacle blocking = first == null ? null : blocking(first);
        if (blocking != null) {
            obstacles.add(blocking);
        }
        if (!isProved) {
            obstacles.add(new Obstacle.NotAllTried((long) search.tried(), null));
        }
        return obstacles;
    }

    private List<Obstacle> missed(long deals) {
        List<Obstacle> missed = new ArrayList<>();
        Projection projection = Objects.requireNonNull(projection(deals));
        for (Target target : targets) {
            BigDecimal reached = reached(target, projection);
            if (reached.compareTo(target.atLeast()) < 0) {
                missed.add(new Obstacle.TargetMissed(target, reached));
            }
        }
        return missed;
    }

    /** What keeps so many deals from being made, if it is not their number alone. */
    private @Nullable Obstacle blocking(long deals) {
        try {
            return new Cascade(business, deals).obstacle();
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }
}
