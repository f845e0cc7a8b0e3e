package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.internal.Objective;

/** What holds for every likelihood of a fit. */
final class Likelihoods {

    private static final double STEP = 0.01;

    /** Of the derivative by differences at one, two and three steps, exact to the sixth power of the step. */
    private static final double[] DIFFERENCES = {45 / 60.0, -9 / 60.0, 1 / 60.0};

    private Likelihoods() {}

    static void assertGradient(Objective likelihood, double[] point) {
        double[] gradient = new double[point.length];
        double[] ignored = new double[point.length];
        double value = likelihood.value(point, gradient);
        for (int i = 0; i < point.length; i++) {
            double slope = 0;
            for (int k = 0; k < DIFFERENCES.length; k++) {
                double[] above = point.clone();
                double[] below = point.clone();
                above[i] += (k + 1) * STEP;
                below[i] -= (k + 1) * STEP;
                slope += DIFFERENCES[k] * (likelihood.value(above, ignored) - likelihood.value(below, ignored)) / STEP;
            }
            assertThat(gradient[i]).isCloseTo(slope, within(1e-8 * (1 + Math.abs(value) + Math.abs(slope))));
        }
    }
}
