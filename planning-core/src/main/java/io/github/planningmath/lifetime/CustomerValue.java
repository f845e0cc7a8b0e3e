package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;

/**
 * What a model expects of one customer from the end of observation on. All of it is statistics.
 *
 * @param customer the customer's name
 * @param history what the customer did so far
 * @param probabilityAlive the probability that the customer is still active
 * @param expectedSpend the mean amount of a future purchase
 * @param discountedPurchases all future purchases, discounted
 * @param lifetimeValue {@code margin * expectedSpend * discountedPurchases}
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
        Required.present(probabilityAlive, "CustomerValue.probabilityAlive");
        Required.present(expectedSpend, "CustomerValue.expectedSpend");
        Required.present(discountedPurchases, "CustomerValue.discountedPurchases");
        Required.present(lifetimeValue, "CustomerValue.lifetimeValue");
    }
}
