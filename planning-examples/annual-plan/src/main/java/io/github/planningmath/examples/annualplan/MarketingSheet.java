package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.TextTable;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.util.List;

/** The norms of marketing: what each channel brings and costs, what sells without managers, and the base. */
final class MarketingSheet {

    private MarketingSheet() {}

    static Sheet of(Plan plan, Columns columns) {
        return new Sheet("Marketing: the norms", List.of(norms(plan, columns), rates(plan)));
    }

    private static String norms(Plan plan, Columns columns) {
        List<SalesTier> withoutManagers = Responsibility.tiers(plan, Department.MARKETING, Factor.MANAGER_CONVERSION);
        NormTable table = new NormTable(plan, columns)
                .byChannel("traffic, visits", Kpi.TRAFFIC)
                .byChannel("new contacts", Kpi.CONTACTS)
                .byChannel("leads", Kpi.LEADS)
                .byChannel("traffic cost, " + plan.constants().currency(), Kpi.TRAFFIC_COST);
        if (!withoutManagers.isEmpty()) {
            table.byProduct("new deals made without managers", Kpi.NEW_DEALS, withoutManagers);
        }
        return table.byProduct(
                        "current base, at the end",
                        Kpi.BASE,
                        List.copyOf(plan.constants().tiers().keySet()))
                .text();
    }

    private static String rates(Plan plan) {
        TextTable table = new TextTable(
                List.of("rates to hold", "approach"),
                List.of(
                        "site conversion",
                        "warm-up rate",
                        plan.constants().currency() + " a visit",
                        "visits a month, at most"));
        for (Channel channel : plan.constants().channels()) {
            BigDecimal perVisit = channel.cost().perVisit();
            Long ceiling = channel.visitCeiling();
            table.row(
                    List.of(channel.name(), OptionValues.word(channel.approach().name())),
                    List.of(
                            channel.siteConversion().toString(),
                            channel.warmUpRate().toString(),
                            perVisit == null
                                    ? Figures.NONE
                                    : Figures.exactly(perVisit, plan.constants().currency()),
                            ceiling == null ? Figures.NONE : Figures.count(ceiling)));
        }
        return table.text();
    }
}
