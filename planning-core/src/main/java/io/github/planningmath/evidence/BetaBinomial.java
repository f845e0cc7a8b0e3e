package io.github.planningmath.evidence;

import io.github.planningmath.internal.Optimum;
import io.github.planningmath.internal.QuasiNewton;
import java.util.Collection;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * The beta-binomial distribution, by maximum likelihood.
 *
 * @param a of the distribution of rates
 * @param b likewise
 * @param logLikelihood of the parts
 */
record BetaBinomial(double a, double b, double logLikelihood) {

    private static final double LEAST_GAIN = 1e-20;
    private static final int MOST_ITERATIONS = 500;
    private static final int POLISHING = 4;

    /**
     * Whether the likelihood rises where the rates begin to differ:
     * {@code sum of k(k-1)/p + (n-k)(n-k-1)/(1-p) - n(n-1) > 0}. Where it does not, it has no greatest value at a finite a + b.
     */
    static boolean hasSpread(Collection<RateEvidence> parts, double common) {
        double slope = 0;
        for (RateEvidence part : parts) {
            double won = part.effectiveWon();
            double all = part.effectiveLeads();
            double lost = all - won;
            slope += won * (won - 1) / common + lost * (lost - 1) / (1 - common) - all * (all - 1);
        }
        return slope > 0;
    }

    static BetaBinomial fitted(Collection<RateEvidence> parts, double common) {
        Optimum optimum = new QuasiNewton(LEAST_GAIN, 1, MOST_ITERATIONS)
                .maximum(
                        (point, gradient) -> value(parts, point, gradient),
                        new double[] {Math.log(common) + 2, Math.log1p(-common) + 2});
        double[] point = optimum.point();
        for (int i = 0; i < POLISHING; i++) {
            polish(parts, point);
        }
        return new BetaBinomial(Math.exp(point[0]), Math.exp(point[1]), value(parts, point, new double[2]));
    }

    /** By the logarithms of a and b. */
    private static double value(Collection<RateEvidence> parts, double[] point, double[] gradient) {
        double a = Math.exp(point[0]);
        double b = Math.exp(point[1]);
        double value = 0;
        double byA = 0;
        double byB = 0;
        for (RateEvidence part : parts) {
            double won = part.effectiveWon();
            double lost = part.effectiveLeads() - won;
            value += LogBeta.value(a + won, b + lost) - LogBeta.value(a, b);
            double both = Digamma.value(a + b) - Digamma.value(a + b + won + lost);
            byA += Digamma.value(a + won) - Digamma.value(a) + both;
            byB += Digamma.value(b + lost) - Digamma.value(b) + both;
        }
        gradient[0] = a * byA;
        gradient[1] = b * byB;
        return value;
    }

    /** One step of Newton's, where it is one upwards. */
    private static void polish(Collection<RateEvidence> parts, double[] point) {
        double a = Math.exp(point[0]);
        double b = Math.exp(point[1]);
        double[] gradient = new double[2];
        value(parts, point, gradient);
        double both = 0;
        double ofA = 0;
        double ofB = 0;
        for (RateEvidence part : parts) {
            double won = part.effectiveWon();
            double lost = part.effectiveLeads() - won;
            both += Trigamma.value(a + b) - Trigamma.value(a + b + won + lost);
            ofA += Trigamma.value(a + won) - Trigamma.value(a);
            ofB += Trigamma.value(b + lost) - Trigamma.value(b);
        }
        double first = a * a * (ofA + both) + gradient[0];
        double second = b * b * (ofB + both) + gradient[1];
        double across = a * b * both;
        double determinant = first * second - across * across;
        if (first < 0 && determinant > 0) {
            point[0] -= (second * gradient[0] - across * gradient[1]) / determinant;
            point[1] -= (first * gradient[1] - across * gradient[0]) / determinant;
        }
    }
}
