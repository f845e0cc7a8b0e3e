package io.github.planningmath.risk;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/** The standard normal distribution. */
final class NormalLaw {

    private static final double ROOT_OF_TWO = 1.4142135623730951;
    private static final double DENSITY_AT_ZERO = 0.3989422804014327;

    private NormalLaw() {}

    /** The chance of at most a score. */
    static double below(double score) {
        return Erfc.value(-score / ROOT_OF_TWO) / 2;
    }

    static double density(double score) {
        return DENSITY_AT_ZERO * StrictMath.exp(-score * score / 2);
    }

    /** The score below which a share lies, the share being above 0 and below 1. */
    static double score(double share) {
        return -ROOT_OF_TWO * InverseErfc.value(2 * share);
    }
}
