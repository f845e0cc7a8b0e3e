package io.github.planningmath.plan;

import java.util.Arrays;

/**
 * One product of a plan, decomposed month by month from its new deals to leads by channel. The least leads through a
 * month are those whose split over the channels, together with the pipeline, meets the need due one cycle later; once
 * brought, leads are never taken back.
 */
final class ProductRun {

    /** More leads than any plan has: where a channel takes what it can get. */
    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private final ProductLine line;
    private final Funnel.WorkingSpace space;
    private final long total;
    private final long[] needs;
    private final long[] totals;
    private final CumulativeCounts leads;
    private final DealCourse course;
    private long dealsOfHorizon = -1;

    ProductRun(ProductLine line, long deals) {
        this.line = line;
        space = new Funnel.WorkingSpace(line.funnel());
        needs = new long[line.months()];
        totals = new long[line.months()];
        leads = CumulativeCounts.of(line.months(), line.channels());
        course = new DealCourse(line, leads);
        total = Math.max(deals, line.pins().totalDeals());
        for (int month = 0; month < Math.min(line.cycle(), line.months()); month++) {
            needs[month] = needIn(month);
        }
    }

    /** The cumulative need through a month, once all that is made before it is known. */
    private long needIn(int month) {
        if (!line.pins().hasDeals()) {
            return line.seasonalNeed(total, month);
        }
        long before = month == 0 ? 0 : deals(month - 1);
        return line.pins().need(total, line.restOfSeason()[month], month, before);
    }

    private void noteNeed(int month) {
        int due = month + line.cycle();
        if (due < line.months()) {
            needs[due] = needIn(due);
        }
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

    /** Brings the leads of a month where nothing keeps a channel from its share. */
    void bring(int month) {
        noteNeed(month);
        long before = month == 0 ? 0 : totals[month - 1];
        int due = month + line.cycle();
        long count = wantsLeads(month)
                ? Math.max(before, line.funnel().leastLeads(need(month), course.expected(due), due, space))
                : before;
        totals[month] = count;
        if (month > 0 && count == before) {
            leads.stay(month);
        } else {
            line.funnel().split(count, space);
            leads.set(month, space.parts);
        }
    }

    /**
     * Brings the leads of a month while each channel stays within what it may bring.
     *
     * @param most by channel the most leads of the month, {@code UNBOUNDED} where nothing binds
     * @return how the month went
     */
    MonthOutcome bring(int month, long[] most) {
        noteNeed(month);
        int size = line.channels();
        long[] lowest = new long[size];
        long[] highest = new long[size];
        long lowestTotal = 0;
        long highestTotal = 0;
        boolean ceilingBinds = false;
        for (int c = 0; c < size; c++) {
            long before = leads.before(month, c);
            long pinned = line.pins().leads(month, c);
            boolean takesMore = pinned == ProductPins.FREE && line.funnel().takesShare(c);
            lowest[c] = pinned == ProductPins.FREE ? before : PlanOverflow.sum(before, pinned, "leads");
            highest[c] = takesMore ? before + Math.min(most[c], UNBOUNDED - before) : lowest[c];
            ceilingBinds |= takesMore && most[c] < UNBOUNDED;
            lowestTotal = PlanOverflow.sum(lowestTotal, lowest[c], "leads");
            highestTotal = Math.min(UNBOUNDED, highestTotal + highest[c]);
        }
        if (lowestTotal >= UNBOUNDED) {
            throw PlanOverflow.of("leads");
        }
        Funnel.Split within = (wanted, parts) -> line.funnel().split(wanted, lowest, highest, parts);
        long count = lowestTotal;
        boolean met = true;
        long[] parts = new long[size];
        if (wantsLeads(month)) {
            int due = month + line.cycle();
            ExpectedDeals expected = course.expected(due);
            long guess = line.funnel().leastLeads(need(month), expected, due, space);
            Funnel.Bounds bounds = new Funnel.Bounds(lowestTotal, guess, highestTotal);
            Funnel.Target target = new Funnel.Target(need(month), expected, due, within);
            count = line.funnel().leastLeads(target, bounds, space);
            within.of(count, parts);
            met = line.funnel().deals(parts, expected, due, space) >= need(month);
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

    /** Whether any deal due a cycle after the month can still be asked of it. */
    private boolean wantsLeads(int month) {
        return month + line.cycle() < line.months() || line.hasDueAfter();
    }

    private long need(int month) {
        int due = month + line.cycle();
        if (due < line.months()) {
            return needs[due];
        }
        return PlanOverflow.sum(dealsOfHorizon(), line.dueAfter()[due - line.months()], "deals");
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
        return Math.max(0, needs[line.months() - 1] - dealsOfHorizon());
    }

    /** The first month after the horizon whose deals cannot be made, counted from the plan's first; -1 if there is none. */
    int firstMonthShortAfterHorizon() {
        for (int after = 0; line.hasDueAfter() && after < line.cycle(); after++) {
            int month = line.months() + after;
            if (deals(month) < PlanOverflow.sum(dealsOfHorizon(), line.dueAfter()[after], "deals")) {
                return month;
            }
        }
        return -1;
    }

    static long[] unbounded(int channels) {
        long[] most = new long[channels];
        Arrays.fill(most, UNBOUNDED);
        return most;
    }
}
