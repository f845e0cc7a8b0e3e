package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;

/** What the methods of response curves accept; each check returns what it accepted, and none accepts NaN. */
final class Accepted {

    private Accepted() {}

    static double spend(double spend, String method) {
        return atLeastZero(spend, method, "a spend");
    }

    static double marginal(double marginal, String method) {
        return atLeastZero(marginal, method, "a marginal return");
    }

    static double outcome(double outcome, String method) {
        return atLeastZero(outcome, method, "an outcome");
    }

    /** A factor between units. */
    static double factor(double factor, String method) {
        return Doubles.positive(factor, method);
    }

    private static double atLeastZero(double value, String method, String what) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(
                method + " must be given " + what + " of at least 0 and finite, but was given " + value + ".");
    }
}
