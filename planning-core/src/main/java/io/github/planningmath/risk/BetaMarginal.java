package io.github.planningmath.risk;

import io.github.planningmath.internal.NormalLaw;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * A rate of beta law. Its quantiles are looked up in a table of the logit over normal scores, on which it is nearly straight, by
 * cubics through four knots.
 */
final class BetaMarginal implements Marginal {

    /** Scores of the table: beyond them lies less than 1e-9 on each side, and the logit is continued straight. */
    private static final double END = 6;

    private static final int KNOTS = 193;
    private static final double WIDTH = 2 * END / (KNOTS - 1);
    private static final int STEPS = 60;

    private final double a;
    private final double b;
    private final double[] logits = new double[KNOTS + 2];

    BetaMarginal(double a, double b) {
        this.a = a;
        this.b = b;
        double guess = StrictMath.log(a / b);
        double slope = 1 / Math.sqrt(a * b / (a + b) + 0.1);
        int middle = (KNOTS + 1) / 2;
        double median = logitAt(0, guess);
        logits[middle] = median;
        for (int side = -1; side <= 1; side += 2) {
            double before = median;
            double step = side * slope * WIDTH;
            for (int k = middle + side; k >= 1 && k <= KNOTS; k += side) {
                logits[k] = logitAt((k - middle) * WIDTH, before + step);
                step = logits[k] - before;
                before = logits[k];
            }
        }
        logits[0] = 2 * logits[1] - logits[2];
        logits[KNOTS + 1] = 2 * logits[KNOTS] - logits[KNOTS - 1];
    }

    /** The law of a mean and a variance, which is less than {@code mean * (1 - mean)}. */
    static BetaMarginal ofMean(double mean, double variance) {
        double size = mean * (1 - mean) / variance - 1;
        return new BetaMarginal(mean * size, (1 - mean) * size);
    }

    /** The law of two quantiles that lie at a score and its negative: Newton's steps on the scores of both ends. */
    static BetaMarginal ofQuantiles(double low, double high, double score) {
        double lower = StrictMath.log(low / (1 - low));
        double upper = StrictMath.log(high / (1 - high));
        double middle = 1 / (1 + StrictMath.exp(-(lower + upper) / 2));
        double deviation = (upper - lower) / (2 * score);
        double size = Math.max(0.1, 1 / (deviation * deviation * middle * (1 - middle)));
        double[] logs = {StrictMath.log(middle * size), StrictMath.log((1 - middle) * size)};
        double[] miss = miss(logs[0], logs[1], low, high, score);
        for (int step = 0; step < STEPS && Math.abs(miss[0]) + Math.abs(miss[1]) > 1e-11; step++) {
            double h = 1e-5;
            double[] byA = miss(logs[0] + h, logs[1], low, high, score);
            double[] byB = miss(logs[0], logs[1] + h, low, high, score);
            double aa = (byA[0] - miss[0]) / h;
            double ab = (byB[0] - miss[0]) / h;
            double ba = (byA[1] - miss[1]) / h;
            double bb = (byB[1] - miss[1]) / h;
            double determinant = aa * bb - ab * ba;
            double da = (miss[0] * bb - miss[1] * ab) / determinant;
            double db = (miss[1] * aa - miss[0] * ba) / determinant;
            double damping = 1 / Math.max(1, Math.max(Math.abs(da), Math.abs(db)));
            logs[0] -= damping * da;
            logs[1] -= damping * db;
            miss = miss(logs[0], logs[1], low, high, score);
        }
        return new BetaMarginal(StrictMath.exp(logs[0]), StrictMath.exp(logs[1]));
    }

    private static double[] miss(double logA, double logB, double low, double high, double score) {
        double a = StrictMath.exp(logA);
        double b = StrictMath.exp(logB);
        double below = bounded(RegularizedBeta.value(low, a, b));
        double above = bounded(RegularizedBeta.complement(high, a, b));
        return new double[] {NormalLaw.score(below) + score, -NormalLaw.score(above) - score};
    }

    private static double bounded(double chance) {
        return Math.min(1 - 1e-15, Math.max(1e-300, chance));
    }

    /** Newton's steps on the logarithm of the nearer tail, which is concave in the logit: they do not run away. */
    private double logitAt(double score, double guess) {
        boolean lower = score <= 0;
        double wanted = StrictMath.log(NormalLaw.below(lower ? score : -score));
        double logBeta = LogBeta.value(a, b);
        double logit = guess;
        for (int step = 0; step < STEPS; step++) {
            double tail = lower
                    ? RegularizedBeta.value(1 / (1 + StrictMath.exp(-logit)), a, b)
                    : RegularizedBeta.value(1 / (1 + StrictMath.exp(logit)), b, a);
            double density = StrictMath.exp(a * logOfShare(logit) + b * logOfShare(-logit) - logBeta);
            double change = tail > 0 && density > 0
                    ? (StrictMath.log(tail) - wanted) * tail / density
                    : (lower ? -1 : 1) * Math.max(1, Math.abs(logit));
            change = Math.max(-20, Math.min(20, lower ? change : -change));
            logit -= change;
            if (Math.abs(change) < 1e-12 * Math.max(1, Math.abs(logit))) {
                break;
            }
        }
        return logit;
    }

    /** {@code ln(1 / (1 + e^-x))}. */
    private static double logOfShare(double logit) {
        return logit > 0 ? -StrictMath.log1p(StrictMath.exp(-logit)) : logit - StrictMath.log1p(StrictMath.exp(logit));
    }

    @Override
    public double at(double score) {
        return 1 / (1 + StrictMath.exp(-logit(score)));
    }

    private double logit(double score) {
        double place = (score + END) / WIDTH;
        if (place <= 0) {
            return logits[1] + place * (logits[2] - logits[1]);
        }
        if (place >= KNOTS - 1) {
            return logits[KNOTS] + (place - (KNOTS - 1)) * (logits[KNOTS] - logits[KNOTS - 1]);
        }
        int knot = (int) place;
        double t = place - knot;
        double before = logits[knot];
        double from = logits[knot + 1];
        double to = logits[knot + 2];
        double after = logits[knot + 3];
        double first = to - before / 3 - from / 2 - after / 6;
        double second = (before + to) / 2 - from;
        double third = (after - before) / 6 + (from - to) / 2;
        return from + t * (first + t * (second + t * third));
    }

    /** The first parameter. */
    double successes() {
        return a;
    }

    /** The second parameter. */
    double failures() {
        return b;
    }

    @Override
    public double mean() {
        return a / (a + b);
    }

    /** The chance that the rate is below a share. */
    double below(double share) {
        return below(share, a, b);
    }

    /** The same of a beta law of which nothing else is asked: it needs no table. */
    static double below(double share, double a, double b) {
        return share <= 0 ? 0 : share >= 1 ? 1 : RegularizedBeta.value(share, a, b);
    }
}
