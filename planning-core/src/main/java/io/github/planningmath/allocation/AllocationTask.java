package io.github.planningmath.allocation;

import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One question about channels: their limits in whole steps, checked exactly, and their curves by column. */
final class AllocationTask {

    private static final long MOST_STEPS = StepBounds.MOST_STEPS;

    /** What sums of outcomes may be wrong by. */
    private static final double ROUNDING = 1e-12;

    private final Map<String, ResponseCurve> curves;
    private final BigDecimal step;
    private final double stepSize;
    private final ColumnOrder order;
    private final ResponseColumns columns = new ResponseColumns();
    private final long[] least;
    private final long[] most;
    private final List<StepBounds.Group> groups = new ArrayList<>();
    private final StepSplits splits;
    private @Nullable AllocationConflict conflict;
    private long leastOfAll;
    private long mostOfAll;

    AllocationTask(
            Map<String, ResponseCurve> curves,
            Map<String, SpendLimits> limits,
            List<ChannelGroup> channelGroups,
            BigDecimal step) {
        this.curves = curves;
        this.step = step;
        this.stepSize = step.doubleValue();
        this.least = new long[curves.size()];
        this.most = new long[curves.size()];
        this.order = new ColumnOrder(curves.keySet(), channelGroups);
        for (int column = 0; column < least.length; column++) {
            add(column, limits);
        }
        for (int group = 0; group < order.groups().size(); group++) {
            addGroup(group);
        }
        total();
        splits = new StepSplits(columns, stepSize, new StepBounds(least, most, groups, leastOfAll, mostOfAll));
    }

    AllocationResult best(BigDecimal budget) {
        BigDecimal steps = budget.divide(step, 9, RoundingMode.DOWN).stripTrailingZeros();
        if (steps.scale() > 0 || steps.multiply(step).compareTo(budget) != 0) {
            throw new IllegalArgumentException("BudgetAllocation.budget must be a multiple of the step "
                    + step.toPlainString() + ", but was " + budget.toPlainString() + ".");
        }
        if (steps.compareTo(BigDecimal.valueOf(MOST_STEPS)) > 0) {
            throw new ArithmeticException("BudgetAllocation.budget must be at most " + MOST_STEPS + " steps of "
                    + step.toPlainString() + ", but was " + budget.toPlainString() + ".");
        }
        return best(steps.longValueExact());
    }

    AllocationResult leastBudget(double outcome) {
        if (conflict != null) {
            return new NoAllocation(conflict);
        }
        if (splits.outcome(leastOfAll) >= outcome) {
            return allocation(splits.quick(leastOfAll));
        }
        double most = mostOfAll * stepSize;
        if (!(ContinuousSplit.greatestOutcome(columns, most) >= outcome)) {
            return outOfReach(outcome);
        }
        double budget = ContinuousSplit.leastBudget(
                columns, outcome, leastOfAll * stepSize, Math.min(most, enoughAlone(outcome)));
        long enough = leastEnough((long) Math.floor(budget / stepSize * (1 - ROUNDING)), outcome);
        return enough <= mostOfAll ? allocation(splits.quick(enough)) : outOfReach(outcome);
    }

    private NoAllocation outOfReach(double outcome) {
        return new NoAllocation(new AllocationConflict.OutOfReach(outcome, splits.outcome(mostOfAll)));
    }

    /** A budget that brings an outcome by one channel alone; infinite where limits might keep it from that channel. */
    private double enoughAlone(double outcome) {
        double enough = Double.POSITIVE_INFINITY;
        if (columns.limits().isEmpty() && allUnlimited()) {
            for (int channel = 0; channel < columns.size(); channel++) {
                double spend = columns.curve(channel).spendFor(outcome);
                enough = Math.min(enough, leastOfAll * stepSize + spend);
            }
        }
        return enough;
    }

    /**
     * The least number of steps that suffices, sought from one either way in strides that double, then by halves; one more than
     * there can be where none does. The fewest that the bounds admit do not suffice.
     */
    private long leastEnough(long start, double outcome) {
        long tooFew = leastOfAll;
        long enough = mostOfAll + 1;
        long at = Math.min(Math.max(start, leastOfAll + 1), mostOfAll);
        for (long stride = 1; tooFew < at && at < enough; stride *= 2) {
            if (splits.outcome(at) < outcome) {
                tooFew = at;
                at += stride;
            } else {
                enough = at;
                at -= stride;
            }
        }
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (splits.outcome(middle) < outcome) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    AllocationResult atMarginalReturn(double threshold) {
        if (conflict != null) {
            return new NoAllocation(conflict);
        }
        double limit = MOST_STEPS * stepSize;
        double budget = ContinuousSplit.budgetAt(columns, threshold, limit);
        if (!(budget < limit)) {
            return new NoAllocation(new AllocationConflict.Unlimited(threshold));
        }
        long steps = Math.max(leastOfAll, wholeSteps(budget));
        if (steps == leastOfAll && leastOfAll > 0) {
            double reached = ContinuousSplit.marginalReturn(columns, leastOfAll * stepSize, limit);
            if (reached < threshold * (1 - ROUNDING)) {
                return new NoAllocation(
                        new AllocationConflict.MarginalReturnOutOfReach(threshold, money(leastOfAll), reached));
            }
        }
        return best(steps);
    }

    AllocationResult atReturn(double target) {
        if (conflict != null) {
            return new NoAllocation(conflict);
        }
        double least = leastOfAll * stepSize;
        double budget = ContinuousSplit.budgetAtReturn(columns, target, least, mostOfAll * stepSize);
        if (budget >= MOST_STEPS * stepSize) {
            return new NoAllocation(new AllocationConflict.Unlimited(target));
        }
        long steps = Math.max(leastOfAll, wholeSteps(budget));
        double outcome = splits.outcome(steps);
        while (fallsShort(outcome, steps, target) && steps > leastOfAll) {
            // No budget between the outcome divided by the target and this one returns enough either.
            steps = Math.max(leastOfAll, Math.min(steps - 1, wholeSteps(outcome / target)));
            outcome = splits.outcome(steps);
        }
        return fallsShort(outcome, steps, target)
                ? new NoAllocation(new AllocationConflict.ReturnOutOfReach(target, money(leastOfAll), outcome / least))
                : allocation(splits.quick(steps));
    }

    private boolean fallsShort(double outcome, long steps, double target) {
        return outcome < target * (steps * stepSize) * (1 - ROUNDING);
    }

    private long wholeSteps(double budget) {
        return (long) Math.floor(budget / stepSize * (1 + 1e-15));
    }

    private boolean allUnlimited() {
        for (int channel = 0; channel < most.length; channel++) {
            if (most[channel] < MOST_STEPS) {
                return false;
            }
        }
        return true;
    }

    private AllocationResult best(long budget) {
        if (conflict == null && budget < leastOfAll) {
            conflict = new AllocationConflict.FloorsAboveCeiling(null, money(budget), money(leastOfAll));
        }
        if (conflict == null && budget > mostOfAll) {
            conflict = new AllocationConflict.CeilingsBelowFloor(null, money(budget), money(mostOfAll));
        }
        if (conflict != null) {
            return new NoAllocation(conflict);
        }
        return allocation(splits.best(budget));
    }

    private Allocation allocation(StepSplit split) {
        Map<String, BigDecimal> spends = new LinkedHashMap<>();
        Map<String, Double> exact = new LinkedHashMap<>();
        ContinuousAllocation continuous = split.continuous();
        int position = 0;
        for (String channel : curves.keySet()) {
            int column = order.column(position++);
            spends.put(channel, money(split.steps()[column]));
            exact.put(channel, continuous.spend(column));
        }
        return new Allocation(
                spends,
                split.outcome(),
                split.upperBound(),
                new ContinuousOptimum(
                        exact,
                        continuous.outcome(),
                        continuous.upperBound(),
                        continuous.marginalReturn(),
                        continuous.residual()));
    }

    private BigDecimal money(long steps) {
        return step.multiply(BigDecimal.valueOf(steps));
    }

    private void add(int column, Map<String, SpendLimits> limits) {
        String channel = order.channels().get(column);
        SpendLimits own = limits.get(channel);
        most[column] = MOST_STEPS;
        if (own != null) {
            least[column] = floorSteps(own);
            most[column] = ceilingSteps(own);
            requireStepWithin(channel, own, least[column], most[column]);
        }
        ResponseCurve curve = Required.present(curves.get(channel), "BudgetAllocation.curves");
        columns.add(curve, least[column] * stepSize, Math.max(least[column], most[column]) * stepSize);
    }

    private void addGroup(int place) {
        ChannelGroup group = order.groups().get(place);
        long floor = floorSteps(group.limits());
        long ceiling = ceilingSteps(group.limits());
        requireStepWithin(group.name(), group.limits(), floor, ceiling);
        groups.add(new StepBounds.Group(order.begin(place), order.end(place), floor, ceiling));
        columns.limit(order.begin(place), order.end(place), floor * stepSize, Math.max(floor, ceiling) * stepSize);
    }

    private void requireStepWithin(String name, SpendLimits limits, long floor, long ceiling) {
        if (conflict == null && floor > ceiling) {
            conflict = new AllocationConflict.NoStepWithin(name, limits, step);
        }
    }

    private long floorSteps(SpendLimits limits) {
        return limits.floor()
                .divide(step, 0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(MOST_STEPS))
                .longValueExact();
    }

    private long ceilingSteps(SpendLimits limits) {
        BigDecimal ceiling = limits.ceiling();
        return ceiling == null
                ? MOST_STEPS
                : ceiling.divide(step, 0, RoundingMode.FLOOR)
                        .min(BigDecimal.valueOf(MOST_STEPS))
                        .longValueExact();
    }

    /** Adds up the limits, from the groups to the whole, and finds the first that contradict each other. */
    private void total() {
        int outside = 0;
        for (int place = 0; place < groups.size(); place++) {
            StepBounds.Group group = groups.get(place);
            long floors = StepBounds.sum(least, group.begin(), group.end());
            long ceilings = StepBounds.sum(most, group.begin(), group.end());
            String name = order.groups().get(place).name();
            if (conflict == null && floors > group.ceiling()) {
                conflict = new AllocationConflict.FloorsAboveCeiling(name, money(group.ceiling()), money(floors));
            }
            if (conflict == null && ceilings < group.floor()) {
                conflict = new AllocationConflict.CeilingsBelowFloor(name, money(group.floor()), money(ceilings));
            }
            leastOfAll = StepBounds.capped(leastOfAll + Math.max(floors, group.floor()));
            mostOfAll = StepBounds.capped(mostOfAll + Math.min(ceilings, group.ceiling()));
            outside = group.end();
        }
        leastOfAll = StepBounds.capped(leastOfAll + StepBounds.sum(least, outside, least.length));
        mostOfAll = StepBounds.capped(mostOfAll + StepBounds.sum(most, outside, most.length));
    }
}
