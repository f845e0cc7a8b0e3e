package io.github.planningmath.plan;

import java.math.BigInteger;

/** The one message for a count that no long can hold: nothing is ever wrapped around. */
final class PlanOverflow {

    private PlanOverflow() {}

    static ArithmeticException of(String what) {
        return new ArithmeticException("Plan." + what + " must stay below 2^63, but was larger."
                + " Perhaps the goal or a count of the position is given in minor units.");
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
