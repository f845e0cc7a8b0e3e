package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Objective;

/**
 * The log-likelihood of counts under {@link BgBb}, and its gradient in closed form, by the logarithms of alpha, beta, gamma and
 * delta.
 *
 * <p>Times and frequencies are whole, so ratios of gamma functions are running sums in tables; a row's terms, one for each
 * opportunity it may have left after, follow from each other.
 */
final class BgBbLikelihood implements Objective {

    private static final int ALPHA = 0;
    private static final int BETA = 1;
    private static final int GAMMA = 2;
    private static final int DELTA = 3;

    /** A term below this share of the sum so far adds nothing, nor do those after it. */
    private static final double NEGLIGIBLE = 0x1p-60;

    private final HistoryCounts counts;
    private final RisingFactorials ofAlpha;
    private final RisingFactorials ofBeta;
    private final RisingFactorials ofAlphaBeta;
    private final RisingFactorials ofDelta;
    private final RisingFactorials ofGammaDelta;

    /** Sums over a row's terms, relative to the first: the terms, and each times its logarithm's derivatives. */
    private double sum;

    private double sumByBeta;
    private double sumByAlphaBeta;
    private double sumByGamma;
    private double sumByDelta;
    private double sumByGammaDelta;

    BgBbLikelihood(HistoryCounts counts) {
        int longest = 0;
        for (int row = 0; row < counts.size(); row++) {
            Opportunities.require(counts.frequency(row), counts.recency(row), counts.age(row));
            longest = Math.max(longest, (int) counts.age(row));
        }
        this.counts = counts;
        this.ofAlpha = new RisingFactorials(longest);
        this.ofBeta = new RisingFactorials(longest);
        this.ofAlphaBeta = new RisingFactorials(longest);
        this.ofDelta = new RisingFactorials(longest);
        this.ofGammaDelta = new RisingFactorials(longest + 1);
    }

    @Override
    public double value(double[] point, double[] gradient) {
        double alpha = Math.exp(point[ALPHA]);
        double beta = Math.exp(point[BETA]);
        double gamma = Math.exp(point[GAMMA]);
        double delta = Math.exp(point[DELTA]);
        ofAlpha.at(alpha);
        ofBeta.at(beta);
        ofAlphaBeta.at(alpha + beta);
        ofDelta.at(delta);
        ofGammaDelta.at(gamma + delta);
        double value = 0;
        double byAlpha = 0;
        double byBeta = 0;
        double byGamma = 0;
        double byDelta = 0;
        for (int row = 0; row < counts.size(); row++) {
            int x = counts.frequency(row);
            int first = (int) counts.recency(row);
            double weight = counts.weight(row);
            addTerms(x, first, (int) counts.age(row), beta, alpha + beta, gamma, delta);
            value += weight
                    * (ofAlpha.logarithm(x)
                            + ofBeta.logarithm(first - x)
                            - ofAlphaBeta.logarithm(first)
                            + ofDelta.logarithm(first)
                            - ofGammaDelta.logarithm(first)
                            + Math.log(sum));
            byAlpha += weight * (ofAlpha.derivative(x) - sumByAlphaBeta / sum);
            byBeta += weight * ((sumByBeta - sumByAlphaBeta) / sum);
            byGamma += weight * ((sumByGamma - sumByGammaDelta) / sum);
            byDelta += weight * ((sumByDelta - sumByGammaDelta) / sum);
        }
        gradient[ALPHA] = byAlpha * alpha;
        gradient[BETA] = byBeta * beta;
        gradient[GAMMA] = byGamma * gamma;
        gradient[DELTA] = byDelta * delta;
        return value;
    }

    /** Adds up who left after each opportunity from the last purchase on, and who is active still, all over the part of the first. */
    private void addTerms(int x, int first, int last, double beta, double alphaBeta, double gamma, double delta) {
        sum = 0;
        sumByBeta = 0;
        sumByAlphaBeta = 0;
        sumByGamma = 0;
        sumByDelta = 0;
        sumByGammaDelta = 0;
        // The part of those active after opportunity i, over that of i = first.
        double active = 1;
        int i = first;
        for (; i < last && active > NEGLIGIBLE * sum; i++) {
            double left = active * gamma / (gamma + delta + i);
            add(left, x, i, i + 1);
            sumByGamma += left / gamma;
            active *= (beta + i - x) / (alphaBeta + i) * (delta + i) / (gamma + delta + i);
        }
        if (i == last) {
            add(active, x, last, last);
        }
    }

    private void add(double term, int x, int opportunity, int chances) {
        sum += term;
        sumByBeta += term * ofBeta.derivative(opportunity - x);
        sumByAlphaBeta += term * ofAlphaBeta.derivative(opportunity);
        sumByDelta += term * ofDelta.derivative(opportunity);
        sumByGammaDelta += term * ofGammaDelta.derivative(chances);
    }
}
