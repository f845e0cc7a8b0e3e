package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.evidence.LeadCount.Outcome;
import io.github.planningmath.examples.pages.Page;
import io.github.planningmath.examples.pages.Page.Headline;
import io.github.planningmath.examples.terminal.Words;
import java.util.List;

/** The study as a page. */
final class CrmPage {

    private CrmPage() {}

    static Page of(Report report, Study study, Words words) {
        return Page.of(new Page.Content(
                words.language(),
                words.text("page.title"),
                words.text("page.intro", study.source(), study.window().until()),
                headlines(study, words),
                Charts.of(study, words),
                report.sections()));
    }

    private static List<Headline> headlines(Study study, Words words) {
        return List.of(
                new Headline(words.figures().whole(study.known().leads()), words.text("leads")),
                new Headline(words.figures().whole(study.known().leads(Outcome.WON)), words.text("page.won")),
                new Headline(
                        words.figures()
                                .whole((long) study.estimates().rates().size()
                                        - study.refusals().size()),
                        words.text("page.grounded")),
                new Headline(words.figures().whole((long) study.refusals().size()), words.text("page.refused")));
    }
}
