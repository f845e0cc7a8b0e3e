package io.github.planningmath.internal;

/**
 * {@code F(1, b; b + g; z)}, the Gauss hypergeometric function with an upper parameter of 1, and its derivatives by both
 * parameters and the argument; {@code b} and {@code g} above 0, {@code z} from 0 to below 1.
 *
 * <p>By Gauss's continued fraction, {@code F = 1 / (1 - a_1 / (1 - a_2 / (1 - ...)))} with
 * {@code a_(2n+1) = z (b + n) (c - 1 + n) / ((c + 2n - 1) (c + 2n))} and
 * {@code a_(2n) = z n (g + n - 1) / ((c + 2n - 2) (c + 2n - 1))}, {@code c = b + g}. All a_k are between 0 and 1, all steps of
 * Steed's algorithm are positive, and it takes about {@code 18 / sqrt(1 - z)} of them. Each step's logarithmic derivative is
 * carried along. The error of a result is at most 1e-13, or 1e-16 / (1 - z) if that is more, of the greater of the result and
 * the function.
 *
 * <p>One instance serves one thread: results stand in it until the next call. Source: NIST Digital Library of Mathematical
 * Functions, 15.7 for the fraction and 3.10(iii) for the algorithm, https://dlmf.nist.gov/15.7, https://dlmf.nist.gov/3.10.
 */
public final class UnitHypergeometric {

    private static final double NEGLIGIBLE = 0x1p-56;

    private double value;
    private double byUpper;
    private double byGap;
    private double byArgument;

    /** Makes an instance without results. */
    public UnitHypergeometric() {}

    /**
     * Computes the function and its derivatives.
     *
     * @param b upper parameter, above 0
     * @param g what the lower parameter exceeds it by, above 0
     * @param z from 0 to below 1
     */
    public void at(double b, double g, double z) {
        // The sum of steps is (F - 1) / z, so that nothing is lost at z = 0.
        double c = b + g;
        double step = b / c;
        double reciprocal = 1 / (1 - z * step);
        // Logarithmic derivatives: of a_k (slope), of the reciprocal (bend) and of the step (growth); by b and by g
        // with c = b + g.
        double upperSlope = 1 / b - 1 / c;
        double gapSlope = -1 / c;
        double argumentSlope = 1;
        double upperBend = (reciprocal - 1) * upperSlope;
        double gapBend = (reciprocal - 1) * gapSlope;
        double argumentBend = reciprocal - 1;
        step *= reciprocal;
        double upperGrowth = upperSlope + upperBend;
        double gapGrowth = gapSlope + gapBend;
        double argumentGrowth = argumentBend;
        double sum = step;
        double upperSum = step * upperGrowth;
        double gapSum = step * gapGrowth;
        double argumentSum = step * (argumentGrowth + argumentSlope);
        boolean odd = false;
        double n = 1;
        while (step * (1 + Math.abs(upperGrowth) + Math.abs(gapGrowth) + argumentGrowth) > NEGLIGIBLE * sum) {
            double lower = odd ? c + 2 * n - 1 : c + 2 * n - 2;
            double denominators = 1 / (lower * (lower + 1));
            double ofDenominators = -(2 * lower + 1) * denominators;
            double ratio;
            if (odd) {
                double first = b + n;
                double second = c - 1 + n;
                double inverse = 1 / (first * second);
                ratio = z * first * second * denominators;
                gapSlope = first * inverse + ofDenominators;
                upperSlope = gapSlope + second * inverse;
                n++;
            } else {
                double first = g + n - 1;
                ratio = z * n * first * denominators;
                upperSlope = ofDenominators;
                gapSlope = ofDenominators + 1 / first;
            }
            double share = ratio * reciprocal;
            double next = 1 / (1 - share);
            double excess = share * next;
            step *= excess;
            upperGrowth += upperSlope + upperBend;
            gapGrowth += gapSlope + gapBend;
            argumentGrowth += argumentSlope + argumentBend;
            upperBend = excess * (upperSlope + upperBend);
            gapBend = excess * (gapSlope + gapBend);
            argumentBend = excess * (argumentSlope + argumentBend);
            upperGrowth += upperBend;
            gapGrowth += gapBend;
            argumentGrowth += argumentBend;
            reciprocal = next;
            sum += step;
            upperSum += step * upperGrowth;
            gapSum += step * gapGrowth;
            argumentSum += step * (argumentGrowth + argumentSlope);
            odd = !odd;
        }
        value = 1 + z * sum;
        byUpper = z * upperSum;
        byGap = z * gapSum;
        byArgument = argumentSum;
    }

    /**
     * The function.
     *
     * @return F(1, b; b + g; z)
     */
    public double value() {
        return value;
    }

    /**
     * The derivative by b, with g held: both b and c grow.
     *
     * @return dF/db
     */
    public double byUpper() {
        return byUpper;
    }

    /**
     * The derivative by g, with b held.
     *
     * @return dF/dg
     */
    public double byGap() {
        return byGap;
    }

    /**
     * The derivative by z.
     *
     * @return dF/dz
     */
    public double byArgument() {
        return byArgument;
    }
}
