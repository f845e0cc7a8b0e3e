package io.github.planningmath.allocation;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits a budget over channels so that it brings the most, and answers the questions around it: the least budget for an
 * outcome, and the greatest that still returns enough.
 *
 * <p>It makes {@code sum(value(spend))} as great as it can be where {@code sum(spend) = budget}, every channel keeps to its
 * limits and every group to its own. Concave curves are split exactly, in whole steps too. S-shaped ones are split exactly in
 * whole steps where {@code channels * steps^2} is at most 1e8; else the best split without steps is sought among all there
 * are, and rounded. That search ends at a relative gap of 1e-9, or after a given amount of work, for hundreds of channels
 * that are nearly equal: {@link Allocation#gap()} is what is proved of a split. A local optimum is never passed off as the
 * best.
 *
 * <p>Amounts are whole steps, of the hundredth of a unit unless set otherwise; the budget is spent to the last step. What
 * rounding loses against the unrounded split is stated apart. The order in which channels are given changes nothing.
 */
public final class BudgetAllocation {

    private static final BudgetAllocation DEFAULTS = new BudgetAllocation(Map.of(), List.of(), new BigDecimal("0.01"));

    private final Map<String, SpendLimits> limits;
    private final List<ChannelGroup> groups;
    private final BigDecimal step;

    private BudgetAllocation(Map<String, SpendLimits> limits, List<ChannelGroup> groups, BigDecimal step) {
        this.limits = limits;
        this.groups = groups;
        this.step = step;
    }

    /**
     * No limits, and amounts in hundredths of a unit.
     *
     * @return the allocation
     */
    public static BudgetAllocation withDefaults() {
        return DEFAULTS;
    }

    /**
     * With limits of channels, in place of any before.
     *
     * @param limitsByChannel by channel; a channel without has a floor of 0 and no ceiling
     * @return an allocation with these limits
     */
    public BudgetAllocation withLimits(Map<String, SpendLimits> limitsByChannel) {
        return new BudgetAllocation(Required.byName(limitsByChannel, "BudgetAllocation.limits"), groups, step);
    }

    /**
     * With limits of one channel, beside those of others.
     *
     * @param channel the channel
     * @param channelLimits its limits
     * @return an allocation with these limits
     */
    public BudgetAllocation withLimits(String channel, SpendLimits channelLimits) {
        Map<String, SpendLimits> copy = new LinkedHashMap<>(limits);
        copy.put(channel, channelLimits);
        return withLimits(copy);
    }

    /**
     * With groups of channels that have limits together, in place of any before. A channel is in one group at most.
     *
     * @param channelGroups the groups
     * @return an allocation with these groups
     * @throws IllegalArgumentException if two groups have one name, or a channel in common
     */
    public BudgetAllocation withGroups(List<ChannelGroup> channelGroups) {
        List<ChannelGroup> copy = Required.list(channelGroups, "BudgetAllocation.groups");
        Required.distinct(copy.stream().map(ChannelGroup::name).toList(), "BudgetAllocation.groups");
        Required.distinct(
                copy.stream().flatMap(group -> group.channels().stream()).toList(), "BudgetAllocation.groups.channels");
        return new BudgetAllocation(limits, copy, step);
    }

    /**
     * With amounts that are whole multiples of a step: thousands, or 1 for whole people.
     *
     * @param wholeStep above 0
     * @return an allocation with this step
     */
    public BudgetAllocation withStep(BigDecimal wholeStep) {
        return new BudgetAllocation(limits, groups, Amounts.positive(wholeStep, "BudgetAllocation.step"));
    }

    /**
     * With amounts in whole minor units of a currency.
     *
     * @param currency one with a minor unit
     * @return an allocation with that step
     */
    public BudgetAllocation withMinorUnitOf(Currency currency) {
        return withStep(BigDecimal.ONE.movePointLeft(Math.max(0, currency.getDefaultFractionDigits())));
    }

    /**
     * The split of a budget that brings the most.
     *
     * @param budget at least 0, a multiple of the step; all of it is spent
     * @param curvesByChannel what spending brings, by channel; at least one
     * @return the allocation with what is proved of it, or the conflict of bounds that keeps the budget from being spent
     * @throws IllegalArgumentException if the budget is no multiple of the step, or limits name an unknown channel
     */
    public AllocationResult best(BigDecimal budget, Map<String, ? extends ResponseCurve> curvesByChannel) {
        return task(curvesByChannel).best(Amounts.notNegative(budget, "BudgetAllocation.budget"));
    }

    /**
     * The least budget that brings an outcome, and its split: the first whole number of steps whose best split attains it, in
     * floating point as it is. Where splits in so many steps are not proved best, it is the least that was found.
     *
     * @param outcome at least 0, finite
     * @param curvesByChannel what spending brings, by channel; at least one
     * @return the allocation, whose outcome is at least the one asked for while one step less does not suffice; or why
     *     there is none
     */
    public AllocationResult leastBudget(double outcome, Map<String, ? extends ResponseCurve> curvesByChannel) {
        return task(curvesByChannel).leastBudget(Doubles.notNegative(outcome, "BudgetAllocation.outcome"));
    }

    /**
     * The budget at which the marginal return falls to a threshold, and its split: the last unit of money brings as much.
     *
     * <p>Where no money beyond the floors brings so much, that is the answer: {@link
     * AllocationConflict.MarginalReturnOutOfReach}. Without floors it is a budget of 0.
     *
     * <p>With a threshold of {@code 1 / c} it is the budget at which a further customer costs {@code c}.
     *
     * @param threshold the marginal return, above 0 and finite
     * @param curvesByChannel what spending brings, by channel; at least one
     * @return the allocation, its budget rounded down to a whole step; or why there is none
     */
    public AllocationResult atMarginalReturn(double threshold, Map<String, ? extends ResponseCurve> curvesByChannel) {
        return task(curvesByChannel).atMarginalReturn(Doubles.positive(threshold, "BudgetAllocation.threshold"));
    }

    /**
     * The greatest budget that still returns a target for each unit of money on average, and its split: the greatest outcome
     * at a given return on advertising spend.
     *
     * @param target {@code outcome / budget}, above 0 and finite
     * @param curvesByChannel what spending brings, by channel; at least one
     * @return the allocation, its budget rounded down to a whole step; or why there is none
     */
    public AllocationResult atReturn(double target, Map<String, ? extends ResponseCurve> curvesByChannel) {
        return task(curvesByChannel).atReturn(Doubles.positive(target, "BudgetAllocation.target"));
    }

    /**
     * The split of a budget that brings the most, without rounding: for very many channels, or very many calls. Limits are
     * those of the columns; the ones set here do not count. Its {@link ContinuousAllocation#gap()} is what is proved of it.
     *
     * @param budget at least 0, finite
     * @param columns the channels
     * @return the split
     * @throws IllegalArgumentException if the budget is not accepted, or the bounds of the columns do not admit it
     */
    public ContinuousAllocation continuous(double budget, ResponseColumns columns) {
        ContinuousAllocation split =
                ContinuousSplit.best(columns, Doubles.notNegative(budget, "BudgetAllocation.budget"));
        if (split != null) {
            return split;
        }
        throw new IllegalArgumentException(
                "BudgetAllocation.budget must lie within the bounds of the columns, but was " + budget + ".");
    }

    private AllocationTask task(Map<String, ? extends ResponseCurve> curvesByChannel) {
        Map<String, ResponseCurve> curves = Required.byName(curvesByChannel, "BudgetAllocation.curves");
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("BudgetAllocation.curves must hold at least one, but was empty.");
        }
        Set<String> named = new HashSet<>(limits.keySet());
        groups.forEach(group -> named.addAll(group.channels()));
        for (String channel : named) {
            if (!curves.containsKey(channel)) {
                throw new IllegalArgumentException(
                        "BudgetAllocation.curves must hold every channel that has limits, but " + channel
                                + " was missing from " + curves.keySet() + ".");
            }
        }
        return new AllocationTask(curves, limits, groups, step);
    }
}
