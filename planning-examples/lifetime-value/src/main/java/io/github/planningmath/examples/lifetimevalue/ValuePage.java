package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.pages.Page;
import io.github.planningmath.examples.pages.Page.Headline;
import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.examples.terminal.Words;
import java.util.List;

/** The study as a page. */
final class ValuePage {

    private ValuePage() {}

    static Page of(Report report, Study study, Words words, Progress progress) {
        return Page.of(new Page.Content(
                words.language(),
                words.text("page.title"),
                words.text("page.intro", study.orders().source()),
                headlines(study, words),
                Charts.of(study, words, progress),
                report.sections()));
    }

    private static List<Headline> headlines(Study study, Words words) {
        return List.of(
                new Headline(words.figures().whole(study.histories().size()), words.text("customers")),
                new Headline(words.figures().whole(study.activeCustomers()), words.text("page.active")),
                new Headline(words.figures().whole(study.equity()), words.text("page.base")),
                new Headline(words.figures().decimal(study.newCustomerValue(), 2), words.text("page.new")));
    }
}
