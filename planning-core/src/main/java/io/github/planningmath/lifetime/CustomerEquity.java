package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What all customers together are worth: those of today, and those still to be won less what winning them costs. Statistics.
 *
 * <p>Source: R. C. Blattberg, J. Deighton, Manage Marketing by the Customer Equity Test, Harvard Business Review 74(4), 1996,
 * 136-144.
 *
 * @param base the residual value of today's customers, finite
 * @param newCustomers the value of those to be won, discounted, finite
 * @param acquisitionCost what winning them costs, discounted, at least 0
 */
public record CustomerEquity(Double base, Double newCustomers, Double acquisitionCost) {

    public CustomerEquity {
        finite(base, "CustomerEquity.base");
        finite(newCustomers, "CustomerEquity.newCustomers");
        Doubles.notNegative(acquisitionCost, "CustomerEquity.acquisitionCost");
    }

    /**
     * The equity of today's customers, {@code sum of customers * residualValue(age)}.
     *
     * <p>Where values come from a model of purchases instead, their sum is given to the constructor.
     *
     * @param customers how many there are, by periods since they were won; ages and counts of at least 0
     * @param terms what a customer pays
     * @param curve how customers stay
     * @return the equity, without new customers
     * @throws IllegalArgumentException if a count or an age is below 0, a value is infinite, or the curve does not know
     *     enough periods
     */
    public static CustomerEquity ofBase(Map<Integer, Long> customers, LifetimeTerms terms, RetentionCurve curve) {
        double sum = 0;
        for (Map.Entry<Integer, Long> entry :
                Required.present(customers, "CustomerEquity.customers").entrySet()) {
            int age = Required.present(entry.getKey(), "CustomerEquity.customers age");
            long count = Required.count(entry.getValue(), "CustomerEquity.customers[" + age + "]");
            sum += count * terms.residualValue(curve, age);
        }
        return new CustomerEquity(sum, 0.0, 0.0);
    }

    /**
     * The equity with further customers, {@code count * (1 + d)^-k} of them for those won k periods from now.
     *
     * @param counts customers to be won, in the present period and in the ones after it; each at least 0
     * @param terms what a customer pays
     * @param curve how customers stay
     * @param costPerCustomer what winning one costs then, at least 0; {@link BigDecimal#ZERO} where it is not to be deducted
     * @return the equity with them
     * @throws IllegalArgumentException if a count or the cost is below 0, the value is infinite, or the curve does not know
     *     enough periods
     */
    public CustomerEquity plusNewCustomers(
            List<Long> counts, LifetimeTerms terms, RetentionCurve curve, BigDecimal costPerCustomer) {
        double cost = Amounts.notNegative(costPerCustomer, "CustomerEquity.costPerCustomer")
                .doubleValue();
        double factor = 1 / (1 + terms.discountPerPeriod());
        double worth = 1;
        double discounted = 0;
        for (Long count : Required.list(counts, "CustomerEquity.counts")) {
            discounted += Required.count(count, "CustomerEquity.counts") * worth;
            worth *= factor;
        }
        return new CustomerEquity(
                base, newCustomers + discounted * terms.lifetimeValue(curve), acquisitionCost + discounted * cost);
    }

    /**
     * The equity.
     *
     * @return {@code base + newCustomers - acquisitionCost}
     */
    public double total() {
        return base + newCustomers - acquisitionCost;
    }

    private static void finite(Double value, String component) {
        Doubles.between(value, -Double.MAX_VALUE, Double.MAX_VALUE, component);
    }
}
