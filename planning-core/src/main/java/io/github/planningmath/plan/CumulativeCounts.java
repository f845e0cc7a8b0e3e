package io.github.planningmath.plan;

import io.github.planningmath.quantity.Ratio;
import java.util.Arrays;

/**
 * Whole counts of one product by month and channel of its funnel, or by month alone, cumulative since the plan began. What
 * was counted before the first month is 0. Nobody writes to them once they are made.
 */
final class CumulativeCounts {

    private final int channels;

    /** Laid out {@code [month * channels + channel]}. */
    private final long[] through;

    private CumulativeCounts(int channels, long[] through) {
        this.channels = channels;
        this.through = through;
    }

    /** Counts by month and channel, 0 until they are set. */
    static CumulativeCounts of(int months, int channels) {
        return new CumulativeCounts(channels, new long[months * channels]);
    }

    /** Counts by month alone: channel 0 is all there is. */
    static CumulativeCounts byMonth(long[] through) {
        return new CumulativeCounts(1, through);
    }

    int months() {
        return through.length / channels;
    }

    int channels() {
        return channels;
    }

    /** The count from the beginning to a month's end; 0 where the month is before the first. */
    long through(int month, int channel) {
        return month < 0 ? 0 : through[month * channels + channel];
    }

    /** The count from the beginning to a month's start. */
    long before(int month, int channel) {
        return through(month - 1, channel);
    }

    /** The count of one month. */
    long in(int month, int channel) {
        return in(month, month, channel);
    }

    /** The count of a stretch of months, the last included. */
    long in(int from, int to, int channel) {
        return through(to, channel) - before(from, channel);
    }

    /** {@link #through(int, int)} where counts have no channel. */
    long through(int month) {
        return through(month, 0);
    }

    /** {@link #in(int, int)} where counts have no channel. */
    long in(int month) {
        return in(month, 0);
    }

    /** The last count, where counts have no channel. */
    long total() {
        return through[through.length - 1];
    }

    void set(int month, int channel, long count) {
        through[month * channels + channel] = count;
    }

    /** Sets all channels of a month. */
    void set(int month, long[] counts) {
        System.arraycopy(counts, 0, through, month * channels, channels);
    }

    void add(int month, int channel, long count) {
        int cell = month * channels + channel;
        through[cell] = PlanOverflow.sum(through[cell], count, "traffic");
    }

    /** Every cumulative count times a factor, rounded down. */
    CumulativeCounts times(Ratio factor) {
        return new CumulativeCounts(
                channels, Arrays.stream(through).map(factor::yieldOf).toArray());
    }

    /** Leaves a month where the one before it ended. */
    void stay(int month) {
        if (month > 0) {
            System.arraycopy(through, (month - 1) * channels, through, month * channels, channels);
        }
    }

    /** Makes cumulative counts of those of the single months. */
    void accumulate(String what) {
        for (int cell = channels; cell < through.length; cell++) {
            through[cell] = PlanOverflow.sum(through[cell], through[cell - channels], what);
        }
    }
}
