package io.github.planningmath.internal;

/**
 * The generalised exponential integral of a real order, times {@code exp(y)}:
 * {@code exp(y) E_s(y) = integral over v from 0 to infinity of exp(-y v) (1 + v)^-s dv = y^(s-1) Psi(s, s; y)} with Tricomi's
 * function.
 *
 * <p>From 1 on, a continued fraction; below, the series about 0 for an order near 1, with its pole removed, and the recurrence
 * upwards. The relative error is at most 1e-13. Source: NIST Digital Library of Mathematical Functions, 8.19,
 * https://dlmf.nist.gov/8.19.
 */
public final class ExponentialIntegral {

    private static final double NEGLIGIBLE = 0x1p-54;

    private ExponentialIntegral() {}

    /**
     * The scaled integral.
     *
     * @param s the order, above 0
     * @param y above 0
     * @return exp(y) E_s(y)
     */
    public static double scaled(double s, double y) {
        return y >= 1 ? continuedFraction(s, y) : recurrence(s, y);
    }

    /** {@code 1 / (y + s - s / (y + s + 2 - 2 (s + 1) / (y + s + 4 - ...)))}, by Steed's method: all steps positive. */
    private static double continuedFraction(double s, double y) {
        double denominator = y + s;
        double reciprocal = 1 / denominator;
        double step = reciprocal;
        double sum = reciprocal;
        for (int n = 1; step > NEGLIGIBLE * sum; n++) {
            double numerator = n * (s + n - 1);
            denominator += 2;
            double next = 1 / (denominator - numerator * reciprocal);
            step *= numerator * reciprocal * next;
            reciprocal = next;
            sum += step;
        }
        return sum;
    }

    /** From an order between 1/2 and 3/2, or below: {@code s E_(s+1) = exp(-y) - y E_s}. */
    private static double recurrence(double s, double y) {
        double order = s > 1.5 ? s - Math.ceil(s - 1.5) : s;
        double value = Math.exp(y) * series(order, y);
        while (order < s - 0.5) {
            value = (1 - y * value) / order;
            order++;
        }
        return value;
    }

    /** {@code (gamma(1 + e) y^-e - 1) / e - sum of (-y)^k / (k! (e + k)) over k from 1} with {@code e = 1 - s}. */
    private static double series(double s, double y) {
        double e = 1 - s;
        double slope = LogGammaSlope.of(1, e) - Math.log(y);
        double sum = e == 0 ? slope : Math.expm1(e * slope) / e;
        double power = 1;
        for (int k = 1; Math.abs(power) > NEGLIGIBLE; k++) {
            power *= -y / k;
            sum -= power / (e + k);
        }
        return sum;
    }
}
