package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import java.util.List;
import java.util.Objects;

/** The year at a glance: what the plan is for, and the norms that both departments share. */
final class YearSection {

    private YearSection() {}

    static Section of(Plan plan, Columns columns, Words words) {
        NormTable table = new NormTable(plan, columns, words)
                .row(Kpi.REVENUE)
                .row(Kpi.AVERAGE_CHECK)
                .row(Kpi.NEW_DEALS)
                .row(Kpi.REPEAT_DEALS)
                .row(Kpi.LEADS)
                .row(words.text("base-at-end"), Kpi.BASE)
                .row(Kpi.CONTACTS)
                .row(words.text("traffic-visits"), Kpi.TRAFFIC)
                .row(Kpi.SITE_CONVERSION)
                .row(Kpi.MANAGER_CONVERSION)
                .row(Kpi.TRAFFIC_COST)
                .row(Kpi.CONTRIBUTION)
                .row(Kpi.PROFIT);
        return new Section(words.text("year.title"), List.of(headline(plan, words)), List.of(table.table()), List.of());
    }

    private static String headline(Plan plan, Words words) {
        FinancialGoal goal = plan.goal();
        Kpi kpi = kpi(goal);
        return words.text(
                "year.lead",
                plan.constants().horizon().first(),
                plan.constants().horizon().last(),
                words.labels().of(kpi),
                plan.constants().currency(),
                words.figures().whole(goal.amount()),
                words.figures()
                        .of(Objects.requireNonNull(plan.norm(kpi, Scope.all())).value()),
                words.figures().whole(plan.newDeals(Scope.all())));
    }

    /** What is to be reached. */
    static Kpi kpi(FinancialGoal goal) {
        return goal.measure().kpi();
    }
}
