package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.TextTable;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import java.util.List;
import java.util.stream.Collectors;

/** The norms of sales: the leads it gets, the deals it makes of them, and the customers who buy again. */
final class SalesSheet {

    private SalesSheet() {}

    static Sheet of(Plan plan, Columns columns) {
        return new Sheet("Sales: the norms", List.of(norms(plan, columns), processes(plan)));
    }

    private static String norms(Plan plan, Columns columns) {
        List<SalesTier> managed = Responsibility.tiers(plan, Department.SALES, Factor.MANAGER_CONVERSION);
        List<SalesTier> repeats = Responsibility.tiers(plan, Department.SALES, Factor.REPEAT_RATE);
        String currency = plan.constants().currency().getCurrencyCode();
        return new NormTable(plan, columns)
                .byProduct("leads to process, as marketing brings them", Kpi.LEADS, managed)
                .byProduct("open leads, at the end", Kpi.OPEN_LEADS, managed)
                .byTier("manager conversion of the leads that fall due", Kpi.MANAGER_CONVERSION, managed)
                .byProduct("new deals", Kpi.NEW_DEALS, managed)
                .byProduct("repeat deals", Kpi.REPEAT_DEALS, repeats)
                .byTier("average check, " + currency, Kpi.AVERAGE_CHECK, managed)
                .byTier("revenue, " + currency, Kpi.REVENUE, managed)
                .text();
    }

    private static String processes(Plan plan) {
        TextTable table = new TextTable(
                List.of("how leads become deals", "answers for it", "but by channel"),
                List.of("manager conversion", "months from lead to deal"));
        plan.constants()
                .tiers()
                .forEach((tier, process) -> table.row(
                        List.of(
                                OptionValues.word(tier.name()),
                                OptionValues.word(plan.constants()
                                        .ownership()
                                        .owner(Factor.MANAGER_CONVERSION, tier)
                                        .name()),
                                byChannel(process)),
                        List.of(
                                process.managerConversion().toString(),
                                process.cycleMonths().toString())));
        return table.text();
    }

    private static String byChannel(SalesProcess process) {
        return process.conversionByChannel().entrySet().stream()
                .map(channel -> channel.getKey() + " " + channel.getValue())
                .collect(Collectors.joining(", "));
    }
}
