package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.review.Part;
import io.github.planningmath.review.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Whose side the gap lies on: in revenue as deep as wanted, in profit down to effects. */
final class VerdictSection {

    private VerdictSection() {}

    static Section of(Review review, Part.Level depth, Words words) {
        Verdict revenue = review.verdict();
        Verdict profit = review.verdict(Kpi.PROFIT);
        BigDecimal planned = BigDecimal.valueOf(review.bridge().planned());
        Figures figures = words.figures();
        List<String> notes = new ArrayList<>(List.of(words.text("verdict.sum")));
        notes.addAll(LuckColumns.notes(review.luck(), words));
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
                notes);
    }

    private static Table tree(Verdict verdict, Part.Level deepest, Review review, Words words) {
        List<String> figures = new ArrayList<>(List.of(words.of(verdict.kpi(), review.currency())));
        figures.addAll(LuckColumns.headings(words));
        Table table = new Table(List.of(words.text("verdict.part")), figures).folded();
        add(table, verdict.tree(), 0, deepest, LuckColumns.of(review.luck()), words);
        return table;
    }

    private static void add(Table table, Part part, int depth, Part.Level deepest, LuckColumns columns, Words words) {
        List<String> cells = new ArrayList<>(List.of(
                words.labels().of(part),
                words.figures().change(part.amount(), part.amount().scale())));
        cells.addAll(columns.cells(words));
        table.row(depth, cells.toArray(String[]::new));
        for (Part each : part.parts()) {
            if (each.level().compareTo(deepest) <= 0) {
                add(table, each, depth + 1, deepest, columns.of(each), words);
            }
        }
    }
}
