package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Words;
import java.util.List;

/** How it stands when months are over. */
final class LaterSection {

    private LaterSection() {}

    static Section of(Study study, Study.Later later, Words words) {
        Wording wording = new Wording(words);
        return new Section(
                words.text("later.title", later.through()),
                List.of(
                        words.text(
                                "later.lead",
                                later.through(),
                                words.figures()
                                        .whole(later.profits()
                                                .get(later.profits().size() - 1)),
                                study.currency()),
                        words.text("later.chance", wording.chance(later.chance()), wording.chance(study.chance()))),
                List.of(ChanceSection.ranges(later.ranges(), study.currency(), words)),
                List.of(words.text("later.note")));
    }
}
