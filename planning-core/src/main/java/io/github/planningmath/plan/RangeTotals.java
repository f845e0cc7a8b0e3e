package io.github.planningmath.plan;

import java.util.Arrays;

/** Totals of a product whose deals are known but for rounding, at least and at most, and are counted only where that decides. */
abstract class RangeTotals extends ProductTotals {

    /** All deals through each period. */
    final double[] least;

    final double[] most;
    private long counted = -1;
    private final long[] allDeals;
    private final long[] allLeads;

    RangeTotals(ProductLine line, LeadCost leadCost, Periods periods) {
        super(line, leadCost, periods);
        least = new double[periods.ofDeals().length];
        most = new double[periods.ofDeals().length];
        allDeals = new long[periods.ofDeals().length];
        allLeads = new long[periods.ofTraffic().length];
    }

    /** Works out {@link #least} and {@link #most} for so many being wanted, and returns the new deals that are made. */
    abstract long estimate(long newDeals);

    /** Counts the new deals through each month and the leads through each period of the traffic for what is wanted. */
    abstract void count(long[] dealsByMonth, long[] leadsByPeriod);

    @Override
    final long make(long newDeals) {
        counted = -1;
        return estimate(newDeals);
    }

    @Override
    final boolean isCounted() {
        return Arrays.equals(least, most);
    }

    @Override
    final long dealsThrough(int period) {
        if (isCounted()) {
            return (long) least[period];
        }
        count();
        return allDeals[period];
    }

    @Override
    final double leastDeals(int period) {
        return least[period];
    }

    @Override
    final double mostDeals(int period) {
        return most[period];
    }

    @Override
    final long leadsThrough(int period) {
        count();
        return allLeads[period];
    }

    private void count() {
        if (counted == wanted()) {
            return;
        }
        counted = -1;
        count(periods.dealsByMonth(), allLeads);
        for (int period = 0; period < allDeals.length; period++) {
            allDeals[period] = allDeals(period);
        }
        counted = wanted();
    }
}
