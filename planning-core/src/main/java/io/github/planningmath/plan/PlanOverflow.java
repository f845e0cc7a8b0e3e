package io.github.planningmath.plan;

import java.math.BigInteger;

/** The one message for a count that no long can hold: nothing is ever wrapped around. */
final class PlanOverflow {

    private PlanOverflow() {}

    static ArithmeticException of(String what) {
        return new ArithmeticException("Plan." + what + " must stay below 2^63, but was larger."
                + " Perhaps the goal or a count of the position is given in minor units.");
    }

    /** A count of customers in billionths. */
    static long billionths(long customers) {
        long low = customers * Position.NANO;
        if (Math.multiplyHigh(customers, Position.NANO) == (low >> 63)) {
            return low;
        }
        throw tooManyCustomers();
    }

    static long sumOfBillionths(long first, long second) {
        long sum = first + second;
        if (sum >= 0) {
            return sum;
        }
        throw tooManyCustomers();
    }

    private static ArithmeticException tooManyCustomers() {
        return new ArithmeticException("Plan.base must be at most " + Long.MAX_VALUE / Position.NANO
                + " customers of a product, the most that nine decimals hold, but was larger.");
    }

    static long count(BigInteger value, String what) {
        if (value.bitLength() < Long.SIZE) {
            return value.longValueExact();
        }
        throw of(what);
    }

    /** A count to the precision of a double; half of what a long holds is the limit, for precision's sake. */
    static long count(double value, String what) {
        if (value < 0x1p62) {
            return (long) value;
        }
        throw of(what);
    }

    static long sum(long first, long second, String what) {
        long sum = first + second;
        if (((first ^ sum) & (second ^ sum)) >= 0) {
            return sum;
        }
        throw of(what);
    }

    static long product(long first, long second, String what) {
        long low = first * second;
        if (Math.multiplyHigh(first, second) == (low >> 63)) {
            return low;
        }
        throw of(what);
    }
}
