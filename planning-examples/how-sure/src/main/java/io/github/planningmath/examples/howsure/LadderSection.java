package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.risk.ConfidencePlanner.Rung;
import java.math.BigDecimal;
import java.util.List;

/** What more confidence takes. */
final class LadderSection {

    private LadderSection() {}

    static Section of(Study study, Words words) {
        Table table = new Table(
                List.of(words.text("ladder.confidence")),
                List.of(
                        words.text("ladder.deals"),
                        words.text("ladder.visits"),
                        words.text("ladder.cost", study.currency()),
                        words.text("ladder.more", study.currency()),
                        words.text("ladder.point", study.currency())));
        BigDecimal plain = study.plan().trafficCost(Scope.all());
        study.ladder().forEach(rung -> row(table, rung, plain, words));
        return new Section(
                words.text("ladder.title"), List.of(words.text("ladder.lead")), List.of(table), notes(study, words));
    }

    private static void row(Table table, Rung rung, BigDecimal plain, Words words) {
        Figures figures = words.figures();
        String confidence = new Wording(words).confidence(rung.confidence());
        if (rung.newDeals() == null || rung.visits() == null || rung.trafficCost() == null) {
            table.row(confidence, words.text("ladder.out"), Figures.NONE, Figures.NONE, Figures.NONE, Figures.NONE);
        } else {
            Double price = rung.pricePerPoint();
            table.row(
                    confidence,
                    figures.whole(rung.newDeals()),
                    figures.whole(rung.visits()),
                    figures.whole(rung.trafficCost()),
                    figures.change(rung.trafficCost().subtract(plain), 0),
                    price == null ? Figures.NONE : figures.whole(price));
        }
    }

    private static List<String> notes(Study study, Words words) {
        boolean isOut = study.ladder().stream().anyMatch(rung -> rung.newDeals() == null);
        return isOut ? List.of(words.text("ladder.unsure")) : List.of();
    }
}
