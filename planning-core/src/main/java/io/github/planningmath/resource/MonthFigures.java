package io.github.planningmath.resource;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month of a plan: what it brings and what it takes.
 *
 * @param profit contribution less the cost of traffic, of people and fixed costs
 * @param revenue deals times price
 * @param newDeals deals with new customers
 * @param leads leads that come in
 * @param visits visits that bring them
 * @param spend what the visits cost
 * @param managers managers at full productivity whom the work takes; absent where managers are no limit
 */
public record MonthFigures(
        BigDecimal profit,
        BigDecimal revenue,
        Long newDeals,
        Long leads,
        Long visits,
        BigDecimal spend,
        @Nullable Ratio managers) {

    public MonthFigures {
        profit = Amounts.plain(Required.present(profit, "MonthFigures.profit"));
        revenue = Amounts.plain(Required.present(revenue, "MonthFigures.revenue"));
        Required.present(newDeals, "MonthFigures.newDeals");
        Required.present(leads, "MonthFigures.leads");
        Required.present(visits, "MonthFigures.visits");
        spend = Amounts.plain(Required.present(spend, "MonthFigures.spend"));
    }

    static MonthFigures of(Plan plan, YearMonth month, @Nullable Ratio managers) {
        Scope scope = Scope.month(month);
        return new MonthFigures(
                plan.profit(scope),
                plan.revenue(scope),
                plan.newDeals(scope),
                plan.leads(scope),
                plan.traffic(scope),
                plan.trafficCost(scope),
                managers);
    }

    @Override
    public String toString() {
        String brings = newDeals + " new deals of " + leads + " leads and " + visits + " visits bring a revenue of "
                + revenue.toPlainString() + " and a profit of " + profit.toPlainString() + ", take "
                + spend.toPlainString();
        return managers == null
                ? brings
                : brings + " and "
                        + Fraction.of(managers.numerator(), managers.denominator())
                                .rounded()
                                .toPlainString()
                        + " managers";
    }
}
