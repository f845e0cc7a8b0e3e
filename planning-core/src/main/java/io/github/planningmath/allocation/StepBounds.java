package io.github.planningmath.allocation;

import java.util.List;

/**
 * What channels, and groups of neighbouring ones together, spend at least and at most, in whole steps.
 *
 * @param least by channel
 * @param most by channel, each no less
 * @param groups from the first channel on, side by side
 * @param leastOfAll the least budget that they admit
 * @param mostOfAll the greatest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StepBounds(long[] least, long[] most, List<Group> groups, long leastOfAll, long mostOfAll) {

    /** The most steps a budget can have: each is then exact in floating point. */
    static final long MOST_STEPS = 1L << 53;

    /**
     * Limits that channels share.
     *
     * @param begin the first channel
     * @param end one after the last
     * @param floor in steps
     * @param ceiling in steps
     */
    record Group(int begin, int end, long floor, long ceiling) {}

    int channels() {
        return least.length;
    }

    long least(int channel) {
        return least[channel];
    }

    long most(int channel) {
        return most[channel];
    }

    /** What neighbouring channels spend at least, the limits of groups apart. */
    long least(int begin, int end) {
        return sum(least, begin, end);
    }

    /** The first channel that is in no group. */
    int ungrouped() {
        return groups.isEmpty() ? 0 : groups.get(groups.size() - 1).end();
    }

    /** A sum that does not exceed the most steps there are. */
    static long sum(long[] steps, int begin, int end) {
        long sum = 0;
        for (int i = begin; i < end; i++) {
            sum = capped(sum + steps[i]);
        }
        return sum;
    }

    static long capped(long steps) {
        return Math.min(steps, MOST_STEPS);
    }
}
