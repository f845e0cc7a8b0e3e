package io.github.planningmath.testkit;

import io.github.planningmath.allocation.AllocationResult;
import io.github.planningmath.allocation.BudgetAllocation;
import io.github.planningmath.allocation.ChannelGroup;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.SpendLimits;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A budget to split over channels.
 *
 * @param curves what spending brings, by channel; at least one
 * @param limits by channel; a channel without has none
 * @param groups channels that have limits together
 * @param budget what is to be spent, a multiple of 0.01
 */
public record AllocationProblem(
        Map<String, ResponseCurve> curves,
        Map<String, SpendLimits> limits,
        List<ChannelGroup> groups,
        BigDecimal budget) {

    public AllocationProblem {
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(
                Objects.requireNonNull(curves, "AllocationProblem.curves must be given, but was null.")));
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(
                Objects.requireNonNull(limits, "AllocationProblem.limits must be given, but was null.")));
        groups = List.copyOf(Objects.requireNonNull(groups, "AllocationProblem.groups must be given, but was null."));
        Objects.requireNonNull(budget, "AllocationProblem.budget must be given, but was null.");
    }

    /**
     * The limits of one channel.
     *
     * @param channel its name
     * @return its limits, none if none are given
     */
    public SpendLimits limits(String channel) {
        return limits.getOrDefault(channel, SpendLimits.none());
    }

    /**
     * This problem with another budget.
     *
     * @param amount what is to be spent
     * @return the changed problem
     */
    public AllocationProblem withBudget(BigDecimal amount) {
        return new AllocationProblem(curves, limits, groups, amount);
    }

    /**
     * This problem with other channels.
     *
     * @param byChannel what spending brings
     * @return the changed problem
     */
    public AllocationProblem withCurves(Map<String, ResponseCurve> byChannel) {
        return new AllocationProblem(byChannel, limits, groups, budget);
    }

    /**
     * Splits the budget.
     *
     * @return the best split, or the conflict of bounds that keeps the budget from being spent
     */
    public AllocationResult best() {
        return BudgetAllocation.withDefaults()
                .withLimits(limits)
                .withGroups(groups)
                .best(budget, curves);
    }
}
