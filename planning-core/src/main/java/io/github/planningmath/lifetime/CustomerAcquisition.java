package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What it cost to win customers, and when and how often that comes back, always in contribution margin.
 *
 * @param cost all that was spent to win them, on marketing and on selling, at least 0
 * @param customers how many were won, above 0
 */
public record CustomerAcquisition(BigDecimal cost, Long customers) {

    /** Sums of margins that miss the cost by rounding alone cover it. */
    private static final double ROUNDING = 1e-12;

    /** Even 100,000 margins of this share add nothing to a sum. */
    private static final double NEGLIGIBLE = 0x1p-70;

    public CustomerAcquisition {
        cost = Amounts.notNegative(cost, "CustomerAcquisition.cost");
        if (!(Required.present(customers, "CustomerAcquisition.customers") > 0)) {
            throw new IllegalArgumentException(
                    "CustomerAcquisition.customers must be above 0, but was " + customers + ".");
        }
    }

    /**
     * The acquisition of so many customers.
     *
     * @param cost such as {@code "10000"}
     * @param customers above 0
     * @return the acquisition
     * @throws IllegalArgumentException if an argument is not accepted
     */
    public static CustomerAcquisition of(String cost, long customers) {
        return new CustomerAcquisition(Amounts.parse(cost, "CustomerAcquisition.cost"), customers);
    }

    /**
     * The cost of one customer (CAC), {@code cost / customers}.
     *
     * @return a quotient in binary floating point
     */
    public double costPerCustomer() {
        return cost.doubleValue() / customers;
    }

    /**
     * The cost of one customer as an amount.
     *
     * @param decimals such as 2
     * @param rounding how what is beyond them is rounded
     * @return the amount, of so many decimals
     */
    public BigDecimal costPerCustomer(int decimals, RoundingMode rounding) {
        return cost.divide(BigDecimal.valueOf(customers), decimals, rounding);
    }

    /**
     * What a customer is worth against what one costs (LTV : CAC).
     *
     * @param terms what a customer pays
     * @param curve how customers stay
     * @return value and cost
     * @throws IllegalArgumentException if the cost is 0, the value is infinite, or the curve does not know enough periods
     */
    public ValueToCost valueToCost(LifetimeTerms terms, RetentionCurve curve) {
        return new ValueToCost(ValueBasis.CONTRIBUTION_MARGIN, terms.lifetimeValue(curve), costPerCustomer());
    }

    /**
     * When margins, not discounted, have covered the cost of a customer, those who leave included.
     *
     * @param terms what a customer pays; their discount is left out
     * @param curve how customers stay
     * @return the first time at which they have, or what comes back within the horizon; of a horizon without end at most
     *     100,000 periods are tried
     * @throws IllegalArgumentException if the cost has not come back when the curve knows no more periods
     */
    public Payback payback(LifetimeTerms terms, RetentionCurve curve) {
        return payback(terms, curve, 0);
    }

    /**
     * When discounted margins have covered the cost of a customer, those who leave included.
     *
     * @param terms what a customer pays
     * @param curve how customers stay
     * @return the first time at which they have, or what comes back within the horizon; of a horizon without end at most
     *     100,000 periods are tried
     * @throws IllegalArgumentException if the cost has not come back when the curve knows no more periods
     */
    public Payback discountedPayback(LifetimeTerms terms, RetentionCurve curve) {
        return payback(terms, curve, terms.discountPerPeriod());
    }

    private Payback payback(LifetimeTerms terms, RetentionCurve curve, double discount) {
        if (cost.signum() == 0) {
            return new Payback.PaidBack(ValueBasis.CONTRIBUTION_MARGIN, 0, 0.0);
        }
        double margin = terms.margin().doubleValue();
        if (!(margin > 0)) {
            return notPaidBack(0, terms.horizon());
        }
        return search(terms, curve, costPerCustomer() / margin * (1 - ROUNDING), discount);
    }

    /** Period by period, so that a curve is asked for no period beyond the one in which the cost has come back. */
    private Payback search(LifetimeTerms terms, RetentionCurve curve, double needed, double discount) {
        Required.present(curve, "CustomerAcquisition.curve");
        double factor = 1 / (1 + discount);
        int first = terms.firstMargin().periods();
        int last = terms.horizon() instanceof LifetimeHorizon.Periods periods
                ? first + periods.count() - 1
                : LifetimeHorizon.LONGEST;
        double worth = 1;
        double sum = first == 0 ? 1 : 0;
        int time = 0;
        while (sum < needed && time < last && worth > NEGLIGIBLE * sum) {
            time++;
            worth *= curve.retention(time) * factor;
            sum += worth;
        }
        return sum < needed
                ? notPaidBack(terms, curve, discount, needed, sum, time)
                : new Payback.PaidBack(
                        ValueBasis.CONTRIBUTION_MARGIN, time, Math.max(0, time - (sum - needed) / worth));
    }

    /** Of a horizon without end, what comes after the last period that was tried may be little, or enough for the cost. */
    private Payback notPaidBack(
            LifetimeTerms terms, RetentionCurve curve, double discount, double needed, double sum, int time) {
        double margin = terms.margin().doubleValue();
        if (terms.horizon() instanceof LifetimeHorizon.Periods || time < LifetimeHorizon.LONGEST) {
            return notPaidBack(margin * sum, terms.horizon());
        }
        double all = terms.discountedMargins(curve, 0, discount);
        return all < needed
                ? notPaidBack(margin * all, terms.horizon())
                : notPaidBack(margin * sum, LifetimeHorizon.periods(LifetimeHorizon.LONGEST));
    }

    private Payback notPaidBack(double recovered, LifetimeHorizon horizon) {
        return new Payback.NotPaidBack(ValueBasis.CONTRIBUTION_MARGIN, costPerCustomer(), recovered, horizon);
    }
}
