package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.TextTable;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.product.Packaging;
import io.github.planningmath.product.Product;
import java.util.List;

/** What a seller reads from: of each product the feature, what it is good for, and what comes of it. */
final class PackagingSheet {

    private PackagingSheet() {}

    static Sheet of(Plan plan) {
        TextTable table = new TextTable(List.of("product", "feature", "benefit", "result"), List.of());
        for (Product product : plan.constants().assortment().products()) {
            String name = product.name();
            for (Packaging packaging : product.packaging()) {
                table.row(List.of(name, packaging.feature(), packaging.benefit(), packaging.result()), List.of());
                name = "";
            }
        }
        return new Sheet("What the seller says", List.of(table.text()));
    }
}
