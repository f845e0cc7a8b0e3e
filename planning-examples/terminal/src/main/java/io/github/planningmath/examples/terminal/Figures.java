package io.github.planningmath.examples.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as they are shown: digits grouped by no-break spaces, shares in percent, each rounded here and once. */
public final class Figures {

    /** What stands where there is no figure. */
    public static final String NONE = "–";

    private static final char BETWEEN_GROUPS = '\u00a0';

    private Figures() {}

    /**
     * A whole number.
     *
     * @param count the number
     * @return its digits in groups
     */
    public static String count(long count) {
        return decimal(BigDecimal.valueOf(count), 0);
    }

    /**
     * An amount in whole units.
     *
     * @param amount the amount
     * @return its digits in groups
     */
    public static String amount(double amount) {
        return decimal(amount, 0);
    }

    /**
     * An amount in whole units.
     *
     * @param amount the amount
     * @return its digits in groups
     */
    public static String amount(BigDecimal amount) {
        return decimal(amount, 0);
    }

    /**
     * A number with decimals.
     *
     * @param value the number
     * @param digits how many decimals are shown
     * @return its digits in groups
     */
    public static String decimal(double value, int digits) {
        return decimal(BigDecimal.valueOf(value), digits);
    }

    /**
     * A number with decimals.
     *
     * @param value the number
     * @param digits how many decimals are shown
     * @return its digits in groups
     */
    public static String decimal(BigDecimal value, int digits) {
        BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + digits + "f", rounded).replace(',', BETWEEN_GROUPS);
    }

    /**
     * A share.
     *
     * @param share the share
     * @return in percent, with a decimal
     */
    public static String percent(double share) {
        return decimal(100 * share, 1) + "%";
    }

    /**
     * A change as a share.
     *
     * @param share the change
     * @return in percent, with its sign
     */
    public static String change(double share) {
        return (share > 0 ? "+" : "") + percent(share);
    }

    /**
     * A change of an amount in whole units.
     *
     * @param amount the change
     * @return its digits in groups, with its sign
     */
    public static String change(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + amount(amount);
    }
}
