package io.github.planningmath.risk;

import java.util.ArrayList;
import java.util.List;

/** How likely what was counted is by a draw of the constants. */
final class Likelihood {

    /** A rate is at least so far from 0 and 1 in a draw that can be told from them. */
    private static final double LEAST = 1e-300;

    private record Count(Term rate, int month, long successes, long trials) {}

    private final List<Count> counts = new ArrayList<>();

    /** Adds counts of a month. */
    void add(Term rate, int month, long successes, long trials) {
        counts.add(new Count(rate, month, successes, trials));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Weights of draws, in proportion to how likely the counts are by each; they sum to 1. */
    double[] weights(double[][] draws) {
        double[] logs = new double[draws.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < draws.length; i++) {
            for (Count count : counts) {
                double rate = count.rate().at(count.month(), draws[i]);
                logs[i] += count.successes() * StrictMath.log(Math.max(LEAST, rate))
                        + (count.trials() - count.successes()) * StrictMath.log(Math.max(LEAST, 1 - rate));
            }
            greatest = Math.max(greatest, logs[i]);
        }
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.exp(logs[i] - greatest);
            sum += logs[i];
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= sum;
        }
        return logs;
    }

    /** How many draws of equal weight would tell as much (Kish). */
    static double effective(double[] weights) {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return 1 / squares;
    }
}
