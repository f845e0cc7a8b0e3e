package io.github.planningmath.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fraction of any size in lowest terms, and the exact arithmetic on longs with intermediates of 128 bits: what
 * {@link Rate} and {@link Ratio} have in common. Errors name the type on whose behalf the work is done.
 *
 * @param numerator any whole number
 * @param denominator above 0
 */
record Fraction(BigInteger numerator, BigInteger denominator) {

    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    private static final long EXACT_IN_DOUBLE = 1L << 53;
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    /** A longer decimal expansion is shown as numerator/denominator. */
    private static final int MOST_DECIMALS = 12;

    /** The decimals to which a double is rounded down. */
    private static final int DOUBLE_DECIMALS = 9;

    private static final Pattern WRITTEN = Pattern.compile("(?<decimal>-?\\d{1,40}(?:\\.\\d{1,40})?)"
            + "(?:[\\s\\u00a0]*/[\\s\\u00a0]*(?<denominator>\\d{1,40}))?(?<percent>[\\s\\u00a0\\u202f]*%)?");

    /** Makes a value of its two terms. */
    interface Maker<T> {
        T make(long numerator, long denominator);
    }

    Fraction {
        BigInteger divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    static Fraction of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /** Rounds the shortest decimal that stands for the double down to nine decimals. */
    static Fraction ofDouble(double value) {
        return of(BigDecimal.valueOf(value).setScale(DOUBLE_DECIMALS, RoundingMode.FLOOR));
    }

    static Fraction parse(String type, String text) {
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

    /** Reads a number of percent; the percent sign may be there or not. */
    static Fraction parsePercent(String type, String text) {
        Fraction value = parse(type, text);
        return text.indexOf('%') >= 0 ? value : value.dividedBy(HUNDRED);
    }

    static void requirePositiveDenominator(String type, long denominator) {
        if (denominator <= 0) {
            throw notPositive(type, Long.toString(denominator));
        }
    }

    private static BigInteger requirePositive(String type, BigInteger denominator) {
        if (denominator.signum() <= 0) {
            throw notPositive(type, denominator.toString());
        }
        return denominator;
    }

    private static IllegalArgumentException notPositive(String type, String denominator) {
        return new IllegalArgumentException(type + ".denominator must be above 0, but was " + denominator + ".");
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** Divides by a fraction above 0. */
    Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    private Fraction dividedBy(BigInteger divisor) {
        return new Fraction(numerator, denominator.multiply(divisor));
    }

    int compareTo(long whole) {
        return numerator.compareTo(denominator.multiply(BigInteger.valueOf(whole)));
    }

    boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    <T> T to(String type, Maker<T> maker) {
        if (numerator.bitLength() >= Long.SIZE || denominator.bitLength() >= Long.SIZE) {
            throw new ArithmeticException(
                    type + " must have terms that fit in a long, but was " + numerator + "/" + denominator + ".");
        }
        return maker.make(numerator.longValue(), denominator.longValue());
    }

    /** Percent below 1, plain from 1 up; numerator/denominator where the decimals do not end soon. */
    String text() {
        return numerator.abs().compareTo(denominator) < 0 ? percentText() : plainText("");
    }

    /** Percent; numerator/denominator where the decimals do not end soon. */
    String percentText() {
        Fraction percent = new Fraction(numerator.multiply(HUNDRED), denominator);
        return percent.hasFewDecimals() ? percent.plainText("%") : fractionText();
    }

    boolean hasFewDecimals() {
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

    static IllegalArgumentException negativeCount(String method, long count) {
        return new IllegalArgumentException(method + " must be given at least 0, but was " + count + ".");
    }

    /** The greatest common divisor of two numbers that are at least 0 and not both 0. */
    static long gcd(long a, long b) {
        long greater = a;
        long smaller = b;
        while (smaller != 0) {
            long remainder = greater % smaller;
            greater = smaller;
            smaller = remainder;
        }
        return greater;
    }

    /** The product of two fractions of longs in lowest terms. */
    static <T> T times(String type, long a, long b, long c, long d, Maker<T> maker) {
        long outer = gcd(a, d);
        long inner = gcd(c, b);
        return maker.make(
                termProduct(type, a / outer, c / inner, a, b, c, d),
                termProduct(type, b / inner, d / outer, a, b, c, d));
    }

    private static long termProduct(String type, long x, long y, long a, long b, long c, long d) {
        long product = x * y;
        if (Math.multiplyHigh(x, y) != 0 || product < 0) {
            throw new ArithmeticException(type + ".times must have terms that fit in a long, but was " + a + "/" + b
                    + " times " + c + "/" + d + ".");
        }
        return product;
    }

    /** Compares a/b with c/d, where a and c are at least 0, b and d above 0. */
    static int compare(long a, long b, long c, long d) {
        return compareProducts(a, d, c, b);
    }

    /** Compares a*b with c*d, all at least 0. */
    static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    /** The floor of a*b/c, where a and b are at least 0, c above 0. */
    static long floor(long a, long b, long c) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high != 0 || low < 0) {
            return wideFloor(a, b, c, high, low);
        }
        // A quotient below 2^53 that is not whole lies further from the next whole number than binary rounding reaches.
        return low < EXACT_IN_DOUBLE ? (long) ((double) low / c) : low / c;
    }

    /** The ceiling of a*b/c, where a and b are at least 0, c above 0. */
    static long ceil(long a, long b, long c) {
        long floor = floor(a, b, c);
        if (remainder(a, b, c, floor) == 0) {
            return floor;
        }
        if (floor == Long.MAX_VALUE) {
            throw beyondLong(a, b, c);
        }
        return floor + 1;
    }

    /**
     * What a*b leaves after the floor of a*b/c was taken out c times. It is below c, so what wraps on the way cancels.
     */
    static long remainder(long a, long b, long c, long floor) {
        return a * b - floor * c;
    }

    private static long wideFloor(long a, long b, long c, long high, long low) {
        if (((high << 1) | (low >>> 63)) >= c) {
            throw beyondLong(a, b, c);
        }
        return divide(high, low, c);
    }

    private static ArithmeticException beyondLong(long a, long b, long c) {
        return new ArithmeticException("A count must fit in a long, but was " + a + " * " + b + " / " + c + ".");
    }

    /**
     * Divides high:low by c in two digits of 32 bits; the quotient is known to fit in a long. Knuth, The Art of
     * Computer Programming, volume 2, 4.3.1, algorithm D.
     */
    private static long divide(long high, long low, long c) {
        int shift = Long.numberOfLeadingZeros(c);
        long divisor = c << shift;
        long top = (high << shift) | (low >>> (Long.SIZE - shift));
        long bottom = low << shift;
        long first = digit(top, bottom >>> 32, divisor);
        long rest = ((top << 32) | (bottom >>> 32)) - first * divisor;
        return (first << 32) + digit(rest, bottom & 0xFFFFFFFFL, divisor);
    }

    /**
     * One digit of 32 bits of the quotient of (top:next) by a divisor whose highest bit is set; top is below the
     * divisor.
     */
    private static long digit(long top, long next, long divisor) {
        long leading = divisor >>> 32;
        long trailing = divisor & 0xFFFFFFFFL;
        long digit = Long.divideUnsigned(top, leading);
        long left = top - digit * leading;
        while (digit >>> 32 != 0 || Long.compareUnsigned(digit * trailing, (left << 32) | next) > 0) {
            digit--;
            left += leading;
            if (left >>> 32 != 0) {
                break;
            }
        }
        return digit;
    }
}
