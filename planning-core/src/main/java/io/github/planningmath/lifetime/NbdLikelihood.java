package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Objective;

/** The log-likelihood of counts under {@link Nbd}, and its gradient in closed form, by the logarithms of r and alpha. */
final class NbdLikelihood implements Objective {

    private static final int R = 0;
    private static final int ALPHA = 1;

    private final HistoryCounts counts;
    private final FrequencyTable frequencies;
    private final TimeLogs times;

    NbdLikelihood(HistoryCounts counts) {
        this.counts = counts;
        this.frequencies = new FrequencyTable(counts);
        this.times = new TimeLogs(counts);
    }

    @Override
    public double value(double[] point, double[] gradient) {
        double r = Math.exp(point[R]);
        double alpha = Math.exp(point[ALPHA]);
        times.at(alpha);
        LogRisingFactorial factorial = new LogRisingFactorial(r);
        double value = 0;
        double byR = 0;
        double byAlpha = 0;
        for (int place = 0; place < frequencies.size(); place++) {
            double weight = frequencies.weight(place);
            factorial.to(frequencies.frequency(place));
            value += weight * (factorial.value() + r * point[ALPHA]);
            byR += weight * (factorial.derivative() + point[ALPHA]);
            byAlpha += weight * r / alpha;
        }
        for (int row = 0; row < counts.size(); row++) {
            double weight = counts.weight(row);
            double shape = r + counts.frequency(row);
            value -= weight * shape * times.logOfAge(row);
            byR -= weight * times.logOfAge(row);
            byAlpha -= weight * shape * times.reciprocalOfAge(row);
        }
        gradient[R] = r * byR;
        gradient[ALPHA] = alpha * byAlpha;
        return value;
    }
}
