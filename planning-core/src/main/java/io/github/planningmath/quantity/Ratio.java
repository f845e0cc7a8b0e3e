package io.github.planningmath.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.planningmath.internal.Fraction;
import java.math.BigInteger;

/**
 * An exact number of at least 0 without a unit, such as repeat deals per customer, a season's weight or a share of a
 * mix. It may exceed 1; a conversion, which may not, is a {@link Rate}.
 *
 * <p>{@code ratio = numerator / denominator}, in lowest terms: {@code Ratio.of("1.05")} is 21/20 and equals
 * {@code Ratio.percent(105)}.
 *
 * @param numerator at least 0; given in any terms, kept in lowest terms
 * @param denominator at least 1; given in any terms, kept in lowest terms
 */
public record Ratio(long numerator, long denominator) implements Comparable<Ratio> {

    /** The ratio 0. */
    public static final Ratio ZERO = new Ratio(0, 1);

    /** The ratio 1. */
    public static final Ratio ONE = new Ratio(1, 1);

    private static final String TYPE = "Ratio";
    private static final long PERCENT = 100;

    public Ratio {
        LongFractions.requirePositiveDenominator(TYPE, denominator);
        if (!(numerator >= 0)) {
            throw refusal(Fraction.of(numerator, denominator).text());
        }
        long divisor = Fraction.gcd(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    /**
     * {@code numerator / denominator}.
     *
     * @param numerator at least 0
     * @param denominator at least 1
     * @return the ratio in lowest terms
     * @throws IllegalArgumentException if the numerator is below 0 or the denominator is not above 0
     */
    public static Ratio of(long numerator, long denominator) {
        return new Ratio(numerator, denominator);
    }

    /**
     * A whole number as a ratio.
     *
     * @param whole at least 0
     * @return the ratio {@code whole / 1}
     * @throws IllegalArgumentException if the number is below 0
     */
    public static Ratio of(long whole) {
        return new Ratio(whole, 1);
    }

    /**
     * {@code numerator / denominator} of terms of any size, which need to fit in a long only in lowest terms.
     *
     * @param numerator at least 0
     * @param denominator at least 1
     * @return the ratio in lowest terms
     * @throws IllegalArgumentException if the numerator is below 0 or the denominator is not above 0
     * @throws ArithmeticException if a term does not fit in a long
     */
    public static Ratio over(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() > 0) {
            return checked(new Fraction(numerator, denominator));
        }
        throw Fraction.notPositive(TYPE, denominator.toString());
    }

    /**
     * Reads a ratio as {@link #parse(String)} does, under the name that frameworks look for.
     *
     * @param text a ratio of at least 0, such as {@code "1.05"}
     * @return the ratio
     * @throws IllegalArgumentException if the text is no number, or the number is below 0
     * @throws ArithmeticException if a term does not fit in a long
     */
    public static Ratio of(String text) {
        return parse(text);
    }

    /**
     * Reads a ratio as people write it: {@code "1.05"}, {@code "12"}, {@code "105%"}, {@code "2.5 %"},
     * {@code "37/1200"}.
     *
     * <p>The decimal separator is a point. {@code parse(ratio.toString())} equals {@code ratio}.
     *
     * @param text a ratio of at least 0
     * @return the ratio
     * @throws IllegalArgumentException if the text is no number, or the number is below 0
     * @throws ArithmeticException if a term does not fit in a long
     */
    @JsonCreator
    public static Ratio parse(String text) {
        return checked(Fraction.parse(TYPE, text));
    }

    /**
     * A number of percent, {@code percent / 100}.
     *
     * @param percent at least 0, such as {@code "2.5"}; a percent sign may follow
     * @return the ratio
     * @throws IllegalArgumentException if the text is no number, or the number is below 0
     * @throws ArithmeticException if a term does not fit in a long
     */
    public static Ratio percent(String percent) {
        return checked(Fraction.parsePercent(TYPE, percent));
    }

    /**
     * A whole number of percent, {@code percent / 100}.
     *
     * @param percent at least 0
     * @return the ratio
     * @throws IllegalArgumentException if the number is below 0
     */
    public static Ratio percent(long percent) {
        return new Ratio(percent, PERCENT);
    }

    /**
     * A statistic as a ratio, rounded down once to nine decimals.
     *
     * <p>What is rounded is the shortest decimal that stands for the double, {@link Double#toString(double)}: 0.3 gives
     * 3/10. A value below 0.000000001 gives 0.
     *
     * @param value at least 0, finite
     * @return the ratio
     * @throws IllegalArgumentException if the value is below 0, infinite, or no number
     * @throws ArithmeticException if a term does not fit in a long
     */
    public static Ratio fromDouble(double value) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return Fraction.ofDouble(value).to(TYPE, Ratio::new);
        }
        throw new IllegalArgumentException("Ratio.fromDouble must be at least 0 and finite, but was " + value + ".");
    }

    /**
     * {@code this * other}, exactly.
     *
     * @param other the other factor
     * @return the product
     * @throws ArithmeticException if a term of the product in lowest terms does not fit in a long
     */
    public Ratio times(Ratio other) {
        return LongFractions.times(TYPE, numerator, denominator, other.numerator, other.denominator, Ratio::new);
    }

    /**
     * {@code this + other}, exactly.
     *
     * @param other the other summand
     * @return the sum
     * @throws ArithmeticException if a term of the sum in lowest terms does not fit in a long
     */
    public Ratio plus(Ratio other) {
        return fraction().plus(other.fraction()).to(TYPE, Ratio::new);
    }

    /**
     * What is missing to the whole, {@code 1 - this}.
     *
     * @return the complement, from 0 to 1
     * @throws ArithmeticException if this ratio is above 1
     */
    public Ratio complement() {
        if (numerator <= denominator) {
            return new Ratio(denominator - numerator, denominator);
        }
        throw new ArithmeticException("Ratio.complement must be taken of at most 1, but was of " + this + ".");
    }

    /**
     * The whole number that a count yields for sure, {@code floor(count * ratio)}: never falling when the count
     * rises.
     *
     * @param count at least 0
     * @return the yield, at least 0
     * @throws IllegalArgumentException if the count is below 0
     * @throws ArithmeticException if the yield does not fit in a long
     */
    public long yieldOf(long count) {
        if (count >= 0) {
            return LongFractions.floor(count, numerator, denominator);
        }
        throw LongFractions.negativeCount("Ratio.yieldOf", count);
    }

    /**
     * The ratio for a statistic.
     *
     * @return {@code numerator / denominator} in binary floating point, at least 0
     */
    public double toDouble() {
        return (double) numerator / denominator;
    }

    /**
     * Compares the exact values.
     *
     * @param other the ratio to compare with
     * @return below 0, 0 or above 0 as this ratio is less than, equal to or greater than the other
     */
    @Override
    public int compareTo(Ratio other) {
        return LongFractions.compare(numerator, denominator, other.numerator, other.denominator);
    }

    /**
     * Percent below 1, {@code "2.5%"}, a plain decimal from 1 up, {@code "1.05"}, {@code "12"}, or
     * {@code "37/1200"} where there would be more than twelve decimals.
     *
     * @return a text that {@link #parse(String)} reads as an equal ratio
     */
    @Override
    @JsonValue
    public String toString() {
        return fraction().text();
    }

    /** The same number in terms of any size. */
    Fraction fraction() {
        return Fraction.of(numerator, denominator);
    }

    private static Ratio checked(Fraction value) {
        if (value.numerator().signum() >= 0) {
            return value.to(TYPE, Ratio::new);
        }
        throw refusal(value.text());
    }

    private static IllegalArgumentException refusal(String shown) {
        return new IllegalArgumentException("Ratio must be at least 0, but was " + shown + ".");
    }
}
