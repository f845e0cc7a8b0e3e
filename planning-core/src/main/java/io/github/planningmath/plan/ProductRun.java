package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One product of a plan, decomposed month by month from its new deals to leads by channel. The least leads through a
 * month are those whose split over the channels, together with the pipeline, meets the need due one cycle later; once
 * brought, leads are never taken back.
 */
final class ProductRun {

    /** More leads than any plan has: where a channel takes what it can get. */
    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private final ProductLine line;
    private Funnel.WorkingSpace space;
    private Funnel spaceOf;
    private final long total;
    private final long[] needs;
    private final long[] totals;
    private final CumulativeCounts leads;
    private final DealCourse course;
    private @Nullable Fraction beforeReach;
    private final Funnel.@Nullable Target[] targets;

    /** What is asked of leads where it need not be whole deals: less than nothing is expected, and nothing needed. */
    private final ExpectedDeals asked;

    private final @Nullable Fraction[] askedExactly;

    /** Where deals come over months: what was ordered through a month, and the most of it for the horizon, in parts of the orders. */
    private final BigInteger[] ordered;

    private BigInteger orderedWithin = BigInteger.ZERO;
    private final @Nullable PlainOrders plain;
    private boolean workedOut;

    /** How the leads of a month are split after those of earlier mixes; null where there were none. */
    private @Nullable CarriedMix carried;

    private int carriedFor = -1;

    /** The most that leads were asked to make within the horizon, and the month of the deals that asked for it; -1 for none. */
    private Fraction askedWithin = Fraction.ZERO;

    private int mostAskedBy = -1;

    private long dealsOfHorizon = -1;
    private boolean shortAfterHorizon;

    ProductRun(ProductLine line, long deals) {
        this.line = line;
        spaceOf = line.funnel();
        space = new Funnel.WorkingSpace(spaceOf);
        needs = new long[line.months()];
        totals = new long[line.months()];
        leads = CumulativeCounts.of(line.months(), line.channels());
        course = DealCourse.of(line, leads);
        asked = line.funnel().dealParts().expectedDeals(line.months());
        askedExactly = new Fraction[line.months()];
        ordered = new BigInteger[line.orders() == null ? 0 : line.months()];
        targets = new Funnel.Target[line.months()];
        plain = PlainOrders.of(line);
        total = Math.max(deals, line.pins().totalDeals());
        for (int month = 0; line.orders() == null && month < Math.min(line.cycle(), line.months()); month++) {
            needs[month] = needIn(month);
        }
    }

    private Fraction madeBeforeReach() {
        int last = Math.min(line.cycle(), line.months()) - 1;
        return last < 0 ? LeftOver.fraction(line.pipeline().carried()) : course.exactlyExpected(last);
    }

    /** What the pipeline makes in the months that no lead can reach, exactly. */
    Fraction beforeReach() {
        Fraction known = beforeReach;
        if (known == null) {
            known = madeBeforeReach();
            beforeReach = known;
        }
        return known;
    }

    /** The whole cumulative need through a month, once all that is made before it is known. */
    private long needIn(int month) {
        if (!line.pins().hasDeals()) {
            return line.seasonalNeed(total, month);
        }
        long before = month == 0 ? 0 : deals(month - 1);
        return line.pins().need(total, line.restOfSeason()[month], month, before);
    }

    /** The exact cumulative need through a month where the lack of the pipeline is spread. */
    Fraction spreadNeed(int month) {
        if (!line.pins().hasDeals()) {
            return line.edges().spreadNeed(total, beforeReach(), month);
        }
        long before = month == 0 ? 0 : deals(month - 1);
        return line.pins().need(total, line.edges().spreadNeed(total, beforeReach(), month), month, before);
    }

    ProductLine line() {
        return line;
    }

    /** Cumulative need by month. */
    long[] needs() {
        return needs;
    }

    /** Cumulative leads by month, all channels. */
    long[] totals() {
        return totals;
    }

    /** Cumulative leads by month and channel. */
    CumulativeCounts leads() {
        return leads;
    }

    /** The space in which the funnel of a month works. */
    private Funnel.WorkingSpace space(Funnel funnel) {
        if (funnel != spaceOf) {
            space = new Funnel.WorkingSpace(funnel);
            spaceOf = funnel;
        }
        return space;
    }

    /** Brings the leads of a month where nothing keeps a channel from its share. */
    void bring(int month) {
        long before = month == 0 ? 0 : totals[month - 1];
        Funnel funnel = line.funnel(month);
        Funnel.Target target = target(month);
        CarriedMix ofMonth = carried(month);
        long count = target == null ? before : Math.max(before, leastLeads(target, funnel, ofMonth, month));
        totals[month] = count;
        if (month > 0 && count == before) {
            leads.stay(month);
        } else {
            Funnel.WorkingSpace ofFunnel = space(funnel);
            if (ofMonth == null) {
                funnel.split(count, ofFunnel);
            } else {
                split(ofMonth, month).of(count, ofFunnel.parts);
            }
            leads.set(month, ofFunnel.parts);
        }
    }

    /** How the leads of a month are split after those of earlier mixes; null where there were none. */
    private @Nullable CarriedMix carried(int month) {
        ChannelMixes mixes = line.mixes();
        if (mixes != null && carriedFor != mixes.since(month)) {
            carried = mixes.carried(month, totals);
            carriedFor = mixes.since(month);
        }
        return carried;
    }

    /** A split by a mix that follows others, which takes nothing back. */
    private Funnel.Split split(CarriedMix ofMonth, int month) {
        long[] lowest = new long[line.channels()];
        for (int c = 0; c < lowest.length; c++) {
            lowest[c] = leads.before(month, c);
        }
        long[] highest = unbounded(lowest.length);
        return (wanted, parts) -> ofMonth.split(wanted, lowest, highest, parts);
    }

    /** The split of all leads through a month by its mix alone, whatever pins and ceilings there are; where it follows others. */
    Funnel.Split splitByMix(ChannelMixes mixes, int month) {
        CarriedMix ofMonth = Objects.requireNonNull(mixes.carried(month, totals));
        return split(ofMonth, mixes.since(month));
    }

    /** The least leads for what was asked of a month, split by its mix alone. */
    long leastLeadsByMix(Funnel.Target target, int month) {
        ChannelMixes mixes = line.mixes();
        Funnel funnel = line.funnel(month);
        Funnel.WorkingSpace own = new Funnel.WorkingSpace(funnel);
        if (mixes == null || !mixes.follows(month) || funnel.isUniform()) {
            return funnel.leastLeads(target, own);
        }
        int since = mixes.since(month);
        LeadSearch.Bounds bounds =
                new LeadSearch.Bounds(totals[since - 1], funnel.guess(target, leads, since), Funnel.MOST_LEADS - 1);
        return funnel.leastLeads(target.within(splitByMix(mixes, month)), bounds, own);
    }

    /** The least leads that suffice, where nothing keeps a channel from its share. */
    private long leastLeads(Funnel.Target target, Funnel funnel, @Nullable CarriedMix ofMonth, int month) {
        if (ofMonth == null || funnel.isUniform()) {
            return funnel.leastLeads(target, space(funnel));
        }
        long before = totals[month - 1];
        long guess = funnel.guess(target, leads, month);
        LeadSearch.Bounds bounds = new LeadSearch.Bounds(before, guess, Funnel.MOST_LEADS - 1);
        long count = funnel.leastLeads(target.within(split(ofMonth, month)), bounds, space(funnel));
        if (count >= Funnel.MOST_LEADS - 1) {
            throw PlanOverflow.of("leads");
        }
        return count;
    }

    /**
     * Brings the leads of a month while each channel stays within what it may bring.
     *
     * @param most by channel the most leads of the month, {@code UNBOUNDED} where nothing binds
     * @return how the month went
     */
    MonthOutcome bring(int month, long[] most) {
        int size = line.channels();
        long[] lowest = new long[size];
        long[] highest = new long[size];
        long lowestTotal = 0;
        long highestTotal = 0;
        boolean ceilingBinds = false;
        for (int c = 0; c < size; c++) {
            long before = leads.before(month, c);
            long pinned = line.pins().leads(month, c);
            boolean takesMore = pinned == ProductPins.FREE && line.funnel(month).takesShare(c);
            lowest[c] = pinned == ProductPins.FREE ? before : PlanOverflow.sum(before, pinned, "leads");
            highest[c] = takesMore ? before + Math.min(most[c], UNBOUNDED - before) : lowest[c];
            ceilingBinds |= takesMore && most[c] < UNBOUNDED;
            lowestTotal = PlanOverflow.sum(lowestTotal, lowest[c], "leads");
            highestTotal = Math.min(UNBOUNDED, highestTotal + highest[c]);
        }
        if (lowestTotal >= UNBOUNDED) {
            throw PlanOverflow.of("leads");
        }
        Funnel funnel = line.funnel(month);
        CarriedMix ofMonth = carried(month);
        Funnel.Split within = ofMonth == null
                ? (wanted, parts) -> funnel.split(wanted, lowest, highest, parts)
                : (wanted, parts) -> ofMonth.split(wanted, lowest, highest, parts);
        long count = lowestTotal;
        boolean met = true;
        long[] parts = new long[size];
        Funnel.Target target = target(month);
        if (target != null) {
            LeadSearch.Bounds bounds =
                    new LeadSearch.Bounds(lowestTotal, leastLeads(target, funnel, ofMonth, month), highestTotal);
            count = funnel.leastLeads(target.within(within), bounds, space(funnel));
            within.of(count, parts);
            met = funnel.deals(parts, target.expected(), target.month(), space(funnel)) >= target.deals();
            shortAfterHorizon = !met && month + (line.orders() == null ? line.cycle() : 1) >= line.months();
        } else {
            within.of(count, parts);
        }
        leads.set(month, parts);
        totals[month] = count;
        return met ? MonthOutcome.MET : ceilingBinds ? MonthOutcome.FULL : MonthOutcome.PINNED;
    }

    /** Whether a month's need was met and, if not, what stood in the way. */
    enum MonthOutcome {
        MET,
        FULL,
        PINNED
    }

    /** What the leads through a month that was brought were to suffice for; nothing where nothing was asked of them. */
    Funnel.@Nullable Target targetOf(int month) {
        return targets[month];
    }

    /** The deals that leads through a month were asked for, where these need not be whole ones; once all months are brought. */
    @Nullable
    Fraction askedExactly(int month) {
        CycleOrders orders = line.orders();
        if (orders != null) {
            return new Fraction(ordered[month], orders.denominator());
        }
        workOut();
        return askedExactly[month];
    }

    /** The most deals that leads through a month or earlier ones were asked for, exactly; once all months are brought. */
    Fraction orderedThrough(int month) {
        Fraction most = Fraction.ZERO;
        for (int each = 0; each <= month; each++) {
            Fraction ordered = askedInAll(each);
            most = ordered.compareTo(most) > 0 ? ordered : most;
        }
        return most;
    }

    /** The deals that leads through a month were asked for, whole or not. */
    private Fraction askedInAll(int month) {
        Fraction exactly = askedExactly(month);
        Funnel.Target target = targets[month];
        if (exactly != null || target == null) {
            return exactly == null ? Fraction.ZERO : exactly;
        }
        return Fraction.of(target.deals(), 1).minus(course.exactlyExpected(month + line.cycle()));
    }

    /** The month of the deals that asked the most of leads within the horizon; -1 where nothing was asked. */
    int mostAskedBy() {
        workOut();
        return mostAskedBy;
    }

    /** Where parts sufficed to bring the leads, fractions are only for who asks. */
    private synchronized void workOut() {
        for (int month = 0; plain != null && !workedOut && month < line.months(); month++) {
            exactTarget(month);
        }
        workedOut = true;
    }

    /** What is asked of the product: its part of all, or what pins demand. */
    long total() {
        return total;
    }

    private Funnel.@Nullable Target target(int month) {
        targets[month] = newTarget(month);
        return targets[month];
    }

    private Funnel.@Nullable Target newTarget(int month) {
        return plain == null ? exactTarget(month) : plainTarget(plain, month);
    }

    private Funnel.@Nullable Target plainTarget(PlainOrders orders, int month) {
        int due = month + line.cycle();
        if (due < line.months()) {
            needs[due] = total;
            orders.note(asked, month, orders.within(total, due));
        } else if (line.edges().goesOn()) {
            orders.note(asked, month, orders.after(total, due));
        } else {
            return exactTarget(month);
        }
        return new Funnel.Target(0, asked, month, null);
    }

    private Funnel.@Nullable Target exactTarget(int month) {
        CycleOrders orders = line.orders();
        if (orders != null) {
            return ordered(orders, month);
        }
        int due = month + line.cycle();
        if (due < line.months()) {
            return within(month, due);
        }
        if (line.edges().goesOn()) {
            return asked(month, askedAndBroughtWithin().plus(askedAfter(due)));
        }
        return line.edges().listsDeals()
                ? wholeDeals(
                        month,
                        PlanOverflow.sum(dealsOfHorizon(), line.edges().listed()[due - line.months()], "deals"),
                        due)
                : null;
    }

    /** Leads that make whole deals through a month, with what else is expected by then. */
    private Funnel.Target wholeDeals(int month, long deals, int due) {
        return course instanceof MonthlyDealCourse
                ? asked(month, Fraction.of(deals, 1).minus(course.exactlyExpected(due)))
                : new Funnel.Target(deals, course.expected(due), due, null);
    }

    /** Leads for the most that was ordered for the horizon so far, and for what is ordered for the months after it. */
    private Funnel.Target ordered(CycleOrders orders, int month) {
        BigInteger within = orders.withinInParts(total, month);
        if (within.compareTo(orderedWithin) > 0) {
            orderedWithin = within;
            mostAskedBy = month;
        }
        ordered[month] = orderedWithin.add(orders.afterInParts(total, month));
        if (course instanceof MonthlyDealCourse monthly && !monthly.isSteady()) {
            return asked(month, new Fraction(ordered[month], orders.denominator()));
        }
        DealParts parts = line.funnel(month).dealParts();
        return asked(parts, parts.expectedDeals(1), 0, ordered[month], orders.denominator());
    }

    private Funnel.Target within(int month, int due) {
        if (line.edges().spread()) {
            Fraction need = spreadNeed(due);
            needs[due] = PlanOverflow.count(need.ceiling(), "deals");
            return asked(month, noteAsked(need, due));
        }
        needs[due] = needIn(due);
        if (line.edges().goesOn()) {
            noteAsked(Fraction.of(needs[due], 1), due);
        }
        return wholeDeals(month, needs[due], due);
    }

    private Fraction noteAsked(Fraction need, int due) {
        Fraction ofLeads = need.minus(course.exactlyExpected(due));
        if (ofLeads.compareTo(askedWithin) > 0) {
            askedWithin = ofLeads;
            mostAskedBy = due;
        }
        return ofLeads;
    }

    /** What pins kept leads from making within the horizon is not made good after it. */
    private Fraction askedAndBroughtWithin() {
        int last = line.months() - 1;
        Fraction brought = course.exactly(last).minus(course.exactlyExpected(last));
        return brought.compareTo(askedWithin) < 0 ? brought : askedWithin;
    }

    /** What is due after the horizon, less what the pipeline makes of it. */
    private Fraction askedAfter(int due) {
        Fraction ofPlan =
                LeftOver.fraction(line.edges().onwards()[due - line.months()]).times(Fraction.of(total, 1));
        Fraction ofPipeline = course.exactlyExpected(due).minus(course.exactlyExpected(line.months() - 1));
        Fraction ofLeads = ofPlan.minus(ofPipeline);
        return ofLeads.signum() < 0 ? Fraction.ZERO : ofLeads;
    }

    /** Leads that make so many deals, which need not be whole ones. */
    private Funnel.Target asked(int month, Fraction deals) {
        askedExactly[month] = deals;
        if (course instanceof MonthlyDealCourse monthly) {
            DealParts parts = line.funnel(month).dealParts();
            return asked(parts, parts.expectedDeals(1), 0, deals.minus(monthly.worthBeyond(month)));
        }
        return asked(line.funnel().dealParts(), asked, month, deals);
    }

    private static Funnel.Target asked(DealParts parts, ExpectedDeals noted, int place, Fraction deals) {
        return asked(parts, noted, place, deals.numerator(), deals.denominator());
    }

    private static Funnel.Target asked(
            DealParts parts, ExpectedDeals noted, int place, BigInteger deals, BigInteger denominator) {
        DealParts.Sum sum = parts.sum();
        sum.addParts(Fraction.floor(deals.multiply(parts.denominator()).negate(), denominator));
        sum.noteAs(noted, place);
        return new Funnel.Target(0, noted, place, null);
    }

    /** Deals that the leads due within the horizon make; what comes after is on top of them. */
    private long dealsOfHorizon() {
        if (dealsOfHorizon < 0) {
            dealsOfHorizon = deals(line.months() - 1);
        }
        return dealsOfHorizon;
    }

    /** Cumulative deals that the leads brought so far make. */
    long deals(int month) {
        return course.through(month);
    }

    /** Deals still missing at the end of the horizon: nothing within it can catch them up. */
    long missingDeals() {
        CycleOrders orders = line.orders();
        if (orders != null) {
            boolean isMissing = !orders.reachesSeason() && orders.ofPipeline().compareTo(total) < 0;
            return isMissing ? total - PlanOverflow.count(orders.ofPipeline().floor(), "deals") : 0;
        }
        boolean takesTheRest = line.isBeyondHorizon() || line.pins().lastFreeMonth() >= line.cycle();
        return Math.max(0, (takesTheRest ? total : needs[line.months() - 1]) - dealsOfHorizon());
    }

    /** The first month after the horizon whose deals cannot be made, counted from the plan's first; -1 if there is none. */
    int firstMonthShortAfterHorizon() {
        for (int after = 0; line.orders() == null && line.edges().listsDeals() && after < line.cycle(); after++) {
            int month = line.months() + after;
            if (deals(month) < PlanOverflow.sum(dealsOfHorizon(), line.edges().listed()[after], "deals")) {
                return month;
            }
        }
        return shortAfterHorizon ? line.months() + (line.orders() == null ? line.cycle() : 0) - 1 : -1;
    }

    static long[] unbounded(int channels) {
        long[] most = new long[channels];
        Arrays.fill(most, UNBOUNDED);
        return most;
    }
}
