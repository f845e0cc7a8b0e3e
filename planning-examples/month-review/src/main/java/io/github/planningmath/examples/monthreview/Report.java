package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.review.Part;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The review in words and tables, for the terminal and for the page.
 *
 * @param sections its parts, in order
 */
record Report(List<Section> sections) {

    static Report of(Review review, Part.Level depth, Words words) {
        return new Report(List.of(
                AttainmentSection.of(review, words),
                VerdictSection.of(review, depth, words),
                OpenLeadsSection.of(review, words),
                ScorecardSection.of(review, words),
                ForecastSection.of(review, words),
                ProductLawSection.of(review, words),
                BridgeSection.of(review, words),
                ReplanSection.of(review, words)));
    }

    String text() {
        return sections.stream().map(section -> section.sheet().text()).collect(Collectors.joining("\n\n"));
    }
}
