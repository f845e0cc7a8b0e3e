package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The deals that a lead brings by the month that brings it, where they come over months, or are not the same in every month: each
 * deal is made at the conversion of its own month.
 *
 * <p>Months are counted from the plan's first, and those of deals go on after the horizon as long as its leads bring any.
 */
final class LeadYields {

    /** Counts and parts of so many bits have sums of products that fit in a long: the parts of all ages are those of one. */
    private static final int MOST_NARROW = 31;

    private final SalesCycle cycle;

    /** By age. */
    private final Fraction[] shares;

    /** By age, the shares of that age and later ones; after the last age nothing is left. */
    private final Fraction[] from;

    /** By month of the deals and channel. */
    private final Rate[][] rates;

    /** By month of the leads: the way to leads, and what each is worth. */
    private final Funnel[] funnels;

    private final boolean spreads;

    /** The shares in whole parts of one, and how many these are. */
    private final BigInteger[] partsOfShare;

    private final BigInteger partsOfAll;

    /** {@link #partsOfShare}, of use where {@link #partsOfAll} has few bits. */
    private final long[] narrowShares;

    /** By month of the deals. */
    private final DealParts[] partsOfDeals;

    /** Whether the conversions of all months are the same. */
    private final boolean steady;

    /** Where leads pass stages on the way; absent where each age has its share at the conversion of its month. */
    private final @Nullable StageYields staged;

    /** {@link #partThrough} by month of the leads and age of the deals. */
    private final double[][] partThrough;

    /**
     * Of processes by month of the deals.
     *
     * @param funnel the way to leads, at the conversions of the first month
     * @param mixes the channel mix by month; absent where it is that of the funnel in every one
     * @param processes by month, to the last in which a lead of the plan makes deals
     * @param months how many months the plan has
     */
    LeadYields(Funnel funnel, @Nullable ChannelMixes mixes, List<SalesProcess> processes, int months) {
        staged = StageYields.of(processes, months);
        cycle = processes.get(0).cycle();
        spreads = cycle.spreads();
        shares = cycle.shares().stream().map(LeftOver::fraction).toArray(Fraction[]::new);
        from = new Fraction[shares.length + 1];
        from[shares.length] = Fraction.ZERO;
        for (int age = shares.length - 1; age >= 0; age--) {
            from[age] = from[age + 1].plus(shares[age]);
        }
        rates = processes.stream()
                .map(process ->
                        funnel.channels().stream().map(process::conversion).toArray(Rate[]::new))
                .toArray(Rate[][]::new);
        DealParts ofShares = DealParts.of(List.of(shares));
        partsOfAll = ofShares.denominator();
        partsOfShare =
                IntStream.range(0, shares.length).mapToObj(ofShares::ofLead).toArray(BigInteger[]::new);
        narrowShares =
                Arrays.stream(partsOfShare).mapToLong(BigInteger::longValue).toArray();
        partsOfDeals = new DealParts[rates.length];
        for (int month = 0; month < rates.length; month++) {
            partsOfDeals[month] = isAsBefore(month) ? partsOfDeals[month - 1] : parts(rates[month]);
        }
        funnels = new Funnel[months];
        for (int month = 0; month < months; month++) {
            boolean begins = month == 0 || (mixes != null && mixes.since(month) == month);
            Funnel way = mixes == null ? funnel : mixes.funnel(month);
            Funnel before = begins ? way : funnels[month - 1];
            funnels[month] = before.withWorth(yields(month, month + lastAge(), funnel.size()));
        }
        steady = IntStream.range(1, rates.length).allMatch(this::isAsBefore);
        partThrough = new double[months][];
        for (int month = 0; month < months; month++) {
            partThrough[month] = steady && month > 0 ? partThrough[0] : partsThrough(month);
        }
    }

    private Fraction[] yields(int brought, int through, int channels) {
        Fraction[] yields = new Fraction[channels];
        for (int c = 0; c < channels; c++) {
            yields[c] = made(c, brought, through);
        }
        return yields;
    }

    /** Whether no conversion changes: then leads of every month bring the same, and their deals come by the shares alone. */
    boolean isSteady() {
        return steady;
    }

    /** When leads become deals. */
    SalesCycle cycle() {
        return cycle;
    }

    /** Whether deals of a month's leads are made in several months. */
    boolean spreads() {
        return spreads;
    }

    /** The age at which the first deals of a lead are made. */
    int firstAge() {
        int age = 0;
        while (shares[age].signum() == 0) {
            age++;
        }
        return age;
    }

    /** The age at which the last deals of a lead are made. */
    int lastAge() {
        return shares.length - 1;
    }

    /** The share of deals that are made at an age. */
    Fraction share(int age) {
        return age < 0 || age >= shares.length ? Fraction.ZERO : shares[age];
    }

    /** The share of deals that are made at an age or later. */
    Fraction from(int age) {
        return from[Math.max(0, Math.min(age, shares.length))];
    }

    /** The way to leads of a month, and what each of them is worth. */
    Funnel funnel(int month) {
        return funnels[month];
    }

    /** The conversion of a channel's leads in a month of their deals; after the last, that of the last. */
    Rate rate(int channel, int month) {
        return rates[Math.min(month, rates.length - 1)][channel];
    }

    /** {@link #rate} as an exact number. */
    Fraction conversion(int channel, int month) {
        return LeftOver.fraction(rate(channel, month));
    }

    /** The deals of a lead of a month that are made through another. */
    Fraction made(int channel, int brought, int through) {
        if (staged != null) {
            return staged.made(brought, through);
        }
        Fraction yield = Fraction.ZERO;
        Fraction share = Fraction.ZERO;
        for (int age = 0; age < shares.length && brought + age <= through; age++) {
            share = share.plus(shares[age]);
            boolean isLast = age + 1 == shares.length || brought + age + 1 > through;
            if (isLast || !rate(channel, brought + age).equals(rate(channel, brought + age + 1))) {
                yield = yield.plus(share.times(conversion(channel, brought + age)));
                share = Fraction.ZERO;
            }
        }
        return yield;
    }

    /** Whether the conversions of a month are those of the month before it. */
    boolean isAsBefore(int month) {
        return month > 0 && (month >= rates.length || Arrays.equals(rates[month], rates[month - 1]));
    }

    /** Whether the channels of a lead decide in which months its deals come. */
    boolean dependOnChannel() {
        return staged == null && spreads && Arrays.stream(rates).anyMatch(each -> !isProportional(each, rates[0]));
    }

    private static boolean isProportional(Rate[] rates, Rate[] others) {
        for (int c = 1; c < rates.length; c++) {
            if (!product(rates[c], others[0]).equals(product(rates[0], others[c]))) {
                return false;
            }
        }
        return true;
    }

    private static Fraction product(Rate one, Rate other) {
        return LeftOver.fraction(one).times(LeftOver.fraction(other));
    }

    /** The deals of leads in one month, by what was brought of them in the months before. */
    Fraction dealsIn(int month, CumulativeCounts leads) {
        if (staged != null) {
            return staged.dealsIn(month, leads);
        }
        DealParts parts = partsOfDeals[Math.min(month, rates.length - 1)];
        int first = Math.max(0, month - leads.months() + 1);
        int last = Math.min(month, lastAge());
        BigInteger sum =
                partsOfAll.bitLength() < MOST_NARROW && parts.denominator().bitLength() < Long.SIZE
                        ? narrowDealsIn(month, leads, parts, first, last)
                        : null;
        return new Fraction(
                sum == null ? wideDealsIn(month, leads, parts, first, last) : sum,
                parts.denominator().multiply(partsOfAll));
    }

    /** In 128 bits; nothing where a count is too large for that. */
    private @Nullable BigInteger narrowDealsIn(
            int month, CumulativeCounts leads, DealParts parts, int first, int last) {
        WideSum sum = new WideSum();
        for (int c = 0; c < leads.channels(); c++) {
            long weighted = 0;
            for (int age = first; age <= last; age++) {
                long count = leads.in(month - age, c);
                if (count >>> MOST_NARROW != 0) {
                    return null;
                }
                weighted += narrowShares[age] * count;
            }
            if (weighted != 0) {
                sum.addProduct(weighted, parts.ofLead(c).longValue());
            }
        }
        return sum.toBigInteger();
    }

    private BigInteger wideDealsIn(int month, CumulativeCounts leads, DealParts parts, int first, int last) {
        BigInteger sum = BigInteger.ZERO;
        for (int c = 0; c < leads.channels(); c++) {
            BigInteger weighted = BigInteger.ZERO;
            for (int age = first; age <= last; age++) {
                weighted = weighted.add(partsOfShare[age].multiply(BigInteger.valueOf(leads.in(month - age, c))));
            }
            sum = sum.add(weighted.multiply(parts.ofLead(c)));
        }
        return sum;
    }

    private static DealParts parts(Rate[] rates) {
        return DealParts.of(Arrays.stream(rates).map(LeftOver::fraction).toList());
    }

    /** The deals of a lead of a month through another as a part of all that it brings, on average over the mix; a statistic. */
    double partThrough(int brought, int through) {
        if (brought >= funnels.length || through < brought) {
            return 0;
        }
        return partThrough[brought][Math.min(through - brought, lastAge())];
    }

    private double[] partsThrough(int brought) {
        Funnel funnel = funnels[brought];
        double[] parts = new double[shares.length];
        if (staged != null) {
            for (int age = 0; age < parts.length; age++) {
                parts[age] = staged.made(brought, brought + age).toDouble() / funnel.meanConversion();
            }
            return parts;
        }
        double made = 0;
        for (int age = 0; age < parts.length; age++) {
            double conversion = 0;
            for (int c = 0; c < funnel.size(); c++) {
                conversion +=
                        funnel.share(c).toDouble() * rate(c, brought + age).toDouble();
            }
            made += shares[age].toDouble() * conversion;
            parts[age] = made / funnel.meanConversion();
        }
        return parts;
    }

    /** {@link #made} as a statistic. */
    double roughlyMade(int channel, int brought, int through) {
        if (staged != null) {
            return staged.made(brought, through).toDouble();
        }
        double made = 0;
        for (int age = 0; age < shares.length && brought + age <= through; age++) {
            made += shares[age].toDouble() * rate(channel, brought + age).toDouble();
        }
        return made;
    }

    /** {@link #partThrough} exactly. */
    Fraction exactPartThrough(int brought, int through) {
        if (brought >= funnels.length) {
            return Fraction.ZERO;
        }
        if (steady && staged == null) {
            return Fraction.ONE.minus(from(through - brought + 1));
        }
        Funnel funnel = funnels[brought];
        Fraction made = Fraction.ZERO;
        Fraction all = Fraction.ZERO;
        for (int c = 0; c < funnel.size(); c++) {
            Fraction share = LeftOver.fraction(funnel.share(c));
            made = made.plus(share.times(made(c, brought, through)));
            all = all.plus(share.times(funnel.worth(c)));
        }
        return made.dividedBy(all);
    }

    /** The most that a lead over a channel is worth in any month, as a statistic. */
    double greatestWorth(int channel) {
        return Arrays.stream(funnels)
                .mapToDouble(funnel -> funnel.worthOf(channel))
                .max()
                .orElseThrow();
    }
}
