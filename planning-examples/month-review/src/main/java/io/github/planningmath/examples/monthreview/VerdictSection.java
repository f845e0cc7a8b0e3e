package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.review.Part;
import io.github.planningmath.review.Verdict;
import java.math.BigDecimal;
import java.util.List;

/** Whose side the gap lies on: in revenue as deep as wanted, in profit down to effects. */
final class VerdictSection {

    private VerdictSection() {}

    static Section of(Review review, Part.Level depth, Words words) {
        Verdict revenue = review.verdict();
        Verdict profit = review.verdict(Kpi.PROFIT);
        BigDecimal planned = BigDecimal.valueOf(review.bridge().planned());
        Figures figures = words.figures();
        return new Section(
                words.text("verdict.title"),
                List.of(
                        words.text(
                                "verdict.lead",
                                review.through(),
                                figures.whole(planned.doubleValue()),
                                figures.whole(planned.add(revenue.gap()).doubleValue()),
                                figures.change(revenue.gap(), 0),
                                review.currency()),
                        words.text("verdict.how")),
                List.of(tree(revenue, depth, review, words), tree(profit, Part.Level.EFFECT, review, words)),
                List.of(words.text("verdict.sum")));
    }

    private static Table tree(Verdict verdict, Part.Level deepest, Review review, Words words) {
        Table table =
                new Table(List.of(words.text("verdict.part")), List.of(words.of(verdict.kpi(), review.currency())));
        add(table, verdict.tree(), 0, deepest, words);
        return table;
    }

    private static void add(Table table, Part part, int depth, Part.Level deepest, Words words) {
        table.row(
                depth,
                words.labels().of(part),
                words.figures().change(part.amount(), part.amount().scale()));
        for (Part each : part.parts()) {
            if (each.level().compareTo(deepest) <= 0) {
                add(table, each, depth + 1, deepest, words);
            }
        }
    }
}
