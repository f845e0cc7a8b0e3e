package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.RefusedException;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A model of when customers buy and one of what they spend, fitted to the same histories: enough to say what each of these
 * customers is worth.
 *
 * <p>Spend is taken to be independent of the purchase process. Values count future purchases only, at a contribution margin,
 * discounted to the end of observation; what customers have paid so far and what it cost to win them is not in them. They are of
 * a whole lifetime, for which there must be a discount, or within a time, for which there need not.
 *
 * <p>Where the spend could not be fitted, the model of the purchases is there all the same; values then throw a
 * {@link RefusedException} that says why.
 *
 * <p>As JSON it is a view, which is not read back: the models are read back, what they were fitted on is not.
 *
 * @param histories what was fitted on
 * @param buying when customers buy, and when they leave
 * @param spend what they spend, or why that is not known
 * @param choice why this model of the purchases was taken, and how others did; absent where it was given
 */
public record FittedModel(
        CustomerHistories histories,
        BuyerModel buying,
        Fit<? extends SpendModel> spend,
        @Nullable ModelChoice choice) {

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
     * @throws RefusedException if there is no spend
     */
    public Map<String, Double> lifetimeValues(Rate margin, DiscountRate discount) {
        return byCustomer(customerValues(margin, discount));
    }

    /**
     * The value of each customer within a time, such as 12 months.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; 0 is accepted
     * @param time how long, at least 0
     * @param unit its unit: days, weeks, months or years
     * @return the values by customer, in the order of the histories, in the currency of the orders
     * @throws IllegalArgumentException if the time is not accepted
     * @throws RefusedException if there is no spend
     */
    public Map<String, Double> lifetimeValues(Rate margin, DiscountRate discount, int time, ChronoUnit unit) {
        return byCustomer(customerValues(margin, discount, time, unit));
    }

    /**
     * What is expected of each customer, with the parts that make up the value.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; above 0
     * @return one a customer, in the order of the histories
     * @throws IllegalArgumentException if the discount is 0
     * @throws RefusedException if there is no spend
     */
    public List<CustomerValue> customerValues(Rate margin, DiscountRate discount) {
        return customerValues(margin, lifetime(discount));
    }

    /**
     * What is expected of each customer within a time.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; 0 is accepted
     * @param time how long, at least 0
     * @param unit its unit: days, weeks, months or years
     * @return one a customer, in the order of the histories
     * @throws IllegalArgumentException if the time is not accepted
     * @throws RefusedException if there is no spend
     */
    public List<CustomerValue> customerValues(Rate margin, DiscountRate discount, int time, ChronoUnit unit) {
        return customerValues(margin, within(discount, time, unit));
    }

    /**
     * The value of the whole base: the sum of all residual lifetime values.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; above 0
     * @return the sum
     * @throws IllegalArgumentException if the discount is 0
     * @throws RefusedException if there is no spend
     */
    public double value(Rate margin, DiscountRate discount) {
        return sum(customerValues(margin, discount));
    }

    /**
     * The value of the whole base within a time.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; 0 is accepted
     * @param time how long, at least 0
     * @param unit its unit: days, weeks, months or years
     * @return the sum
     * @throws IllegalArgumentException if the time is not accepted
     * @throws RefusedException if there is no spend
     */
    public double value(Rate margin, DiscountRate discount, int time, ChronoUnit unit) {
        return sum(customerValues(margin, discount, time, unit));
    }

    /**
     * What a customer not yet won is worth on the day of the first purchase, that purchase included: {@code margin * mean
     * spend * (1 + discounted expected repeat purchases)}.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; above 0
     * @return the value, to be set against what winning such a customer costs
     * @throws IllegalArgumentException if the discount is 0
     * @throws RefusedException if there is no spend
     */
    public double newCustomerValue(Rate margin, DiscountRate discount) {
        return newCustomerValue(margin, lifetime(discount));
    }

    /**
     * The same within a time from the first purchase on.
     *
     * @param margin the contribution margin as a share of what a customer spends
     * @param discount what later money is worth less; 0 is accepted
     * @param time how long, at least 0
     * @param unit its unit: days, weeks, months or years
     * @return the value
     * @throws IllegalArgumentException if the time is not accepted
     * @throws RefusedException if there is no spend
     */
    public double newCustomerValue(Rate margin, DiscountRate discount, int time, ChronoUnit unit) {
        return newCustomerValue(margin, within(discount, time, unit));
    }

    private ToDoubleFunction<PurchaseHistory> lifetime(DiscountRate discount) {
        Required.present(discount, "FittedModel.discount");
        return history -> buying.discountedPurchases(history, discount, histories.unit());
    }

    private ToDoubleFunction<PurchaseHistory> within(DiscountRate discount, int time, ChronoUnit unit) {
        Required.present(discount, "FittedModel.discount");
        FixedLength.require(unit, "FittedModel.unit");
        double duration = Required.between(time, 0, Integer.MAX_VALUE, "FittedModel.time")
                * FixedLength.ratio(unit, histories.unit());
        return history -> buying.discountedPurchases(history, duration, discount, histories.unit());
    }

    private List<CustomerValue> customerValues(Rate margin, ToDoubleFunction<PurchaseHistory> discounted) {
        double share =
                Required.present(margin, "FittedModel.customerValues.margin").toDouble();
        SpendModel spending = spend.orThrow();
        // Customers share histories: what depends on these alone is computed once for each.
        Map<PurchaseHistory, Double> purchases = new HashMap<>();
        return histories.customers().stream()
                .map(customer -> customerValue(
                        customer,
                        spending,
                        share,
                        purchases.computeIfAbsent(customer.history(), discounted::applyAsDouble)))
                .toList();
    }

    private CustomerValue customerValue(
            CustomerHistory customer, SpendModel spending, double margin, double discountedPurchases) {
        PurchaseHistory history = customer.history();
        Double average = customer.averageSpend();
        double expectedSpend = average == null ? spending.mean() : spending.expectedSpend(history.frequency(), average);
        return new CustomerValue(
                customer.customer(),
                history,
                buying.probabilityAlive(history),
                expectedSpend,
                discountedPurchases,
                margin * expectedSpend * discountedPurchases);
    }

    private double newCustomerValue(Rate margin, ToDoubleFunction<PurchaseHistory> discounted) {
        return Required.present(margin, "FittedModel.newCustomerValue.margin").toDouble()
                * spend.orThrow().mean()
                * (1 + discounted.applyAsDouble(PurchaseHistory.newCustomer()));
    }

    private static Map<String, Double> byCustomer(List<CustomerValue> customers) {
        Map<String, Double> values = new LinkedHashMap<>();
        customers.forEach(value -> values.put(value.customer(), value.lifetimeValue()));
        return Collections.unmodifiableMap(values);
    }

    private static double sum(List<CustomerValue> customers) {
        return customers.stream().mapToDouble(CustomerValue::lifetimeValue).sum();
    }

    /**
     * What a model expects of one customer from the end of observation on. All of it is statistics.
     *
     * @param customer the customer's name
     * @param history what the customer did so far
     * @param probabilityAlive the probability that the customer is still active, from 0 to 1
     * @param expectedSpend the mean amount of a future purchase, above 0
     * @param discountedPurchases all future purchases, or those within the time that was asked for, discounted, at least 0
     * @param lifetimeValue {@code margin * expectedSpend * discountedPurchases}, at least 0
     */
    public record CustomerValue(
            String customer,
            PurchaseHistory history,
            Double probabilityAlive,
            Double expectedSpend,
            Double discountedPurchases,
            Double lifetimeValue) {

        public CustomerValue {
            Required.name(customer, "CustomerValue.customer");
            Required.present(history, "CustomerValue.history");
            Doubles.between(probabilityAlive, 0, 1, "CustomerValue.probabilityAlive");
            Doubles.positive(expectedSpend, "CustomerValue.expectedSpend");
            Doubles.notNegative(discountedPurchases, "CustomerValue.discountedPurchases");
            Doubles.notNegative(lifetimeValue, "CustomerValue.lifetimeValue");
        }
    }
}
