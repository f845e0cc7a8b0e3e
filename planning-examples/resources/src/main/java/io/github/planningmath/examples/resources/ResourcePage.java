package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.pages.Page;
import io.github.planningmath.examples.pages.Page.Headline;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.resource.Feasibility;
import java.math.BigDecimal;
import java.util.List;

/** The report as a page. */
final class ResourcePage {

    private ResourcePage() {}

    static Page of(Report report, Study study, Words words) {
        return Page.of(new Page.Content(
                words.language(),
                words.text("page.title"),
                words.text("page.intro", study.plan().constants().horizon().first(), study.currency()),
                headlines(study, words),
                Charts.of(study, words),
                report.sections()));
    }

    private static List<Headline> headlines(Study study, Words words) {
        Feasibility feasibility = study.feasibility();
        BigDecimal most = feasibility.most();
        String binding = FeasibilitySection.named(feasibility.binding(), words);
        return List.of(
                new Headline(words.figures().whole(study.goal().amount()), words.text("page.wanted")),
                new Headline(
                        most == null
                                ? words.text("page.unlimited")
                                : words.figures().whole(most),
                        words.text("page.most")),
                new Headline(binding.isEmpty() ? words.text("page.nothing") : binding, words.text("page.binds")),
                new Headline(words.figures().whole(study.hiring().mostStaff()), words.text("page.managers")),
                new Headline(
                        words.figures().decimal(study.split().best().marginalReturn(), 2),
                        words.text("page.marginal")));
    }
}
