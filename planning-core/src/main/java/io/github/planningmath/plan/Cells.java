package io.github.planningmath.plan;

/**
 * The counts of a plan, cumulative since it began. Visits and leads of a product are laid out {@code [month *
 * channels + channel]}, deals, repeats and base by month. Nobody writes to them once they are made.
 *
 * @param visits visits by product
 * @param leads leads by product
 * @param deals new deals by product
 * @param courses what the customer base of each product did
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier on the hot path, never compared
record Cells(long[][] visits, long[][] leads, long[][] deals, CustomerBase.Course[] courses) {

    /** The count of one month; cells are laid out {@code [month * stride + offset]}. */
    static long inMonth(long[] cumulative, int month, int stride, int offset) {
        return inMonths(cumulative, month, month, stride, offset);
    }

    /** The count of a stretch of months, the last included. */
    static long inMonths(long[] cumulative, int from, int to, int stride, int offset) {
        long through = cumulative[to * stride + offset];
        return from == 0 ? through : through - cumulative[(from - 1) * stride + offset];
    }
}
