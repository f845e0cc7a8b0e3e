package io.github.planningmath.lifetime;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * {@code ln (base)_n = ln Gamma(base + n) - ln Gamma(base)} and its derivative by the base, for ever greater n: what a
 * likelihood has for each frequency. Short ways are added up, term by term.
 */
final class LogRisingFactorial {

    private static final int LONGEST_SUM = 32;

    private final double base;
    private int n;
    private double value;
    private double derivative;

    LogRisingFactorial(double base) {
        this.base = base;
    }

    /** Moves on to an n that is at least the last one. */
    LogRisingFactorial to(int newN) {
        if (newN - n > LONGEST_SUM) {
            value = LogGamma.value(base + newN) - LogGamma.value(base);
            derivative = Digamma.value(base + newN) - Digamma.value(base);
            n = newN;
        }
        for (; n < newN; n++) {
            value += Math.log(base + n);
            derivative += 1 / (base + n);
        }
        return this;
    }

    double value() {
        return value;
    }

    double derivative() {
        return derivative;
    }
}
