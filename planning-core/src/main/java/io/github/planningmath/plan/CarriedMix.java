package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Mix;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Splits whole leads over channels by a mix that follows others: what these left a channel short of, or gave it beyond, is made good,
 * so that no channel is starved by mixes that change often.
 *
 * <p>Due to a channel is {@code sum over the mixes before of share * leads}. The next lead goes to the channel with the least
 * {@code (leads of the channel + 1/2 - due) / share}, all since the plan's first month; of equal ones to the first name. It is the
 * same with {@code (leads since the change + 1/2 - deviation) / share} and
 * {@code deviation = sum over the mixes before of share * leads - leads of the channel}. Where nothing is due, it is Webster's method.
 *
 * <p>All in whole parts: shares are so many of the parts of 1, and what is due so many of the parts of a lead. One thread works with it.
 */
final class CarriedMix {

    private static final int TRIES = 80;

    /** What units can be moved one by one. */
    private static final double FEW_UNITS = 1 << 20;

    private final int[] ranks;
    private final double[] shares;
    private final BigInteger[] parts;
    private final BigInteger whole;
    private final BigInteger[] due;

    /** Up to this total, twice any number of parts of leads fits in a long. */
    private final long narrowTotal;

    private final long narrowWhole;
    private final long[] narrowParts;
    private final long[] narrowDue;
    private boolean isNarrow;

    /**
     * A mix.
     *
     * @param ranks by channel, how many names come before its own
     * @param parts the shares
     * @param whole so many parts are 1
     * @param due what is due to each channel, in parts of a lead
     */
    CarriedMix(int[] ranks, BigInteger[] parts, BigInteger whole, BigInteger[] due) {
        this.ranks = ranks;
        this.parts = parts;
        this.whole = whole;
        this.due = due;
        shares = Arrays.stream(parts)
                .mapToDouble(part -> part.doubleValue() / whole.doubleValue())
                .toArray();
        BigInteger total = BigInteger.ONE.shiftLeft(60).divide(whole);
        boolean fits = Arrays.stream(due).allMatch(each -> each.divide(whole).compareTo(total) < 0);
        narrowTotal = fits ? total.longValueExact() : -1;
        narrowWhole = whole.longValue();
        narrowParts = Arrays.stream(parts).mapToLong(BigInteger::longValue).toArray();
        narrowDue = Arrays.stream(due).mapToLong(BigInteger::longValue).toArray();
    }

    /**
     * A mix.
     *
     * @param mix the shares
     * @param behind by how many leads a part is behind its shares of those before, below 0 where it is ahead; absent where by none
     */
    static CarriedMix of(Mix<String> mix, Map<String, Fraction> behind) {
        List<String> names = mix.parts();
        BigInteger whole = BigInteger.ONE;
        for (String name : names) {
            whole = DealParts.leastCommonMultiple(
                    whole, BigInteger.valueOf(mix.share(name).denominator()));
            whole = DealParts.leastCommonMultiple(
                    whole, behind.getOrDefault(name, Fraction.ZERO).denominator());
        }
        BigInteger[] parts = new BigInteger[names.size()];
        BigInteger[] due = new BigInteger[names.size()];
        for (int c = 0; c < parts.length; c++) {
            parts[c] = inParts(LeftOver.fraction(mix.share(names.get(c))), whole);
            due[c] = inParts(behind.getOrDefault(names.get(c), Fraction.ZERO), whole);
        }
        return new CarriedMix(ranks(names), parts, whole, due);
    }

    private static BigInteger inParts(Fraction fraction, BigInteger whole) {
        return whole.divide(fraction.denominator()).multiply(fraction.numerator());
    }

    /** By channel, how many names come before its own. */
    static int[] ranks(List<String> names) {
        List<String> inOrder =
                names.stream().sorted(Apportionment.byCodePoint()).toList();
        return names.stream().mapToInt(inOrder::indexOf).toArray();
    }

    /** What is due to a channel, as a statistic. */
    private double due(int channel) {
        return due[channel].doubleValue() / whole.doubleValue();
    }

    /** Compares the claims of two channels to a lead after so many; the less comes first. */
    private int compareClaims(int one, long leadsOfOne, int other, long leadsOfOther) {
        if (isNarrow) {
            long left = narrowlyAhead(one, leadsOfOne);
            long right = narrowlyAhead(other, leadsOfOther);
            int high = Long.compare(
                    Math.multiplyHigh(left, narrowParts[other]), Math.multiplyHigh(right, narrowParts[one]));
            return high == 0 ? Long.compareUnsigned(left * narrowParts[other], right * narrowParts[one]) : high;
        }
        return ahead(one, leadsOfOne)
                .multiply(parts[other])
                .compareTo(ahead(other, leadsOfOther).multiply(parts[one]));
    }

    /** Twice the leads that it is ahead by, with the half of the next, in parts. */
    private BigInteger ahead(int channel, long leads) {
        BigInteger beyond = BigInteger.valueOf(leads).multiply(whole).subtract(due[channel]);
        return beyond.shiftLeft(1).add(whole);
    }

    private long narrowlyAhead(int channel, long leads) {
        return 2 * (leads * narrowWhole - narrowDue[channel]) + narrowWhole;
    }

    /**
     * Splits leads while each channel keeps within bounds.
     *
     * @param total from the sum of the least to what all channels with a share can take
     * @param least what each has at least; what one without a share gets
     * @param most what each has at most
     * @param parts receives the leads of each; another array than the bounds
     */
    void split(long total, long[] least, long[] most, long[] parts) {
        isNarrow = total <= narrowTotal;
        long excess = Math.round(roundNear(total, least, most, parts));
        for (; excess < 0; excess++) {
            parts[nextToGain(most, parts)]++;
        }
        for (; excess > 0; excess--) {
            parts[nextToLose(least, parts)]--;
        }
        settle(least, most, parts);
    }

    /** The claims of a number of leads, rounded: as near to the total as doubles can tell. Returns by how much they exceed it. */
    private double roundNear(long total, long[] least, long[] most, long[] parts) {
        double level = total;
        for (int c = 0; c < shares.length; c++) {
            level -= due(c);
        }
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double step = 1;
        double excess = round(level, total, least, most, parts);
        for (int tries = 0; tries < TRIES && Math.abs(excess) > shares.length; tries++) {
            low = excess < 0 ? level : low;
            high = excess > 0 ? level : high;
            double slope = slope(excess, least, most, parts);
            double next = slope > 0 ? level - excess / slope : level - Math.signum(excess) * step;
            step *= 2;
            level = next > low && next < high ? next : low + (high - low) / 2;
            excess = round(level, total, least, most, parts);
        }
        if (Math.abs(excess) > FEW_UNITS) {
            throw PlanOverflow.of("leads");
        }
        return excess;
    }

    private double round(double level, long total, long[] least, long[] most, long[] parts) {
        double sum = 0;
        long exact = -total;
        for (int c = 0; c < shares.length; c++) {
            long wanted = shares[c] > 0 ? Math.round(due(c) + level * shares[c]) : least[c];
            parts[c] = Math.max(least[c], Math.min(wanted, Math.min(most[c], total)));
            sum += parts[c];
            exact += parts[c];
        }
        double excess = sum - total;
        return Math.abs(excess) < FEW_UNITS ? exact : excess;
    }

    /** The shares of those that can move towards the total. */
    private double slope(double excess, long[] least, long[] most, long[] parts) {
        double slope = 0;
        for (int c = 0; c < shares.length; c++) {
            boolean moves = excess > 0 ? parts[c] > least[c] : parts[c] < most[c];
            slope += moves ? shares[c] : 0;
        }
        return slope;
    }

    /** Leads go from who has too many to who has too few, as long as there are such. */
    private void settle(long[] least, long[] most, long[] parts) {
        int gains = nextToGain(most, parts);
        int loses = nextToLose(least, parts);
        while (gains >= 0 && loses >= 0 && gains != loses && isBefore(gains, parts[gains], loses, parts[loses] - 1)) {
            parts[gains]++;
            parts[loses]--;
            gains = nextToGain(most, parts);
            loses = nextToLose(least, parts);
        }
    }

    private boolean isBefore(int one, long leadsOfOne, int other, long leadsOfOther) {
        int order = compareClaims(one, leadsOfOne, other, leadsOfOther);
        return order < 0 || (order == 0 && ranks[one] < ranks[other]);
    }

    private int nextToGain(long[] most, long[] parts) {
        int next = -1;
        for (int c = 0; c < shares.length; c++) {
            if (shares[c] > 0 && parts[c] < most[c] && (next < 0 || isBefore(c, parts[c], next, parts[next]))) {
                next = c;
            }
        }
        return next;
    }

    private int nextToLose(long[] least, long[] parts) {
        int next = -1;
        for (int c = 0; c < shares.length; c++) {
            if (shares[c] > 0
                    && parts[c] > least[c]
                    && (next < 0 || isBefore(next, parts[next] - 1, c, parts[c] - 1))) {
                next = c;
            }
        }
        return next;
    }
}
