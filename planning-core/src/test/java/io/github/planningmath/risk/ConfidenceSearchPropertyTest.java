package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Law 10: the number of deals of a confident plan suffices, and one less does not, at the same draws. */
class ConfidenceSearchPropertyTest {

    /** By what the approximation may go unseen where the search takes it and the chance of a single plan does not, or the other way round. */
    private static final double UNSEEN = 1e-3;

    @Property(tries = 3, seed = "20270101")
    void oneDealLessDoesNotSuffice(@ForAll long seed) {
        RiskyPlans plans = new RiskyPlans(seed);
        Plan some = plans.plan(plans.between(3, 60));
        BigDecimal profit = some.profit(Scope.all());
        if (profit.signum() <= 0) {
            return;
        }
        FinancialGoal goal = FinancialGoal.profit(profit.toPlainString());
        Uncertainty uncertainty = plans.in(3) ? Uncertainty.none() : plans.uncertainty(some.constants());
        Rate confidence = Rate.percent(plans.between(30, 95));
        Assurance assurance =
                ConfidencePlanner.withDefaults().plan(goal, confidence, some.constants(), some.opening(), uncertainty);
        if (!(assurance instanceof Assurance.Confident confident)) {
            assertThat(((Assurance.Unsure) assurance).most()).isLessThan(confidence.toDouble() + UNSEEN);
            return;
        }
        assertThat(confident.chance().value()).isGreaterThan(confidence.toDouble() - UNSEEN);
        Long deals = confident.plan().requiredDeals();
        if (deals != null && deals > 0) {
            Plan fewer = Planner.withDefaults()
                    .volumes(goal, some.constants(), some.opening(), any -> any)
                    .plan(deals - 1);
            assertThat(PlanRisk.of(fewer, uncertainty).chance(goal).value()).isLessThan(confidence.toDouble() + UNSEEN);
        }
    }
}
