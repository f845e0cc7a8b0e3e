package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;

/**
 * What a customer is worth against what it costs to win one (LTV : CAC). Statistics.
 *
 * @param basis what the value stands on
 * @param lifetimeValue of one customer, finite
 * @param acquisitionCost of one customer, above 0
 */
public record ValueToCost(ValueBasis basis, Double lifetimeValue, Double acquisitionCost) {

    public ValueToCost {
        Required.present(basis, "ValueToCost.basis");
        Doubles.between(lifetimeValue, -Double.MAX_VALUE, Double.MAX_VALUE, "ValueToCost.lifetimeValue");
        Doubles.positive(acquisitionCost, "ValueToCost.acquisitionCost");
    }

    /**
     * The ratio.
     *
     * @return {@code lifetimeValue / acquisitionCost}
     */
    public double ratio() {
        return lifetimeValue / acquisitionCost;
    }

    /**
     * What is left of a customer's value when the cost of winning one is paid.
     *
     * @return {@code lifetimeValue - acquisitionCost}
     */
    public double surplus() {
        return lifetimeValue - acquisitionCost;
    }
}
