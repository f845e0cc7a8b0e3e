package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import java.util.List;

/** How norms came about. */
final class Explanations {

    private Explanations() {}

    /**
     * Explains one norm.
     *
     * @throws WrongInputException if the plan has no such norm
     */
    static String of(Plan plan, Kpi kpi, Scope scope) {
        try {
            return Paragraphs.wrapped(plan.explain(kpi, scope).text());
        } catch (IllegalArgumentException none) {
            throw new WrongInputException(String.valueOf(none.getMessage()));
        }
    }

    /**
     * Three norms of the first month shown: the traffic of a product from the first channel of its tier, the leads of
     * another, and what a third contributes.
     */
    static Sheet samples(Plan plan, Columns columns) {
        Scope month = columns.scopes().get(0);
        List<Product> products = plan.constants().assortment().products();
        Product first = products.get(0);
        Product middle = products.get(products.size() / 2);
        Product last = products.get(products.size() - 1);
        return new Sheet(
                "Three norms explained",
                List.of(
                        of(plan, Kpi.TRAFFIC, month.product(first.name()).channel(firstChannel(plan, first))),
                        of(plan, Kpi.LEADS, month.product(last.name()).channel(firstChannel(plan, last))),
                        of(plan, Kpi.CONTRIBUTION, month.product(middle.name()))));
    }

    private static String firstChannel(Plan plan, Product product) {
        return plan.constants()
                .tier(product.tier())
                .channels()
                .shares()
                .keySet()
                .iterator()
                .next();
    }
}
