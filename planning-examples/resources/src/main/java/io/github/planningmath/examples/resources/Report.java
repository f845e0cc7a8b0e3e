package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report in words and tables, for the terminal and for the page.
 *
 * @param sections its parts, in order
 */
record Report(List<Section> sections) {

    static Report of(Study study, Words words) {
        return new Report(List.of(
                FeasibilitySection.of(study, words), BudgetSection.of(study, words), PeopleSection.of(study, words)));
    }

    String text() {
        return sections.stream().map(section -> section.sheet().text()).collect(Collectors.joining("\n\n"));
    }
}
