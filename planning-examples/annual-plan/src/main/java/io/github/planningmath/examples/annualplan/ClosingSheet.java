package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.TextTable;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Product;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What the plan closes with, and the next one opens with: the base, and the leads that wait for their deal. */
final class ClosingSheet {

    private ClosingSheet() {}

    static Sheet of(Plan plan) {
        List<String> blocks = new ArrayList<>();
        blocks.add(base(plan));
        if (!plan.closing().openLeads().isEmpty()) {
            blocks.add(openLeads(plan.closing()));
        }
        return new Sheet("What the plan closes with", blocks);
    }

    private static String base(Plan plan) {
        TextTable table = new TextTable(List.of("current base"), List.of("opening", "closing", "change"));
        long openingTotal = 0;
        long closingTotal = 0;
        for (Product product : plan.constants().assortment().products()) {
            long opening = plan.opening().base(product.name());
            long closing = plan.closing().base(product.name());
            base(table, product.name(), opening, closing);
            openingTotal += opening;
            closingTotal += closing;
        }
        base(table, "all products", openingTotal, closingTotal);
        return table.text();
    }

    private static void base(TextTable table, String name, long opening, long closing) {
        table.row(
                List.of(name),
                List.of(Figures.count(opening), Figures.count(closing), Figures.change(closing - opening)));
    }

    private static String openLeads(Position closing) {
        Grid<YearMonth> grid = new Grid<>();
        closing.openLeads().forEach(leads -> grid.add(leads.product(), leads.due(), leads.count()));
        return grid.text("open leads by the month they fall due");
    }
}
