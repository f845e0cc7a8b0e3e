package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A table of norms: a KPI of a part of the plan in each row, months across. */
final class NormTable {

    private final Plan plan;
    private final Columns columns;
    private final Words words;
    private final Table table;

    NormTable(Plan plan, Columns columns, Words words) {
        this.plan = plan;
        this.columns = columns;
        this.words = words;
        table = new Table(List.of(""), columns.headings(words));
    }

    /** A KPI of the whole company, under its own name. */
    NormTable row(Kpi kpi) {
        return row(words.of(kpi, plan.constants().currency()), kpi);
    }

    /** A KPI of the whole company. */
    NormTable row(String label, Kpi kpi) {
        return row(0, label, kpi, UnaryOperator.identity());
    }

    /** A section with a KPI of each channel that brings anything, and of all. */
    NormTable byChannel(String title, Kpi kpi) {
        table.section(title);
        for (Channel channel : plan.constants().channels()) {
            row(1, channel.name(), kpi, scope -> scope.channel(channel.name()));
        }
        return row(1, words.text("all-channels"), kpi, UnaryOperator.identity());
    }

    /** A section with a KPI of each tier given and of its products, and of all where these are all tiers. */
    NormTable byProduct(String title, Kpi kpi, List<SalesTier> tiers) {
        table.section(title);
        for (SalesTier tier : tiers) {
            row(1, words.labels().of(tier), kpi, scope -> scope.tier(tier));
            for (Product product : plan.constants().assortment().products()) {
                if (product.tier() == tier) {
                    row(2, product.name(), kpi, scope -> scope.product(product.name()));
                }
            }
        }
        return tiers.size() == plan.constants().tiers().size()
                ? row(1, words.text("all-products"), kpi, UnaryOperator.identity())
                : this;
    }

    /** A section with a KPI of each tier given. */
    NormTable byTier(String title, Kpi kpi, List<SalesTier> tiers) {
        table.section(title);
        for (SalesTier tier : tiers) {
            row(1, words.labels().of(tier), kpi, scope -> scope.tier(tier));
        }
        return this;
    }

    /** A section with who reaches each stage before the deal, where a tier given has any. */
    NormTable byStage(String title, List<SalesTier> tiers) {
        boolean isFirst = true;
        for (SalesTier tier : tiers) {
            List<SalesStage> stages = plan.constants().tier(tier).stages();
            for (SalesStage stage : stages.subList(0, Math.max(0, stages.size() - 1))) {
                if (isFirst) {
                    table.section(title);
                    isFirst = false;
                }
                row(
                        1,
                        words.labels().of(tier) + ", " + stage.name(),
                        Kpi.STAGE_ENTRIES,
                        scope -> scope.tier(tier).stage(stage.name()));
            }
        }
        return this;
    }

    Table table() {
        return table;
    }

    private NormTable row(int depth, String label, Kpi kpi, UnaryOperator<Scope> part) {
        List<String> cells = new ArrayList<>(List.of(label));
        columns.scopes().forEach(scope -> cells.add(figure(plan.norm(kpi, part.apply(scope)))));
        table.row(depth, cells.toArray(String[]::new));
        return this;
    }

    private String figure(@Nullable Norm norm) {
        return words.figures().of(norm == null ? null : norm.value());
    }
}
