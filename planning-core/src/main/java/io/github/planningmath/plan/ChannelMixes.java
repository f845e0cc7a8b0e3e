package io.github.planningmath.plan;

import io.github.planningmath.traffic.ChannelMix;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The channel mix of a product's leads by month, where it changes: the funnel of each month, and what a mix leaves to the next. */
final class ChannelMixes {

    /** By month, at the conversions of the first. */
    private final Funnel[] funnels;

    /** By month, the first of those in a row that have its mix. */
    private final int[] since;

    /** By month and channel, the shares in parts of {@link #whole}. */
    private final BigInteger[][] parts;

    private final BigInteger whole;

    /** By channel, how many names come before its own. */
    private final int[] ranks;

    /** By channel, the most by which whole leads may lie off the shares of all so far. */
    private final double[] off;

    private ChannelMixes(Funnel first, List<ChannelMix> mixes) {
        int months = mixes.size();
        int channels = first.size();
        funnels = new Funnel[months];
        since = new int[months];
        for (int month = 0; month < months; month++) {
            boolean goesOn = month > 0 && mixes.get(month).equals(mixes.get(month - 1));
            since[month] = goesOn ? since[month - 1] : month;
            funnels[month] = goesOn ? funnels[month - 1] : month == 0 ? first : first.withMix(mixes.get(month));
        }
        BigInteger common = BigInteger.ONE;
        for (Funnel funnel : funnels) {
            for (int c = 0; c < channels; c++) {
                common = DealParts.leastCommonMultiple(
                        common, BigInteger.valueOf(funnel.share(c).denominator()));
            }
        }
        whole = common;
        parts = new BigInteger[months][];
        for (int month = 0; month < months; month++) {
            parts[month] = since[month] == month ? parts(funnels[month]) : parts[month - 1];
        }
        ranks = CarriedMix.ranks(first.channels());
        off = mostOff(channels);
    }

    /** The mixes of a plan's months, unless they are all the same. */
    static @Nullable ChannelMixes of(Funnel first, List<ChannelMix> mixes) {
        return mixes.stream().allMatch(mixes.get(0)::equals) ? null : new ChannelMixes(first, mixes);
    }

    private BigInteger[] parts(Funnel funnel) {
        BigInteger[] ofChannels = new BigInteger[funnel.size()];
        for (int c = 0; c < ofChannels.length; c++) {
            BigInteger denominator = BigInteger.valueOf(funnel.share(c).denominator());
            ofChannels[c] = whole.divide(denominator)
                    .multiply(BigInteger.valueOf(funnel.share(c).numerator()));
        }
        return ofChannels;
    }

    /** The funnel of a month, at the conversions of the first. */
    Funnel funnel(int month) {
        return funnels[month];
    }

    /** Whether the mix of a month follows others. */
    boolean follows(int month) {
        return since[month] > 0;
    }

    /** The first of the months in a row, up to one, that have its mix. */
    int since(int month) {
        return since[month];
    }

    /** Whether any mix gives a channel leads. */
    boolean takesShare(int channel) {
        return Arrays.stream(funnels).anyMatch(funnel -> funnel.takesShare(channel));
    }

    /** The greatest share that any mix gives a channel. */
    double greatestShare(int channel) {
        return Arrays.stream(funnels)
                .mapToDouble(funnel -> funnel.share(channel).toDouble())
                .max()
                .orElseThrow();
    }

    /**
     * How the leads of a month are split after those of the mixes before.
     *
     * @param month a month
     * @param totals leads by month of all channels, cumulative, at least of the months before
     * @return the split; null in the first mix
     */
    @Nullable
    CarriedMix carried(int month, long[] totals) {
        return since[month] == 0 ? null : new CarriedMix(ranks, parts[month], whole, dueBefore(month, totals));
    }

    /** What the mixes before that of a month have given each channel a right to, in parts of a lead. */
    private BigInteger[] dueBefore(int month, long[] totals) {
        BigInteger[] due = new BigInteger[ranks.length];
        Arrays.fill(due, BigInteger.ZERO);
        for (int last = since[month] - 1; last >= 0; last = since[last] - 1) {
            long before = since[last] == 0 ? 0 : totals[since[last] - 1];
            BigInteger leads = BigInteger.valueOf(totals[last] - before);
            for (int c = 0; c < due.length && leads.signum() > 0; c++) {
                due[c] = due[c].add(parts[last][c].multiply(leads));
            }
        }
        return due;
    }

    /** The most by which a channel's whole cumulative leads may lie off what is due to it, where nothing keeps it from its share. */
    double off(int channel) {
        return off[channel];
    }

    /**
     * Mix by mix. Of the {@code n} channels with a share, one that gets leads is rounded by at most one half, and all that moves the
     * others is at most {@code n / 2} and what is owed to channels without a share, of which it takes its share: so far it may be
     * ahead. One that is behind, is so by what all others are ahead.
     */
    private double[] mostOff(int channels) {
        double[] ahead = new double[channels];
        double[] behind = new double[channels];
        double[] most = new double[channels];
        for (int month = 0; month < funnels.length; month++) {
            if (since[month] != month) {
                continue;
            }
            Funnel funnel = funnels[month];
            int taking = 0;
            double owed = 0;
            for (int c = 0; c < channels; c++) {
                taking += funnel.takesShare(c) ? 1 : 0;
                owed += funnel.takesShare(c) ? 0 : behind[c];
            }
            for (int c = 0; c < channels; c++) {
                if (funnel.takesShare(c)) {
                    ahead[c] = Math.max(ahead[c], 0.5 + funnel.share(c).toDouble() * (owed + taking / 2.0));
                }
            }
            double all = Arrays.stream(ahead).sum();
            for (int c = 0; c < channels; c++) {
                behind[c] = funnel.takesShare(c) ? all - ahead[c] : Math.min(behind[c], all - ahead[c]);
                most[c] = Math.max(most[c], Math.max(ahead[c], behind[c]));
            }
        }
        return most;
    }
}
