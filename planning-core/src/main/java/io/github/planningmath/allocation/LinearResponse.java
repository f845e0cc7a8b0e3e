package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.quantity.DocumentPart;
import org.jspecify.annotations.Nullable;

/**
 * The same return on every unit of money up to a ceiling, and nothing beyond it: a search engine's price for a lead while
 * there is demand.
 *
 * <p>{@code value = slope * min(spend, ceiling)}; concave.
 *
 * @param slope the return on a unit of money, at least 0
 * @param ceiling the spend beyond which nothing more comes, above 0; null if there is none
 */
public record LinearResponse(Double slope, @Nullable Double ceiling) implements ResponseCurve, DocumentPart {

    public LinearResponse {
        slope = Doubles.notNegative(slope, "LinearResponse.slope");
        if (ceiling != null) {
            Doubles.positive(ceiling, "LinearResponse.ceiling");
        }
    }

    @Override
    public double value(double spend) {
        return slope * Math.min(Accepted.spend(spend, "LinearResponse.value"), mostUseful());
    }

    @Override
    public double marginal(double spend) {
        return Accepted.spend(spend, "LinearResponse.marginal") < mostUseful() ? slope : 0;
    }

    @Override
    public double inverseMarginal(double marginal) {
        if (Accepted.marginal(marginal, "LinearResponse.inverseMarginal") == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return marginal <= slope ? mostUseful() : 0;
    }

    @Override
    public double spendFor(double outcome) {
        if (Accepted.outcome(outcome, "LinearResponse.spendFor") == 0) {
            return 0;
        }
        double spend = outcome / slope;
        return spend <= mostUseful() ? spend : Double.POSITIVE_INFINITY;
    }

    @Override
    public double inflection() {
        return 0;
    }

    @Override
    public LinearResponse scaled(double spend, double outcome) {
        Accepted.factor(spend, "LinearResponse.scaled");
        Accepted.factor(outcome, "LinearResponse.scaled");
        return new LinearResponse(slope * outcome / spend, ceiling == null ? null : ceiling * spend);
    }

    @Override
    public void addTo(ResponseColumns columns) {
        columns.line(0, mostUseful(), slope);
        if (ceiling != null) {
            columns.line(ceiling, Double.POSITIVE_INFINITY, 0);
        }
    }

    private double mostUseful() {
        return ceiling == null ? Double.POSITIVE_INFINITY : ceiling;
    }
}
