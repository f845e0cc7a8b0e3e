package io.github.planningmath.lifetime;

import org.apache.commons.numbers.gamma.LogGamma;

/** Purchases of customers who never leave: Poisson processes whose rate is Gamma(r, alpha). */
final class NegativeBinomial {

    private NegativeBinomial() {}

    /** {@code ln(Gamma(r + n) / (Gamma(r) n!) * (alpha / (alpha + t))^r * (t / (alpha + t))^n)}. */
    static double logProbability(double r, double alpha, long purchases, double duration) {
        double ofNone = -r * Math.log1p(duration / alpha);
        if (purchases == 0) {
            return ofNone;
        }
        return LogGamma.value(r + purchases)
                - LogGamma.value(r)
                - LogGamma.value(purchases + 1.0)
                + ofNone
                + purchases * Math.log(duration / (alpha + duration));
    }
}
