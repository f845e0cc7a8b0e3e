package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Sheet;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Plan.Arrears;
import io.github.planningmath.plan.Plan.ShortMonth;
import io.github.planningmath.plan.Plan.Surplus;
import io.github.planningmath.plan.PlanningConstants.ApproachMismatch;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What the plan would not keep silent about. */
final class NoticesSheet {

    private NoticesSheet() {}

    static Sheet of(Plan plan) {
        List<String> blocks = new ArrayList<>();
        if (!plan.arrears().isEmpty()) {
            blocks.add(arrears(plan.arrears()));
        }
        String notices = notices(plan);
        if (!notices.isEmpty()) {
            blocks.add(notices);
        }
        return new Sheet("To be aware of", blocks.isEmpty() ? List.of("Nothing.\n") : blocks);
    }

    private static String arrears(List<Arrears> arrears) {
        Grid<YearMonth> grid = new Grid<>();
        arrears.forEach(each -> grid.add(each.product(), each.month(), each.deals()));
        return grid.text("new deals behind the season");
    }

    private static String notices(Plan plan) {
        StringBuilder notices = new StringBuilder();
        for (Surplus surplus : plan.surplus()) {
            notices.append("Surplus: open pipeline and pins bring ")
                    .append(Figures.count(surplus.deals()))
                    .append(" new deals of ")
                    .append(surplus.product())
                    .append(" more than the plan needs.\n");
        }
        for (ShortMonth open : plan.monthsOpeningShort()) {
            notices.append("Opens short: no new deal of ")
                    .append(open.product())
                    .append(" falls due in ")
                    .append(open.month())
                    .append(", and the next plan's leads come too late for it.\n");
        }
        for (ApproachMismatch mismatch : plan.constants().approachMismatches()) {
            notices.append("Approach: ").append(mismatch).append(".\n");
        }
        for (String product : plan.constants().unpackagedProducts()) {
            notices.append("Packaging: ").append(product).append(" is sold by managers and not packaged.\n");
        }
        for (String product : plan.constants().productsWithoutProposition()) {
            notices.append("Offer: ").append(product).append(" is sold by managers without a formulated offer.\n");
        }
        return notices.toString();
    }
}
