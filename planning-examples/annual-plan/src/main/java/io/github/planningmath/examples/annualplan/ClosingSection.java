package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Product;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What the plan closes with, and the next one opens with: the base, and the leads that wait for their deal. */
final class ClosingSection {

    private ClosingSection() {}

    static Section of(Plan plan, Words words) {
        List<Table> tables = new ArrayList<>();
        tables.add(base(plan, words));
        if (!plan.closing().openLeads().isEmpty()) {
            tables.add(openLeads(plan.closing(), words));
        }
        return new Section(words.text("closing.title"), List.of(), tables, List.of());
    }

    private static Table base(Plan plan, Words words) {
        Table table = new Table(
                List.of(words.labels().of(Kpi.BASE)),
                List.of(words.text("opening"), words.text("closing"), words.text("change")));
        long openingTotal = 0;
        long closingTotal = 0;
        for (Product product : plan.constants().assortment().products()) {
            long opening = plan.opening().base(product.name());
            long closing = plan.closing().base(product.name());
            base(table, product.name(), opening, closing, words);
            openingTotal += opening;
            closingTotal += closing;
        }
        base(table, words.text("all-products"), openingTotal, closingTotal, words);
        return table;
    }

    private static void base(Table table, String name, long opening, long closing, Words words) {
        table.row(
                name,
                words.figures().whole(opening),
                words.figures().whole(closing),
                words.figures().change((double) closing - opening, 0));
    }

    private static Table openLeads(Position closing, Words words) {
        Grid<YearMonth> grid = new Grid<>();
        closing.openLeads().forEach(leads -> grid.add(leads.product(), leads.due(), leads.count()));
        return grid.table(words.text("closing.open-leads"), words);
    }
}
