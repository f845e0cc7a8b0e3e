package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A value as it stands beside the key figure that it is of, in what is written for people: a count and money are plain numbers, a
 * constant is the text that a document has, and what is a quotient of counts or money is both exact and rounded.
 */
final class PlainValue {

    private static final int DECIMALS_OF_MONEY = 2;

    private PlainValue() {}

    /** A quotient of counts. */
    private record Share(String rate, BigDecimal share) {}

    /** Money per piece. */
    private record Mean(BigDecimal total, long count, BigDecimal mean) {}

    /** A number that is yet to be rounded. */
    private record Unrounded(String exact, BigDecimal about) {}

    static Object of(NormValue value) {
        if (value instanceof NormValue.Count count) {
            return count.count();
        }
        if (value instanceof NormValue.Amount amount) {
            return amount.amount();
        }
        if (value instanceof NormValue.Conversion conversion) {
            return conversion.rate();
        }
        Fraction exact = new Fraction(value.numerator(), value.denominator());
        if (value instanceof NormValue.Mean mean) {
            return new Mean(
                    mean.total(), mean.count(), Amounts.plain(mean.rounded(DECIMALS_OF_MONEY, RoundingMode.HALF_UP)));
        }
        return value instanceof NormValue.Proportion
                ? new Share(exact.text(), exact.rounded())
                : new Unrounded(exact.text(), exact.rounded());
    }
}
