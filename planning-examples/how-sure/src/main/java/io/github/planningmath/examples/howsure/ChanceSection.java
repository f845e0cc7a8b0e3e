package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.risk.PlanRisk;
import java.util.List;
import java.util.Map;

/** The chance of the goal, and where key figures will lie. */
final class ChanceSection {

    private ChanceSection() {}

    static Section of(Study study, Words words) {
        Wording wording = new Wording(words);
        return new Section(
                words.text("chance.title"),
                List.of(
                        words.text(
                                "chance.lead",
                                words.labels()
                                        .of(Kpi.valueOf(
                                                study.plan().goal().measure().name())),
                                words.figures().whole(study.plan().goal().amount()),
                                study.currency(),
                                wording.chance(study.chance())),
                        words.text("chance.luck", wording.chance(study.onLuckAlone()))),
                List.of(ranges(study.ranges(), study.currency(), words)),
                List.of(words.text("chance.note")));
    }

    static Table ranges(Map<Kpi, PlanRisk.Range> ranges, String currency, Words words) {
        Table table = new Table(
                List.of(words.text("range.title")),
                List.of(words.text("range.low"), words.text("range.middle"), words.text("range.high")));
        ranges.forEach((kpi, range) -> table.row(
                words.of(kpi, currency),
                words.figures().whole(range.low()),
                words.figures().whole(range.middle()),
                words.figures().whole(range.high())));
        return table;
    }
}
