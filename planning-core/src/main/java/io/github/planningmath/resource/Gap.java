package io.github.planningmath.resource;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;

/**
 * What the goal takes beyond what can be done, in a month or in all of them: the plan from the top less the plan from below.
 * Every part is below 0 where more can be done than the goal takes.
 *
 * @param profit profit
 * @param revenue revenue
 * @param newDeals deals with new customers
 * @param leads leads
 * @param visits visits
 * @param spend what the visits cost
 */
public record Gap(BigDecimal profit, BigDecimal revenue, Long newDeals, Long leads, Long visits, BigDecimal spend) {

    static final Gap NONE = new Gap(BigDecimal.ZERO, BigDecimal.ZERO, 0L, 0L, 0L, BigDecimal.ZERO);

    public Gap {
        profit = Amounts.plain(Required.present(profit, "Gap.profit"));
        revenue = Amounts.plain(Required.present(revenue, "Gap.revenue"));
        Required.present(newDeals, "Gap.newDeals");
        Required.present(leads, "Gap.leads");
        Required.present(visits, "Gap.visits");
        spend = Amounts.plain(Required.present(spend, "Gap.spend"));
    }

    static Gap between(MonthFigures needed, MonthFigures able) {
        return new Gap(
                needed.profit().subtract(able.profit()),
                needed.revenue().subtract(able.revenue()),
                needed.newDeals() - able.newDeals(),
                needed.leads() - able.leads(),
                needed.visits() - able.visits(),
                needed.spend().subtract(able.spend()));
    }

    Gap plus(Gap other) {
        return new Gap(
                profit.add(other.profit),
                revenue.add(other.revenue),
                Math.addExact(newDeals, other.newDeals),
                Math.addExact(leads, other.leads),
                Math.addExact(visits, other.visits),
                spend.add(other.spend));
    }
}
