package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
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
    static final long MOST_LEADS = 1L << 62;

    private final List<String> channels;
    private final Apportionment mix;
    private final Ratio[] shares;
    private final Rate[] siteConversion;
    private final Rate[] warmUp;
    private final Rate[] leadRate;
    private final Rate[] conversion;

    /** The deals that a lead brings, by channel. */
    private final Fraction[] worth;

    private final DealParts dealParts;
    private final double meanConversion;

    /** The deals of a lead on average, as a part of those that a lead of the best channel brings. */
    private final double slope;

    private final boolean uniform;

    private Funnel(SalesProcess process, List<Channel> fed) {
        int size = fed.size();
        channels = fed.stream().map(Channel::name).toList();
        List<Ratio> weights = new ArrayList<>();
        siteConversion = new Rate[size];
        warmUp = new Rate[size];
        leadRate = new Rate[size];
        conversion = new Rate[size];
        for (int c = 0; c < size; c++) {
            Channel channel = fed.get(c);
            Rate share = process.channels().shares().get(channel.name());
            weights.add(share == null ? Ratio.ZERO : share.toRatio());
            siteConversion[c] = channel.siteConversion();
            warmUp[c] = channel.warmUpRate();
            leadRate[c] = channel.leadRate();
            conversion[c] = process.conversion(channel.name());
        }
        shares = weights.toArray(Ratio[]::new);
        mix = Apportionment.webster(channels, weights);
        worth = Arrays.stream(conversion)
                .map(rate -> LeftOver.fraction(rate.toRatio()))
                .toArray(Fraction[]::new);
        dealParts = DealParts.of(List.of(worth));
        uniform = dealParts.isUniform();
        meanConversion = mixedConversion();
        slope = meanConversion
                / Arrays.stream(worth).mapToDouble(Fraction::toDouble).max().orElseThrow();
    }

    /** Another's way to leads, which come by a mix of their own and bring deals of their own. */
    private Funnel(Funnel other, Apportionment mix, Ratio[] shares, Fraction[] worth, DealParts dealParts) {
        channels = other.channels;
        this.mix = mix;
        this.shares = shares;
        siteConversion = other.siteConversion;
        warmUp = other.warmUp;
        leadRate = other.leadRate;
        conversion = other.conversion;
        this.worth = worth;
        this.dealParts = dealParts;
        uniform = dealParts.isUniform();
        meanConversion = mixedConversion();
        slope = meanConversion
                / Arrays.stream(worth).mapToDouble(Fraction::toDouble).max().orElseThrow();
    }

    /** The same channels, of which leads come by another mix. */
    Funnel withMix(ChannelMix other) {
        Map<String, Rate> shareOf = other.shares();
        Ratio[] others = channels.stream()
                .map(name -> shareOf.containsKey(name) ? other.share(name).toRatio() : Ratio.ZERO)
                .toArray(Ratio[]::new);
        return new Funnel(this, Apportionment.webster(channels, List.of(others)), others, worth, dealParts);
    }

    /** The same way to leads, which bring other numbers of deals, by channel. */
    Funnel withWorth(Fraction[] deals) {
        return Arrays.equals(deals, worth) ? this : new Funnel(this, mix, shares, deals, DealParts.of(List.of(deals)));
    }

    /**
     * The funnel of a tier, at the conversions of the first month: {@code constants.in(month)} has those of another.
     *
     * @param constants the common constants
     * @param tier a tier that the constants have a sales process for
     * @return the chain over the tier's channels
     * @throws IllegalArgumentException if the constants have no process for the tier
     */
    public static Funnel of(PlanningConstants constants, SalesTier tier) {
        return of(constants, constants.tier(tier), List.of());
    }

    /** The funnel of a process that also knows channels which bring it no new leads but have open ones or fractions. */
    static Funnel of(PlanningConstants constants, SalesProcess process, Collection<String> known) {
        Set<String> names = new LinkedHashSet<>(process.channels().shares().keySet());
        names.addAll(known);
        return new Funnel(process, names.stream().map(constants::channel).toList());
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
        return new Flow(
                byChannel(arriving),
                byChannel(contacts),
                byChannel(leads),
                deals(leads, nothing(), 0, dealParts.sum()));
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
        long[] leads = new long[size()];
        split(leastLeads(deals, nothing(), 0, new WorkingSpace(this)), leads, 0);
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
        private final DealParts.Sum sum;
        private long splitByMix = -1;

        WorkingSpace(Funnel funnel) {
            parts = new long[funnel.size()];
            sum = funnel.dealParts.sum();
        }
    }

    /** A way to split leads over the channels within the bounds that pins and ceilings set. */
    interface Split {
        void of(long leads, long[] parts);
    }

    int size() {
        return conversion.length;
    }

    List<String> channels() {
        return channels;
    }

    DealParts dealParts() {
        return dealParts;
    }

    private ExpectedDeals nothing() {
        return dealParts.expectedDeals(1);
    }

    Rate conversion(int channel) {
        return conversion[channel];
    }

    /** The deals that a lead brings: of the channel's conversion, or of those of the months in which they are made. */
    Fraction worth(int channel) {
        return worth[channel];
    }

    boolean isUniform() {
        return uniform;
    }

    /** The deals of a lead on average over the channel mix, as a statistic. */
    double meanConversion() {
        return meanConversion;
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

    /** Deals that leads by channel make by a month with what is expected besides, rounded down once. */
    long deals(long[] leads, ExpectedDeals expected, int month, DealParts.Sum sum) {
        add(leads, expected, month, sum);
        return sum.deals();
    }

    /** {@link #deals(long[], ExpectedDeals, int, DealParts.Sum)} of leads in the space that this funnel works in. */
    long deals(long[] leads, ExpectedDeals expected, int month, WorkingSpace space) {
        return deals(leads, expected, month, space.sum);
    }

    /** Deals of the leads brought through a month. */
    long deals(CumulativeCounts leads, int brought, ExpectedDeals expected, int month, DealParts.Sum sum) {
        sum.clear();
        sum.addExpected(expected, month);
        addLeads(leads, brought, sum);
        return sum.deals();
    }

    /** Adds what the leads brought through a month are expected to make. */
    void addLeads(CumulativeCounts leads, int brought, DealParts.Sum sum) {
        if (uniform) {
            long all = 0;
            for (int c = 0; c < size(); c++) {
                all = PlanOverflow.sum(all, leads.through(brought, c), "leads");
            }
            sum.addLeads(0, all);
            return;
        }
        for (int c = 0; c < size(); c++) {
            sum.addLeads(c, leads.through(brought, c));
        }
    }

    /** The deals of leads that the mix splits over the channels. */
    long deals(long leads, ExpectedDeals expected, int month, WorkingSpace space) {
        if (leads == 0) {
            return expected.wholes(month);
        }
        if (uniform) {
            space.sum.clear();
            space.sum.addExpected(expected, month);
            space.sum.addLeads(0, leads);
            return space.sum.deals();
        }
        split(leads, space);
        return deals(space.parts, expected, month, space.sum);
    }

    /** Whether the mix gives a channel new leads. */
    boolean takesShare(int channel) {
        return shares[channel].numerator() > 0;
    }

    /** The share of new leads that the mix gives a channel. */
    Ratio share(int channel) {
        return shares[channel];
    }

    /** The leads that would yield the deals, with what is expected besides, if leads could be split without rounding. */
    double expectedLeads(long deals, ExpectedDeals expected, int month) {
        return Math.max(0, expected.missing(deals, month, dealParts.denominator()) / meanConversion);
    }

    /** The least leads whose split by the mix yields the deals by a month, with what is expected besides. */
    long leastLeads(long deals, ExpectedDeals expected, int month, WorkingSpace space) {
        DealParts.Sum sum = space.sum;
        sum.clear();
        sum.addExpected(expected, month);
        sum.subtractDeals(deals);
        if (!sum.isNegative()) {
            return 0;
        }
        if (uniform) {
            long leads = -sum.leadsAtMostWorth();
            if (leads >= MOST_LEADS) {
                throw PlanOverflow.of("leads");
            }
            return leads;
        }
        long guess = PlanOverflow.count(expectedLeads(deals, expected, month), "leads");
        Target target = new Target(deals, expected, month, null);
        long leads = leastLeads(target, new LeadSearch.Bounds(0, guess, MOST_LEADS - 1), space);
        if (leads >= MOST_LEADS - 1) {
            throw PlanOverflow.of("leads");
        }
        return leads;
    }

    /**
     * What leads are to suffice for.
     *
     * @param deals so many deals
     * @param expected what is expected besides
     * @param month by this month
     * @param within how leads are split, where not by the mix alone
     */
    record Target(
            long deals,
            ExpectedDeals expected,
            int month,
            @Nullable Split within) {

        Target within(Split split) {
            return new Target(deals, expected, month, split);
        }
    }

    /** {@link #leastLeads(long, ExpectedDeals, int, WorkingSpace)} of a target, split by the mix. */
    long leastLeads(Target target, WorkingSpace space) {
        return leastLeads(target.deals(), target.expected(), target.month(), space);
    }

    /** The leads that suffice beside those brought before, if leads could be split without rounding. */
    long guess(Target target, CumulativeCounts leads, int month) {
        double before = 0;
        double all = 0;
        for (int c = 0; c < size(); c++) {
            before += leads.before(month, c) * worthOf(c);
            all += leads.before(month, c);
        }
        double missing = target.expected().missing(target.deals(), target.month(), dealParts.denominator()) - before;
        return PlanOverflow.count(all + Math.max(0, missing / meanConversion), "leads");
    }

    /** The least leads within bounds whose split yields the deals, or the most where none does. */
    long leastLeads(Target target, LeadSearch.Bounds bounds, WorkingSpace space) {
        // a lead more takes no deal away: between too few and enough lies the least
        LeadSearch search = new LeadSearch(bounds, slope);
        while (!search.isFound()) {
            long missing = missingLeads(search.leads(), target, space);
            search.note(missing, missing > 0 || canSpareOne(space.sum));
        }
        return search.leads();
    }

    /** Whether a surplus may outlast one lead less: every lead brings what the least conversion makes of it at least. */
    private static boolean canSpareOne(DealParts.Sum surplus) {
        return surplus.coversCheapestLead();
    }

    /** Above 0: so many leads are missing at least. Otherwise enough, and its opposite can be spared for sure. */
    private long missingLeads(long leads, Target target, WorkingSpace space) {
        Split within = target.within();
        if (within == null) {
            split(leads, space);
        } else {
            within.of(leads, space.parts);
            space.splitByMix = -1;
        }
        add(space.parts, target.expected(), target.month(), space.sum);
        space.sum.subtractDeals(target.deals());
        return -space.sum.leadsAtMostWorth();
    }

    private void add(long[] leads, ExpectedDeals expected, int month, DealParts.Sum sum) {
        sum.clear();
        sum.addExpected(expected, month);
        if (uniform) {
            long all = 0;
            for (long ofChannel : leads) {
                all = PlanOverflow.sum(all, ofChannel, "leads");
            }
            sum.addLeads(0, all);
            return;
        }
        for (int c = 0; c < leads.length; c++) {
            sum.addLeads(c, leads[c]);
        }
    }

    /** The deals that a lead brings, as a statistic. */
    double worthOf(int channel) {
        return worth[channel].toDouble();
    }

    private double mixedConversion() {
        double sum = 0;
        for (int c = 0; c < size(); c++) {
            sum += shares[c].toDouble() * worth[c].toDouble();
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
}
