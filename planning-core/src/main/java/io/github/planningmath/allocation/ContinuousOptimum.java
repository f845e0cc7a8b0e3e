package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.util.Map;

/**
 * The best split before amounts are rounded to whole steps, with what proves it.
 *
 * @param spends by channel
 * @param outcome what they bring together
 * @param upperBound what no split of the same budget exceeds
 * @param marginalReturn what a further unit of money brings, wherever no bound holds
 * @param residual the greatest relative violation of the conditions of optimality, see
 *     {@link ContinuousAllocation#residual()}
 */
public record ContinuousOptimum(
        Map<String, Double> spends, Double outcome, Double upperBound, Double marginalReturn, Double residual) {

    public ContinuousOptimum {
        spends = Required.byName(spends, "ContinuousOptimum.spends");
        outcome = Doubles.notNegative(outcome, "ContinuousOptimum.outcome");
        upperBound = Doubles.notNegative(upperBound, "ContinuousOptimum.upperBound");
        Required.present(marginalReturn, "ContinuousOptimum.marginalReturn");
        residual = Doubles.notNegative(residual, "ContinuousOptimum.residual");
    }

    /**
     * What a channel spends before rounding.
     *
     * @param channel one of the channels
     * @return the spend
     * @throws IllegalArgumentException if there is no such channel
     */
    public double spend(String channel) {
        Double spend = spends.get(channel);
        if (spend != null) {
            return spend;
        }
        throw new IllegalArgumentException(
                "ContinuousOptimum.spend must be of one of " + spends.keySet() + ", but was of " + channel + ".");
    }

    /**
     * How far the outcome may be from the best there is, {@code (upperBound - outcome) / upperBound}.
     *
     * @return at least 0
     */
    public double gap() {
        return upperBound > outcome ? (upperBound - outcome) / upperBound : 0;
    }
}
