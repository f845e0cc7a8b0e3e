package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;

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
