package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Unreachable;
import io.github.planningmath.review.Replan;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the months that are left must bring: the old norms and the new side by side. */
final class ReplanSection {

    private static final List<Kpi> BY_MONTH = List.of(Kpi.TRAFFIC, Kpi.LEADS, Kpi.NEW_DEALS, Kpi.REVENUE);

    private ReplanSection() {}

    static Section of(Review review, Words words) {
        Outcome<Replan> replan = review.replan();
        if (replan == null) {
            return section(List.of(words.text("replan.over", review.through())), List.of(), words);
        }
        return replan.fold(
                reached -> section(lead(reached, words), tables(reached, review, words), words),
                refusal -> section(refused(refusal, review, words), List.of(), words));
    }

    private static Section section(List<String> lead, List<Table> tables, Words words) {
        return new Section(words.text("replan.title"), lead, tables, List.of());
    }

    private static List<String> refused(Unreachable<Replan> refusal, Review review, Words words) {
        return List.of(
                words.text(
                        "replan.unreachable",
                        words.figures().whole(refusal.goal().amount().doubleValue()),
                        review.currency()),
                refusal.toString());
    }

    private static List<String> lead(Replan replan, Words words) {
        List<YearMonth> left = replan.monthsLeft();
        return List.of(words.text("replan.lead", left.get(0), left.get(left.size() - 1)));
    }

    private static List<Table> tables(Replan replan, Review review, Words words) {
        return List.of(
                VersionsSection.versions(review.history(), words),
                changes(replan, review, words),
                byMonth(replan, review, words));
    }

    private static Table changes(Replan replan, Review review, Words words) {
        Figures figures = words.figures();
        Table table = new Table(
                List.of(words.text("norm")),
                List.of(words.text("replan.old"), words.text("replan.new"), words.text("replan.change"), "%"));
        for (Replan.Change change : replan.changes()) {
            double before = Figures.number(change.before());
            double after = Figures.number(change.after());
            table.row(
                    words.of(change.kpi(), review.currency()),
                    figures.whole(before),
                    figures.whole(after),
                    figures.change(after - before, 0),
                    figures.share(before > 0 ? Double.valueOf(after / before) : null));
        }
        return table;
    }

    private static Table byMonth(Replan replan, Review review, Words words) {
        List<String> headings = new ArrayList<>();
        for (Kpi kpi : BY_MONTH) {
            headings.add(words.of(kpi, review.currency()) + " " + words.text("replan.old"));
            headings.add(words.text("replan.new"));
        }
        Table table = new Table(List.of(words.text("month")), headings);
        for (YearMonth month : replan.monthsLeft()) {
            List<String> cells = new ArrayList<>(List.of(month.toString()));
            for (Kpi kpi : BY_MONTH) {
                cells.add(words.figures().of(norm(replan.original(), kpi, month)));
                cells.add(words.figures().of(norm(replan.plan(), kpi, month)));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static NormValue norm(Plan plan, Kpi kpi, YearMonth month) {
        return Objects.requireNonNull(plan.norm(kpi, Scope.month(month))).value();
    }
}
