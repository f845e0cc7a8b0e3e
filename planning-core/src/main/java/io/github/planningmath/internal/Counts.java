package io.github.planningmath.internal;

import java.math.BigInteger;
import java.util.List;
import java.util.function.ToLongFunction;

/** Sums of counts that never wrap. */
public final class Counts {

    private Counts() {}

    /**
     * The sum of the counts of cells.
     *
     * @param cells what holds the counts
     * @param count the count of a cell, at least 0
     * @param component the name in messages, such as {@code Traffic.total}
     * @param <T> the cells' type
     * @return the sum
     * @throws ArithmeticException if it does not fit in a long
     */
    public static <T> long sum(List<T> cells, ToLongFunction<T> count, String component) {
        long sum = 0;
        for (T cell : cells) {
            sum += count.applyAsLong(cell);
            if (sum < 0) {
                throw overflow(cells, count, component);
            }
        }
        return sum;
    }

    private static <T> ArithmeticException overflow(List<T> cells, ToLongFunction<T> count, String component) {
        BigInteger sum = cells.stream()
                .map(cell -> BigInteger.valueOf(count.applyAsLong(cell)))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new ArithmeticException(component + " must be at most " + Long.MAX_VALUE + ", but was " + sum + ".");
    }
}
