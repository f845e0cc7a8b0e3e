package io.github.planningmath.examples.howsure;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How sure the plan is in words and tables, for the terminal and for the page.
 *
 * @param sections its parts, in order
 */
record Report(List<Section> sections) {

    static Report of(Study study, Words words) {
        List<Section> sections = new ArrayList<>();
        sections.add(ChanceSection.of(study, words));
        sections.add(LadderSection.of(study, words));
        sections.add(DoubtSection.of(study, words));
        if (study.later() != null) {
            sections.add(LaterSection.of(study, study.later(), words));
        }
        return new Report(List.copyOf(sections));
    }

    String text() {
        return sections.stream().map(Section::sheet).map(Sheet::text).collect(Collectors.joining("\n\n"));
    }
}
