package io.github.planningmath.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.planningmath.plan.FinancialGoal.Measure;
import io.github.planningmath.quantity.DocumentPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A goal as a document has it, such as {@code {profit: 120000}}; what it leaves out is as of every goal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FinancialGoalDocument(
        @Nullable BigDecimal profit,
        @Nullable BigDecimal contribution,
        @Nullable BigDecimal revenue,
        @Nullable BigDecimal deals,
        @Nullable AfterHorizon afterHorizon,
        @Nullable CatchUp catchUp)
        implements DocumentPart {

    static FinancialGoalDocument of(FinancialGoal goal) {
        return new FinancialGoalDocument(
                amount(goal, Measure.PROFIT),
                amount(goal, Measure.CONTRIBUTION),
                amount(goal, Measure.REVENUE),
                amount(goal, Measure.DEALS),
                goal.afterHorizon(),
                goal.catchUp());
    }

    private static @Nullable BigDecimal amount(FinancialGoal goal, Measure measure) {
        return goal.measure() == measure ? goal.amount() : null;
    }

    FinancialGoal goal() {
        List<FinancialGoal> goals = new ArrayList<>();
        if (profit != null) {
            goals.add(FinancialGoal.profit(profit));
        }
        if (contribution != null) {
            goals.add(FinancialGoal.contribution(contribution));
        }
        if (revenue != null) {
            goals.add(FinancialGoal.revenue(revenue));
        }
        if (deals != null) {
            goals.add(FinancialGoal.of(Measure.DEALS, deals));
        }
        if (goals.size() != 1) {
            throw new IllegalArgumentException(
                    "FinancialGoal must name one of profit, contribution, revenue and deals, but named "
                            + (goals.isEmpty() ? "none" : goals.size() + ": " + goals) + ".");
        }
        FinancialGoal goal = goals.get(0);
        return new FinancialGoal(
                goal.measure(),
                goal.amount(),
                afterHorizon == null ? goal.afterHorizon() : afterHorizon,
                catchUp == null ? goal.catchUp() : catchUp);
    }
}
