package io.github.planningmath.risk;

import io.github.planningmath.internal.NormalLaw;

/**
 * The tail of a sum by its first four cumulants: the normal law with two terms of Edgeworth. A sum that comes in steps is looked at
 * between two of them, with the cumulants of Sheppard's correction: where it has one step and not several that mix, the error is then
 * that of the terms left out.
 */
final class Edgeworth {

    private Edgeworth() {}

    /**
     * The chance that the sum is at least an amount.
     *
     * @param k its four cumulants
     * @param amount the amount; where there is a step, a multiple of it
     * @param step what the sum comes in; 0 where it is next to continuous
     * @param terms how many terms beyond the normal law, 0 to 2
     */
    static double atLeast(double[] k, double amount, double step, int terms) {
        double square = step * step;
        double variance = k[1] - square / 12;
        double fourth = k[3] + square * square / 120;
        double from = amount - step / 2;
        if (!(variance > 0)) {
            return k[0] >= from ? 1 : 0;
        }
        double deviation = Math.sqrt(variance);
        double z = (from - k[0]) / deviation;
        double tail = NormalLaw.below(-z);
        if (terms == 0 || Math.abs(z) > 30) {
            return tail;
        }
        double skewness = k[2] / (variance * deviation);
        double square2 = z * z;
        double correction = skewness / 6 * (square2 - 1);
        if (terms == 2) {
            double kurtosis = fourth / (variance * variance);
            correction +=
                    z * (kurtosis / 24 * (square2 - 3) + skewness * skewness / 72 * (square2 * (square2 - 10) + 15));
        }
        return Math.min(1, Math.max(0, tail + NormalLaw.density(z) * correction));
    }
}
