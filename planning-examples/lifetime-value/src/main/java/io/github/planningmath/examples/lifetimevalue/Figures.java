package io.github.planningmath.examples.lifetimevalue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as they are shown: digits grouped, shares in percent, each rounded here and once. */
final class Figures {

    /** What stands where there is no figure. */
    static final String NONE = "–";

    private static final char BETWEEN_GROUPS = '\u00a0';

    private Figures() {}

    static String count(long count) {
        return decimal((double) count, 0);
    }

    /** An amount in whole units. */
    static String amount(double amount) {
        return decimal(amount, 0);
    }

    static String decimal(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + digits + "f", rounded).replace(',', BETWEEN_GROUPS);
    }

    static String percent(double share) {
        return decimal(100 * share, 1) + "%";
    }

    /** A change as a share, with its sign. */
    static String change(double share) {
        return (share > 0 ? "+" : "") + percent(share);
    }
}
