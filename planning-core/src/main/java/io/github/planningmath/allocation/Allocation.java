package io.github.planningmath.allocation;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/**
 * A budget split over channels, in whole steps, with what is proved of it.
 *
 * <p>Where all curves are concave, or steps are few, no split in the same steps brings more and the upper bound is the outcome
 * itself; else the two may lie apart, by what {@link #gap()} says.
 *
 * @param spends what each channel spends, in the order in which curves were given
 * @param outcome what they bring together
 * @param upperBound what no split of the same budget in the same steps exceeds, at least the outcome
 * @param continuous the split before it was rounded to whole steps
 */
public record Allocation(
        Map<String, BigDecimal> spends, Double outcome, Double upperBound, ContinuousOptimum continuous)
        implements AllocationResult {

    /** The relative gap that is as good as none. */
    private static final double PROVED = 1e-9;

    public Allocation {
        spends = Amounts.notNegative(spends, "Allocation.spends");
        outcome = Doubles.notNegative(outcome, "Allocation.outcome");
        upperBound = Doubles.notNegative(upperBound, "Allocation.upperBound");
        if (!(upperBound >= outcome)) {
            throw new IllegalArgumentException("Allocation.upperBound must be at least the outcome of " + outcome
                    + ", but was " + upperBound + ".");
        }
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
     * How far the outcome may be from the best there is in whole steps, {@code (upperBound - outcome) / upperBound}.
     *
     * @return at least 0
     */
    public double gap() {
        return upperBound > outcome ? (upperBound - outcome) / upperBound : 0;
    }

    /**
     * Whether it is proved that no split of the budget in the same steps brings more, but for a relative 1e-9.
     *
     * @return true where the gap is at most 1e-9; false says that nothing better was found, not that nothing is
     */
    public boolean provedBest() {
        return gap() <= PROVED;
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
