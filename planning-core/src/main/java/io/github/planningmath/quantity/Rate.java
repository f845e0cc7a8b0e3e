package io.github.planningmath.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.planningmath.internal.Fraction;

/**
 * An exact share of what passes from one step to the next: a conversion, above 0 and at most 1.
 *
 * <p>{@code rate = numerator / denominator}, in lowest terms: {@code Rate.percent("2.5")} is 1/40 and equals
 * {@code Rate.of(25, 1000)}.
 *
 * <p>A yield is rounded down and a need is rounded up, each once, from the exact value: {@code 21 / 0.35} in doubles,
 * rounded up, is 61; {@code Rate.percent(35).needFor(21)} is 60. The two are inverse: {@code needFor(n)} is the least
 * count whose yield is at least {@code n}.
 *
 * @param numerator from 1 to the denominator; given in any terms, kept in lowest terms
 * @param denominator at least 1; given in any terms, kept in lowest terms
 */
public record Rate(long numerator, long denominator) implements Comparable<Rate> {

    /** The rate 1: everything passes. */
    public static final Rate ONE = new Rate(1, 1);

    private static final String TYPE = "Rate";
    private static final long PERCENT = 100;
    private static final double LEAST_DOUBLE = 1e-9;

    public Rate {
        LongFractions.requirePositiveDenominator(TYPE, denominator);
        if (!(numerator > 0 && numerator <= denominator)) {
            Fraction refused = Fraction.of(numerator, denominator);
            throw refusal(refused.text(), hint(refused));
        }
        long divisor = Fraction.gcd(numerator, denominator);
        numerator /= divisor;
        denominator /= divisor;
    }

    /**
     * {@code numerator / denominator}.
     *
     * @param numerator from 1 to the denominator
     * @param denominator at least 1
     * @return the rate in lowest terms
     * @throws IllegalArgumentException if the quotient is not above 0 and at most 1, or the denominator is not above 0
     */
    public static Rate of(long numerator, long denominator) {
        return new Rate(numerator, denominator);
    }

    /**
     * Reads a rate as {@link #parse(String)} does, under the name that frameworks look for.
     *
     * @param text a rate above 0 and at most 1, such as {@code "2.5%"}
     * @return the rate
     * @throws IllegalArgumentException if the text is no number, or the number is not above 0 and at most 1
     * @throws ArithmeticException if a term does not fit in a long
     */
    public static Rate of(String text) {
        return parse(text);
    }

    /**
     * Reads a rate as people write it: {@code "2.5%"}, {@code "2.5 %"}, {@code "0.025"}, {@code "1/40"},
     * {@code "37/1200"}.
     *
     * <p>The decimal separator is a point. {@code parse(rate.toString())} equals {@code rate}.
     *
     * @param text a rate above 0 and at most 1
     * @return the rate
     * @throws IllegalArgumentException if the text is no number, or the number is not above 0 and at most 1
     * @throws ArithmeticException if a term does not fit in a long
     */
    @JsonCreator
    public static Rate parse(String text) {
        Fraction value = Fraction.parse(TYPE, text);
        if (isRate(value)) {
            return value.to(TYPE, Rate::new);
        }
        throw text.indexOf('%') >= 0 ? refusal(text.strip(), "") : refusal(value.text(), hint(value));
    }

    /**
     * A number of percent, {@code percent / 100}.
     *
     * @param percent above 0 and at most 100, such as {@code "2.5"}; a percent sign may follow
     * @return the rate
     * @throws IllegalArgumentException if the text is no number, or the number is not above 0 and at most 100
     * @throws ArithmeticException if a term does not fit in a long
     */
    public static Rate percent(String percent) {
        Fraction value = Fraction.parsePercent(TYPE, percent);
        if (isRate(value)) {
            return value.to(TYPE, Rate::new);
        }
        throw refusal(percent.replace('%', ' ').strip() + "%", "");
    }

    /**
     * A whole number of percent, {@code percent / 100}.
     *
     * @param percent from 1 to 100
     * @return the rate
     * @throws IllegalArgumentException if the number is not from 1 to 100
     */
    public static Rate percent(long percent) {
        if (percent > 0 && percent <= PERCENT) {
            return new Rate(percent, PERCENT);
        }
        throw refusal(percent + "%", "");
    }

    /**
     * A statistic as a rate, rounded down once to nine decimals.
     *
     * <p>What is rounded is the shortest decimal that stands for the double, {@link Double#toString(double)}: 0.3 gives
     * 3/10.
     *
     * @param value from 0.000000001 to 1
     * @return the rate
     * @throws IllegalArgumentException if the value is outside of that, or no number
     */
    public static Rate fromDouble(double value) {
        if (value >= LEAST_DOUBLE && value <= 1) {
            return Fraction.ofDouble(value).to(TYPE, Rate::new);
        }
        String hint = value > 1 && value <= PERCENT ? hint(Fraction.ofDouble(value)) : "";
        throw new IllegalArgumentException(
                "Rate.fromDouble must be at least 0.000000001 and at most 1, but was " + value + "." + hint);
    }

    /**
     * The share that passes two steps, {@code this * other}, exactly.
     *
     * @param other the rate of the other step
     * @return the product
     * @throws ArithmeticException if a term of the product in lowest terms does not fit in a long
     */
    public Rate times(Rate other) {
        return LongFractions.times(TYPE, numerator, denominator, other.numerator, other.denominator, Rate::new);
    }

    /**
     * The whole number that passes for sure, {@code floor(count * rate)}: never more than the count, and never
     * falling when the count rises.
     *
     * @param count at least 0
     * @return the yield, from 0 to the count
     * @throws IllegalArgumentException if the count is below 0
     */
    public long yieldOf(long count) {
        if (count >= 0) {
            return LongFractions.floor(count, numerator, denominator);
        }
        throw LongFractions.negativeCount("Rate.yieldOf", count);
    }

    /**
     * The least count whose yield is enough, {@code ceil(result / rate)}: the least {@code m} with
     * {@code yieldOf(m) >= result}.
     *
     * @param result at least 0
     * @return the need, at least the result
     * @throws IllegalArgumentException if the result is below 0
     * @throws ArithmeticException if the need does not fit in a long
     */
    public long needFor(long result) {
        if (result >= 0) {
            return LongFractions.ceil(result, denominator, numerator);
        }
        throw LongFractions.negativeCount("Rate.needFor", result);
    }

    /**
     * The same number as a ratio.
     *
     * @return the ratio, above 0 and at most 1
     */
    public Ratio toRatio() {
        return new Ratio(numerator, denominator);
    }

    /**
     * The rate for a statistic.
     *
     * @return {@code numerator / denominator} in binary floating point, above 0 and at most 1
     */
    public double toDouble() {
        return (double) numerator / denominator;
    }

    /**
     * Compares the exact values.
     *
     * @param other the rate to compare with
     * @return below 0, 0 or above 0 as this rate is less than, equal to or greater than the other
     */
    @Override
    public int compareTo(Rate other) {
        return LongFractions.compare(numerator, denominator, other.numerator, other.denominator);
    }

    /**
     * Percent, {@code "2.5%"}, or {@code "37/1200"} where the percent would have more than twelve decimals.
     *
     * @return a text that {@link #parse(String)} reads as an equal rate
     */
    @Override
    @JsonValue
    public String toString() {
        return Fraction.of(numerator, denominator).percentText();
    }

    private static boolean isRate(Fraction value) {
        return value.numerator().signum() > 0 && value.compareTo(1) <= 0;
    }

    private static IllegalArgumentException refusal(String shown, String hint) {
        return new IllegalArgumentException("Rate must be above 0 and at most 1, but was " + shown + "." + hint);
    }

    /** Whoever writes 35 means 35 percent. */
    private static String hint(Fraction value) {
        boolean maybePercent = value.compareTo(1) > 0 && value.compareTo(PERCENT) <= 0 && value.hasFewDecimals();
        if (!maybePercent) {
            return "";
        }
        String percent = value.isWhole() ? value.text() : "\"" + value.text() + "\"";
        return " Perhaps Rate.percent(" + percent + ") was meant.";
    }
}
