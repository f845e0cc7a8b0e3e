package io.github.planningmath.examples.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Figures as they are shown: digits grouped by no-break spaces, shares in percent, each rounded here and once. */
public final class Figures {

    /** What stands where there is no figure. */
    public static final String NONE = "–";

    private static final char BETWEEN_GROUPS = '\u00a0';

    /** A number that stands by itself: no part of a word, a month or a day. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d.,/:\\u00a0-])-?\\d+(\\.\\d+)?(?![\\p{L}\\d/:-]|\\.\\d)");

    private static final int MOST_DECIMALS = 2;

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
     * A sentence with its figures as they are shown.
     *
     * @param sentence what the library says, numbers in plain digits
     * @return the same, digits in groups, decimals rounded to two where there are more
     */
    public static String inSentence(String sentence) {
        return NUMBER.matcher(sentence).replaceAll(number -> {
            BigDecimal value = new BigDecimal(number.group());
            return decimal(value, Math.min(value.scale(), MOST_DECIMALS));
        });
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
