package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.pages.Page;
import io.github.planningmath.examples.pages.Page.Headline;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.review.Part;
import io.github.planningmath.review.Verdict;
import java.util.List;

/** The review as a page. */
final class ReviewPage {

    private ReviewPage() {}

    static Page of(Report report, Review review, Words words) {
        return Page.of(new Page.Content(
                words.labels().locale().getLanguage(),
                words.text("page.title"),
                words.text("page.intro", review.months().get(0), review.through(), review.currency()),
                headlines(review, words),
                Charts.of(review, words),
                report.sections()));
    }

    private static List<Headline> headlines(Review review, Words words) {
        Verdict verdict = review.verdict();
        return List.of(
                new Headline(
                        words.figures()
                                .share(review.attainment().of(Kpi.REVENUE).share()),
                        words.text("page.attained")),
                new Headline(words.figures().change(verdict.gap(), 0), words.text("page.gap")),
                answers(verdict.of(Department.MARKETING), words),
                answers(verdict.of(Department.SALES), words),
                new Headline(words.figures().change(verdict.notYetDue().credit(), 0), words.text("page.credit")));
    }

    private static Headline answers(Part part, Words words) {
        return new Headline(
                words.figures().change(part.amount(), 0),
                words.text("page.answers", words.labels().of(part)));
    }
}
