package io.github.planningmath.plan;

/** One product's totals for a number of deals; kept, for few products change from one probe to the next. */
abstract class ProductTotals {

    /**
     * What divides the horizon.
     *
     * @param ofDeals the last month of each period in which no deal adds another amount
     * @param ofTraffic the last month of each period in which traffic neither costs nor brings another amount
     * @param dealsByMonth cumulative deals by month: room that all products share, of use only while one of them is counted
     */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier on the hot path, never compared
    record Periods(int[] ofDeals, int[] ofTraffic, long[] dealsByMonth) {}

    final ProductLine line;
    final LeadCost leadCost;
    final Periods periods;
    final Funnel.WorkingSpace space;
    private final long[][] leads;
    private final long[][] visits;
    private long wanted = -1;
    private long visitsFor = -1;
    private boolean inTime;

    ProductTotals(ProductLine line, LeadCost leadCost, Periods periods) {
        this.line = line;
        this.leadCost = leadCost;
        this.periods = periods;
        space = new Funnel.WorkingSpace(line.funnel());
        leads = new long[periods.ofTraffic.length][line.channels()];
        visits = new long[periods.ofTraffic.length][line.channels()];
    }

    /** New and repeat deals through the end of a period, for new deals by month. */
    long allDeals(int period) {
        int last = periods.ofDeals[period];
        return PlanOverflow.sum(
                periods.dealsByMonth[last], line.customers().repeatsThrough(periods.dealsByMonth, last), "deals");
    }

    /** Counts the deals that come of so many being wanted, new and repeated, as far as that takes no leads. */
    void want(long newDeals) {
        if (wanted == newDeals) {
            return;
        }
        wanted = -1;
        inTime = make(newDeals) >= newDeals && (newDeals == 0 || line.isInSeason()) && line.pipelineMeetsDues();
        wanted = newDeals;
    }

    long wanted() {
        return wanted;
    }

    boolean isInTime() {
        return inTime;
    }

    /** Works out what comes of so many being wanted, and returns the new deals that are made. */
    abstract long make(long newDeals);

    /** Whether all deals are known without counting leads. */
    abstract boolean isCounted();

    /** All deals through the end of a period, counted where they have to be. */
    abstract long dealsThrough(int period);

    /** No fewer deals come of it, where they are not counted. */
    abstract double leastDeals(int period);

    /** No more deals come of it, likewise. */
    abstract double mostDeals(int period);

    /** How many leads there are through the end of a period, but for rounding. */
    abstract double expectedLeads(int period);

    /** Leads through the end of a period, counted. */
    abstract long leadsThrough(int period);

    /** The visits by period and channel for what is wanted. */
    long[][] visits() {
        if (visitsFor != wanted) {
            visitsFor = -1;
            for (int period = 0; period < leads.length; period++) {
                line.funnel().split(leadsThrough(period), space);
                System.arraycopy(space.parts, 0, leads[period], 0, space.parts.length);
            }
            for (int c = 0; c < line.channels(); c++) {
                line.leadRates()[c].needs(leads, c, periods.ofTraffic, visits);
            }
            visitsFor = wanted;
        }
        return visits;
    }
}
