package io.github.planningmath.plan;

/**
 * The counts of a plan by product, cumulative since it began. Nobody writes to them once they are made.
 *
 * @param visits visits by month and channel
 * @param leads leads by month and channel
 * @param deals new deals by month
 * @param courses what the customer base of each product did
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier on the hot path, never compared
record Cells(
        CumulativeCounts[] visits, CumulativeCounts[] leads, CumulativeCounts[] deals, CustomerBase.Course[] courses) {}
