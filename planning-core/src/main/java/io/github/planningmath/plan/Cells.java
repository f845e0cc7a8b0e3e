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

    static long inMonth(long[] cumulative, int month, int stride, int offset) {
        long through = cumulative[month * stride + offset];
        return month == 0 ? through : through - cumulative[(month - 1) * stride + offset];
    }
}
