package io.github.planningmath.examples.terminal;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.quantity.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a language writes them: digits grouped by no-break spaces, a minus sign that is no hyphen, shares in percent,
 * each rounded here and once.
 *
 * @param point what stands before decimals
 * @param percent what stands behind a number of hundredths
 */
public record Figures(char point, String percent) {

    /** What stands where there is no figure. */
    public static final String NONE = "–";

    private static final char BETWEEN_GROUPS = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final int EXACT_DIGITS = 6;
    private static final int MOST_DECIMALS = 2;
    private static final int SHARE_DIGITS = 2;
    private static final Set<Kpi> RATES = EnumSet.of(
            Kpi.SITE_CONVERSION,
            Kpi.WARM_UP_RATE,
            Kpi.MANAGER_CONVERSION,
            Kpi.RETENTION_RATE,
            Kpi.REPEAT_RATE,
            Kpi.NET_REVENUE_RETENTION,
            Kpi.GROSS_REVENUE_RETENTION);

    /** A number that stands by itself: no part of a word, a month or a day. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\d.,/:\\u00a0-])-?\\d+(\\.\\d+)?(?![\\p{L}\\d/:-]|\\.\\d)");

    /**
     * As a language writes them.
     *
     * @param language English or Russian
     * @return the figures
     */
    public static Figures of(Locale language) {
        return language.getLanguage().equals("ru") ? new Figures(',', BETWEEN_GROUPS + "%") : new Figures('.', "%");
    }

    /**
     * A norm.
     *
     * @param value its value; absent where there is none
     * @return conversions and ratios in percent, everything else in whole units
     */
    public String of(@Nullable NormValue value) {
        if (value == null) {
            return NONE;
        }
        BigDecimal numerator = new BigDecimal(value.numerator());
        BigDecimal denominator = new BigDecimal(value.denominator());
        boolean isShare = value instanceof NormValue.Conversion || value instanceof NormValue.Proportion;
        return isShare
                ? decimal(
                                numerator.movePointRight(2).divide(denominator, SHARE_DIGITS, RoundingMode.HALF_UP),
                                SHARE_DIGITS)
                        + percent
                : whole(numerator.divide(denominator, 0, RoundingMode.HALF_UP));
    }

    /**
     * A number of a KPI.
     *
     * @param kpi the KPI
     * @param number the number; absent where it is not known
     * @return conversions in percent, everything else in whole units
     */
    public String of(Kpi kpi, @Nullable Double number) {
        if (number == null) {
            return NONE;
        }
        return RATES.contains(kpi) ? share(number, SHARE_DIGITS) : whole(number);
    }

    /**
     * The number that a norm stands for.
     *
     * @param value its value
     * @return the number
     */
    public static double number(NormValue value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL64)
                .doubleValue();
    }

    /**
     * A whole number.
     *
     * @param count the number
     * @return its digits in groups
     */
    public String whole(long count) {
        return whole(BigDecimal.valueOf(count));
    }

    /**
     * A number in whole units.
     *
     * @param number the number
     * @return its digits in groups
     */
    public String whole(double number) {
        return decimal(number, 0);
    }

    /**
     * An amount in whole units.
     *
     * @param amount the amount
     * @return its digits in groups
     */
    public String whole(BigDecimal amount) {
        return decimal(amount, 0);
    }

    /**
     * A number with decimals.
     *
     * @param number the number
     * @param digits how many decimals are shown
     * @return its digits in groups
     */
    public String decimal(double number, int digits) {
        return decimal(exactly(number), digits);
    }

    /**
     * A number with decimals.
     *
     * @param number the number
     * @param digits how many decimals are shown
     * @return its digits in groups
     */
    public String decimal(BigDecimal number, int digits) {
        String text = String.format(Locale.ROOT, "%,." + digits + "f", number.setScale(digits, RoundingMode.HALF_UP));
        StringBuilder written = new StringBuilder();
        for (int place = 0; place < text.length(); place++) {
            char each = text.charAt(place);
            written.append(
                    switch (each) {
                        case ',' -> BETWEEN_GROUPS;
                        case '.' -> point;
                        case '-' -> MINUS;
                        default -> each;
                    });
        }
        return written.toString();
    }

    /** Without the last bits of a double, which would turn a half down as well as up. */
    private static BigDecimal exactly(double number) {
        return BigDecimal.valueOf(number).setScale(EXACT_DIGITS, RoundingMode.HALF_UP);
    }

    /**
     * An amount that is small enough for its decimals to matter, such as the price of a visit.
     *
     * @param amount the amount
     * @param currency its currency
     * @return all its decimals, or those of the currency where these are more
     */
    public String exactly(BigDecimal amount, Currency currency) {
        return decimal(amount, Math.max(amount.scale(), currency.getDefaultFractionDigits()));
    }

    /**
     * A share.
     *
     * @param share the share; absent where it is not known
     * @param digits how many decimals are shown
     * @return in percent
     */
    public String share(@Nullable Double share, int digits) {
        return share == null ? NONE : decimal(100 * share, digits) + percent;
    }

    /**
     * A share.
     *
     * @param share the share; absent where it is not known
     * @return in percent, with a decimal
     */
    public String share(@Nullable Double share) {
        return share(share, 1);
    }

    /**
     * A rate that is a constant of a plan.
     *
     * @param rate the rate
     * @return in percent with all its decimals, or as a fraction where it has no end of them
     */
    public String ofRate(Rate rate) {
        return rate.toString().replace(".", String.valueOf(point)).replace("%", percent);
    }

    /**
     * A change as a share.
     *
     * @param share the change
     * @return in percent, with its sign
     */
    public String changeOfShare(double share) {
        return change(100 * share, 1) + percent;
    }

    /**
     * A change.
     *
     * @param amount the change
     * @param digits how many decimals are shown
     * @return its digits in groups, with its sign
     */
    public String change(BigDecimal amount, int digits) {
        BigDecimal rounded = amount.setScale(digits, RoundingMode.HALF_UP);
        return (rounded.signum() > 0 ? "+" : "") + decimal(rounded, digits);
    }

    /**
     * A change.
     *
     * @param amount the change
     * @param digits how many decimals are shown
     * @return its digits in groups, with its sign
     */
    public String change(double amount, int digits) {
        return change(exactly(amount), digits);
    }

    /**
     * A sentence with its figures as they are shown.
     *
     * @param sentence what the library says, numbers in plain digits
     * @return the same, digits in groups, decimals rounded to two where there are more
     */
    public String inSentence(String sentence) {
        return NUMBER.matcher(sentence).replaceAll(number -> {
            BigDecimal value = new BigDecimal(number.group());
            return decimal(value, Math.min(value.scale(), MOST_DECIMALS));
        });
    }
}
