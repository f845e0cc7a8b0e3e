package io.github.planningmath.quantity;

import io.github.planningmath.internal.Fraction;

/** Exact arithmetic on fractions of longs in lowest terms, with intermediates of 128 bits. Errors name the type that asks. */
final class LongFractions {

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private LongFractions() {}

    static void requirePositiveDenominator(String type, long denominator) {
        if (denominator <= 0) {
            throw Fraction.notPositive(type, Long.toString(denominator));
        }
    }

    static IllegalArgumentException negativeCount(String method, long count) {
        return new IllegalArgumentException(method + " must be given at least 0, but was " + count + ".");
    }

    /** The product of two fractions of longs in lowest terms. */
    static <T> T times(String type, long a, long b, long c, long d, Fraction.Maker<T> maker) {
        long outer = Fraction.gcd(a, d);
        long inner = Fraction.gcd(c, b);
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
