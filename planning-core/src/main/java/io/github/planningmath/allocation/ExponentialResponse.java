package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.quantity.DocumentPart;

/**
 * Saturation: of what is still missing to the ceiling, every unit of money wins the same share.
 *
 * <p>{@code value = ceiling * (1 - exp(-spend / scale))}; concave.
 *
 * @param ceiling the outcome that no spend exceeds, above 0
 * @param scale the spend that brings 63.2 % of it, above 0
 */
public record ExponentialResponse(Double ceiling, Double scale) implements ResponseCurve, DocumentPart {

    public ExponentialResponse {
        Doubles.positive(ceiling, "ExponentialResponse.ceiling");
        Doubles.positive(scale, "ExponentialResponse.scale");
    }

    @Override
    public double value(double spend) {
        return -ceiling * Math.expm1(-Accepted.spend(spend, "ExponentialResponse.value") / scale);
    }

    @Override
    public double marginal(double spend) {
        return ceiling / scale * Math.exp(-Accepted.spend(spend, "ExponentialResponse.marginal") / scale);
    }

    @Override
    public double inverseMarginal(double marginal) {
        double relative = Accepted.marginal(marginal, "ExponentialResponse.inverseMarginal") * scale / ceiling;
        return Math.max(0, -scale * Math.log(relative));
    }

    @Override
    public double spendFor(double outcome) {
        double share = Accepted.outcome(outcome, "ExponentialResponse.spendFor") / ceiling;
        return share < 1 ? -scale * Math.log1p(-share) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double inflection() {
        return 0;
    }

    @Override
    public ExponentialResponse scaled(double spend, double outcome) {
        return new ExponentialResponse(
                ceiling * Accepted.factor(outcome, "ExponentialResponse.scaled"),
                scale * Accepted.factor(spend, "ExponentialResponse.scaled"));
    }

    @Override
    public void addTo(ResponseColumns columns) {
        columns.exponential(ceiling, scale);
    }
}
