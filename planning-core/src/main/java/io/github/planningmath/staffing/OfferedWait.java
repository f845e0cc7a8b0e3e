package io.github.planningmath.staffing;

import io.github.planningmath.internal.UnitIntegral;
import java.util.function.DoubleUnaryOperator;

/**
 * How long callers who find all agents busy would have to wait if they did not hang up, in units of the mean patience: the
 * states in which callers wait, as integrals, where there are too many of them to be added up.
 *
 * <p>With {@code x = agents * patience / handling} and {@code y = arrivals * patience}, the sum over {@code j >= 0} of
 * {@code y^j / ((x + 1) ... (x + j))} is {@code x} times the integral of {@code exp(y (1 - exp(-v)) - x v)} over
 * {@code v >= 0}, and that of {@code j} times these terms has {@code y (1 - exp(-v))} under the integral besides. Both are
 * in units of the greatest value that the exponential takes, at {@code v = max(0, ln(y / x))}.
 *
 * <p>Source: S. Zeltyn, A. Mandelbaum, Call centers with impatient customers, Queueing Systems 51, 2005,
 * doi:10.1007/s11134-005-3699-8.
 *
 * @param x agents by patience over handling time
 * @param y arrivals by patience
 * @param peak the wait at which the exponential is greatest
 * @param slope how fast it falls there: {@code max(0, x - y)}
 */
record OfferedWait(double x, double y, double peak, double slope) {

    /** With so many callers a patience, a series takes longer than an integral. */
    private static final double MANY = 100_000;

    /** The exponential is followed until it has fallen by so much. */
    private static final double NEGLIGIBLE = 45;

    /** Below, the exponential less its first terms is a series of its own. */
    private static final double SMALL = 0.25;

    static boolean replacesTheSeries(double callersAPatience) {
        return callersAPatience > MANY;
    }

    static OfferedWait of(double arrivals, double handling, double patience, int agents) {
        double x = agents * patience / handling;
        // not the difference of x and y, which are large and nearly equal
        double spare = (agents - arrivals * handling) * patience / handling;
        return new OfferedWait(x, arrivals * patience, Math.max(0, Math.log1p(-spare / x)), Math.max(0, spare));
    }

    /** The term of {@code j = 0}. */
    double first() {
        return Math.exp(-fall(-peak));
    }

    double sum() {
        return x * integral(0, beyond -> 1);
    }

    double moment() {
        return x * y * integral(0, beyond -> -Math.expm1(-(beyond + peak)));
    }

    /** Of the callers who find all agents busy, the share of those who are served, but only after a time. */
    double late(double time) {
        return integral(time, beyond -> Math.exp(-(beyond + peak))) / integral(0, beyond -> 1);
    }

    /** The integral over waits of at least a time, of a factor and the exponential. */
    private double integral(double time, DoubleUnaryOperator factor) {
        double least = Math.max(time - peak, -reach(0, -1));
        double most = Math.max(0, least) + reach(Math.max(0, least), 1);
        double length = most - least;
        return length
                * UnitIntegral.of((place, rest) -> {
                    double beyond = place < rest ? least + length * place : most - length * rest;
                    return factor.applyAsDouble(beyond) * Math.exp(-fall(beyond));
                });
    }

    /** How far it is from a place until the exponential is negligible. */
    private double reach(double from, int direction) {
        double distance = 1 / (slope + Math.sqrt(y));
        while (fall(from + direction * distance) - fall(from) < NEGLIGIBLE) {
            distance *= 2;
        }
        return distance;
    }

    /** By how much the exponent falls from its peak to a wait so far beyond it. */
    private double fall(double beyond) {
        return slope * beyond + Math.min(x, y) * lessItsFirstTerms(beyond);
    }

    /** {@code exp(-t) - 1 + t}. */
    private static double lessItsFirstTerms(double t) {
        if (Math.abs(t) > SMALL) {
            return t + Math.expm1(-t);
        }
        double term = t * t / 2;
        double sum = term;
        for (int n = 3; Math.abs(term) > Math.ulp(sum); n++) {
            term *= -t / n;
            sum += term;
        }
        return sum;
    }
}
