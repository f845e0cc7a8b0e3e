package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Objective;

/**
 * The log-likelihood of counts under {@link BetaGeometric}, and its gradient in closed form, by the logarithms of r, alpha, a
 * and b.
 *
 * <p>Gamma and beta functions depend on the frequency alone: they are computed once for each different frequency. A row costs
 * an exponential and a logarithm.
 */
final class BetaGeometricLikelihood implements Objective {

    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int A = 2;
    private static final int B = 3;

    private final HistoryCounts counts;
    private final int firstChance;
    private final FrequencyTable frequencies;
    private final TimeLogs times;

    /** By frequency: ln(a / (b + m - 1)), the part of the odds of having left that does not depend on times. */
    private final double[] logOdds;

    private final double[] oddsByB;

    BetaGeometricLikelihood(HistoryCounts counts, int firstChance) {
        this.counts = counts;
        this.firstChance = firstChance;
        this.frequencies = new FrequencyTable(counts);
        this.times = new TimeLogs(counts);
        this.logOdds = new double[frequencies.size()];
        this.oddsByB = new double[frequencies.size()];
    }

    @Override
    public double value(double[] point, double[] gradient) {
        double[] parameters = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            parameters[i] = Math.exp(point[i]);
            gradient[i] = 0;
        }
        times.at(parameters[ALPHA]);
        double value = ofFrequencies(parameters, gradient) + ofTimes(parameters, gradient);
        for (int i = 0; i < point.length; i++) {
            gradient[i] *= parameters[i];
        }
        return value;
    }

    /** Terms of the frequency alone: B(a, b + m) / B(a, b) * Gamma(r + x) / Gamma(r) * alpha^r. */
    private double ofFrequencies(double[] parameters, double[] gradient) {
        double r = parameters[R];
        double a = parameters[A];
        double b = parameters[B];
        double logAlpha = Math.log(parameters[ALPHA]);
        LogRisingFactorial ofR = new LogRisingFactorial(r);
        LogRisingFactorial ofB = new LogRisingFactorial(b);
        LogRisingFactorial ofSum = new LogRisingFactorial(a + b);
        double value = 0;
        for (int place = 0; place < frequencies.size(); place++) {
            int x = frequencies.frequency(place);
            int chances = x + firstChance;
            double weight = frequencies.weight(place);
            ofR.to(x);
            ofB.to(chances);
            ofSum.to(chances);
            value += weight * (ofR.value() + r * logAlpha + ofB.value() - ofSum.value());
            gradient[R] += weight * (ofR.derivative() + logAlpha);
            gradient[ALPHA] += weight * r / parameters[ALPHA];
            gradient[A] -= weight * ofSum.derivative();
            gradient[B] += weight * (ofB.derivative() - ofSum.derivative());
            logOdds[place] = chances == 0 ? Double.NEGATIVE_INFINITY : Math.log(a / (b + (chances - 1)));
            oddsByB[place] = chances == 0 ? 0 : 1 / (b + (chances - 1));
        }
        return value;
    }

    /** Terms of the times: -(r + x) ln(alpha + T) + ln(1 + odds of having left). */
    private double ofTimes(double[] parameters, double[] gradient) {
        double r = parameters[R];
        double value = 0;
        double byR = 0;
        double byAlpha = 0;
        double byLogA = 0;
        double byB = 0;
        for (int row = 0; row < counts.size(); row++) {
            int place = frequencies.place(row);
            double weight = counts.weight(row);
            double shape = r + counts.frequency(row);
            double logOfAge = times.logOfAge(row);
            double reciprocalOfAge = times.reciprocalOfAge(row);
            value -= weight * shape * logOfAge;
            byR -= weight * logOfAge;
            byAlpha -= weight * shape * reciprocalOfAge;
            if (logOdds[place] == Double.NEGATIVE_INFINITY) {
                continue;
            }
            double quiet = logOfAge - times.logOfRecency(row);
            double odds = logOdds[place] + shape * quiet;
            // The smaller of the odds and their reciprocal: neither overflows.
            double small = Math.exp(-Math.abs(odds));
            double left = weight * (odds > 0 ? 1 : small) / (1 + small);
            value += weight * (Math.max(odds, 0) + Math.log(1 + small));
            byR += left * quiet;
            byAlpha += left * shape * (reciprocalOfAge - times.reciprocalOfRecency(row));
            byLogA += left;
            byB -= left * oddsByB[place];
        }
        gradient[R] += byR;
        gradient[ALPHA] += byAlpha;
        gradient[A] += byLogA / parameters[A];
        gradient[B] += byB;
        return value;
    }
}
