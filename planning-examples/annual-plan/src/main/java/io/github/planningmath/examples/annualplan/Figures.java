package io.github.planningmath.examples.annualplan;

import io.github.planningmath.plan.NormValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as they are shown: digits grouped, money in whole units, shares in percent, each rounded here and once. */
final class Figures {

    /** What stands where there is no figure. */
    static final String NONE = "–";

    private static final char BETWEEN_GROUPS = '\u00a0';
    private static final int PERCENT_DIGITS = 2;

    private Figures() {}

    static String of(@Nullable NormValue value) {
        if (value == null) {
            return NONE;
        }
        BigDecimal numerator = new BigDecimal(value.numerator());
        BigDecimal denominator = new BigDecimal(value.denominator());
        boolean isShare = value instanceof NormValue.Conversion || value instanceof NormValue.Proportion;
        return isShare
                ? grouped(numerator.movePointRight(2).divide(denominator, PERCENT_DIGITS, RoundingMode.HALF_UP)) + "%"
                : grouped(numerator.divide(denominator, 0, RoundingMode.HALF_UP));
    }

    static String count(long count) {
        return grouped(BigDecimal.valueOf(count));
    }

    static String money(BigDecimal amount) {
        return grouped(amount.setScale(0, RoundingMode.HALF_UP));
    }

    /** A change of a count, with its sign. */
    static String change(long count) {
        return (count > 0 ? "+" : "") + count(count);
    }

    /** An amount that is small enough for its decimals to matter, such as the price of a visit. */
    static String exactly(BigDecimal amount, Currency currency) {
        int digits = Math.max(amount.scale(), currency.getDefaultFractionDigits());
        return grouped(amount.setScale(digits, RoundingMode.UNNECESSARY));
    }

    private static String grouped(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + number.scale() + "f", number).replace(',', BETWEEN_GROUPS);
    }
}
