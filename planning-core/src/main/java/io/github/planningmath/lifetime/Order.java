package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a customer ordered on a day.
 *
 * @param customer who: one line of text without blanks at its ends
 * @param date the day
 * @param amount what it came to, in the one currency of all orders; below 0 for a refund
 */
public record Order(String customer, LocalDate date, BigDecimal amount) {

    public Order {
        Required.name(customer, "Order.customer");
        Required.present(date, "Order.date");
        amount = Amounts.normalised(amount, "Order.amount");
    }

    /**
     * An order as people write it.
     *
     * @param customer who
     * @param date the day, such as {@code 2025-03-31}
     * @param amount such as {@code 12.50}
     * @return the order
     * @throws IllegalArgumentException if the amount is no number
     * @throws java.time.format.DateTimeParseException if the date is none
     */
    public static Order of(String customer, String date, String amount) {
        return new Order(customer, LocalDate.parse(date), Amounts.parse(amount, "Order.amount"));
    }
}
