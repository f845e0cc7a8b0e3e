package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.TextTable;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A table of norms: a KPI of a part of the plan in each row, months across. */
final class NormTable {

    private final Plan plan;
    private final Columns columns;
    private final TextTable table;

    NormTable(Plan plan, Columns columns) {
        this.plan = plan;
        this.columns = columns;
        table = new TextTable(List.of(""), columns.headings());
    }

    /** A KPI of the whole company. */
    NormTable row(String label, Kpi kpi) {
        return row(label, kpi, UnaryOperator.identity());
    }

    /** A section with a KPI of each channel that brings anything, and of all. */
    NormTable byChannel(String title, Kpi kpi) {
        table.section(title);
        for (Channel channel : plan.constants().channels()) {
            row("  " + channel.name(), kpi, scope -> scope.channel(channel.name()));
        }
        return row("  all channels", kpi);
    }

    /** A section with a KPI of each tier given and of its products, and of all where these are all tiers. */
    NormTable byProduct(String title, Kpi kpi, List<SalesTier> tiers) {
        table.section(title);
        for (SalesTier tier : tiers) {
            row("  " + OptionValues.word(tier.name()), kpi, scope -> scope.tier(tier));
            for (Product product : plan.constants().assortment().products()) {
                if (product.tier() == tier) {
                    row("    " + product.name(), kpi, scope -> scope.product(product.name()));
                }
            }
        }
        return tiers.size() == plan.constants().tiers().size() ? row("  all products", kpi) : this;
    }

    /** A section with a KPI of each tier given. */
    NormTable byTier(String title, Kpi kpi, List<SalesTier> tiers) {
        table.section(title);
        for (SalesTier tier : tiers) {
            row("  " + OptionValues.word(tier.name()), kpi, scope -> scope.tier(tier));
        }
        return this;
    }

    String text() {
        return table.text();
    }

    private NormTable row(String label, Kpi kpi, UnaryOperator<Scope> part) {
        List<String> figures = columns.scopes().stream()
                .map(scope -> figure(plan.norm(kpi, part.apply(scope))))
                .toList();
        table.row(List.of(label), figures);
        return this;
    }

    private static String figure(@Nullable Norm norm) {
        return Figures.of(norm == null ? null : norm.value());
    }
}
