package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/** The norms of sales: the leads it gets, the deals it makes of them, and the customers who buy again. */
final class SalesSection {

    private SalesSection() {}

    static Section of(Plan plan, Columns columns, Words words) {
        return new Section(
                words.text("sales.title"),
                List.of(),
                List.of(norms(plan, columns, words), processes(plan, words)),
                List.of());
    }

    private static Table norms(Plan plan, Columns columns, Words words) {
        List<SalesTier> managed = Responsibility.tiers(plan, Department.SALES, Factor.MANAGER_CONVERSION);
        List<SalesTier> repeats = Responsibility.tiers(plan, Department.SALES, Factor.REPEAT_RATE);
        Currency currency = plan.constants().currency();
        return new NormTable(plan, columns, words)
                .byProduct(words.text("leads-to-process"), Kpi.LEADS, managed)
                .byStage(words.labels().of(Kpi.STAGE_ENTRIES), managed)
                .byProduct(words.text("open-leads-at-end"), Kpi.OPEN_LEADS, managed)
                .byTier(words.text("conversion-of-due"), Kpi.MANAGER_CONVERSION, managed)
                .byProduct(words.labels().of(Kpi.NEW_DEALS), Kpi.NEW_DEALS, managed)
                .byProduct(words.labels().of(Kpi.REPEAT_DEALS), Kpi.REPEAT_DEALS, repeats)
                .byTier(words.of(Kpi.AVERAGE_CHECK, currency), Kpi.AVERAGE_CHECK, managed)
                .byTier(words.of(Kpi.REVENUE, currency), Kpi.REVENUE, managed)
                .table();
    }

    private static Table processes(Plan plan, Words words) {
        Table table = new Table(
                List.of(words.text("process"), words.text("answers"), words.text("by-channel")),
                List.of(words.labels().of(Kpi.MANAGER_CONVERSION), words.text("cycle")));
        plan.constants()
                .tiers()
                .forEach((tier, process) -> table.row(
                        words.labels().of(tier),
                        words.labels().of(plan.constants().ownership().owner(Factor.MANAGER_CONVERSION, tier)),
                        byChannel(process, words),
                        words.figures().ofRate(process.managerConversion()),
                        process.cycle().toString()));
        return table;
    }

    private static String byChannel(SalesProcess process, Words words) {
        return process.conversionByChannel().entrySet().stream()
                .map(channel -> channel.getKey() + " " + words.figures().ofRate(channel.getValue()))
                .collect(Collectors.joining(", "));
    }
}
