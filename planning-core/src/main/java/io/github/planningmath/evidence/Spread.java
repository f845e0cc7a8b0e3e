package io.github.planningmath.evidence;

import java.util.Arrays;

/** What is known of a number, as values with weights that sum to 1. */
final class Spread {

    private final double[] values;

    /** Up to the middle of a value, of the values in ascending order. */
    private final double[] cumulative;

    private final double mean;
    private final double variance;

    /** Weights of any sum. */
    Spread(double[] values, double[] weights) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Double.compare(values[one], values[other]));
        this.values = new double[values.length];
        cumulative = new double[values.length];
        double sum = 0;
        double first = 0;
        for (int i = 0; i < order.length; i++) {
            double weight = weights[order[i]];
            this.values[i] = values[order[i]];
            cumulative[i] = sum + weight / 2;
            sum += weight;
            first += weight * values[order[i]];
        }
        mean = first / sum;
        double second = 0;
        for (int i = 0; i < order.length; i++) {
            cumulative[i] /= sum;
            double off = values[i] - mean;
            second += weights[i] * off * off;
        }
        variance = second / sum;
    }

    double mean() {
        return mean;
    }

    double variance() {
        return variance;
    }

    /** The value below which so much of the weight lies, linear between the values. */
    double quantile(double probability) {
        int at = Arrays.binarySearch(cumulative, probability);
        if (at >= 0) {
            return values[at];
        }
        int above = -at - 1;
        if (above == 0 || above == values.length) {
            return values[above == 0 ? 0 : above - 1];
        }
        double part = (probability - cumulative[above - 1]) / (cumulative[above] - cumulative[above - 1]);
        return values[above - 1] + part * (values[above] - values[above - 1]);
    }
}
