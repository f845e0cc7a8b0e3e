package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.ConstantRetention;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.FirstMargin;
import io.github.planningmath.lifetime.LifetimeHorizon;
import io.github.planningmath.lifetime.LifetimeTerms;
import io.github.planningmath.lifetime.PurchaseHistory;
import io.github.planningmath.lifetime.RetentionCurve;
import io.github.planningmath.quantity.Ratio;
import java.time.temporal.ChronoUnit;

/**
 * What must be true of every lifetime value, as assertions for a test: law 8. Margins are at least 0, for which alone it is
 * one. Values are statistics, and compared up to a relative 1e-9.
 *
 * <p>Each assertion throws an {@link AssertionError} that shows the two values.
 */
public final class LifetimeLaws {

    private static final double ROUNDING = 1e-9;

    /** How many renewals are looked at, to say that one curve retains at least as many as another. */
    private static final int RENEWALS = 200;

    private LifetimeLaws() {}

    /**
     * Asserts that discounting never raises a value, at any of the first ages.
     *
     * @param terms what a customer pays
     * @param curve how customers stay
     * @param more added to the rate of discount
     */
    public static void assertDiscountingNeverRaises(LifetimeTerms terms, RetentionCurve curve, Ratio more) {
        DiscountRate discount = terms.discount();
        LifetimeTerms discounted =
                terms.withDiscount(new DiscountRate(discount.rate().plus(more), discount.per()));
        for (int age = 0; age <= 5; age++) {
            assertThat(discounted.residualValue(curve, age))
                    .as("the value at age %s discounted by %s rather than %s", age, discounted.discount(), discount)
                    .isLessThanOrEqualTo(terms.residualValue(curve, age) * (1 + ROUNDING));
        }
    }

    /**
     * Asserts that more retention never lowers a value.
     *
     * @param terms what a customer pays
     * @param less how customers stay
     * @param more a curve whose retention is at least as great at each renewal
     * @throws IllegalArgumentException if it is not, at one of the first 200 renewals that the other reaches
     */
    public static void assertMoreRetentionNeverLowers(LifetimeTerms terms, RetentionCurve less, RetentionCurve more) {
        for (int renewal = 1; renewal <= RENEWALS && less.survival(renewal) > 0; renewal++) {
            if (!(more.retention(renewal) >= less.retention(renewal) * (1 - ROUNDING))) {
                throw new IllegalArgumentException("LifetimeLaws.more must retain at least " + less.retention(renewal)
                        + " at renewal " + renewal + ", but was " + more.retention(renewal) + ".");
            }
        }
        assertThat(terms.lifetimeValue(more))
                .as("the value with more retention")
                .isGreaterThanOrEqualTo(terms.lifetimeValue(less) * (1 - ROUNDING));
    }

    /**
     * Asserts that a curve with constant retention r has the value of the closed form, {@code m (1 + d) / (1 + d - r)} with
     * the first margin now and {@code m r / (1 + d - r)} with the first after one period, of which a horizon of n margins has
     * the part {@code 1 - (r / (1 + d))^n}.
     *
     * @param terms what a customer pays
     * @param rate the share that stays at each renewal, from 0 to 1
     */
    public static void assertConstantRetentionIsTheClosedForm(LifetimeTerms terms, Ratio rate) {
        double r = rate.toDouble();
        double d = terms.discount().effectivePer(terms.period());
        double first = terms.firstMargin() == FirstMargin.NOW ? 1 + d : r;
        double part = terms.horizon() instanceof LifetimeHorizon.Periods periods
                ? -Math.expm1(periods.count() * (Math.log(r) - Math.log1p(d)))
                : 1;
        double closed =
                terms.margin().doubleValue() * first / (rate.complement().toDouble() + d) * part;
        assertThat(terms.lifetimeValue(new ConstantRetention(rate)))
                .as("the value of a constant retention of %s", rate)
                .isCloseTo(closed, within(ROUNDING * closed));
    }

    /**
     * Asserts the same of customers who may leave unseen: discounting never raises the purchases to expect, and looking
     * further never lowers them.
     *
     * @param model how customers buy
     * @param history what a customer did so far
     * @param duration the time to look ahead
     * @param discount above 0
     * @param unit the unit of the model's times
     */
    public static void assertDiscountingNeverRaises(
            BuyerModel model, PurchaseHistory history, double duration, DiscountRate discount, ChronoUnit unit) {
        double discounted = model.discountedPurchases(history, discount, unit);
        DiscountRate twice = new DiscountRate(discount.rate().plus(discount.rate()), discount.per());
        assertThat(model.discountedPurchases(history, twice, unit))
                .as("purchases discounted twice as much")
                .isLessThanOrEqualTo(discounted * (1 + ROUNDING));
        assertThat(model.discountedPurchases(history, duration, discount, unit))
                .as("discounted purchases of a duration")
                .isLessThanOrEqualTo(discounted * (1 + ROUNDING));
        double expected = model.expectedPurchases(history, duration);
        assertThat(expected * Math.pow(1 + discount.effectivePer(unit), -duration))
                .as("purchases of a duration, as if all were at its end")
                .isLessThanOrEqualTo(discounted * (1 + ROUNDING));
        assertThat(model.expectedPurchases(history, 2 * duration))
                .as("purchases of twice the time")
                .isGreaterThanOrEqualTo(expected * (1 - ROUNDING));
    }
}
