package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.lifetime.Order;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Orders as they were found.
 *
 * @param source where
 * @param orders with a customer, in the order of the source
 * @param withoutCustomer how many have none, and are left out
 */
record OrdersFound(String source, List<Order> orders, long withoutCustomer) {

    private static final int FIRST_PART = 2;
    private static final int PARTS = 3;

    OrdersFound {
        if (orders.isEmpty()) {
            throw new WrongInputException(source
                    + (withoutCustomer == 0
                            ? ": there is no order in it"
                            : ": none of the " + withoutCustomer + " orders in it has a customer"));
        }
    }

    LocalDate first() {
        return orders.stream().map(Order::date).min(Comparator.naturalOrder()).orElseThrow();
    }

    LocalDate last() {
        return orders.stream().map(Order::date).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The day after two thirds of the time until then. */
    LocalDate lastThird(LocalDate until) {
        long days = until.toEpochDay() - first().toEpochDay();
        return first().plusDays(days * FIRST_PART / PARTS + 1);
    }
}
