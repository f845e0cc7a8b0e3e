package io.github.planningmath.allocation;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/**
 * A budget split over channels, in whole steps.
 *
 * @param spends what each channel spends, in the order of the names
 * @param outcome what they bring together
 * @param continuous the split before it was rounded to whole steps
 */
public record Allocation(Map<String, BigDecimal> spends, Double outcome, ContinuousOptimum continuous)
        implements AllocationResult {

    public Allocation {
        spends = Amounts.notNegative(spends, "Allocation.spends");
        outcome = Doubles.notNegative(outcome, "Allocation.outcome");
        Required.present(continuous, "Allocation.continuous");
    }

    /**
     * What a channel spends.
     *
     * @param channel one of the channels
     * @return the amount, a multiple of the step
     * @throws IllegalArgumentException if there is no such channel
     */
    public BigDecimal spend(String channel) {
        BigDecimal spend = spends.get(channel);
        if (spend != null) {
            return spend;
        }
        throw new IllegalArgumentException(
                "Allocation.spend must be of one of " + spends.keySet() + ", but was of " + channel + ".");
    }

    /**
     * What all channels spend together.
     *
     * @return the sum of the spends
     */
    public BigDecimal budget() {
        return Amounts.plain(spends.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /**
     * What a further unit of money would bring.
     *
     * @return at least 0; infinite where nothing is spent yet on a curve that rises without bound at 0
     */
    public double marginalReturn() {
        return continuous.marginalReturn();
    }

    /**
     * What was lost by rounding to whole steps.
     *
     * @return the outcome before rounding less the outcome after it, at least 0
     */
    public double roundingLoss() {
        return Math.max(0, continuous.outcome() - outcome);
    }

    @Override
    public Allocation orThrow() {
        return this;
    }

    @Override
    public <R> R fold(
            Function<? super Allocation, ? extends R> onAllocation,
            Function<? super NoAllocation, ? extends R> otherwise) {
        return onAllocation.apply(this);
    }
}
