package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.lifetime.Order;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers orders that are written as text, and refuses what cannot be read as one. */
final class OrderTexts {

    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");

    private final String source;
    private final OrderColumns columns;
    private final DateTimeFormatter dates;
    private final List<Order> orders = new ArrayList<>();
    private long withoutCustomer;

    /** Names and dates repeat: each is kept once. */
    private final Map<String, String> customers = new HashMap<>();

    private final Map<String, LocalDate> days = new HashMap<>();

    OrderTexts(String source, OrderColumns columns) {
        this.source = source;
        this.columns = columns;
        this.dates = columns.dates();
    }

    /**
     * Adds an order, or counts it where it has no customer.
     *
     * @param place such as "line 7"
     */
    void add(String place, @Nullable String customer, @Nullable String date, @Nullable String amount) {
        if (customer == null || customer.isBlank()) {
            withoutCustomer++;
            return;
        }
        String name = customers.computeIfAbsent(customer.strip(), each -> each);
        LocalDate day = day(place, text(place, columns.date(), date));
        BigDecimal sum = number(place, text(place, columns.amount(), amount));
        try {
            orders.add(new Order(name, day, sum));
        } catch (IllegalArgumentException refused) {
            throw new WrongInputException(source + ": " + place + ": " + refused.getMessage());
        }
    }

    OrdersFound found() {
        return new OrdersFound(source, orders, withoutCustomer);
    }

    WrongInputException refusal(String place, String column, String rule) {
        return new WrongInputException(source + ": " + place + ", column " + column + ": " + rule);
    }

    private String text(String place, String column, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw refusal(place, column, "must be given, but was empty");
        }
        return text.strip();
    }

    private LocalDate day(String place, String text) {
        LocalDate known = days.get(text);
        if (known != null) {
            return known;
        }
        try {
            LocalDate day = LocalDate.from(dates.parse(columns.dayOf(text)));
            days.put(text, day);
            return day;
        } catch (DateTimeException wrong) {
            throw refusal(
                    place, columns.date(), "must be a date such as " + columns.sampleDate() + ", but was " + text);
        }
    }

    private BigDecimal number(String place, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException wrong) {
            String point = DECIMAL_COMMA.matcher(text).matches()
                    ? ". Perhaps " + text.replace(',', '.') + " was meant: decimals stand after a point"
                    : "";
            throw refusal(place, columns.amount(), "must be a number such as 12.50, but was " + text + point);
        }
    }
}
