package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands across the tables of norms: months, and the whole plan at the end.
 *
 * @param scopes a scope for each column
 */
record Columns(List<Scope> scopes) {

    /** All months of a plan, or one of them, and the whole plan. */
    static Columns of(Plan plan, @Nullable YearMonth month) {
        List<Scope> scopes = new ArrayList<>();
        List<YearMonth> months = month == null ? plan.constants().horizon().all() : List.of(month);
        months.forEach(each -> scopes.add(Scope.month(each)));
        scopes.add(Scope.all());
        return new Columns(scopes);
    }

    List<String> headings(Words words) {
        return scopes.stream()
                .map(scope -> scope.month() == null ? words.text("whole-plan") : scope.toString())
                .toList();
    }
}
