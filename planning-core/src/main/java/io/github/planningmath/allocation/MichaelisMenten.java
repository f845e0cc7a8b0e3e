package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.quantity.DocumentPart;

/**
 * Saturation with a long tail.
 *
 * <p>{@code value = ceiling * spend / (halfSaturation + spend)}; concave. Source: L. Michaelis, M. L. Menten, Die Kinetik
 * der Invertinwirkung, Biochemische Zeitschrift 49, 1913, 333-369.
 *
 * @param ceiling the outcome that no spend exceeds, above 0
 * @param halfSaturation the spend that brings half of it, above 0
 */
public record MichaelisMenten(Double ceiling, Double halfSaturation) implements ResponseCurve, DocumentPart {

    public MichaelisMenten {
        Doubles.positive(ceiling, "MichaelisMenten.ceiling");
        Doubles.positive(halfSaturation, "MichaelisMenten.halfSaturation");
    }

    @Override
    public double value(double spend) {
        Accepted.spend(spend, "MichaelisMenten.value");
        // never falls as the spend rises, which spend / (halfSaturation + spend) would by its rounding
        return ceiling / (1 + halfSaturation / spend);
    }

    @Override
    public double marginal(double spend) {
        double sum = halfSaturation + Accepted.spend(spend, "MichaelisMenten.marginal");
        return ceiling / sum * (halfSaturation / sum);
    }

    @Override
    public double inverseMarginal(double marginal) {
        Accepted.marginal(marginal, "MichaelisMenten.inverseMarginal");
        return Math.max(0, Math.sqrt(ceiling / marginal * halfSaturation) - halfSaturation);
    }

    @Override
    public double spendFor(double outcome) {
        double share = Accepted.outcome(outcome, "MichaelisMenten.spendFor") / ceiling;
        return share < 1 ? halfSaturation * (share / (1 - share)) : Double.POSITIVE_INFINITY;
    }

    @Override
    public double inflection() {
        return 0;
    }

    @Override
    public MichaelisMenten scaled(double spend, double outcome) {
        return new MichaelisMenten(
                ceiling * Accepted.factor(outcome, "MichaelisMenten.scaled"),
                halfSaturation * Accepted.factor(spend, "MichaelisMenten.scaled"));
    }

    @Override
    public void addTo(ResponseColumns columns) {
        columns.michaelisMenten(ceiling, halfSaturation);
    }
}
