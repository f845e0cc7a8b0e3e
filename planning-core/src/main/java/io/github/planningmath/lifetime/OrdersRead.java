package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;

/**
 * What became of the orders that were read, each counted once: {@code orders = afterEnd + merged + notPositive + purchases}.
 *
 * @param orders all orders read
 * @param afterEnd those left out because they are later than the end of observation
 * @param merged those added to another order of the same customer and day
 * @param notPositive days of a customer whose amounts sum to 0 or less: such a day is no purchase
 * @param purchases days of a customer whose amounts sum to more than 0: each is one purchase
 * @param refunds orders with an amount below 0, among those up to the end; also counted as merged, or in a day's sum
 * @param zeroAmounts orders with an amount of 0, among those up to the end; counted likewise
 * @param customers customers with any order
 * @param customersWithoutPurchase those left out because they have no purchase up to the end
 */
public record OrdersRead(
        Long orders,
        Long afterEnd,
        Long merged,
        Long notPositive,
        Long purchases,
        Long refunds,
        Long zeroAmounts,
        Long customers,
        Long customersWithoutPurchase) {

    public OrdersRead {
        Required.count(orders, "OrdersRead.orders");
        Required.count(afterEnd, "OrdersRead.afterEnd");
        Required.count(merged, "OrdersRead.merged");
        Required.count(notPositive, "OrdersRead.notPositive");
        Required.count(purchases, "OrdersRead.purchases");
        Required.count(refunds, "OrdersRead.refunds");
        Required.count(zeroAmounts, "OrdersRead.zeroAmounts");
        Required.count(customers, "OrdersRead.customers");
        Required.count(customersWithoutPurchase, "OrdersRead.customersWithoutPurchase");
    }
}
