package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Hypergeometric;
import io.github.planningmath.internal.UnitIntegral;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The discounted purchases to expect of an active customer whose rate is Gamma(shape, rate) and whose probability to leave
 * after each purchase is Beta(a, b).
 *
 * <p>At a known rate lambda, purchase {@code j + 1} is worth {@code u^(j + 1)} with {@code u = lambda / (lambda + delta)}, and
 * happens with probability {@code (b)_j / (a + b)_j}; so {@code DERT = E(u F(1, b; a + b; u))} with Gauss's hypergeometric
 * function, integrated over lambda: to a relative 1e-12, and 1e-11 at 10,000 purchases.
 */
final class BetaGeometricDiscount {

    private BetaGeometricDiscount() {}

    /** Discounted at the continuous rate delta, above 0. */
    static double of(double shape, double rate, double a, double b, double delta) {
        double scale = shape / rate;
        double logGamma = LogGamma.value(shape);
        return UnitIntegral.of((place, rest) -> {
            double times = place / rest;
            double lambda = scale * times;
            double all = lambda + delta;
            double u = lambda / all;
            double density = Math.exp(shape * (Math.log(shape * times) - times) - logGamma);
            // d lambda / lambda = d place / (place rest)
            return density == 0 ? 0 : density / (place * rest) * u * Hypergeometric.value(1, b, a + b, u, delta / all);
        });
    }
}
