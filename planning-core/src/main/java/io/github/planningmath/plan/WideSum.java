package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import java.math.BigInteger;

/** A mutable 128-bit sum of products of longs: totals of a plan stay exact without an object per term. */
final class WideSum {

    private static final BigInteger UNSIGNED_LOW = BigInteger.ONE.shiftLeft(Long.SIZE);

    private long high;
    private long low;

    void clear() {
        high = 0;
        low = 0;
    }

    void add(long value) {
        long sum = low + value;
        high += (value >> 63) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /** Adds a number of any sign that 127 bits hold. */
    void add(BigInteger value) {
        long valueLow = value.longValue();
        long sum = low + valueLow;
        high += value.shiftRight(Long.SIZE).longValueExact() + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    void addProduct(long first, long second) {
        long productLow = first * second;
        long sum = low + productLow;
        high += Math.multiplyHigh(first, second) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    void subtractProduct(long first, long second) {
        addProduct(-first, second);
    }

    boolean isNegative() {
        return high < 0;
    }

    /** {@code floor(sum / divisor)}. */
    long floorQuotient(long divisor) {
        return floorQuotient(divisor, "leads");
    }

    /** {@code floor(sum / divisor)}; a result that no long holds is said to be too many of what is counted. */
    long floorQuotient(long divisor, String what) {
        if (high == (low >> 63)) {
            return Math.floorDiv(low, divisor);
        }
        return PlanOverflow.count(Fraction.floor(toBigInteger(), BigInteger.valueOf(divisor)), what);
    }

    /** {@code sum - divisor * floor(sum / divisor)}. */
    long floorRemainder(long divisor) {
        if (high == (low >> 63)) {
            return Math.floorMod(low, divisor);
        }
        return toBigInteger().mod(BigInteger.valueOf(divisor)).longValueExact();
    }

    /** The sum to the precision of a double. */
    double toDouble() {
        return high == (low >> 63) ? low : (high + (low < 0 ? 1 : 0)) * 0x1p64 + low;
    }

    BigInteger toBigInteger() {
        BigInteger unsigned = BigInteger.valueOf(low);
        if (low < 0) {
            unsigned = unsigned.add(UNSIGNED_LOW);
        }
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned);
    }
}
