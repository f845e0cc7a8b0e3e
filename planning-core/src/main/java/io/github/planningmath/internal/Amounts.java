package io.github.planningmath.internal;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of money in one normal form, so that 1.0 equals 1.00 and 1000 is not shown as 1E+3: a scale of at least 0, no
 * trailing zeros, and at most 30 digits on either side of the point.
 */
public final class Amounts {

    private static final long FIVE = 5;
    private static final int MOST_DIGITS = 30;
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d+,\\d+");

    private Amounts() {}

    /**
     * Any amount.
     *
     * @param value an amount
     * @param component the name in messages, such as {@code Product.price}
     * @return the same amount in normal form
     */
    public static BigDecimal normalised(@Nullable BigDecimal value, String component) {
        BigDecimal amount = Required.present(value, component).stripTrailingZeros();
        if (amount.scale() <= MOST_DIGITS && (long) amount.precision() - amount.scale() <= MOST_DIGITS) {
            return plain(amount);
        }
        throw new IllegalArgumentException(component
                + " must have at most 30 digits before and 30 after the decimal point, but was " + amount + ".");
    }

    /**
     * An amount that is charged or owed.
     *
     * @param value at least 0
     * @param component the name in messages
     * @return the same amount in normal form
     */
    public static BigDecimal notNegative(@Nullable BigDecimal value, String component) {
        BigDecimal amount = normalised(value, component);
        if (amount.signum() >= 0) {
            return amount;
        }
        throw new IllegalArgumentException(component + " must be at least 0, but was " + amount.toPlainString() + ".");
    }

    /**
     * Amounts by name, each charged or owed, copied in their order.
     *
     * @param values no name refused by {@link Required#name}, no amount below 0
     * @param component the name in messages
     * @return an unmodifiable copy, the amounts in normal form
     */
    public static Map<String, BigDecimal> notNegative(@Nullable Map<String, BigDecimal> values, String component) {
        Map<String, BigDecimal> copy = new LinkedHashMap<>(Required.byName(values, component));
        copy.replaceAll(
                (name, value) -> isOrdinary(value) ? plain(value) : notNegative(value, component + "[" + name + "]"));
        return Collections.unmodifiableMap(copy);
    }

    /** Whether an amount is accepted for sure; saves a name for each of very many. */
    private static boolean isOrdinary(BigDecimal value) {
        return value.signum() >= 0
                && value.scale() >= 0
                && value.scale() <= MOST_DIGITS
                && value.precision() <= MOST_DIGITS;
    }

    /**
     * A price.
     *
     * @param value above 0
     * @param component the name in messages
     * @return the same amount in normal form
     */
    public static BigDecimal positive(@Nullable BigDecimal value, String component) {
        BigDecimal amount = normalised(value, component);
        if (amount.signum() > 0) {
            return amount;
        }
        throw new IllegalArgumentException(component + " must be above 0, but was " + amount.toPlainString() + ".");
    }

    /**
     * An amount as people write it, such as {@code 12.50}.
     *
     * @param text a decimal number with a point
     * @param component the name in messages
     * @return the amount in normal form
     */
    public static BigDecimal parse(@Nullable String text, String component) {
        String given = Required.present(text, component);
        try {
            return normalised(new BigDecimal(given), component);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    component + " must be a number such as 12.50, but was \"" + given + "\".", notANumber);
        }
    }

    /**
     * What is wrong with a field of a table that is no amount of at least 0.
     *
     * @param text what stands there
     * @return what must stand there, and what was perhaps meant
     */
    public static String fieldRule(String text) {
        String hint = DECIMAL_COMMA.matcher(text).matches()
                ? " Perhaps " + text.replace(',', '.') + " was meant: decimals stand after a point."
                : "";
        return "must be an amount of at least 0 such as 12.50, but was \"" + text + "\"." + hint;
    }

    /**
     * The result of a calculation in normal form; nothing is refused.
     *
     * @param amount an amount
     * @return the same amount, its scale at least 0, without trailing zeros
     */
    public static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Whether a fraction in lowest terms is a finite decimal: its denominator has no prime factors but 2 and 5.
     *
     * @param denominator at least 1
     * @return whether amounts that are multiplied by it stay exact
     */
    public static boolean isFiniteDecimal(long denominator) {
        long rest = denominator >> Long.numberOfTrailingZeros(denominator);
        while (rest % FIVE == 0) {
            rest /= FIVE;
        }
        return rest == 1;
    }
}
