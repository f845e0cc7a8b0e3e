package io.github.planningmath.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What stands in a field of a table that leaves as CSV: plain digits, decimals after a point; nothing where nothing is known. */
public final class CsvField {

    /** So many decimals are kept of a ratio, as of the base of a plan. */
    private static final int DECIMALS = 9;

    private CsvField() {}

    /**
     * A value.
     *
     * @param value a text, a name, a month, a whole number, an amount or a statistic; may be absent
     * @return its text, of numbers all digits, or an empty field
     */
    public static String of(@Nullable Object value) {
        if (value instanceof BigDecimal amount) {
            return Amounts.plain(amount).toPlainString();
        }
        if (value instanceof Double statistic) {
            return of(BigDecimal.valueOf(statistic));
        }
        return value == null ? "" : value.toString();
    }

    /**
     * A fraction.
     *
     * @param numerator what stands over the line
     * @param denominator what stands under it, above 0
     * @return the number; where it has more than nine decimals, rounded half up to nine
     */
    public static String of(BigInteger numerator, BigInteger denominator) {
        return of(new BigDecimal(numerator).divide(new BigDecimal(denominator), DECIMALS, RoundingMode.HALF_UP));
    }
}
