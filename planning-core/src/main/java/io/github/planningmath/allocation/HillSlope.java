package io.github.planningmath.allocation;

/**
 * The marginal return of a Hill curve in logarithms, and its inverse, by the slope alone.
 *
 * <p>With {@code u} the logarithm of {@code (spend / halfSaturation)^slope}, the logarithm of the marginal return in units
 * of {@code ceiling * slope / halfSaturation} is {@code g(u) = (1 - 1/slope) u - 2 ln(1 + e^u)}, a concave function. It
 * falls beyond {@code u = ln((slope - 1) / (slope + 1))}, or everywhere where the slope is below 1. A slope of 1 needs none of
 * this: {@link MichaelisMenten}.
 *
 * @param inverse one over the slope
 * @param peak where g is greatest; minus infinity for slopes below 1
 * @param top the greatest g; infinite for slopes below 1
 */
record HillSlope(double inverse, double peak, double top) {

    private static final int MOST_STEPS = 60;
    private static final double ACCURACY = 4e-16;

    static HillSlope of(double slope) {
        if (slope < 1) {
            return new HillSlope(1 / slope, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double peak = Math.log((slope - 1) / (slope + 1));
        return new HillSlope(1 / slope, peak, logMarginal(1 / slope, peak));
    }

    /** The greatest spend in units of the half-saturation at which g has this value; 0 where it is nowhere so great. */
    double spend(double logMarginal) {
        if (logMarginal > top) {
            return 0;
        }
        return logMarginal == Double.NEGATIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : Math.exp(logOdds(logMarginal) * inverse);
    }

    /**
     * Where g has a value, on the falling branch, by Newton's method: on a concave falling function it never leaves the right
     * side of the root, and from the left side it gets there in one step.
     */
    double logOdds(double logMarginal) {
        double u = start(logMarginal);
        for (int step = 0; step < MOST_STEPS; step++) {
            double power = Math.exp(-Math.abs(u));
            double value = (1 - inverse) * u - 2 * (Math.max(u, 0) + Math.log1p(power));
            double change = (value - logMarginal) / (1 - inverse - 2 * share(u, power));
            if (!(Math.abs(change) > ACCURACY * Math.max(1, Math.abs(u)))) {
                break;
            }
            u -= change;
        }
        return u;
    }

    /** How g goes, below 0 on the falling branch. */
    double slope(double u) {
        return 1 - inverse - 2 * share(u, Math.exp(-Math.abs(u)));
    }

    /** How the slope of g goes, below 0. */
    static double bend(double u) {
        double power = Math.exp(-Math.abs(u));
        return -2 * power / ((1 + power) * (1 + power));
    }

    private double start(double logMarginal) {
        double beyond = -logMarginal / (1 + inverse);
        if (inverse > 1) {
            return Math.min(beyond, logMarginal / (1 - inverse));
        }
        return Math.min(beyond, peak + Math.sqrt(2 * Math.max(0, top - logMarginal) / -bend(peak)));
    }

    private static double share(double u, double power) {
        return (u > 0 ? 1 : power) / (1 + power);
    }

    static double logMarginal(double inverse, double u) {
        return (1 - inverse) * u - 2 * (Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u))));
    }
}
