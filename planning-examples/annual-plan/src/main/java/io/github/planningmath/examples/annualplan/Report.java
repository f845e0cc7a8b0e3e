package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The plan in words and tables, for the terminal and for the page.
 *
 * @param sections its parts, in order
 */
record Report(List<Section> sections) {

    /** All parts, or those of one department. */
    static Report of(Plan plan, Columns columns, @Nullable Department department, Words words) {
        if (department == Department.MARKETING) {
            return new Report(List.of(MarketingSection.of(plan, columns, words)));
        }
        if (department == Department.SALES) {
            return new Report(List.of(SalesSection.of(plan, columns, words), PackagingSection.of(plan, words)));
        }
        return new Report(List.of(
                YearSection.of(plan, columns, words),
                MarketingSection.of(plan, columns, words),
                SalesSection.of(plan, columns, words),
                PackagingSection.of(plan, words),
                Explanations.samples(plan, columns, words),
                NoticesSection.of(plan, words),
                ClosingSection.of(plan, words)));
    }

    String text() {
        return sections.stream().map(Section::sheet).map(Sheet::text).collect(Collectors.joining("\n\n"));
    }
}
