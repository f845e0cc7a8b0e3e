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

    /** The most steps a budget can have: each is then exact in floating point. */
    private static final long MOST_STEPS = 1L << 53;

    /** What sums of outcomes may be wrong by. */
    private static final double ROUNDING = 1e-12;

    private final Map<String, ResponseCurve> curves;
    private final BigDecimal step;
    private final double stepSize;
    private final ColumnOrder order;
    private final ResponseColumns columns = new ResponseColumns();
    private final long[] least;
    private final long[] most;
    private final List<StepRounding.Limit> groups = new ArrayList<>();
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
        if (outcomeOf(leastOfAll) >= outcome) {
            return best(leastOfAll);
        }
        double greatest = outcomeOf(mostOfAll);
        if (!(greatest >= outcome)) {
            return new NoAllocation(new AllocationConflict.OutOfReach(outcome, greatest));
        }
        double enough = mostOfAll * stepSize;
        for (int channel = 0; channel < columns.size(); channel++) {
            enough = Math.min(
                    enough, leastOfAll * stepSize + columns.curve(channel).spendFor(outcome));
        }
        double high = columns.limits().isEmpty() && allUnlimited() ? enough : mostOfAll * stepSize;
        double budget = ContinuousSplit.leastBudget(columns, outcome, leastOfAll * stepSize, high);
        return leastFrom(
                Math.min(Math.max((long) Math.floor(budget / stepSize * (1 - ROUNDING)), leastOfAll), mostOfAll),
                outcome);
    }

    /** The first allocation that suffices, from a number of steps on: in strides that double, then by halves. */
    private Allocation leastFrom(long start, double outcome) {
        long tooFew = start - 1;
        long enough = start;
        Allocation allocation = best(enough).orThrow();
        for (long stride = 1; allocation.outcome() < outcome && enough < mostOfAll; stride *= 2) {
            tooFew = enough;
            enough = Math.min(mostOfAll, enough + stride);
            allocation = best(enough).orThrow();
        }
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            Allocation candidate = best(middle).orThrow();
            if (candidate.outcome() < outcome) {
                tooFew = middle;
            } else {
                enough = middle;
                allocation = candidate;
            }
        }
        return allocation;
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
        return best(Math.max(leastOfAll, wholeSteps(budget)));
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
        Allocation allocation = best(steps).orThrow();
        while (fallsShort(allocation, steps, target) && steps > leastOfAll) {
            // No budget between the outcome divided by the target and this one returns enough either.
            steps = Math.max(leastOfAll, Math.min(steps - 1, wholeSteps(allocation.outcome() / target)));
            allocation = best(steps).orThrow();
        }
        return fallsShort(allocation, steps, target)
                ? new NoAllocation(new AllocationConflict.ReturnOutOfReach(
                        target, money(leastOfAll), allocation.outcome() / least))
                : allocation;
    }

    private boolean fallsShort(Allocation allocation, long steps, double target) {
        return allocation.outcome() < target * (steps * stepSize) * (1 - ROUNDING);
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

    private double outcomeOf(long steps) {
        return ContinuousSplit.at(columns, steps * stepSize).outcome();
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
        ContinuousAllocation split = ContinuousSplit.at(columns, budget * stepSize);
        long[] steps = new StepRounding(columns, stepSize, least, most, groups).steps(split.spends(), budget);
        return allocation(split, steps);
    }

    private Allocation allocation(ContinuousAllocation split, long[] steps) {
        Map<String, BigDecimal> spends = new LinkedHashMap<>();
        Map<String, Double> exact = new LinkedHashMap<>();
        double outcome = 0;
        for (int column = 0; column < steps.length; column++) {
            outcome += columns.curve(column).value(steps[column] * stepSize);
        }
        int position = 0;
        for (String channel : curves.keySet()) {
            int column = order.column(position++);
            spends.put(channel, money(steps[column]));
            exact.put(channel, split.spend(column));
        }
        return new Allocation(
                spends,
                outcome,
                new ContinuousOptimum(
                        exact, split.outcome(), split.upperBound(), split.marginalReturn(), split.residual()));
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
        groups.add(new StepRounding.Limit(order.begin(place), order.end(place), floor, ceiling));
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
            StepRounding.Limit group = groups.get(place);
            long floors = sum(least, group.begin(), group.end());
            long ceilings = sum(most, group.begin(), group.end());
            String name = order.groups().get(place).name();
            if (conflict == null && floors > group.ceiling()) {
                conflict = new AllocationConflict.FloorsAboveCeiling(name, money(group.ceiling()), money(floors));
            }
            if (conflict == null && ceilings < group.floor()) {
                conflict = new AllocationConflict.CeilingsBelowFloor(name, money(group.floor()), money(ceilings));
            }
            leastOfAll = capped(leastOfAll + Math.max(floors, group.floor()));
            mostOfAll = capped(mostOfAll + Math.min(ceilings, group.ceiling()));
            outside = group.end();
        }
        leastOfAll = capped(leastOfAll + sum(least, outside, least.length));
        mostOfAll = capped(mostOfAll + sum(most, outside, most.length));
    }

    private static long sum(long[] steps, int begin, int end) {
        long sum = 0;
        for (int i = begin; i < end; i++) {
            sum = capped(sum + steps[i]);
        }
        return sum;
    }

    private static long capped(long steps) {
        return Math.min(steps, MOST_STEPS);
    }
}
