package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;

/**
 * The retention of observed cohorts as it was, all of them pooled: the estimator of Kaplan and Meier.
 *
 * <p>{@code retention(t) = stayed(t) / atRisk(t)} over the cohorts observed beyond the renewal, and survival is the product,
 * so a young cohort counts for as long as it has been observed. It says nothing about later periods; what is assumed of
 * them is the tail.
 *
 * <p>Source: E. L. Kaplan, P. Meier, Nonparametric Estimation from Incomplete Observations, Journal of the American
 * Statistical Association 53(282), 1958, 457-481, doi:10.1080/01621459.1958.10501452.
 *
 * @param cohorts what was observed
 * @param tail what is taken for retention after the oldest cohort's last period
 */
public record CohortRetention(CohortTable cohorts, RetentionTail tail) implements RetentionCurve, DocumentPart {

    public CohortRetention {
        Required.present(cohorts, "CohortRetention.cohorts");
        Required.present(tail, "CohortRetention.tail");
    }

    @Override
    public double survival(int period) {
        return known().survival(period);
    }

    @Override
    public double retention(int period) {
        return known().retention(period);
    }

    @Override
    public Ratio retentionRatio(int period) {
        int renewal = known().renewal(period);
        return renewal == KnownRetention.NONE ? Ratio.ZERO : observed(renewal);
    }

    @Override
    public double discountedLifetime(int age, double discount) {
        return known().discountedLifetime(age, discount);
    }

    /**
     * The standard error of survival, by Greenwood's formula,
     * {@code survival * sqrt(sum of left / (atRisk * stayed))} over the renewals up to the period.
     *
     * @param period from 0 to the oldest cohort's last
     * @return at least 0; 0 where all stayed, and where nobody is left
     * @throws IllegalArgumentException if no cohort was observed so long
     */
    public double survivalError(int period) {
        Required.between(period, 0, cohorts.periods(), "CohortRetention.survivalError.period");
        double sum = 0;
        for (int renewal = 1; renewal <= period; renewal++) {
            double atRisk = cohorts.atRisk(renewal);
            double stayed = cohorts.stayed(renewal);
            if (stayed == 0) {
                return 0;
            }
            sum += (atRisk - stayed) / (atRisk * stayed);
        }
        return survival(period) * Math.sqrt(sum);
    }

    private KnownRetention known() {
        return new KnownRetention(
                "CohortRetention",
                cohorts.periods(),
                this::observedSurvival,
                renewal -> observed(renewal).toDouble(),
                tail);
    }

    private double observedSurvival(int period) {
        double product = 1;
        for (int renewal = 1; renewal <= period; renewal++) {
            product *= observed(renewal).toDouble();
        }
        return product;
    }

    private Ratio observed(int renewal) {
        long atRisk = cohorts.atRisk(renewal);
        return atRisk == 0 ? Ratio.ZERO : Ratio.of(cohorts.stayed(renewal), atRisk);
    }
}
