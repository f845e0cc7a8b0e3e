package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.review.Fulfilment;
import java.util.ArrayList;
import java.util.List;

/** How far the norms are met: of a department, in the month and in all months so far. */
final class AttainmentSection {

    private AttainmentSection() {}

    static Section of(Review review, Words words) {
        String month = review.month().toString();
        String all = words.text("so-far");
        Table table = new Table(
                List.of(words.text("department"), words.text("norm")),
                List.of(
                        month + " " + words.text("plan"),
                        words.text("fact"),
                        "%",
                        all + " " + words.text("plan"),
                        words.text("fact"),
                        "%"));
        for (Department department : Department.values()) {
            String name = words.labels().of(department);
            for (Fulfilment soFar : review.attainment().of(department)) {
                add(table, name, soFar, review, words);
                name = "";
            }
        }
        return new Section(
                words.text("attainment.title"),
                List.of(words.text("attainment.lead", review.months().get(0), review.through())),
                List.of(table),
                assumed(review, words));
    }

    private static void add(Table table, String department, Fulfilment soFar, Review review, Words words) {
        Fulfilment ofMonth = review.attainment().of(soFar.kpi(), soFar.scope().in(review.month()));
        Figures figures = words.figures();
        table.row(
                department,
                words.of(soFar.kpi(), review.currency()) + words.tier(soFar.scope()),
                figures.of(soFar.kpi(), ofMonth.planned()),
                figures.of(soFar.kpi(), ofMonth.fact()),
                figures.share(ofMonth.share()),
                figures.of(soFar.kpi(), soFar.planned()),
                figures.of(soFar.kpi(), soFar.fact()),
                figures.share(soFar.share()));
    }

    private static List<String> assumed(Review review, Words words) {
        List<String> notes = new ArrayList<>(List.of(words.text("attainment.house")));
        review.verdict()
                .assumed()
                .forEach((kpi, cells) -> notes.add(
                        words.text("attainment.assumed", words.labels().of(kpi), cells)));
        return notes;
    }
}
