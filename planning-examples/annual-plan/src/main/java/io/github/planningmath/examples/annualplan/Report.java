package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sheets that are printed, one below the other. */
final class Report {

    private Report() {}

    /** All sheets, or those of one department. */
    static String of(Plan plan, Columns columns, @Nullable Department department) {
        StringBuilder text = new StringBuilder();
        for (Sheet sheet : sheets(plan, columns, department)) {
            text.append(text.length() == 0 ? "" : "\n\n").append(sheet.text());
        }
        return text.toString();
    }

    private static List<Sheet> sheets(Plan plan, Columns columns, @Nullable Department department) {
        if (department == Department.MARKETING) {
            return List.of(MarketingSheet.of(plan, columns));
        }
        if (department == Department.SALES) {
            return List.of(SalesSheet.of(plan, columns), PackagingSheet.of(plan));
        }
        return List.of(
                YearSheet.of(plan, columns),
                DirectionsSheet.of(plan, columns),
                EconomicsSheet.of(plan),
                MarketingSheet.of(plan, columns),
                SalesSheet.of(plan, columns),
                PackagingSheet.of(plan),
                Explanations.samples(plan, columns),
                NoticesSheet.of(plan),
                ClosingSheet.of(plan));
    }
}
