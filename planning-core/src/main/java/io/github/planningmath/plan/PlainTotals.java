package io.github.planningmath.plan;

/**
 * Where what the pipeline lacks is spread: all new deals of the horizon are just what is wanted, unless the pipeline asks the most
 * of an earlier month; a month's are what is asked for or one more, and the repeat deals lie between what either would bring.
 */
final class PlainTotals extends RangeTotals {

    private final PlainOrders orders;
    private final ExpectedDeals asked;

    PlainTotals(ProductLine line, LeadCost leadCost, Periods periods, PlainOrders orders) {
        super(line, leadCost, periods);
        this.orders = orders;
        asked = line.funnel().dealParts().expectedDeals(line.months());
    }

    @Override
    long estimate(long newDeals) {
        int last = line.months() - 1;
        long asked = orders.mostWithin(newDeals, last);
        long made = orders.wholeDeals(asked, last);
        boolean isCertain = orders.endsWithMost(newDeals, asked);
        boolean buyAgain = line.customers().buyAgain();
        noteDeals(newDeals, made, 0, least);
        if (buyAgain || least.length > 1 || !isCertain) {
            noteDeals(newDeals, isCertain ? made : PlanOverflow.sum(made, 1, "deals"), 1, most);
        } else {
            most[0] = least[0];
        }
        for (int period = 0; buyAgain && period < least.length; period++) {
            // customers are kept to nine decimals, which may cost a whole repeat deal either way
            least[period] -= 1;
            most[period] += 1;
        }
        return made;
    }

    /** The deals through each period if every month but the last made so many deals more than leads are asked for. */
    private void noteDeals(long newDeals, long made, long more, double[] deals) {
        long[] dealsByMonth = periods.dealsByMonth();
        int last = dealsByMonth.length - 1;
        long asked = 0;
        for (int month = 0; month < last; month++) {
            if (month < line.cycle()) {
                dealsByMonth[month] = line.pipelineDeals(month);
            } else {
                asked = Math.max(asked, orders.within(newDeals, month));
                dealsByMonth[month] = Math.min(made, PlanOverflow.sum(orders.wholeDeals(asked, month), more, "deals"));
            }
        }
        dealsByMonth[last] = made;
        for (int period = 0; period < deals.length; period++) {
            deals[period] = allDeals(period);
        }
    }

    @Override
    double expectedLeads(int period) {
        return orders.deals(orders.most(wanted(), periods.ofTraffic()[period]))
                / line.funnel().meanConversion();
    }

    @Override
    void count(long[] dealsByMonth, long[] leadsByPeriod) {
        long leads = 0;
        int months = dealsByMonth.length;
        int period = 0;
        for (int month = 0; month < months; month++) {
            int due = month + line.cycle();
            if (due < months || line.edges().goesOn()) {
                orders.note(asked, month, orders.through(wanted(), due));
                leads = Math.max(leads, line.funnel().leastLeads(0, asked, month, space));
            }
            if (due < months) {
                dealsByMonth[due] = line.funnel().deals(leads, line.pipeline().expected(), due, space);
            }
            if (periods.ofTraffic()[period] == month) {
                leadsByPeriod[period] = leads;
                period++;
            }
        }
        for (int month = 0; month < Math.min(line.cycle(), months); month++) {
            dealsByMonth[month] = line.pipelineDeals(month);
        }
    }
}
