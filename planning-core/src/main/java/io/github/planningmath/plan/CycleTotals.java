package io.github.planningmath.plan;

/**
 * Where deals come over months at conversions that do not change. What leads are asked for is known in doubles, and the deals of a
 * month are what comes of it or, as leads are whole, of one lead's deals more: leads bring at least what is ordered and less than
 * a lead above it, and of that a part that grows with their age, so that by summation by parts no month-end is further off.
 */
final class CycleTotals extends RangeTotals {

    /** Relative to what is added up, more than doubles and what is rounded off a fraction can be off. */
    private static final double OFF = 1e-9;

    private final CycleOrders orders;
    private final LeadYields yields;

    /** By month, as statistics: what the pipeline makes through it, and what of it counts for the orders. */
    private final double[] ofPipeline;

    private final double[] dated;
    private final double[] listed;

    /** The most deals that a lead brings. */
    private final double ofLead;

    /** By month, the deals that leads brought through it are asked for. */
    private final double[] asked;

    CycleTotals(ProductLine line, LeadCost leadCost, Periods periods, CycleOrders orders, LeadYields yields) {
        super(line, leadCost, periods);
        this.orders = orders;
        this.yields = yields;
        int months = line.months();
        ofPipeline = new double[months];
        dated = new double[months];
        listed = new double[months];
        for (int month = 0; month < months; month++) {
            ofPipeline[month] = line.pipeline().toDouble(month, line.funnel());
            dated[month] = orders.dated(month).toDouble();
            listed[month] =
                    orders.listed(month).toDouble() - orders.datedAfter(month).toDouble();
        }
        double worth = 0;
        for (int c = 0; c < line.channels(); c++) {
            worth = Math.max(worth, line.funnel().takesShare(c) ? line.funnel().worthOf(c) : 0);
        }
        ofLead = worth;
        asked = new double[months];
    }

    @Override
    long estimate(long newDeals) {
        order((double) newDeals);
        note(0, least);
        note(ofLead, most);
        return orders.reachesSeason()
                ? newDeals
                : Math.min(newDeals, PlanOverflow.count(orders.ofPipeline().floor(), "deals"));
    }

    private void order(double deals) {
        double made = orders.ofPipeline().toDouble();
        double within = 0;
        double before = 0;
        for (int month = 0; month < asked.length; month++) {
            double part = orders.roughPart(month);
            double ordered = orders.isSpread() ? (deals - made) * part : deals * part - made;
            within = orders.reachesSeason() ? Math.max(within, ordered - dated[month]) : 0;
            before = Math.max(before, within + Math.max(0, deals * orders.roughPartAfter(month) + listed[month]));
            asked[month] = before;
        }
    }

    /** All deals through each period if those of a month were so many more, at most or, where that is nothing, at least. */
    private void note(double more, double[] deals) {
        long[] dealsByMonth = periods.dealsByMonth();
        double off = more == 0 ? -OFF : OFF;
        for (int month = 0; month < dealsByMonth.length; month++) {
            double through = ofPipeline[month] + more;
            for (int of = 0; of <= month; of++) {
                through += (asked[of] - (of == 0 ? 0 : asked[of - 1])) * yields.partThrough(of, month);
            }
            dealsByMonth[month] = (long) Math.max(0, Math.floor(through + off * (1 + through)));
        }
        // customers are kept to nine decimals, which may cost a whole repeat deal either way
        int repeats = line.customers().buyAgain() ? 1 : 0;
        for (int period = 0; period < deals.length; period++) {
            deals[period] = allDeals(period) + (more == 0 ? -repeats : repeats);
        }
    }

    @Override
    double expectedLeads(int period) {
        return asked[periods.ofTraffic()[period]] / line.funnel().meanConversion();
    }

    @Override
    void count(long[] dealsByMonth, long[] leadsByPeriod) {
        ProductRun run = new ProductRun(line, wanted());
        for (int month = 0; month < dealsByMonth.length; month++) {
            run.bring(month);
            dealsByMonth[month] = run.deals(month);
        }
        for (int period = 0; period < leadsByPeriod.length; period++) {
            leadsByPeriod[period] = run.totals()[periods.ofTraffic()[period]];
        }
    }
}
