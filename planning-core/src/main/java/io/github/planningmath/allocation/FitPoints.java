package io.github.planningmath.allocation;

import io.github.planningmath.allocation.CurveShape.Units;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Points as columns, in parts of their greatest spend and outcome: so a change of units changes nothing but the units of what
 * is found. Outside of a time series the points are sorted, and their order changes nothing at all.
 */
final class FitPoints {

    final double[] spends;
    final double[] outcomes;
    final double[] weights;
    final Units units;
    final double observations;
    final double meanOutcome;
    final double totalSumOfSquares;

    private FitPoints(List<SpendOutcome> points) {
        units = new Units(
                greatest(points.stream().mapToDouble(SpendOutcome::spend).toArray()),
                greatest(points.stream().mapToDouble(SpendOutcome::outcome).toArray()));
        spends = points.stream()
                .mapToDouble(point -> point.spend() / units.spend())
                .toArray();
        outcomes = points.stream()
                .mapToDouble(point -> point.outcome() / units.outcome())
                .toArray();
        weights = points.stream().mapToDouble(SpendOutcome::weight).toArray();
        observations = Arrays.stream(weights).sum();
        meanOutcome = mean(outcomes);
        totalSumOfSquares = aroundMeans(outcomes, outcomes);
    }

    static FitPoints inAnyOrder(List<SpendOutcome> points) {
        return new FitPoints(points.stream()
                .sorted(Comparator.comparing(SpendOutcome::spend)
                        .thenComparing(SpendOutcome::outcome)
                        .thenComparing(SpendOutcome::weight))
                .toList());
    }

    static FitPoints inTime(List<SpendOutcome> points) {
        return new FitPoints(points);
    }

    private static double greatest(double[] values) {
        double greatest = Arrays.stream(values).max().orElse(0);
        return greatest > 0 ? greatest : 1;
    }

    int size() {
        return spends.length;
    }

    double mean(double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum / observations;
    }

    /** The weighted sum of products about the means. */
    double aroundMeans(double[] left, double[] right) {
        double meanLeft = mean(left);
        double meanRight = mean(right);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += weights[i] * (left[i] - meanLeft) * (right[i] - meanRight);
        }
        return sum;
    }

    /** The weighted sum of products. */
    double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += weights[i] * left[i] * right[i];
        }
        return sum;
    }

    double leastSpendAboveZero() {
        return Arrays.stream(spends).filter(spend -> spend > 0).min().orElse(1);
    }

    /** How many different spends there are, 0 counted only where it says something. */
    long distinctSpends(boolean withZero) {
        return Arrays.stream(spends)
                .filter(spend -> withZero || spend > 0)
                .distinct()
                .count();
    }
}
