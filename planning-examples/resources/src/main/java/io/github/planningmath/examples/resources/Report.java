package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.terminal.Section;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report in words and tables, for the terminal and for the page.
 *
 * @param sections its parts, in order
 */
record Report(List<Section> sections) {

    static Report of(Study study) {
        return new Report(List.of(FeasibilitySection.of(study), BudgetSection.of(study), PeopleSection.of(study)));
    }

    String text() {
        return sections.stream().map(section -> section.sheet().text()).collect(Collectors.joining("\n\n"));
    }
}
