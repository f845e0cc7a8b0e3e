package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.pages.Page;
import io.github.planningmath.examples.pages.Page.Headline;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.risk.ConfidencePlanner.Rung;
import io.github.planningmath.risk.UncertaintyShares.Share;
import java.util.ArrayList;
import java.util.List;

/** How sure the plan is as a page. */
final class SurePage {

    private static final int FOUR_OF_FIVE = 80;

    private SurePage() {}

    static Page of(Report report, Study study, Words words) {
        return Page.of(new Page.Content(
                words.language(),
                words.text("page.title"),
                words.text(
                        "page.intro",
                        study.plan().constants().horizon().first(),
                        study.plan().constants().horizon().last(),
                        study.currency()),
                headlines(study, words),
                Charts.of(study, words),
                report.sections()));
    }

    private static List<Headline> headlines(Study study, Words words) {
        Wording wording = new Wording(words);
        List<Headline> headlines = new ArrayList<>();
        headlines.add(new Headline(wording.chance(study.chance()), words.text("headline.chance")));
        if (study.later() != null) {
            headlines.add(new Headline(
                    wording.chance(study.later().chance()),
                    words.text("headline.later", study.later().through())));
        }
        Rung sure = study.ladder().get(Study.CONFIDENCES.indexOf(FOUR_OF_FIVE));
        headlines.add(new Headline(
                sure.newDeals() == null
                        ? words.text("ladder.out")
                        : words.figures().whole(sure.newDeals()),
                words.text("headline.deals", wording.confidence(sure.confidence()))));
        if (study.shares() != null) {
            Share first = study.shares().shares().get(0);
            headlines.add(new Headline(wording.share(first.share()), wording.of(first)));
        }
        return headlines;
    }
}
