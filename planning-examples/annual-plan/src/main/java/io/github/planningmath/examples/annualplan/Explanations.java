package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Tree;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import java.util.List;
import java.util.stream.Collectors;

/** How norms came about, in the words of the library, which are English. */
final class Explanations {

    private static final List<Kpi> OF_THE_YEAR =
            List.of(Kpi.REVENUE, Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.LEADS, Kpi.CONTACTS, Kpi.TRAFFIC, Kpi.PROFIT);

    private Explanations() {}

    /**
     * Explains one norm.
     *
     * @throws WrongInputException if the plan has no such norm
     */
    static String of(Plan plan, Kpi kpi, Scope scope) {
        return trees(plan, kpi, scope).stream().map(Tree::lines).collect(Collectors.joining());
    }

    private static List<Tree> trees(Plan plan, Kpi kpi, Scope scope) {
        try {
            return Tree.ofIndented(plan.explain(kpi, scope).text());
        } catch (IllegalArgumentException none) {
            throw new WrongInputException(String.valueOf(none.getMessage()));
        }
    }

    /** A section with how the norms of the whole plan came about. */
    static Section ofTheYear(Plan plan, Words words) {
        return new Section(
                words.text("explained.title"),
                List.of(words.text("explained.lead")),
                List.of(),
                OF_THE_YEAR.stream()
                        .flatMap(kpi -> trees(plan, kpi, Scope.all()).stream())
                        .toList(),
                List.of());
    }

    /**
     * Three norms of the first month shown: the traffic of a product from the first channel of its tier, the leads of
     * another, and what a third contributes.
     */
    static Section samples(Plan plan, Columns columns, Words words) {
        Scope month = columns.scopes().get(0);
        List<Product> products = plan.constants().assortment().products();
        Product first = products.get(0);
        Product middle = products.get(products.size() / 2);
        Product last = products.get(products.size() - 1);
        List<List<Tree>> trees = List.of(
                trees(plan, Kpi.TRAFFIC, month.product(first.name()).channel(firstChannel(plan, first))),
                trees(plan, Kpi.LEADS, month.product(last.name()).channel(firstChannel(plan, last))),
                trees(plan, Kpi.CONTRIBUTION, month.product(middle.name())));
        return new Section(
                words.text("samples.title"),
                List.of(),
                List.of(),
                trees.stream().flatMap(List::stream).toList(),
                List.of());
    }

    private static String firstChannel(Plan plan, Product product) {
        return plan.constants()
                .process(product.name())
                .channels()
                .shares()
                .keySet()
                .iterator()
                .next();
    }
}
