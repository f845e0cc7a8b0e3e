package io.github.planningmath.internal;

import org.apache.commons.numbers.gamma.Gamma;
import org.apache.commons.numbers.gamma.GammaRatio;

/**
 * The Gauss hypergeometric function about the argument 1, with {@code d = c - a - b} at least 0 and {@code y = 1 - z} small.
 *
 * <p>The usual formula has two parts, each with a pole wherever {@code d} is a whole number, and they cancel there. With
 * {@code m} the nearest whole number and {@code e = d - m}, the finite first {@code m} terms have no pole; the rest is
 * {@code sum over k of U_k y^(m+k) (R_k - 1) / e}, where the ratio {@code R_k} of the two parts is 1 at {@code e = 0}. The
 * quotient is followed from term to term without ever forming {@code R_k - 1}, so all {@code e} down to 0 are alike.
 */
final class HypergeometricNearOne {

    private static final double NEGLIGIBLE = 0x1p-54;

    private HypergeometricNearOne() {}

    /** Whether the terms fall at least by this ratio from the first on. */
    static boolean falls(double a, double b, double excess, double y, double ratio) {
        double m = Math.rint(excess);
        return (Math.abs(a) + m + 1) * (Math.abs(b) + m + 1) * y <= ratio * (m + 1);
    }

    static double value(double a, double b, double c, double excess, double y) {
        int m = (int) Math.rint(excess);
        double start =
                m == 0 ? 0 : GammaRatio.delta(c, -a) * GammaRatio.delta(excess, a) * finiteSum(a, b, excess, m, y);
        return start + remainder(a, b, c, m, excess - m, y);
    }

    private static double finiteSum(double a, double b, double excess, int m, double y) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n + 1 < m; n++) {
            term *= (a + n) * (b + n) / ((1 - excess + n) * (n + 1)) * y;
            sum += term;
        }
        return sum;
    }

    private static double remainder(double a, double b, double c, int m, double e, double y) {
        double u = GammaRatio.delta(c, -a) / Gamma.value(c - b) / Gamma.value(1 - e);
        for (int n = 0; n < m; n++) {
            u *= -(a + n) * (b + n) / (n + 1) * y;
        }
        double quotient = firstQuotient(a + m, b + m, m, e, y);
        double sum = 0;
        double term;
        double k = 0;
        do {
            term = u * quotient;
            sum += term;
            double growth = growth(a + m + k, b + m + k, m, e, k);
            quotient += growth * (1 + e * quotient);
            u *= (a + m + k) * (b + m + k) / ((1 + k - e) * (1 + m + k)) * y;
            k++;
        } while (Math.abs(term) > NEGLIGIBLE * Math.abs(sum));
        return -sum * poleRatio(e);
    }

    /** {@code (R_(k+1) / R_k - 1) / e}. */
    private static double growth(double aShifted, double bShifted, int m, double e, double k) {
        double up = 1 / aShifted + 1 / bShifted + e / (aShifted * bShifted);
        double down = 1 - e / (1 + k);
        double under = 1 + e / (1 + m + k);
        // ((1 + e up) down / under - 1) / e
        return (up * down - 1 / (1 + k) - 1 / (1 + m + k)) / under;
    }

    /** {@code pi e / sin(pi e)}. */
    private static double poleRatio(double e) {
        double x = Math.PI * e;
        return Math.abs(x) < 1e-8 ? 1 : x / Math.sin(x);
    }

    /** {@code (R_0 - 1) / e} with {@code ln R_0 / e} of divided differences of ln gamma. */
    private static double firstQuotient(double a, double b, int m, double e, double y) {
        double aPositive = shiftUp(a, e);
        double bPositive = shiftUp(b, e);
        double slope = Math.log(y)
                + LogGammaSlope.of(aPositive, e)
                + LogGammaSlope.of(bPositive, e)
                - LogGammaSlope.of(1 - e, e)
                - LogGammaSlope.of(1 + m, e);
        double quotient = e == 0 ? slope : Math.expm1(e * slope) / e;
        return shiftDown(shiftDown(quotient, aPositive, a, e), bPositive, b, e);
    }

    private static double shiftUp(double x, double e) {
        double positive = x;
        while (!(positive > 0 && positive + e > 0)) {
            positive++;
        }
        return positive;
    }

    private static double shiftDown(double quotient, double from, double to, double e) {
        double shifted = quotient;
        for (double x = from - 1; x > to - 0.5; x--) {
            shifted = (shifted - 1 / x) / (1 + e / x);
        }
        return shifted;
    }
}
