package io.github.planningmath.lifetime;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How a trait differs from customer to customer: the weights and places of a trapezoid rule, which is exact to many digits for
 * a smooth function of the logarithm (rates) or the logit (probabilities) that vanishes at both ends.
 */
final class Mixing {

    private static final double STEP = 0.06;
    private static final double FARTHEST = 4.6;

    private final double[] places;
    private final double[] weights;

    private Mixing(double centre, DoubleUnaryOperator place, DoubleUnaryOperator logDensity) {
        int nodes = (int) (2 * FARTHEST / STEP) + 1;
        places = new double[nodes];
        weights = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            double t = STEP * node - FARTHEST;
            double u = centre + Math.sinh(t);
            places[node] = place.applyAsDouble(u);
            weights[node] = STEP * Math.cosh(t) * Math.exp(logDensity.applyAsDouble(u));
        }
    }

    /** A rate that is Gamma(shape, rate). */
    static Mixing gamma(double shape, double rate) {
        double constant = shape * Math.log(rate) - LogGamma.value(shape);
        return new Mixing(1 + Math.log(shape / rate), Math::exp, u -> constant + shape * u - rate * Math.exp(u));
    }

    /** A probability that is Beta(a, b). */
    static Mixing beta(double a, double b) {
        double constant = -LogBeta.value(a, b);
        return new Mixing(
                Math.log(a / b),
                u -> 1 / (1 + Math.exp(-u)),
                u -> constant - a * Math.log1p(Math.exp(-u)) - b * Math.log1p(Math.exp(u)));
    }

    int size() {
        return places.length;
    }

    double place(int node) {
        return places[node];
    }

    double weight(int node) {
        return weights[node];
    }
}
