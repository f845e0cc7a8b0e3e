package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.quantity.DocumentPart;

/**
 * Saturation after a threshold: little comes of little money where the slope is above 1.
 *
 * <p>{@code value = ceiling * spend^slope / (halfSaturation^slope + spend^slope)}; S-shaped with its inflection at
 * {@code halfSaturation * ((slope - 1) / (slope + 1))^(1 / slope)} where the slope is above 1, else concave. A slope of 1 is
 * {@link MichaelisMenten}. Source: A. V. Hill, The possible effects of the aggregation of the molecules of haemoglobin on
 * its dissociation curves, Journal of Physiology 40, 1910, iv-vii.
 *
 * @param ceiling the outcome that no spend exceeds, above 0
 * @param halfSaturation the spend that brings half of it, above 0
 * @param slope how steep the curve is there, above 0
 */
public record Hill(Double ceiling, Double halfSaturation, Double slope) implements ResponseCurve, DocumentPart {

    public Hill {
        Doubles.positive(ceiling, "Hill.ceiling");
        Doubles.positive(halfSaturation, "Hill.halfSaturation");
        Doubles.positive(slope, "Hill.slope");
    }

    @Override
    public double value(double spend) {
        return ceiling * share(odds(Accepted.spend(spend, "Hill.value")));
    }

    @Override
    public double marginal(double spend) {
        if (Accepted.spend(spend, "Hill.marginal") == 0) {
            return slope > 1 ? 0 : slope == 1 ? ceiling / halfSaturation : Double.POSITIVE_INFINITY;
        }
        double odds = odds(spend);
        return ceiling * slope / spend * share(odds) / (1 + odds);
    }

    @Override
    public double inverseMarginal(double marginal) {
        Accepted.marginal(marginal, "Hill.inverseMarginal");
        if (slope == 1) {
            return new MichaelisMenten(ceiling, halfSaturation).inverseMarginal(marginal);
        }
        return HillSlope.of(slope).spend(Math.log(marginal / ceiling * halfSaturation / slope)) * halfSaturation;
    }

    @Override
    public double spendFor(double outcome) {
        double share = Accepted.outcome(outcome, "Hill.spendFor") / ceiling;
        return share < 1 ? halfSaturation * Math.pow(share / (1 - share), 1 / slope) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double inflection() {
        return slope > 1 ? halfSaturation * Math.pow((slope - 1) / (slope + 1), 1 / slope) : 0;
    }

    @Override
    public Hill scaled(double spend, double outcome) {
        return new Hill(
                ceiling * Accepted.factor(outcome, "Hill.scaled"),
                halfSaturation * Accepted.factor(spend, "Hill.scaled"),
                slope);
    }

    @Override
    public void addTo(ResponseColumns columns) {
        if (slope == 1) {
            columns.michaelisMenten(ceiling, halfSaturation);
        } else {
            columns.hill(this);
        }
    }

    /** What is won to what is still missing. */
    private double odds(double spend) {
        return Math.pow(spend / halfSaturation, slope);
    }

    /** Never falls as the odds rise, which {@code odds / (1 + odds)} would by its rounding. */
    private static double share(double odds) {
        return 1 / (1 + 1 / odds);
    }
}
