package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;

/**
 * What was spent on a channel in a period, and what came of it: a point that a response curve is fitted to.
 *
 * @param spend at least 0, finite
 * @param outcome finite, at least 0
 * @param weight how many observations like it the point stands for, above 0; a point of weight 2 is the point given twice
 */
public record SpendOutcome(Double spend, Double outcome, Double weight) {

    public SpendOutcome {
        spend = Doubles.notNegative(spend, "SpendOutcome.spend");
        outcome = Doubles.notNegative(outcome, "SpendOutcome.outcome");
        Doubles.positive(weight, "SpendOutcome.weight");
    }

    /**
     * One observation.
     *
     * @param spend at least 0, finite
     * @param outcome at least 0, finite
     * @return the point, of weight 1
     * @throws IllegalArgumentException if a number is not accepted
     */
    public static SpendOutcome of(double spend, double outcome) {
        return new SpendOutcome(spend, outcome, 1.0);
    }
}
