package io.github.planningmath.allocation;

/**
 * A budget split in whole steps.
 *
 * @param steps by channel
 * @param outcome what they bring
 * @param upperBound what no split in the same steps exceeds
 * @param continuous the split before rounding
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StepSplit(long[] steps, double outcome, double upperBound, ContinuousAllocation continuous) {}
