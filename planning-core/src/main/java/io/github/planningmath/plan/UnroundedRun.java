package io.github.planningmath.plan;

import io.github.planningmath.quantity.Ratio;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@link ProductRun} without rounding: what a product's cumulative deals would be if deals, leads and visits could be
 * divided, over a span of numbers of deals asked of it. Piecewise linear, and the whole counts lie within a few deals of it.
 *
 * <p>Leads are measured by the deals that they bring. Those through a month are at least what the need due a sales cycle
 * later leaves open beside the pipeline, and once brought are never taken back; pinned leads come in any case.
 */
final class UnroundedRun {

    private final ProductLine line;
    private final double[] pipeline;
    private final double[] season;

    /** What the pipeline makes before leads can, as far as it counts for the need through a month. */
    private final double[] ofPipeline;

    /** Deals of the leads that are pinned in a month. */
    private final double[] pinned;

    /** Months in which every channel's leads are pinned: what is needed beyond them has to wait. */
    private final boolean[] closed;

    private final int pinnedMonths;
    private final boolean plain;

    /** Where deals come over months. */
    private final @Nullable CycleRounding off;

    UnroundedRun(ProductLine line) {
        this.line = line;
        pipeline = new double[line.months() + line.cycle()];
        for (int month = 0; month < pipeline.length; month++) {
            pipeline[month] = line.pipeline().toDouble(month, line.funnel());
        }
        season = new double[line.months()];
        ofPipeline = new double[line.months()];
        pinned = new double[line.months()];
        closed = new boolean[line.months()];
        int deals = 0;
        boolean anyLeads = false;
        for (int month = 0; month < season.length; month++) {
            season[month] = 1 - line.stillToCome(month).toDouble();
            ofPipeline[month] = line.edges().spread()
                    ? beforeReach() * line.stillToCome(month).toDouble()
                    : 0;
            closed[month] = line.pins().hasLeads() && isClosed(month);
            deals += line.pins().deals(month) == ProductPins.FREE ? 0 : 1;
            for (int c = 0; c < line.channels(); c++) {
                if (line.pins().leads(month, c) != ProductPins.FREE) {
                    anyLeads = true;
                    pinned[month] +=
                            line.pins().leads(month, c) * line.funnel(month).worthOf(c);
                }
            }
        }
        pinnedMonths = deals;
        off = line.orders() == null ? null : new CycleRounding(line, Objects.requireNonNull(line.yields()), deals);
        plain = line.yields() == null && deals == 0 && !anyLeads && pipeline[pipeline.length - 1] == 0;
    }

    private double beforeReach() {
        int last = Math.min(line.cycle(), line.months()) - 1;
        return last < 0 ? carried() : pipeline[last];
    }

    private double carried() {
        Ratio carried = line.pipeline().carried();
        return carried == null ? 0 : carried.toDouble();
    }

    private boolean isClosed(int month) {
        for (int c = 0; c < line.channels(); c++) {
            if (line.funnel(month).takesShare(c) && line.pins().leads(month, c) == ProductPins.FREE) {
                return false;
            }
        }
        return true;
    }

    ProductLine line() {
        return line;
    }

    /**
     * The course over a span of deals.
     *
     * @param made cumulative deals by month
     * @param brought the deals of cumulative leads by month in which they arise
     * @param missing deals that are asked for and cannot be made, all months being closed in which their leads might come
     */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    record Course(Span[] made, Span[] brought, Span missing) {}

    Course course(Span deals) {
        int months = line.months();
        int cycle = line.cycle();
        CycleOrders orders = line.orders();
        if (orders != null && off != null) {
            return course(deals, orders, off);
        }
        long pinnedDeals = line.pins().totalDeals();
        Span total = deals.max(Span.constant((double) pinnedDeals));
        Span[] made = new Span[months];
        Span[] brought = new Span[months];
        Span sum = Span.ZERO;
        Span missing = Span.ZERO;
        Span askedWithin = Span.ZERO;
        Span broughtWithin = Span.ZERO;
        long pinnedLater = pinnedDeals;
        for (int month = 0; month < Math.min(cycle, months); month++) {
            made[month] = Span.constant(pipeline[month]);
            pinnedLater -= Math.max(0, line.pins().deals(month));
        }
        for (int month = 0; month < months; month++) {
            sum = sum.plus(pinned[month]);
            int due = month + cycle;
            if (due < months) {
                pinnedLater -= Math.max(0, line.pins().deals(due));
                Span before = due == 0 ? Span.ZERO : made[due - 1];
                Span need = need(total, due, before, pinnedLater);
                Span asked = need.plus(-pipeline[due]);
                askedWithin = askedWithin.max(asked);
                sum = closed[month] ? sum : sum.max(asked);
                broughtWithin = sum;
                made[due] = sum.plus(pipeline[due]);
                missing = closed[month] && due == months - 1 ? need.plus(made[due].times(-1)) : missing;
            } else if (line.edges().goesOn() && !closed[month]) {
                Span after = total.times(line.edges().onwards()[due - months].toDouble())
                        .plus(pipeline[months - 1] - pipeline[due]);
                sum = sum.max(askedWithin.min(broughtWithin).plus(after.max(Span.ZERO)));
            } else if (line.edges().listsDeals() && !closed[month]) {
                sum = sum.max(made[months - 1].plus(line.edges().listed()[due - months] - pipeline[due]));
            }
            brought[month] = sum;
        }
        return new Course(made, brought, missing);
    }

    /** Where the deals of leads come over months, they are what is made by then of all that leads bring. */
    private Course course(Span deals, CycleOrders orders, CycleRounding cycle) {
        int months = line.months();
        Span[] made = new Span[months];
        Span[] brought = new Span[months];
        Span within = Span.ZERO;
        Span sum = Span.ZERO;
        Span missing = Span.ZERO;
        for (int month = 0; month < months; month++) {
            within = within.max(orders.within(deals, month));
            Span asked = within.plus(orders.after(deals, month));
            sum = sum.plus(pinned[month]);
            missing = closed[month] ? asked.plus(sum.times(-1)) : Span.ZERO;
            sum = closed[month] ? sum : sum.max(asked);
            brought[month] = sum;
        }
        for (int month = 0; month < months; month++) {
            made[month] = Span.constant(pipeline[month]);
            for (int of = 0; of <= month; of++) {
                made[month] = made[month].plus(brought[of].times(cycle.part(of, month) - cycle.part(of + 1, month)));
            }
        }
        return new Course(made, brought, missing);
    }

    private Span need(Span total, int month, Span before, long pinnedLater) {
        if (line.pins().deals(month) != ProductPins.FREE) {
            return before.plus((double) line.pins().deals(month));
        }
        if (!line.pins().hasDeals()) {
            return total.times(season[month]).plus(ofPipeline[month]);
        }
        Span most = total.plus((double) -pinnedLater);
        return month == line.pins().lastFreeMonth()
                ? most
                : most.min(total.times(season[month]).plus(ofPipeline[month]));
    }

    /** The most by which whole cumulative deals of a month exceed the unrounded: a need and a lead are rounded up. */
    double dealsAbove(int month) {
        if (off != null) {
            return off.above(month);
        }
        if (!plain) {
            return 3;
        }
        return month == line.months() - 1 ? 0 : 1;
    }

    /** The most by which they fall short: a yield is rounded down, and a pinned month passes on what it lacks. */
    double dealsBelow(int month) {
        if (off != null) {
            return off.below(month);
        }
        return plain && !line.edges().spread() ? 0 : 1 + pinnedMonths;
    }

    /** The most by which cumulative deals of any month lie off, above and below together. */
    double dealsOff() {
        double most = 0;
        for (int month = 0; month < line.months(); month++) {
            most = Math.max(most, dealsAbove(off == null ? 0 : month) + dealsBelow(month));
        }
        return most;
    }

    /** The most by which the deals of whole cumulative leads exceed the unrounded. */
    double broughtAbove() {
        return 3;
    }

    /** The most by which they fall short. */
    double broughtBelow() {
        return pinnedMonths;
    }

    /** What a cumulative course has in one month, at the start of its span. */
    static double inMonth(Span[] cumulative, int month) {
        return cumulative[month].atStart() - (month == 0 ? 0 : cumulative[month - 1].atStart());
    }
}
