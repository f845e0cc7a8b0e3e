package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Hypergeometric;
import io.github.planningmath.quantity.DocumentPart;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The shifted-beta-geometric curve: each customer has a probability of their own to leave at a renewal, always the same,
 * {@code theta ~ Beta(alpha, beta)}. Those likely to leave go first, so the retention of a cohort rises with age.
 *
 * <p>{@code retention(t) = (beta + t - 1) / (alpha + beta + t - 1)}, {@code survival(t) = B(alpha, beta + t) / B(alpha, beta)}.
 * Discounted lifetimes are in closed form, {@code F(1, beta + age; alpha + beta + age; 1 / (1 + d))} with the Gauss
 * hypergeometric function, to a relative 1e-12. Without discount they are finite only where {@code alpha} is above 1,
 * {@code (alpha + beta + age - 1) / (alpha - 1)}, else {@link Double#POSITIVE_INFINITY}: then there are so many who hardly
 * ever leave that {@link #expectedTenure()} has no bound.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, How to Project Customer Retention, Journal of Interactive Marketing 21(1), 2007,
 * 76-90, doi:10.1002/dir.20074; the residual lifetime from Marketing Science 29(1), 2010, 85-93,
 * doi:10.1287/mksc.1080.0482.
 *
 * @param alpha first shape of the probability to leave, above 0; its mean is {@code alpha / (alpha + beta)}
 * @param beta second shape of the probability to leave, above 0
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements RetentionCurve, DocumentPart {

    /** Up to here a product of retentions is nearer than a difference of logarithms. */
    private static final int LONGEST_PRODUCT = 1_000;

    public ShiftedBetaGeometric {
        Doubles.positive(alpha, "ShiftedBetaGeometric.alpha");
        Doubles.positive(beta, "ShiftedBetaGeometric.beta");
    }

    /**
     * Fits the curve to observed cohorts by maximum likelihood.
     *
     * <p>The likelihood of the table: each customer who left has the probability to leave in that very period, each who is
     * left the survival to the end of the cohort's observation. {@link Fitted.FittedOn#repeatBuyers()} are the customers who
     * renewed at least once, {@link Fitted.FittedOn#uniqueRows()} the periods.
     *
     * @param cohorts what was observed
     * @return the curve, or why there is none: nobody left, nobody stayed, a single period, or retention that does not rise
     */
    public static Fit<ShiftedBetaGeometric> fit(CohortTable cohorts) {
        return new ShiftedBetaGeometricFit(cohorts)
                .fit(parameters -> new ShiftedBetaGeometric(parameters[0], parameters[1]));
    }

    @Override
    public double survival(int period) {
        RetentionPeriods.requirePeriod(period, "ShiftedBetaGeometric.survival");
        if (period > LONGEST_PRODUCT) {
            return Math.exp(LogBeta.value(alpha, beta + period) - LogBeta.value(alpha, beta));
        }
        double product = 1;
        for (int t = 1; t <= period; t++) {
            product *= retention(t);
        }
        return product;
    }

    @Override
    public double retention(int period) {
        RetentionPeriods.requireRenewal(period, "ShiftedBetaGeometric.retention");
        double stays = beta + (period - 1);
        return stays / (alpha + stays);
    }

    @Override
    public double discountedLifetime(int age, double discount) {
        RetentionPeriods.requireAge(age, "ShiftedBetaGeometric.discountedLifetime");
        Doubles.notNegative(discount, "RetentionCurve.discount");
        double stays = beta + age;
        if (discount == 0) {
            return alpha > 1 ? (stays + (alpha - 1)) / (alpha - 1) : Double.POSITIVE_INFINITY;
        }
        return Hypergeometric.value(1, stays, alpha + stays, 1 / (1 + discount), discount / (1 + discount));
    }
}
