package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;

/**
 * A channel whose effect lasts: a share of each period's stock of advertising is carried over to the next.
 *
 * <p>{@code stock(t) = spend(t) + carryOver * stock(t - 1)}, and the outcome is the curve's at the stock. As a response curve
 * it is the steady state: spending the same every period keeps the stock at {@code spend / (1 - carryOver)}.
 * Source: S. Broadbent, One way TV advertisements work, Journal of the Market Research Society 21(3), 1979, 139-166.
 *
 * @param curve the outcome of a stock
 * @param carryOver the share of the stock that lasts into the next period, at least 0 and below 1
 */
public record Adstock(ResponseCurve curve, Double carryOver) implements ResponseCurve, DocumentPart {

    public Adstock {
        Required.present(curve, "Adstock.curve");
        carryOver = Doubles.notNegative(carryOver, "Adstock.carryOver");
        if (!(carryOver < 1)) {
            throw new IllegalArgumentException(
                    "Adstock.carryOver must be at least 0 and below 1, but was " + carryOver + ".");
        }
    }

    /**
     * The curve of a spend that is the same every period, once the stock no longer grows.
     *
     * @return a curve of the inner one's family
     */
    public ResponseCurve steadyState() {
        return curve.scaled(1 - carryOver, 1);
    }

    @Override
    public double value(double spend) {
        return steadyState().value(spend);
    }

    @Override
    public double marginal(double spend) {
        return steadyState().marginal(spend);
    }

    @Override
    public double inverseMarginal(double marginal) {
        return steadyState().inverseMarginal(marginal);
    }

    @Override
    public double spendFor(double outcome) {
        return steadyState().spendFor(outcome);
    }

    @Override
    public double inflection() {
        return steadyState().inflection();
    }

    @Override
    public Adstock scaled(double spend, double outcome) {
        return new Adstock(curve.scaled(spend, outcome), carryOver);
    }

    @Override
    public void addTo(ResponseColumns columns) {
        steadyState().addTo(columns);
    }
}
