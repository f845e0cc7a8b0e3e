package io.github.planningmath.risk;

/** The first four moments about 0 of a sum in the making, and the cumulants of the same. All in place, four numbers each. */
final class RawMoments {

    static final int ORDER = 4;

    private RawMoments() {}

    /** Makes the moments of {@code b + X} of those of X. */
    static void shift(double[] m, double b) {
        if (b == 0) {
            return;
        }
        double b2 = b * b;
        m[3] += 4 * b * m[2] + 6 * b2 * m[1] + 4 * b2 * b * m[0] + b2 * b2;
        m[2] += 3 * b * m[1] + 3 * b2 * m[0] + b2 * b;
        m[1] += 2 * b * m[0] + b2;
        m[0] += b;
    }

    /** Makes the moments of X if something happens whose chance it is, and of 0 if not. */
    static void scale(double[] m, double chance) {
        for (int k = 0; k < ORDER; k++) {
            m[k] *= chance;
        }
    }

    /** Adds those of an amount that comes with a chance, instead of what has come so far. */
    static void add(double[] m, double chance, double amount) {
        double power = amount;
        for (int k = 0; k < ORDER; k++) {
            m[k] += chance * power;
            power *= amount;
        }
    }

    /** Makes cumulants of moments. */
    static void toCumulants(double[] m) {
        double m1 = m[0];
        double m2 = m[1];
        double m3 = m[2];
        double square = m1 * m1;
        m[3] += -4 * m3 * m1 - 3 * m2 * m2 + 12 * m2 * square - 6 * square * square;
        m[2] += -3 * m1 * m2 + 2 * square * m1;
        m[1] -= square;
    }

    /** Makes moments of cumulants. */
    static void fromCumulants(double[] k) {
        double k1 = k[0];
        double k2 = k[1];
        double k3 = k[2];
        double square = k1 * k1;
        k[3] += 4 * k3 * k1 + 3 * k2 * k2 + 6 * k2 * square + square * square;
        k[2] += 3 * k1 * k2 + square * k1;
        k[1] += square;
    }

    /** Adds, to cumulants, events that come at a mean rate (Poisson), each worth the same. */
    static void addPoisson(double[] k, double mean, double worth) {
        double power = mean * worth;
        for (int order = 0; order < ORDER; order++) {
            k[order] += power;
            power *= worth;
        }
    }
}
