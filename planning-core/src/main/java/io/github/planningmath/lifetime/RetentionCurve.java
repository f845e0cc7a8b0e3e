package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Ratio;

/**
 * How many customers of a contract are left after each period: those who leave are seen to leave.
 *
 * <p>A customer is won at time 0 and is there in the first period; {@code survival(t)} is the share still there after
 * {@code t} periods, {@code survival(0) = 1}, and never rises. What a period is, a month or a year, is the user's; all
 * counts and discount rates are in it. All values are statistics.
 *
 * <p>Source of the discounted lifetimes: P. S. Fader, B. G. S. Hardie, Customer-Base Valuation in a Contractual Setting: The
 * Perils of Ignoring Heterogeneity, Marketing Science 29(1), 2010, 85-93, doi:10.1287/mksc.1080.0482.
 */
@RetentionCurveJson
public sealed interface RetentionCurve
        permits ConstantRetention, ShiftedBetaGeometric, CohortRetention, GivenRetention {

    /**
     * The share of customers who are still there after so many periods.
     *
     * @param period at least 0
     * @return from 0 to 1; 1 at period 0
     * @throws IllegalArgumentException if the period is below 0, or beyond what the curve knows
     */
    double survival(int period);

    /**
     * The share of those there before a renewal who stay, {@code survival(period) / survival(period - 1)}.
     *
     * @param period at least 1: the number of the renewal
     * @return from 0 to 1; 0 where nobody is left to stay
     * @throws IllegalArgumentException if the period is below 1, or beyond what the curve knows
     */
    double retention(int period);

    /**
     * The retention as a plan takes it: exact where the curve has it exactly, else rounded down once to nine decimals.
     *
     * @param period at least 1: the number of the renewal
     * @return from 0 to 1
     * @throws IllegalArgumentException if the period is below 1, or beyond what the curve knows
     */
    default Ratio retentionRatio(int period) {
        return Ratio.fromDouble(retention(period));
    }

    /**
     * The discounted periods to expect of a customer who is there at an age, the present period included,
     * {@code sum over k >= 0 of survival(age + k) / survival(age) * (1 + discount)^-k}, without end.
     *
     * <p>It is {@link Double#POSITIVE_INFINITY} where the sum grows beyond all bounds, as for a customer who never leaves
     * and is not discounted.
     *
     * @param age periods since the customer was won, at least 0
     * @param discount the effective rate for one period, at least 0 and finite
     * @return at least 1; it may be infinite
     * @throws IllegalArgumentException if an argument is not accepted, or the curve does not know enough periods
     */
    double discountedLifetime(int age, double discount);

    /**
     * The same for a number of periods, {@code sum over k from 0 to periods - 1}.
     *
     * @param age periods since the customer was won, at least 0
     * @param periods from 1 to 100,000, the present one included
     * @param discount the effective rate for one period, at least 0 and finite
     * @return from 1 to the number of periods
     * @throws IllegalArgumentException if an argument is not accepted, or the curve does not know enough periods
     */
    default double discountedLifetime(int age, int periods, double discount) {
        RetentionPeriods.requireAge(age, "RetentionCurve.discountedLifetime");
        Required.between(periods, 1, RetentionPeriods.LONGEST, "RetentionCurve.discountedLifetime.periods");
        double factor = 1 / (1 + Doubles.notNegative(discount, "RetentionCurve.discount"));
        double worth = 1;
        double sum = 1;
        for (int k = 1; k < periods && worth > 0; k++) {
            worth *= retention(age + k) * factor;
            sum += worth;
        }
        return sum;
    }

    /**
     * The discounted expected lifetime of a new customer (DEL), {@code sum over t >= 0 of survival(t) * (1 + discount)^-t}.
     *
     * @param discount the effective rate for one period, at least 0 and finite
     * @return periods, at least 1; it may be infinite
     * @throws IllegalArgumentException if the discount is not accepted, or the curve does not know enough periods
     */
    default double discountedLifetime(double discount) {
        return discountedLifetime(0, discount);
    }

    /**
     * The discounted expected residual lifetime (DERL) just before a renewal: the renewals to come of a customer who has
     * renewed {@code renewal - 1} times, {@code sum over t >= n of survival(t) / survival(n - 1) * (1 + discount)^(n - t)}.
     *
     * @param renewal the number of the renewal that is due now, at least 1
     * @param discount the effective rate for one period, at least 0 and finite
     * @return renewals, at least 0; it may be infinite
     * @throws IllegalArgumentException if an argument is not accepted, or the curve does not know enough periods
     */
    default double discountedResidualLifetime(int renewal, double discount) {
        return retention(renewal) * discountedLifetime(renewal, discount);
    }

    /**
     * The mean number of periods for which a customer stays, the first included, {@code sum over t >= 0 of survival(t)}.
     *
     * @return at least 1; {@link Double#POSITIVE_INFINITY} where so many stay so long that there is no mean
     * @throws IllegalArgumentException if the curve does not know enough periods
     */
    default double expectedTenure() {
        return discountedLifetime(0, 0);
    }
}
