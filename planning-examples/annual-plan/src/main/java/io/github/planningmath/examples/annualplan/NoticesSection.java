package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Section;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Plan.Arrears;
import io.github.planningmath.plan.Plan.ShortMonth;
import io.github.planningmath.plan.Plan.Surplus;
import io.github.planningmath.plan.PlanningConstants.ApproachMismatch;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What the plan would not keep silent about. */
final class NoticesSection {

    private NoticesSection() {}

    static Section of(Plan plan, Words words) {
        List<Table> tables = new ArrayList<>();
        if (!plan.arrears().isEmpty()) {
            tables.add(arrears(plan.arrears(), words));
        }
        List<String> notices = notices(plan, words);
        if (tables.isEmpty() && notices.isEmpty()) {
            notices.add(words.text("notices.none"));
        }
        return new Section(words.text("notices.title"), List.of(), tables, notices);
    }

    private static Table arrears(List<Arrears> arrears, Words words) {
        Grid<YearMonth> grid = new Grid<>();
        arrears.forEach(each -> grid.add(each.product(), each.month(), each.deals()));
        return grid.table(words.text("notices.arrears"), words);
    }

    private static List<String> notices(Plan plan, Words words) {
        List<String> notices = new ArrayList<>();
        for (Surplus surplus : plan.surplus()) {
            notices.add(words.text("notices.surplus", words.figures().whole(surplus.deals()), surplus.product()));
        }
        for (ShortMonth open : plan.monthsOpeningShort()) {
            notices.add(words.text("notices.short", open.product(), open.month()));
        }
        for (ApproachMismatch mismatch : plan.constants().approachMismatches()) {
            notices.add(words.text("notices.approach", mismatch));
        }
        return notices;
    }
}
