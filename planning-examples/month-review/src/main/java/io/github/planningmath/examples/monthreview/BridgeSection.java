package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.review.Bridge;
import java.util.List;

/** The gap in revenue by price, volume and mix, beside the verdict. */
final class BridgeSection {

    private static final List<String> ROWS = List.of("bridge.price", "bridge.volume-and-mix", "bridge.gap");

    private BridgeSection() {}

    static Section of(Review review, Words words) {
        return new Section(
                words.text("bridge.title"),
                List.of(words.text("bridge.lead")),
                List.of(products(review, words), steps(review, words), reconciled(review, words)),
                List.of(words.text("bridge.note")));
    }

    private static Table products(Review review, Words words) {
        Table table = new Table(
                List.of(words.text("product")),
                List.of(
                        words.text("bridge.deals.plan"),
                        words.text("fact"),
                        words.text("bridge.each.plan", review.currency()),
                        words.text("fact")));
        for (Bridge.Line line : review.bridge().lines()) {
            table.row(
                    line.product(),
                    words.figures().whole(line.plannedDeals()),
                    words.figures().whole(line.deals()),
                    words.figures().decimal(line.plannedEach(), 2),
                    words.figures().decimal(line.each(), 2));
        }
        return table;
    }

    private static Table steps(Review review, Words words) {
        Bridge bridge = review.bridge();
        Figures figures = words.figures();
        return new Table(List.of(words.text("bridge.step")), List.of(review.currency()))
                .row(words.text("plan"), figures.decimal(bridge.planned(), 2))
                .row(words.text("bridge.volume"), figures.change(bridge.volume(), 2))
                .row(words.text("bridge.mix"), figures.change(bridge.mix(), 2))
                .row(words.text("bridge.price"), figures.change(bridge.price(), 2))
                .row(words.text("fact"), figures.decimal(bridge.fact(), 2));
    }

    private static Table reconciled(Review review, Words words) {
        Table table = new Table(
                List.of(words.text("bridge.step")), List.of(words.text("bridge.bridge"), words.text("bridge.verdict")));
        List<Bridge.Row> rows = review.bridge().reconcile(review.verdict());
        for (int row = 0; row < rows.size(); row++) {
            table.row(
                    words.text(ROWS.get(row)),
                    words.figures().change(rows.get(row).bridge(), 2),
                    words.figures().change(rows.get(row).verdict(), 2));
        }
        return table;
    }
}
