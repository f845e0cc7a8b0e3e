package io.github.planningmath.examples.monthreview;

import io.github.planningmath.accord.DepartmentScore;
import io.github.planningmath.accord.Judgement;
import io.github.planningmath.accord.ObligationScore;
import io.github.planningmath.accord.ServiceScore;
import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Fulfilment;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How both departments kept to their accord: norms, service levels, obligations, and the balance of the two. */
final class ScorecardSection {

    private ScorecardSection() {}

    static Section of(Review review, Words words) {
        List<DepartmentScore> scores =
                List.of(review.scorecard().marketing(), review.scorecard().sales());
        List<Table> tables = new ArrayList<>();
        tables.add(norms(review, scores, words));
        if (scores.stream().anyMatch(score -> !score.serviceLevels().isEmpty())) {
            tables.add(serviceLevels(review, scores, words));
        }
        tables.add(obligations(scores, words));
        return new Section(
                words.text("scorecard.title"),
                List.of(words.text("scorecard.lead", review.months().get(0), review.through())),
                tables,
                balance(review, words));
    }

    private static Table norms(Review review, List<DepartmentScore> scores, Words words) {
        Table table =
                new Table(List.of(words.text("department"), words.text("norm"), words.text("judgement")), List.of("%"));
        for (DepartmentScore score : scores) {
            add(table, score.department(), score.norms(), words);
        }
        add(table, Department.SHARED, review.scorecard().together(), words);
        return table;
    }

    private static void add(Table table, Department department, List<Fulfilment> norms, Words words) {
        String name = words.labels().of(department);
        for (Fulfilment norm : norms) {
            table.row(
                    name,
                    words.labels().of(norm.kpi()) + words.tier(norm.scope()),
                    words.labels().of(judgement(norm.met())),
                    words.figures().share(norm.share()));
            name = "";
        }
    }

    private static Judgement judgement(@Nullable Boolean met) {
        if (met == null) {
            return Judgement.NOT_KNOWN;
        }
        return met ? Judgement.MET : Judgement.MISSED;
    }

    private static Table serviceLevels(Review review, List<DepartmentScore> scores, Words words) {
        Table table = new Table(
                List.of(words.text("department"), words.text("scorecard.service")),
                review.months().stream().map(YearMonth::toString).toList());
        for (DepartmentScore score : scores) {
            for (ServiceScore service : score.serviceLevels()) {
                List<String> cells = new ArrayList<>();
                cells.add(words.labels().of(score.department()));
                cells.add(words.labels().of(service.level()));
                service.months().forEach(month -> cells.add(share(month, words)));
                table.row(cells.toArray(String[]::new));
            }
        }
        return table;
    }

    private static String share(ServiceScore.OfMonth month, Words words) {
        Ratio ratio = month.attainment();
        return ratio == null
                ? words.labels().of(month.judgement())
                : words.figures().share((double) ratio.numerator() / ratio.denominator());
    }

    private static Table obligations(List<DepartmentScore> scores, Words words) {
        Table table = new Table(
                List.of(words.text("department"), words.text("scorecard.obligation"), words.text("scorecard.rhythm")),
                List.of(words.text("scorecard.kept"), words.text("scorecard.missed"), words.text("scorecard.unknown")));
        for (DepartmentScore score : scores) {
            String name = words.labels().of(score.department());
            for (ObligationScore obligation : score.obligations()) {
                table.row(
                        name,
                        words.labels().of(obligation.obligation()),
                        words.labels().of(obligation.obligation().rhythm()),
                        words.figures().whole(obligation.kept()),
                        words.figures().whole(obligation.missed()),
                        words.figures().whole(obligation.unknown()));
                name = "";
            }
        }
        return table;
    }

    private static List<String> balance(Review review, Words words) {
        return review.scorecard().imbalances().isEmpty()
                ? List.of(words.text("scorecard.balanced"))
                : review.scorecard().imbalances().stream()
                        .map(words.labels()::of)
                        .map(words::sentence)
                        .toList();
    }
}
