package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The year at a glance: what the plan is for, and the norms that both departments share. */
final class YearSheet {

    private YearSheet() {}

    static Sheet of(Plan plan, Columns columns) {
        String currency = plan.constants().currency().getCurrencyCode();
        String table = new NormTable(plan, columns)
                .row("revenue, " + currency, Kpi.REVENUE)
                .row("average check, " + currency, Kpi.AVERAGE_CHECK)
                .row("new deals", Kpi.NEW_DEALS)
                .row("repeat deals", Kpi.REPEAT_DEALS)
                .row("leads", Kpi.LEADS)
                .row("current base, at the end", Kpi.BASE)
                .row("new contacts", Kpi.CONTACTS)
                .row("traffic, visits", Kpi.TRAFFIC)
                .row("site conversion", Kpi.SITE_CONVERSION)
                .row("manager conversion", Kpi.MANAGER_CONVERSION)
                .row("traffic cost, " + currency, Kpi.TRAFFIC_COST)
                .row("contribution, " + currency, Kpi.CONTRIBUTION)
                .row("profit, " + currency, Kpi.PROFIT)
                .text();
        return new Sheet("The year at a glance", List.of(headline(plan, currency), table));
    }

    private static String headline(Plan plan, String currency) {
        FinancialGoal goal = plan.goal();
        Kpi kpi = Kpi.valueOf(goal.measure().name());
        String reached =
                Figures.of(Objects.requireNonNull(plan.norm(kpi, Scope.all())).value());
        return String.format(
                Locale.ROOT,
                "Wanted from %s to %s: a %s of %s %s. The plan reaches %s, with %s new deals.\n",
                plan.constants().horizon().first(),
                plan.constants().horizon().last(),
                kpi.label(),
                currency,
                Figures.money(goal.amount()),
                reached,
                Figures.count(plan.newDeals(Scope.all())));
    }
}
