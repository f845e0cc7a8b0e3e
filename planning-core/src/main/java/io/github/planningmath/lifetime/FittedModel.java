package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model of when customers buy and one of what they spend, fitted to the same histories: enough to say what each of these
 * customers is worth.
 *
 * <p>Spend is taken to be independent of the purchase process. Values count future purchases only, at a contribution margin,
 * discounted to the end of observation; what customers have paid so far and what it cost to win them is not in them.
 *
 * @param histories what was fitted on
 * @param buying when customers buy, and when they leave
 * @param spend what they spend
 */
public record FittedModel(CustomerHistories histories, BuyerModel buying, GammaGamma spend) {

    public FittedModel {
        Required.present(histories, "FittedModel.histories");
        Required.present(buying, "FittedModel.buying");
        Required.present(spend, "FittedModel.spend");
    }

    /**
     * The residual lifetime value of each customer: {@code margin * expected spend * discounted expected purchases}.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; above 0
     * @return the values by customer, in the order of the histories, in the currency of the orders
     * @throws IllegalArgumentException if the discount is 0
     */
    public Map<String, Double> lifetimeValues(Rate margin, DiscountRate discount) {
        Map<String, Double> values = new LinkedHashMap<>();
        customerValues(margin, discount).forEach(value -> values.put(value.customer(), value.lifetimeValue()));
        return Collections.unmodifiableMap(values);
    }

    /**
     * What is expected of each customer, with the parts that make up the value.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; above 0
     * @return one a customer, in the order of the histories
     * @throws IllegalArgumentException if the discount is 0
     */
    public List<CustomerValue> customerValues(Rate margin, DiscountRate discount) {
        double share =
                Required.present(margin, "FittedModel.customerValues.margin").toDouble();
        double perUnit = perUnit(discount);
        // Customers share histories: what depends on these alone is computed once for each.
        Map<PurchaseHistory, Double> purchases = new HashMap<>();
        return histories.customers().stream()
                .map(customer -> customerValue(
                        customer,
                        share,
                        purchases.computeIfAbsent(
                                customer.history(), history -> buying.discountedPurchases(history, perUnit))))
                .toList();
    }

    /**
     * The value of the whole base: the sum of all residual lifetime values.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; above 0
     * @return the sum
     * @throws IllegalArgumentException if the discount is 0
     */
    public double value(Rate margin, DiscountRate discount) {
        return customerValues(margin, discount).stream()
                .mapToDouble(CustomerValue::lifetimeValue)
                .sum();
    }

    /**
     * What a customer not yet won is worth on the day of the first purchase, that purchase included: {@code margin * mean
     * spend * (1 + discounted expected repeat purchases)}.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; above 0
     * @return the value, to be set against what winning such a customer costs
     * @throws IllegalArgumentException if the discount is 0
     */
    public double newCustomerValue(Rate margin, DiscountRate discount) {
        return Required.present(margin, "FittedModel.newCustomerValue.margin").toDouble()
                * spend.mean()
                * (1 + buying.discountedPurchases(perUnit(discount)));
    }

    private CustomerValue customerValue(CustomerHistory customer, double margin, double discountedPurchases) {
        PurchaseHistory history = customer.history();
        Double average = customer.averageSpend();
        double expectedSpend = average == null ? spend.mean() : spend.expectedSpend(history.frequency(), average);
        return new CustomerValue(
                customer.customer(),
                history,
                buying.probabilityAlive(history),
                expectedSpend,
                discountedPurchases,
                margin * expectedSpend * discountedPurchases);
    }

    private double perUnit(DiscountRate discount) {
        return Required.present(discount, "FittedModel.discount").effectivePer(histories.unit());
    }
}
