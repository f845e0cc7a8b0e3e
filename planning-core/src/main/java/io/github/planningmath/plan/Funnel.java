package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chain visit → contact → lead → deal of one sales tier, both ways.
 *
 * <p>Forward, with cumulative counts: {@code contacts = floor(visits * site conversion)} and {@code leads = floor(visits *
 * site conversion * warm-up)} by channel, {@code deals = floor(sum over channels of leads * manager conversion)}. A lead
 * is a state and whole; so visits → leads is rounded once, leads → deals once, and nothing else.
 *
 * <p>Backward, the least input for which the forward direction suffices: the least number of leads whose split over the
 * channels (Webster, by the tier's channel mix) yields the deals, and {@code ceil} of contacts and visits for them.
 */
public final class Funnel {

    /** As many as can be split over channels, and no more. */
    private static final long MOST_LEADS = 1L << 62;

    private final List<String> channels;
    private final Apportionment mix;
    private final Ratio[] shares;
    private final Rate[] siteConversion;
    private final Rate[] warmUp;
    private final Rate[] leadRate;
    private final Rate[] conversion;
    private final long[] units;
    private final long denominator;
    private final long leastUnit;
    private final long greatestUnit;
    private final double meanUnit;
    private final boolean uniform;

    private Funnel(SalesProcess process, List<Channel> fed, BigInteger commonDenominator) {
        int size = fed.size();
        channels = fed.stream().map(Channel::name).toList();
        List<Ratio> weights = new ArrayList<>();
        siteConversion = new Rate[size];
        warmUp = new Rate[size];
        leadRate = new Rate[size];
        conversion = new Rate[size];
        BigInteger common = commonDenominator;
        for (int c = 0; c < size; c++) {
            Channel channel = fed.get(c);
            Rate share = process.channels().shares().get(channel.name());
            weights.add(share == null ? Ratio.ZERO : share.toRatio());
            siteConversion[c] = channel.siteConversion();
            warmUp[c] = channel.warmUpRate();
            leadRate[c] = channel.leadRate();
            conversion[c] = process.conversion(channel.name());
            common = leastCommonMultiple(common, conversion[c].denominator());
        }
        shares = weights.toArray(Ratio[]::new);
        mix = Apportionment.webster(channels, weights);
        denominator = requireLong(common);
        units = new long[size];
        for (int c = 0; c < size; c++) {
            units[c] = PlanOverflow.product(
                    conversion[c].numerator(), denominator / conversion[c].denominator(), "conversions");
        }
        leastUnit = Arrays.stream(units).min().orElseThrow();
        greatestUnit = Arrays.stream(units).max().orElseThrow();
        uniform = leastUnit == greatestUnit;
        meanUnit = mixedUnits();
    }

    /**
     * The funnel of a tier.
     *
     * @param constants the common constants
     * @param tier a tier that the constants have a sales process for
     * @return the chain over the tier's channels
     * @throws IllegalArgumentException if the constants have no process for the tier
     * @throws ArithmeticException if the tier's manager conversions have no common denominator below 2^63
     */
    public static Funnel of(PlanningConstants constants, SalesTier tier) {
        return of(constants, tier, List.of(), BigInteger.ONE);
    }

    /**
     * A funnel that also knows channels which bring the tier no new leads but have open ones or fractions, and that counts in parts
     * of the denominator given, so that a carried fraction of a deal is exact.
     */
    static Funnel of(PlanningConstants constants, SalesTier tier, Collection<String> known, BigInteger denominator) {
        SalesProcess process = constants.tier(tier);
        Set<String> names = new LinkedHashSet<>(process.channels().shares().keySet());
        names.addAll(known);
        return new Funnel(process, names.stream().map(constants::channel).toList(), denominator);
    }

    /**
     * What flows through the funnel.
     *
     * @param visits visits by channel
     * @param contacts contacts by channel
     * @param leads leads by channel
     * @param deals new deals of the whole tier
     */
    public record Flow(Map<String, Long> visits, Map<String, Long> contacts, Map<String, Long> leads, Long deals) {

        public Flow {
            visits = Required.byName(visits, "Flow.visits");
            contacts = Required.byName(contacts, "Flow.contacts");
            leads = Required.byName(leads, "Flow.leads");
            Required.count(deals, "Flow.deals");
        }
    }

    /**
     * What traffic yields, rounded down.
     *
     * @param visits visits by channel, at least 0; a channel left out has none
     * @return contacts, leads and deals of these visits
     * @throws IllegalArgumentException if a channel does not feed this tier
     */
    public Flow expected(Map<String, Long> visits) {
        for (String name : visits.keySet()) {
            if (!channels.contains(name)) {
                throw new IllegalArgumentException("Funnel.visits must name a channel of the tier ("
                        + String.join(", ", channels) + "), but was " + name + ".");
            }
        }
        long[] arriving = new long[size()];
        long[] contacts = new long[size()];
        long[] leads = new long[size()];
        for (int c = 0; c < size(); c++) {
            arriving[c] = Required.count(visits.getOrDefault(channels.get(c), 0L), "Funnel.visits");
            contacts[c] = siteConversion[c].yieldOf(arriving[c]);
            leads[c] = leadRate[c].yieldOf(arriving[c]);
        }
        return new Flow(byChannel(arriving), byChannel(contacts), byChannel(leads), deals(leads, 0, 0, new WideSum()));
    }

    /**
     * The least traffic that yields a number of deals.
     *
     * @param deals how many, at least 0
     * @return the leads, contacts and visits needed; {@code expected(visits)} of them is at least {@code deals}
     * @throws ArithmeticException if a count does not fit in a long
     */
    public Flow required(long deals) {
        Required.count(deals, "Funnel.deals");
        WorkingSpace space = new WorkingSpace(size());
        long[] leads = new long[size()];
        split(leastLeads(deals, 0, space), leads, 0);
        long[] contacts = new long[size()];
        long[] visits = new long[size()];
        for (int c = 0; c < size(); c++) {
            contacts[c] = warmUp[c].needFor(leads[c]);
            visits[c] = leadRate[c].needFor(leads[c]);
        }
        return new Flow(byChannel(visits), byChannel(contacts), byChannel(leads), deals);
    }

    /** Arrays that one thread uses again and again, so that a probe allocates nothing. */
    static final class WorkingSpace {
        final long[] parts;
        final WideSum sum = new WideSum();
        private long splitByMix = -1;

        WorkingSpace(int size) {
            parts = new long[size];
        }
    }

    /** A way to split leads over the channels within the bounds that pins and ceilings set. */
    interface Split {
        void of(long leads, long[] parts);
    }

    int size() {
        return units.length;
    }

    List<String> channels() {
        return channels;
    }

    long denominator() {
        return denominator;
    }

    Rate conversion(int channel) {
        return conversion[channel];
    }

    Rate siteConversion(int channel) {
        return siteConversion[channel];
    }

    Rate warmUp(int channel) {
        return warmUp[channel];
    }

    Rate leadRate(int channel) {
        return leadRate[channel];
    }

    boolean isUniform() {
        return uniform;
    }

    /** The units of a lead on average, over the channel mix. */
    double meanUnit() {
        return meanUnit;
    }

    long units(int channel) {
        return units[channel];
    }

    void split(long leads, long[] parts, int offset) {
        mix.split(leads, parts, offset);
    }

    /** Splits leads into the parts of a working space that serves this funnel alone, unless they are there already. */
    void split(long leads, WorkingSpace space) {
        if (space.splitByMix != leads) {
            mix.split(leads, space.parts, 0);
            space.splitByMix = leads;
        }
    }

    void split(long leads, long[] least, long[] most, long[] parts) {
        mix.split(leads, least, most, parts, 0);
    }

    /** {@code floor((carried + sum of leads * units) / denominator)}. */
    long deals(long[] leads, int offset, long carriedUnits, WideSum sum) {
        addUnits(leads, offset, carriedUnits, sum);
        return sum.floorQuotient(denominator);
    }

    /** The deals of leads that the mix splits over the channels. */
    long deals(long leads, long carriedUnits, WorkingSpace space) {
        if (leads == 0) {
            return Math.floorDiv(carriedUnits, denominator);
        }
        if (uniform) {
            space.sum.clear();
            space.sum.add(carriedUnits);
            space.sum.addProduct(leads, greatestUnit);
            return space.sum.floorQuotient(denominator);
        }
        split(leads, space);
        return deals(space.parts, 0, carriedUnits, space.sum);
    }

    /** Whether the mix gives a channel new leads. */
    boolean takesShare(int channel) {
        return shares[channel].numerator() > 0;
    }

    /** The share of new leads that the mix gives a channel. */
    Ratio share(int channel) {
        return shares[channel];
    }

    /** What {@link #deals} leaves over, in parts of the denominator. */
    long remainingUnits(long[] leads, int offset, long carriedUnits) {
        WideSum sum = new WideSum();
        addUnits(leads, offset, carriedUnits, sum);
        return sum.floorRemainder(denominator);
    }

    /** The leads that would yield the deals, together with what is carried, if leads could be split without rounding. */
    double expectedLeads(long deals, long carriedUnits, WorkingSpace space) {
        space.sum.clear();
        space.sum.addProduct(deals, denominator);
        space.sum.add(-carriedUnits);
        return Math.max(0, space.sum.toDouble() / meanUnit);
    }

    /** The least leads whose split by the mix yields the deals, together with what is carried. */
    long leastLeads(long deals, long carriedUnits, WorkingSpace space) {
        WideSum sum = space.sum;
        sum.clear();
        sum.addProduct(deals, denominator);
        sum.add(-carriedUnits);
        if (!sum.isPositive()) {
            return 0;
        }
        if (uniform) {
            long leads = sum.ceilingQuotient(greatestUnit);
            if (leads >= MOST_LEADS) {
                throw PlanOverflow.of("leads");
            }
            return leads;
        }
        long guess = PlanOverflow.count(sum.toDouble() / meanUnit, "leads");
        return leastLeads(deals, carriedUnits, new Bounds(0, guess, Long.MAX_VALUE), null, space);
    }

    /**
     * Where to look for the least leads.
     *
     * @param least no fewer
     * @param guess where to begin
     * @param most no more
     */
    record Bounds(long least, long guess, long most) {}

    /**
     * The least leads within bounds whose split yields the deals, or the most where none does. One lead more adds the
     * units of one channel, at most the greatest: so a step of {@code gap / greatest} never passes the least.
     */
    long leastLeads(long deals, long carriedUnits, Bounds bounds, @Nullable Split within, WorkingSpace space) {
        long leads = Math.max(bounds.least(), Math.min(bounds.guess(), bounds.most()));
        long missing = missingLeads(leads, deals, carriedUnits, within, space);
        while (missing > 0) {
            if (leads == bounds.most()) {
                return leads;
            }
            leads = missing > bounds.most() - leads ? bounds.most() : leads + missing;
            missing = missingLeads(leads, deals, carriedUnits, within, space);
        }
        while (leads > bounds.least() && canSpareOne(space.sum)) {
            long fewer = Math.max(bounds.least(), leads - Math.max(1, -missing));
            missing = missingLeads(fewer, deals, carriedUnits, within, space);
            if (missing > 0) {
                return leads;
            }
            leads = fewer;
        }
        return leads;
    }

    /** Whether a surplus of units may outlast one lead less: every lead brings the least unit at least. */
    private boolean canSpareOne(WideSum surplus) {
        return surplus.floorQuotient(leastUnit) > 0;
    }

    /** Above 0: so many leads are missing at least. Otherwise enough, and its opposite can be spared for sure. */
    private long missingLeads(long leads, long deals, long carriedUnits, @Nullable Split within, WorkingSpace space) {
        if (within == null) {
            split(leads, space);
        } else {
            within.of(leads, space.parts);
            space.splitByMix = -1;
        }
        addUnits(space.parts, 0, carriedUnits, space.sum);
        space.sum.subtractProduct(deals, denominator);
        return -space.sum.floorQuotient(greatestUnit);
    }

    private void addUnits(long[] leads, int offset, long carriedUnits, WideSum sum) {
        sum.clear();
        sum.add(carriedUnits);
        if (uniform) {
            long all = 0;
            for (int c = 0; c < units.length; c++) {
                all = PlanOverflow.sum(all, leads[offset + c], "leads");
            }
            sum.addProduct(all, greatestUnit);
            return;
        }
        for (int c = 0; c < units.length; c++) {
            sum.addProduct(leads[offset + c], units[c]);
        }
    }

    private double mixedUnits() {
        double sum = 0;
        for (int c = 0; c < units.length; c++) {
            sum += shares[c].toDouble() * units[c];
        }
        return sum;
    }

    private Map<String, Long> byChannel(long[] counts) {
        Map<String, Long> map = new LinkedHashMap<>();
        for (int c = 0; c < counts.length; c++) {
            map.put(channels.get(c), counts[c]);
        }
        return map;
    }

    private static BigInteger leastCommonMultiple(BigInteger first, long second) {
        BigInteger other = BigInteger.valueOf(second);
        return first.divide(first.gcd(other)).multiply(other);
    }

    private static long requireLong(BigInteger common) {
        if (common.bitLength() < Long.SIZE) {
            return common.longValueExact();
        }
        throw new ArithmeticException("Funnel.conversions must have a common denominator below 2^63, but it was "
                + common + ". Perhaps give the manager conversions in percent with a few decimals.");
    }
}
