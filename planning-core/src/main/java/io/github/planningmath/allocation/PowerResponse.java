package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.quantity.DocumentPart;

/**
 * A constant elasticity: a percent more money brings {@code exponent} percent more.
 *
 * <p>{@code value = scale * spend^exponent}; concave. The first unit of money brings without bound where the exponent is
 * below 1.
 *
 * @param scale the outcome of one unit of money, above 0
 * @param exponent the elasticity, above 0 and at most 1
 */
public record PowerResponse(Double scale, Double exponent) implements ResponseCurve, DocumentPart {

    public PowerResponse {
        Doubles.positive(scale, "PowerResponse.scale");
        Doubles.positive(exponent, "PowerResponse.exponent");
        if (!(exponent <= 1)) {
            throw new IllegalArgumentException("PowerResponse.exponent must be above 0 and at most 1, but was "
                    + exponent + ". Perhaps a Hill curve was meant: it rises ever faster at first, but not forever.");
        }
    }

    @Override
    public double value(double spend) {
        return scale * Math.pow(Accepted.spend(spend, "PowerResponse.value"), exponent);
    }

    @Override
    public double marginal(double spend) {
        return scale * exponent * Math.pow(Accepted.spend(spend, "PowerResponse.marginal"), exponent - 1);
    }

    @Override
    public double inverseMarginal(double marginal) {
        Accepted.marginal(marginal, "PowerResponse.inverseMarginal");
        if (exponent == 1) {
            return marginal <= scale ? Double.POSITIVE_INFINITY : 0;
        }
        return Math.pow(scale * exponent / marginal, 1 / (1 - exponent));
    }

    @Override
    public double spendFor(double outcome) {
        return Math.pow(Accepted.outcome(outcome, "PowerResponse.spendFor") / scale, 1 / exponent);
    }

    @Override
    public double inflection() {
        return 0;
    }

    @Override
    public PowerResponse scaled(double spend, double outcome) {
        Accepted.factor(spend, "PowerResponse.scaled");
        Accepted.factor(outcome, "PowerResponse.scaled");
        return new PowerResponse(scale * outcome / Math.pow(spend, exponent), exponent);
    }

    @Override
    public void addTo(ResponseColumns columns) {
        if (exponent == 1) {
            columns.line(0, Double.POSITIVE_INFINITY, scale);
        } else {
            columns.power(scale, exponent);
        }
    }
}
