package io.github.planningmath.lifetime;

/** The checks of a customer's age and of the number of a renewal. */
final class RetentionPeriods {

    /** The most that a sum runs over, and that a curve is given for. */
    static final int LONGEST = 100_000;

    private RetentionPeriods() {}

    static int requirePeriod(int period, String method) {
        return require(period, 0, "a period", method);
    }

    static int requireRenewal(int period, String method) {
        return require(period, 1, "a period", method);
    }

    static int requireAge(int age, String method) {
        return require(age, 0, "an age", method);
    }

    private static int require(int given, int least, String what, String method) {
        if (given >= least) {
            return given;
        }
        throw new IllegalArgumentException(
                method + " must be given " + what + " of at least " + least + ", but was given " + given + ".");
    }
}
