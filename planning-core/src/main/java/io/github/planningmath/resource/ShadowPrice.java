package io.github.planningmath.resource;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.NormValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What more of a resource is worth: the exact difference between the most with and without it,
 * {@code worth = most(resource + step) - most(resource) - cost of the step}.
 *
 * <p>What a step of visits brings can be below 0: where a channel is full, its leads come over others, and if those are
 * cheaper, room on it that the channel mix makes use of costs profit.
 *
 * @param steps how much more of each resource, at least one
 * @param brings the most with the steps less the most without, before they are paid
 * @param costs what the steps cost: the salaries of further managers; nothing for a budget, which is paid as it is spent
 */
public record ShadowPrice(List<Step> steps, BigDecimal brings, BigDecimal costs) {

    /**
     * How much more of a resource.
     *
     * @param resource the resource
     * @param amount an amount of money for a budget, else a count: of managers, or of visits a month
     */
    public record Step(Resource resource, NormValue amount) {

        public Step {
            Required.present(resource, "Step.resource");
            Required.present(amount, "Step.amount");
        }

        @Override
        public String toString() {
            return resource + " + " + amount;
        }
    }

    public ShadowPrice {
        steps = Required.list(steps, "ShadowPrice.steps");
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("ShadowPrice.steps must hold at least one, but was empty.");
        }
        brings = Amounts.plain(Required.present(brings, "ShadowPrice.brings"));
        costs = Amounts.plain(Required.present(costs, "ShadowPrice.costs"));
    }

    /**
     * What the step is worth.
     *
     * @return {@code brings - costs}; below 0 if it does not pay
     */
    public BigDecimal worth() {
        return Amounts.plain(brings.subtract(costs));
    }

    /**
     * What one unit of the first step is worth: a unit of the currency, a manager, a visit a month.
     *
     * @param digits digits after the point
     * @param rounding how to round
     * @return {@code worth / step}
     */
    public BigDecimal perUnit(int digits, RoundingMode rounding) {
        NormValue step = steps.get(0).amount();
        return worth().multiply(new BigDecimal(step.denominator()))
                .divide(new BigDecimal(step.numerator()), digits, rounding);
    }
}
