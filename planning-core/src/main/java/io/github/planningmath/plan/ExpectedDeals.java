package io.github.planningmath.plan;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Deals expected of what is not a plan's own leads, cumulative by month: of the open pipeline, with the fraction that was left
 * over before. Kept as whole deals and parts of a funnel's denominator, rounded down to a part: of a sum of leads in the same
 * parts that rounds off nothing.
 */
final class ExpectedDeals {

    private final long[] wholes;
    private final long[] narrow;
    private final BigInteger[] wide;

    private ExpectedDeals(long[] wholes, long[] narrow, BigInteger[] wide) {
        this.wholes = wholes;
        this.narrow = narrow;
        this.wide = wide;
    }

    /** None in any month, where a denominator fits in a long. */
    static ExpectedDeals narrow(int months) {
        return new ExpectedDeals(new long[months], new long[months], new BigInteger[0]);
    }

    /** None in any month, where a denominator does not fit in a long. */
    static ExpectedDeals wide(int months) {
        BigInteger[] parts = new BigInteger[months];
        Arrays.fill(parts, BigInteger.ZERO);
        return new ExpectedDeals(new long[months], new long[0], parts);
    }

    int months() {
        return wholes.length;
    }

    /** Whole deals through a month, rounded down. */
    long wholes(int month) {
        return wholes[month];
    }

    /** Whether as much is expected through a month as through another, before which nothing is. */
    boolean isSame(int month, int before) {
        return before < 0
                ? wholes[month] == 0 && isWhole(month)
                : wholes[month] == wholes[before] && compareParts(month, before) == 0;
    }

    private boolean isWhole(int month) {
        return wide.length > 0 ? wide[month].signum() == 0 : narrow[month] == 0;
    }

    /** Whole deals of what is expected in a month alone, rounded down. */
    long wholesIn(int month) {
        if (month == 0) {
            return wholes[0];
        }
        int borrowed = compareParts(month, month - 1) < 0 ? 1 : 0;
        return wholes[month] - wholes[month - 1] - borrowed;
    }

    long narrowParts(int month) {
        return narrow[month];
    }

    BigInteger wideParts(int month) {
        return wide[month];
    }

    void note(int month, long deals, long parts) {
        wholes[month] = deals;
        narrow[month] = parts;
    }

    void note(int month, long deals, BigInteger parts) {
        wholes[month] = deals;
        wide[month] = parts;
    }

    /** Leaves a month where the one before it ended. */
    void stay(int month) {
        if (wide.length > 0) {
            note(month, wholes[month - 1], wide[month - 1]);
        } else {
            note(month, wholes[month - 1], narrow[month - 1]);
        }
    }

    /** What of a need is not expected by a month, as a statistic; the denominator is that of the parts. */
    double missing(long need, int month, BigInteger denominator) {
        return (need - wholes[month]) - fraction(month, denominator);
    }

    /** What is expected through a month, as a statistic; the denominator is that of the parts. */
    double toDouble(int month, BigInteger denominator) {
        return wholes[month] + fraction(month, denominator);
    }

    private double fraction(int month, BigInteger denominator) {
        return wide.length > 0
                ? wide[month].shiftLeft(Long.SIZE).divide(denominator).doubleValue() * 0x1p-64
                : narrow[month] / denominator.doubleValue();
    }

    /** Whether a need by a month leaves no less to be made than another by another month. */
    boolean leavesNoLess(long need, int month, long otherNeed, int otherMonth) {
        long order = (need - wholes[month]) - (otherNeed - wholes[otherMonth]);
        return order > 0 || (order == 0 && compareParts(month, otherMonth) <= 0);
    }

    private int compareParts(int month, int other) {
        return wide.length > 0 ? wide[month].compareTo(wide[other]) : Long.compare(narrow[month], narrow[other]);
    }
}
