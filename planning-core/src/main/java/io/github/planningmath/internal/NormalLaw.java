package io.github.planningmath.internal;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution. */
public final class NormalLaw {

    private static final double ROOT_OF_TWO = 1.4142135623730951;
    private static final double DENSITY_AT_ZERO = 0.3989422804014327;

    private NormalLaw() {}

    /** The chance of at most a score. */
    public static double below(double score) {
        return Erfc.value(-score / ROOT_OF_TWO) / 2;
    }

    /** The density at a score. */
    public static double density(double score) {
        return DENSITY_AT_ZERO * StrictMath.exp(-score * score / 2);
    }

    /** The score below which a share lies, the share being above 0 and below 1. */
    public static double score(double share) {
        return -ROOT_OF_TWO * InverseErfc.value(2 * share);
    }
}
