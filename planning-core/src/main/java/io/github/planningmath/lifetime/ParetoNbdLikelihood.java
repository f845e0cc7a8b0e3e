package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Objective;
import io.github.planningmath.internal.UnitHypergeometric;

/**
 * The log-likelihood of counts under {@link ParetoNbd}, and its gradient in closed form, by the logarithms of r, alpha, s and
 * beta.
 *
 * <p>A row is {@code S(t_x) * (share(t_x) + (1 - share(T)) S(T) / S(t_x))}, all of it positive and at most 1. The share, which
 * takes a hypergeometric function and its derivatives, depends on the frequency and one time alone: it is computed once for
 * each different pair. A row costs an exponential and a logarithm.
 */
final class ParetoNbdLikelihood implements Objective {

    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int S = 2;
    private static final int BETA = 3;

    private final HistoryCounts counts;
    private final FrequencyTable frequencies;
    private final FrequencyTimes pairs;
    private final TimeLogs alphaTimes;
    private final TimeLogs betaTimes;
    private final UnitHypergeometric hypergeometric = new UnitHypergeometric();

    /** By pair: the share of those who leave later, and its derivatives. */
    private final double[] share;

    private final double[][] shareBy;

    ParetoNbdLikelihood(HistoryCounts counts) {
        this.counts = counts;
        this.frequencies = new FrequencyTable(counts);
        this.pairs = new FrequencyTimes(counts);
        this.alphaTimes = new TimeLogs(counts);
        this.betaTimes = new TimeLogs(counts);
        this.share = new double[pairs.size()];
        this.shareBy = new double[4][pairs.size()];
    }

    @Override
    public double value(double[] point, double[] gradient) {
        double[] parameters = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            parameters[i] = Math.exp(point[i]);
            gradient[i] = 0;
        }
        alphaTimes.at(parameters[ALPHA]);
        betaTimes.at(parameters[BETA]);
        for (int pair = 0; pair < pairs.size(); pair++) {
            shareOf(pair, parameters);
        }
        double value = ofFrequencies(parameters, gradient) + ofTimes(parameters, gradient);
        for (int i = 0; i < point.length; i++) {
            gradient[i] *= parameters[i];
        }
        return value;
    }

    /** {@code s / (r + s + x) F(1, r + x; r + s + x + 1; z)}, or its twin where beta is the greater. */
    private void shareOf(int pair, double[] parameters) {
        double shape = parameters[R] + pairs.frequency(pair);
        double s = parameters[S];
        double p = parameters[ALPHA] + pairs.time(pair);
        double q = parameters[BETA] + pairs.time(pair);
        boolean alphaIsGreater = p >= q;
        double small = alphaIsGreater ? q : p;
        double great = alphaIsGreater ? p : q;
        double ratio = small / great;
        if (alphaIsGreater) {
            hypergeometric.at(shape, s + 1, (p - q) / p);
        } else {
            hypergeometric.at(s + 1, shape, (q - p) / q);
        }
        double factor = s / (shape + s) * (alphaIsGreater ? 1 : ratio);
        double value = factor * hypergeometric.value();
        double byArgument = factor * hypergeometric.byArgument();
        double byShape = alphaIsGreater ? hypergeometric.byUpper() : hypergeometric.byGap();
        double byS = alphaIsGreater ? hypergeometric.byGap() : hypergeometric.byUpper();
        // z = 1 - small / great; the twin has the factor small / great as well.
        double byGreat = byArgument * ratio / great - (alphaIsGreater ? 0 : value / great);
        double bySmall = -byArgument / great + (alphaIsGreater ? 0 : value / small);
        share[pair] = value;
        shareBy[R][pair] = factor * byShape - value / (shape + s);
        shareBy[S][pair] = factor * byS + value * (shape / (s * (shape + s)));
        shareBy[ALPHA][pair] = alphaIsGreater ? byGreat : bySmall;
        shareBy[BETA][pair] = alphaIsGreater ? bySmall : byGreat;
    }

    /** Terms of the frequency alone: Gamma(r + x) / Gamma(r) * alpha^r beta^s. */
    private double ofFrequencies(double[] parameters, double[] gradient) {
        double r = parameters[R];
        LogRisingFactorial factorial = new LogRisingFactorial(r);
        double customers = 0;
        double value = 0;
        for (int place = 0; place < frequencies.size(); place++) {
            double weight = frequencies.weight(place);
            factorial.to(frequencies.frequency(place));
            customers += weight;
            value += weight * factorial.value();
            gradient[R] += weight * factorial.derivative();
        }
        double logAlpha = Math.log(parameters[ALPHA]);
        double logBeta = Math.log(parameters[BETA]);
        gradient[R] += customers * logAlpha;
        gradient[ALPHA] += customers * r / parameters[ALPHA];
        gradient[S] += customers * logBeta;
        gradient[BETA] += customers * parameters[S] / parameters[BETA];
        return value + customers * (r * logAlpha + parameters[S] * logBeta);
    }

    private double ofTimes(double[] parameters, double[] gradient) {
        double s = parameters[S];
        double value = 0;
        double byR = 0;
        double byAlpha = 0;
        double byS = 0;
        double byBeta = 0;
        for (int row = 0; row < counts.size(); row++) {
            double weight = counts.weight(row);
            double shape = parameters[R] + counts.frequency(row);
            int recency = pairs.recencyPlace(row);
            int age = pairs.agePlace(row);
            double alphaLog = alphaTimes.logOfRecency(row);
            double betaLog = betaTimes.logOfRecency(row);
            double alphaQuiet = alphaLog - alphaTimes.logOfAge(row);
            double betaQuiet = betaLog - betaTimes.logOfAge(row);
            double fall = Math.exp(shape * alphaQuiet + s * betaQuiet);
            double active = (1 - share[age]) * fall;
            double all = share[recency] + active;
            double perAll = weight / all;
            double alphaReciprocal = alphaTimes.reciprocalOfRecency(row);
            double betaReciprocal = betaTimes.reciprocalOfRecency(row);
            value += weight * (Math.log(all) - shape * alphaLog - s * betaLog);
            byR += perAll * (shareBy[R][recency] - shareBy[R][age] * fall + active * alphaQuiet) - weight * alphaLog;
            byS += perAll * (shareBy[S][recency] - shareBy[S][age] * fall + active * betaQuiet) - weight * betaLog;
            byAlpha += perAll
                            * (shareBy[ALPHA][recency]
                                    - shareBy[ALPHA][age] * fall
                                    + active * shape * (alphaReciprocal - alphaTimes.reciprocalOfAge(row)))
                    - weight * shape * alphaReciprocal;
            byBeta += perAll
                            * (shareBy[BETA][recency]
                                    - shareBy[BETA][age] * fall
                                    + active * s * (betaReciprocal - betaTimes.reciprocalOfAge(row)))
                    - weight * s * betaReciprocal;
        }
        gradient[R] += byR;
        gradient[ALPHA] += byAlpha;
        gradient[S] += byS;
        gradient[BETA] += byBeta;
        return value;
    }
}
