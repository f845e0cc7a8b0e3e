package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** The norms of marketing: what each channel brings and costs, what sells without managers, and the base. */
final class MarketingSection {

    private MarketingSection() {}

    static Section of(Plan plan, Columns columns, Words words) {
        return new Section(
                words.text("marketing.title"),
                List.of(),
                List.of(norms(plan, columns, words), rates(plan, words)),
                List.of());
    }

    private static Table norms(Plan plan, Columns columns, Words words) {
        List<SalesTier> withoutManagers = Responsibility.tiers(plan, Department.MARKETING, Factor.MANAGER_CONVERSION);
        NormTable table = new NormTable(plan, columns, words)
                .byChannel(words.text("traffic-visits"), Kpi.TRAFFIC)
                .byChannel(words.labels().of(Kpi.CONTACTS), Kpi.CONTACTS)
                .byChannel(words.labels().of(Kpi.LEADS), Kpi.LEADS)
                .byChannel(words.of(Kpi.TRAFFIC_COST, plan.constants().currency()), Kpi.TRAFFIC_COST);
        if (!withoutManagers.isEmpty()) {
            table.byProduct(words.text("deals-without-managers"), Kpi.NEW_DEALS, withoutManagers);
        }
        return table.byProduct(
                        words.text("base-at-end"),
                        Kpi.BASE,
                        List.copyOf(plan.constants().tiers().keySet()))
                .table();
    }

    private static Table rates(Plan plan, Words words) {
        Currency currency = plan.constants().currency();
        Table table = new Table(
                List.of(words.text("rates"), words.text("approach")),
                List.of(
                        words.labels().of(Kpi.SITE_CONVERSION),
                        words.labels().of(Kpi.WARM_UP_RATE),
                        words.text("a-visit", currency),
                        words.text("visits-at-most")));
        for (Channel channel : plan.constants().channels()) {
            BigDecimal perVisit = channel.cost().perVisit();
            Long ceiling = channel.visitCeiling();
            table.row(
                    channel.name(),
                    words.text("approach." + channel.approach()),
                    words.figures().ofRate(channel.siteConversion()),
                    words.figures().ofRate(channel.warmUpRate()),
                    perVisit == null ? Figures.NONE : words.figures().exactly(perVisit, currency),
                    ceiling == null ? Figures.NONE : words.figures().whole(ceiling));
        }
        return table;
    }
}
