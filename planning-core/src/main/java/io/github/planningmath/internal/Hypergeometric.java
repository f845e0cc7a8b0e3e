package io.github.planningmath.internal;

/**
 * The Gauss hypergeometric function of a real argument below 1:
 * {@code F(a, b; c; z) = sum over n of (a)_n (b)_n / (c)_n * z^n / n!}, continued to negative arguments.
 *
 * <p>Made for the region that buyer models need: {@code c} above -1 and not 0, up to 10,000 and more; {@code a} and
 * {@code b} of any sign, large only where {@code c} is large or both are positive; {@code z} up to 1 - 1e-12. There the
 * relative error is at most 1e-13, apart from what rounding the arguments alone brings (a {@code z} near 1 is itself known to
 * 1e-16 only, which counts where the function rises steeply: pass {@code 1 - z} if it is known better).
 *
 * <p>Routes: a negative argument goes to {@code z / (z - 1)} (Pfaff); where the function is unbounded at 1, its bounded factor
 * is taken (Euler) unless that one cancels; for small {@code z} or large {@code c} the series in {@code z}; beyond, the series in
 * {@code w = (1 - sqrt(1 - z)) / (1 + sqrt(1 - z))}, which converges wherever the function is regular; near 1, the expansion
 * in {@code 1 - z}. No allocation.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, chapter 15 (https://dlmf.nist.gov/15), 15.2.1, 15.8.1 and
 * 15.8.4; N. Michel, M. V. Stoitsov (2008), Fast computation of the Gauss hypergeometric function with all its parameters
 * complex, Computer Physics Communications 178(7), 535–551, doi:10.1016/j.cpc.2007.11.007, for the idea of
 * dividing the two parts of the expansion near 1 by their distance before they meet.
 */
public final class Hypergeometric {

    /** Terms below this share of the sum are left out. */
    private static final double NEGLIGIBLE = 0x1p-54;

    /** Up to this argument the plain series has few enough terms. */
    private static final double SMALL_ARGUMENT = 0.45;

    /** From this excess {@code c - a - b} the terms of the plain series fall fast enough at any argument. */
    private static final double FAST_EXCESS = 14;

    /** Nearer to 1 than this, the expansion about 1 takes less work than any other route. */
    private static final double NEAR_ONE = 0.004;

    /** How fast the terms of the expansion about 1 must fall. */
    private static final double NEAR_ONE_RATIO = 0.25;

    /** A bounded factor whose terms alternate is trusted if they do not grow beyond this. */
    private static final double TAME = 2;

    private static final double HUGE = 0x1p900;

    private Hypergeometric() {}

    /**
     * The function.
     *
     * @param a first upper parameter
     * @param b second upper parameter
     * @param c lower parameter, above -1 and not 0
     * @param z below 1
     * @return F(a, b; c; z)
     */
    public static double value(double a, double b, double c, double z) {
        return value(a, b, c, z, 1 - z);
    }

    /**
     * The function, where the distance to 1 is known better than the argument itself.
     *
     * @param a first upper parameter
     * @param b second upper parameter
     * @param c lower parameter, above -1 and not 0
     * @param z below 1
     * @param complement 1 - z
     * @return F(a, b; c; z)
     */
    public static double value(double a, double b, double c, double z, double complement) {
        if (a == 0 || b == 0 || z == 0) {
            return 1;
        }
        if (z < 0) {
            return ofNegative(a, b, c, z, complement);
        }
        return hasBoundedFactor(a, b, c, complement)
                ? Math.pow(complement, c - a - b) * inUnit(c - a, c - b, c, z, complement)
                : inUnit(a, b, c, z, complement);
    }

    /**
     * The logarithm of the function, where it is positive; its value may be beyond the range of double.
     *
     * @param a first upper parameter
     * @param b second upper parameter
     * @param c lower parameter, above -1 and not 0
     * @param z at least 0 and below 1
     * @param complement 1 - z
     * @return ln F(a, b; c; z)
     */
    public static double logValue(double a, double b, double c, double z, double complement) {
        if (hasBoundedFactor(a, b, c, complement)) {
            return (c - a - b) * Math.log(complement) + Math.log(inUnit(c - a, c - b, c, z, complement));
        }
        double plain = inUnit(a, b, c, z, complement);
        return plain < HUGE ? Math.log(plain) : logOfPositiveSeries(a, b, c, z);
    }

    /** Pfaff's transformation, to whichever parameters do not cancel. */
    private static double ofNegative(double a, double b, double c, double z, double complement) {
        boolean keepsFirst = cancellation(a, c - b, c) <= cancellation(b, c - a, c);
        double kept = keepsFirst ? a : b;
        double turned = c - (keepsFirst ? b : a);
        return Math.pow(complement, -kept) * value(kept, turned, c, z / (z - 1), 1 / complement);
    }

    /** How far alternating terms may grow beyond the first, roughly. */
    private static double cancellation(double a, double b, double c) {
        return Math.min(a, b) >= -1 ? 0 : Math.abs(a * b / c);
    }

    /** Whether the function rises without bound towards 1, and Euler's transformation does not cancel. */
    private static boolean hasBoundedFactor(double a, double b, double c, double complement) {
        return c - a - b < 0
                && (cancellation(c - a, c - b, c) <= TAME || isNearOne(c - a, c - b, a + b - c, complement));
    }

    private static boolean isNearOne(double a, double b, double excess, double complement) {
        return complement < NEAR_ONE
                && excess >= 0
                && !terminates(a + excess)
                && !terminates(b + excess)
                && HypergeometricNearOne.falls(a, b, excess, complement, NEAR_ONE_RATIO);
    }

    /** Whether a series with this upper parameter is a polynomial. */
    private static boolean terminates(double parameter) {
        return parameter <= 0 && parameter == Math.rint(parameter);
    }

    private static double inUnit(double a, double b, double c, double z, double complement) {
        double excess = c - a - b;
        if (z <= SMALL_ARGUMENT || excess >= FAST_EXCESS || terminates(a) || terminates(b)) {
            return series(a, b, c, z);
        }
        double lesser = Math.min(a, b);
        double greater = Math.max(a, b);
        return isNearOne(a, b, excess, complement)
                ? HypergeometricNearOne.value(lesser, greater, c, excess, complement)
                : mappedSeries(lesser, greater, c, z, complement);
    }

    private static double series(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        double n = 0;
        do {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            n++;
        } while (Math.abs(term) > NEGLIGIBLE * Math.abs(sum));
        return sum;
    }

    /**
     * With {@code z = 4 w / (1 + w)^2}, {@code F = (1 + w)^(2a) * sum of g_n w^n}, where
     * {@code n (n + c - 1) g_n = 2 (2b - c) (n - 1 + a) g_(n-1) + (n - 2 + 2a) (n - 1 + 2a - c) g_(n-2)}.
     */
    private static double mappedSeries(double a, double b, double c, double z, double complement) {
        double root = 1 + Math.sqrt(complement);
        double w = z / (root * root);
        double square = w * w;
        double slope = 2 * (2 * b - c) * w;
        double beforeLast = 0;
        double last = 1;
        double sum = 1;
        double n = 1;
        double recent;
        do {
            double scale = 1 / (n * (n + c - 1));
            double next = slope * (n - 1 + a) * scale * last
                    + square * (n - 2 + 2 * a) * (n - 1 + 2 * a - c) * scale * beforeLast;
            sum += next;
            recent = Math.abs(next) + Math.abs(last);
            beforeLast = last;
            last = next;
            n++;
        } while (recent > NEGLIGIBLE * Math.abs(sum));
        return Math.pow(1 + w, 2 * a) * sum;
    }

    /** The series of positive terms, scaled down whenever it is about to overflow. */
    private static double logOfPositiveSeries(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        double scaled = 0;
        double n = 0;
        do {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (sum > HUGE) {
                sum /= HUGE;
                term /= HUGE;
                scaled += Math.log(HUGE);
            }
            n++;
        } while (term > NEGLIGIBLE * sum);
        return Math.log(sum) + scaled;
    }
}
