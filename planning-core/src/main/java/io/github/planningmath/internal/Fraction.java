package io.github.planningmath.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact fraction of any size in lowest terms: the one place where fractions are added, multiplied, rounded, read and
 * written. Rates, ratios and the values of norms are fractions with a meaning.
 *
 * @param numerator any whole number
 * @param denominator above 0
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    /** Nothing. */
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** The whole. */
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    /** A longer decimal expansion is shown as numerator/denominator. */
    private static final int SHOWN_DIGITS = 4;

    private static final int MOST_DECIMALS = 12;

    /** The decimals to which a double is rounded down. */
    private static final int DOUBLE_DECIMALS = 9;

    private static final Pattern WRITTEN = Pattern.compile("(?<decimal>-?\\d{1,40}(?:\\.\\d{1,40})?)"
            + "(?:[\\s\\u00a0]*/[\\s\\u00a0]*(?<denominator>\\d{1,40}))?(?<percent>[\\s\\u00a0\\u202f]*%)?");

    /**
     * Makes a value of its two terms.
     *
     * @param <T> its type
     */
    public interface Maker<T> {
        /**
         * Makes the value.
         *
         * @param numerator what stands over the line
         * @param denominator what stands under it
         * @return the value
         */
        T make(long numerator, long denominator);
    }

    public Fraction {
        // one bit less than a long has: the least of all longs has no absolute value
        if (numerator.bitLength() < Long.SIZE - 1 && denominator.bitLength() < Long.SIZE - 1) {
            long over = numerator.longValue();
            long under = denominator.longValue();
            long divisor = gcd(Math.abs(over), under);
            if (divisor != 1) {
                numerator = BigInteger.valueOf(over / divisor);
                denominator = BigInteger.valueOf(under / divisor);
            }
        } else {
            BigInteger divisor = numerator.gcd(denominator);
            if (!divisor.equals(BigInteger.ONE)) {
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
    }

    /**
     * The greatest common divisor.
     *
     * @param first at least 0
     * @param second at least 0, not 0 where the first is
     * @return the greatest number that divides both
     */
    public static long gcd(long first, long second) {
        if (first == 0 || second == 0) {
            return first + second;
        }
        int twos = Long.numberOfTrailingZeros(first | second);
        long odd = first >> Long.numberOfTrailingZeros(first);
        long rest = second;
        // Stein's: what is odd in both stays, differences are halved
        while (rest != 0) {
            rest >>= Long.numberOfTrailingZeros(rest);
            long less = Math.min(odd, rest);
            rest = Math.abs(odd - rest);
            odd = less;
        }
        return odd << twos;
    }

    /**
     * A fraction of longs.
     *
     * @param numerator any whole number
     * @param denominator above 0
     * @return the fraction
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * A whole number.
     *
     * @param whole any
     * @return the fraction
     */
    public static Fraction of(BigInteger whole) {
        return new Fraction(whole, BigInteger.ONE);
    }

    /**
     * A decimal, exactly.
     *
     * @param decimal any
     * @return the fraction
     */
    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : of(decimal.toBigIntegerExact());
    }

    /**
     * The shortest decimal that stands for a double, rounded down to nine decimals.
     *
     * @param value finite
     * @return the fraction
     */
    public static Fraction ofDouble(double value) {
        return of(BigDecimal.valueOf(value).setScale(DOUBLE_DECIMALS, RoundingMode.FLOOR));
    }

    /**
     * A number as people write it.
     *
     * @param type on whose behalf it is read, for messages
     * @param text like 2.5%, 0.025 or 1/40
     * @return the fraction
     */
    public static Fraction parse(String type, String text) {
        Objects.requireNonNull(text, type + " must be given, but was null.");
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    type + " must be written like 2.5%, 0.025 or 1/40, but was \"" + text + "\".");
        }
        Fraction value = of(new BigDecimal(written.group("decimal")));
        String denominator = written.group("denominator");
        if (denominator != null) {
            value = value.dividedBy(requirePositive(type, new BigInteger(denominator)));
        }
        return written.group("percent") == null ? value : value.dividedBy(HUNDRED);
    }

    /**
     * A number of percent; the percent sign may be there or not.
     *
     * @param type on whose behalf it is read, for messages
     * @param text like 2.5% or 2.5
     * @return the fraction
     */
    public static Fraction parsePercent(String type, String text) {
        Fraction value = parse(type, text);
        return text.indexOf('%') >= 0 ? value : value.dividedBy(HUNDRED);
    }

    private static BigInteger requirePositive(String type, BigInteger denominator) {
        if (denominator.signum() <= 0) {
            throw notPositive(type, denominator.toString());
        }
        return denominator;
    }

    /**
     * What is wrong with a denominator.
     *
     * @param type on whose behalf the fraction is made
     * @param denominator what was given
     * @return the exception
     */
    public static IllegalArgumentException notPositive(String type, String denominator) {
        return new IllegalArgumentException(type + ".denominator must be above 0, but was " + denominator + ".");
    }

    /**
     * The sum.
     *
     * @param other another fraction
     * @return {@code this + other}
     */
    public Fraction plus(Fraction other) {
        if (numerator.signum() == 0 || other.numerator.signum() == 0) {
            return numerator.signum() == 0 ? other : this;
        }
        return denominator.equals(other.denominator)
                ? new Fraction(numerator.add(other.numerator), denominator)
                : new Fraction(
                        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    /**
     * The difference.
     *
     * @param other another fraction
     * @return {@code this - other}
     */
    public Fraction minus(Fraction other) {
        if (other.numerator.signum() == 0) {
            return this;
        }
        return denominator.equals(other.denominator)
                ? new Fraction(numerator.subtract(other.numerator), denominator)
                : new Fraction(
                        numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    /**
     * The product.
     *
     * @param other another fraction
     * @return {@code this * other}
     */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * The quotient.
     *
     * @param other a fraction above 0
     * @return {@code this / other}
     */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    private Fraction dividedBy(BigInteger divisor) {
        return new Fraction(numerator, denominator.multiply(divisor));
    }

    /**
     * The greatest whole number that is not above this.
     *
     * @return {@code floor(this)}
     */
    public BigInteger floor() {
        return floor(numerator, denominator);
    }

    /**
     * The greatest whole number that is not above a quotient.
     *
     * @param dividend what is divided
     * @param divisor by what, above 0
     * @return {@code floor(dividend / divisor)}
     */
    public static BigInteger floor(BigInteger dividend, BigInteger divisor) {
        BigInteger[] parts = dividend.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /**
     * The least whole number that is not below this.
     *
     * @return {@code ceil(this)}
     */
    public BigInteger ceiling() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /**
     * What the floor leaves over.
     *
     * @return {@code this - floor(this)}, at least 0 and below 1
     */
    public Fraction leftOver() {
        return new Fraction(numerator.mod(denominator), denominator);
    }

    /**
     * This, rounded down to parts of a unit.
     *
     * @param parts how many parts a unit has
     * @return {@code floor(this * parts) / parts}
     */
    public Fraction roundedDownTo(BigInteger parts) {
        return new Fraction(times(of(parts)).floor(), parts);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /**
     * Compares with a whole number.
     *
     * @param whole any
     * @return below 0, 0 or above 0
     */
    public int compareTo(long whole) {
        return numerator.compareTo(denominator.multiply(BigInteger.valueOf(whole)));
    }

    /**
     * The nearest double, but for the last bits.
     *
     * @return {@code numerator / denominator}
     */
    public double toDouble() {
        return numerator.bitLength() < Long.SIZE && denominator.bitLength() < Long.SIZE
                ? (double) numerator.longValue() / denominator.longValue()
                : new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
                        .doubleValue();
    }

    /**
     * The sign.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return numerator.signum();
    }

    /**
     * Whether nothing is left over.
     *
     * @return whether this is a whole number
     */
    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /**
     * A value whose terms are longs.
     *
     * @param type on whose behalf, for messages
     * @param maker makes it of its terms
     * @param <T> its type
     * @return the value
     * @throws ArithmeticException if a term does not fit in a long
     */
    public <T> T to(String type, Maker<T> maker) {
        if (numerator.bitLength() >= Long.SIZE || denominator.bitLength() >= Long.SIZE) {
            throw new ArithmeticException(
                    type + " must have terms that fit in a long, but was " + numerator + "/" + denominator + ".");
        }
        return maker.make(numerator.longValue(), denominator.longValue());
    }

    /**
     * Percent below 1, plain from 1 up; numerator/denominator where the decimals do not end soon.
     *
     * @return a text that {@link #parse} reads
     */
    public String text() {
        return numerator.abs().compareTo(denominator) < 0 ? percentText() : plainText("");
    }

    /**
     * Percent; numerator/denominator where the decimals do not end soon.
     *
     * @return a text that {@link #parse} reads
     */
    public String percentText() {
        Fraction percent = new Fraction(numerator.multiply(HUNDRED), denominator);
        return percent.hasFewDecimals() ? percent.plainText("%") : fractionText();
    }

    /**
     * The number as people take it in who follow a calculation: as {@link #text()} where its decimals end soon or no more than three
     * digits stand under the line, else as {@link #roundedText()}.
     *
     * @return such as 2.5%, 31/113 or 2.588%
     */
    public String readableText() {
        return denominator.compareTo(THOUSAND) < 0 ? text() : roundedText();
    }

    /**
     * The number as people take it in: as {@link #text()} where its decimals end soon, else percent or a decimal of four significant
     * digits.
     *
     * @return such as 2.5% or 2.588%
     */
    public String roundedText() {
        if (hasFewDecimals()) {
            return text();
        }
        boolean isShare = numerator.abs().compareTo(denominator) < 0;
        BigDecimal shown = rounded();
        return isShare ? shown.movePointRight(2).toPlainString() + "%" : shown.toPlainString();
    }

    /**
     * The number as a decimal of four significant digits, or of all that stand before the point.
     *
     * @return the rounded number
     */
    public BigDecimal rounded() {
        BigDecimal over = new BigDecimal(denominator);
        BigDecimal four = new BigDecimal(numerator).divide(over, new MathContext(SHOWN_DIGITS));
        BigDecimal shown = four.scale() < 0 ? new BigDecimal(numerator).divide(over, 0, RoundingMode.HALF_UP) : four;
        return Amounts.plain(shown);
    }

    /**
     * Whether the decimal expansion ends soon.
     *
     * @return whether it has at most twelve decimals
     */
    public boolean hasFewDecimals() {
        return decimals() <= MOST_DECIMALS;
    }

    private String plainText(String unit) {
        if (!hasFewDecimals()) {
            return fractionText();
        }
        BigDecimal decimal =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals(), RoundingMode.UNNECESSARY);
        return decimal.toPlainString() + unit;
    }

    private String fractionText() {
        return numerator + "/" + denominator;
    }

    /** The number of decimals of the expansion, or more than any limit where it does not end. */
    private int decimals() {
        int twos = denominator.getLowestSetBit();
        BigInteger rest = denominator.shiftRight(twos);
        int fives = 0;
        while (rest.mod(FIVE).signum() == 0) {
            rest = rest.divide(FIVE);
            fives++;
        }
        return rest.equals(BigInteger.ONE) ? Math.max(twos, fives) : Integer.MAX_VALUE;
    }
}
