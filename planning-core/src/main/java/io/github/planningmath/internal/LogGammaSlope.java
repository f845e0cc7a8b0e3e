package io.github.planningmath.internal;

/**
 * The divided difference of the logarithm of the gamma function, {@code (ln gamma(x + e) - ln gamma(x)) / e}, which loses no
 * digits as {@code e} vanishes; at 0 it is the digamma function.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 5.5.1 and 5.11.1, https://dlmf.nist.gov/5.
 */
public final class LogGammaSlope {

    /** From here on the asymptotic series of ln gamma is exact to double precision. */
    private static final double ASYMPTOTIC = 10;

    /** Coefficients of {@code x^-1, x^-3, …} in the asymptotic series of ln gamma (DLMF 5.11.1). */
    private static final double[] STIRLING = {
        1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0, -3617 / 122400.0
    };

    private LogGammaSlope() {}

    /**
     * The divided difference.
     *
     * @param x above 0
     * @param e above {@code -x}
     * @return the mean of the digamma function from x to x + e
     */
    public static double of(double x, double e) {
        double shifted = x;
        double quotient = 0;
        while (shifted < ASYMPTOTIC) {
            quotient += (1 + e * quotient) / shifted;
            shifted++;
        }
        return asymptoticSlope(shifted, e) - logSlope(quotient, e);
    }

    private static double asymptoticSlope(double x, double e) {
        double u = 1 / x;
        double v = 1 / (x + e);
        double power = u;
        double difference = -u * v;
        double pair = difference * (u + v);
        double sum = 0;
        for (double coefficient : STIRLING) {
            sum += coefficient * difference;
            difference = v * v * difference + power * pair;
            power *= u * u;
        }
        return Math.log(x) - 1 + (x + e - 0.5) * logSlope(u, e) + sum;
    }

    /** {@code ln(1 + e q) / e}. */
    private static double logSlope(double q, double e) {
        return e == 0 ? q : Math.log1p(e * q) / e;
    }
}
