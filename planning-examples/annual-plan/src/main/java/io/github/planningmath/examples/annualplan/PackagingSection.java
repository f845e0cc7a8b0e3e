package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.product.Packaging;
import io.github.planningmath.product.Product;
import java.util.List;

/** What a seller reads from: of each product the feature, what it is good for, and what comes of it. */
final class PackagingSection {

    private PackagingSection() {}

    static Section of(Plan plan, Words words) {
        Table table = new Table(
                List.of(words.text("product"), words.text("feature"), words.text("benefit"), words.text("result")),
                List.of());
        for (Product product : plan.constants().assortment().products()) {
            String name = product.name();
            for (Packaging packaging : product.packaging()) {
                table.row(name, packaging.feature(), packaging.benefit(), packaging.result());
                name = "";
            }
        }
        return new Section(words.text("packaging.title"), List.of(), List.of(table), List.of());
    }
}
