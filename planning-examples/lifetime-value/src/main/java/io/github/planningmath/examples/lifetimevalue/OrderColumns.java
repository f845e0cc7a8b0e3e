package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.WrongInputException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table are an order, and how its dates are written.
 *
 * @param customer the name of the column of customers
 * @param date the name of the column of dates
 * @param amount the name of the column of amounts
 * @param datePattern how dates are written; absent for ISO dates, which may be followed by a time
 */
record OrderColumns(
        String customer,
        String date,
        String amount,
        @Nullable String datePattern) {

    private static final LocalDate SAMPLE = LocalDate.of(2027, 3, 31);
    private static final int ISO_LENGTH = 10;

    OrderColumns {
        if (datePattern != null) {
            requirePattern(datePattern);
        }
    }

    /** A pattern must give a whole date back. */
    private static void requirePattern(String pattern) {
        if (!SAMPLE.equals(writtenAndRead(pattern))) {
            throw new WrongInputException("--date-pattern must be one such as dd.MM.uuuu, but was " + pattern);
        }
    }

    private static @Nullable LocalDate writtenAndRead(String pattern) {
        try {
            DateTimeFormatter formatter = formatter(pattern);
            return LocalDate.parse(formatter.format(SAMPLE), formatter);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return null;
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    List<String> names() {
        return List.of(customer, date, amount);
    }

    /** The option that names a column. */
    String option(String name) {
        return name.equals(customer) ? "customer" : name.equals(date) ? "date" : "amount";
    }

    DateTimeFormatter dates() {
        return datePattern == null ? DateTimeFormatter.ISO_LOCAL_DATE : formatter(datePattern);
    }

    /** The date without the time of day. */
    String dayOf(String text) {
        boolean hasTime = datePattern == null
                && text.length() > ISO_LENGTH
                && (text.charAt(ISO_LENGTH) == 'T' || text.charAt(ISO_LENGTH) == ' ');
        return hasTime ? text.substring(0, ISO_LENGTH) : text;
    }

    String sampleDate() {
        return dates().format(SAMPLE);
    }
}
