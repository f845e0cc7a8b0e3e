package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What rounding a count down leaves over at a month's end, as the state of a business keeps it: a fraction in lowest terms,
 * rounded down to 18 decimals where its denominator exceeds 2^62. It follows from the state and the month alone, so it is the
 * same in one piece and joined.
 */
final class LeftOver {

    private static final BigInteger GREATEST_DENOMINATOR = BigInteger.ONE.shiftLeft(62);
    private static final BigInteger PARTS_OF_EIGHTEEN_DECIMALS = BigInteger.TEN.pow(18);

    private LeftOver() {}

    /** What the whole of a count leaves over; absent where nothing is. */
    static @Nullable Ratio of(Fraction count) {
        Fraction exact = count.leftOver();
        Fraction kept = exact.denominator().compareTo(GREATEST_DENOMINATOR) > 0
                ? exact.roundedDownTo(PARTS_OF_EIGHTEEN_DECIMALS)
                : exact;
        return kept.signum() == 0 ? null : kept.to("Remainder.fraction", Ratio::new);
    }

    /**
     * Whether nothing is ever rounded off what is left over of counts in parts of a denominator: then a cumulative count may be
     * rounded down once, whatever the months before it left over.
     */
    static boolean staysExact(BigInteger denominator, @Nullable Ratio carried) {
        return DealParts.leastCommonMultiple(
                                denominator, BigInteger.valueOf(carried == null ? 1 : carried.denominator()))
                        .compareTo(GREATEST_DENOMINATOR)
                <= 0;
    }

    /** What was carried in parts of a denominator, rounded down: of a sum of whole parts that rounds off nothing. */
    static BigInteger parts(@Nullable Ratio carried, BigInteger denominator) {
        return carried == null
                ? BigInteger.ZERO
                : denominator
                        .multiply(BigInteger.valueOf(carried.numerator()))
                        .divide(BigInteger.valueOf(carried.denominator()));
    }

    static Fraction fraction(@Nullable Ratio carried) {
        return carried == null ? Fraction.ZERO : Fraction.of(carried.numerator(), carried.denominator());
    }

    static Fraction fraction(Rate rate) {
        return Fraction.of(rate.numerator(), rate.denominator());
    }
}
