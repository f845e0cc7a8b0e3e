package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;

/**
 * What a model was fitted on.
 *
 * @param customers customers, or the sum of their weights
 * @param repeatBuyers those among them with at least one repeat purchase
 * @param uniqueRows different rows after compression
 */
public record FittedOn(Double customers, Double repeatBuyers, Integer uniqueRows) {

    public FittedOn {
        Doubles.notNegative(customers, "FittedOn.customers");
        Doubles.notNegative(repeatBuyers, "FittedOn.repeatBuyers");
        Required.between(uniqueRows, 0, Integer.MAX_VALUE, "FittedOn.uniqueRows");
    }
}
