package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.quantity.DocumentPart;

/**
 * Ever less for more, without a ceiling: each doubling of the spend well above {@code spread} adds the same.
 *
 * <p>{@code value = scale * ln(1 + spend / spread)}; concave.
 *
 * @param scale the outcome that an e-fold of the spend adds in the end, above 0
 * @param spread the spend at which the marginal return has halved, above 0
 */
public record LogarithmicResponse(Double scale, Double spread) implements ResponseCurve, DocumentPart {

    public LogarithmicResponse {
        Doubles.positive(scale, "LogarithmicResponse.scale");
        Doubles.positive(spread, "LogarithmicResponse.spread");
    }

    @Override
    public double value(double spend) {
        return scale * Math.log1p(Accepted.spend(spend, "LogarithmicResponse.value") / spread);
    }

    @Override
    public double marginal(double spend) {
        return scale / (spread + Accepted.spend(spend, "LogarithmicResponse.marginal"));
    }

    @Override
    public double inverseMarginal(double marginal) {
        return Math.max(0, scale / Accepted.marginal(marginal, "LogarithmicResponse.inverseMarginal") - spread);
    }

    @Override
    public double spendFor(double outcome) {
        return spread * Math.expm1(Accepted.outcome(outcome, "LogarithmicResponse.spendFor") / scale);
    }

    @Override
    public double inflection() {
        return 0;
    }

    @Override
    public LogarithmicResponse scaled(double spend, double outcome) {
        return new LogarithmicResponse(
                scale * Accepted.factor(outcome, "LogarithmicResponse.scaled"),
                spread * Accepted.factor(spend, "LogarithmicResponse.scaled"));
    }

    @Override
    public void addTo(ResponseColumns columns) {
        columns.logarithmic(scale, spread);
    }
}
