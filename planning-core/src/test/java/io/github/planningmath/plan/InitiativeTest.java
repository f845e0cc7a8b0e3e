package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.APRIL;
import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.MARCH;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.months;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.traffic.Direction;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work for a direction that no visit, lead or deal counts. */
class InitiativeTest {

    private final PlanningConstants quarter = months(constants(), 3);

    private static Initiative.Builder mailing() {
        return Initiative.builder("mailing")
                .direction(Direction.RETENTION)
                .department(Department.MARKETING)
                .audience("customers of crm");
    }

    private static Initiative purchasing() {
        return Initiative.builder("purchasing")
                .direction(Direction.CAPTURE)
                .department(Department.MARKETING)
                .effect(FEBRUARY, Driver.costPerVisit("site"), new BigDecimal("0.5"))
                .build();
    }

    /** A deal contributes 700 and its leads cost nothing: 10 deals for a profit of 7,000, 13 where 2,000 are spent besides. */
    @Test
    void whatItCostsTheProfitBears() {
        PlanningConstants mailed =
                quarter.plus(mailing().monthlyCost(FEBRUARY, MARCH, "1000").build());
        FinancialGoal goal = SettledGoal.profit("7000");
        assertThat(plan(goal, quarter, NOTHING).requiredDeals()).isEqualTo(10);
        Plan plan = plan(goal, mailed, NOTHING);
        assertThat(plan.requiredDeals()).isEqualTo(13);
        assertThat(plan.profit(Scope.all())).isEqualByComparingTo("7100");
        assertThat(plan.profit(Scope.month(JANUARY))
                        .add(plan.profit(Scope.month(FEBRUARY)))
                        .add(plan.profit(Scope.month(MARCH))))
                .isEqualByComparingTo("7100");
        assertThat(plan.projection().profit()).isEqualByComparingTo("7100");
        assertThat(plan.explain(Kpi.PROFIT, Scope.month(MARCH)).text())
                .contains("traffic, people and fixed costs = 0 cost of the traffic from site + 0 people + 0 fixed costs"
                        + " + 1\u00a0000 initiative mailing\n");
    }

    /** Visits cost nothing in January, then 0.5 each: an effect is a change that has a cause. */
    @Test
    void whatItChangesIsInForceFromItsMonthOn() {
        PlanningConstants changed = quarter.plus(purchasing());
        assertThat(changed.in(JANUARY).value(Driver.costPerVisit("site"))).isEqualByComparingTo("0");
        assertThat(changed.in(MARCH).value(Driver.costPerVisit("site"))).isEqualByComparingTo("0.5");
        assertThat(changed.in(MARCH).initiatives()).isEmpty();
        assertThat(changed.changes()).isEmpty();
        assertThat(changed.inForce()).hasToString("[costPerVisit[site] 0.5 from 2027-02]");
        Plan plan = plan(SettledGoal.revenue("30000"), changed, NOTHING);
        long dearer = plan.traffic(Scope.month(FEBRUARY)) + plan.traffic(Scope.month(MARCH));
        assertThat(plan.trafficCost(Scope.all()).multiply(BigDecimal.valueOf(2)))
                .isEqualByComparingTo(BigDecimal.valueOf(dearer));
        assertThat(changed.changing(Driver.costPerVisit("site"), BigDecimal.TEN::multiply)
                        .in(MARCH)
                        .value(Driver.costPerVisit("site")))
                .isEqualByComparingTo("5");
    }

    @Test
    void overLaterMonthsIsLeftWhatIsAheadOfThem() {
        PlanningConstants later = quarter.plus(purchasing())
                .plus(mailing().monthlyCost(JANUARY, MARCH, "1000").build())
                .withHorizon(Horizon.of(MARCH, APRIL));
        assertThat(later.value(Driver.costPerVisit("site"))).isEqualByComparingTo("0.5");
        assertThat(later.inForce()).isEmpty();
        assertThat(later.initiativeCost(MARCH)).isEqualByComparingTo("1000");
        assertThat(later.initiativeCost(APRIL)).isZero();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> purchasing().withDirection(Direction.RETENTION))
                .withMessage("Initiative.effects must change constants of its direction, RETENTION, but changed"
                        + " costPerVisit[site], which is of CAPTURE.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mailing().cost(MARCH, "1").cost(MARCH, "2").build())
                .withMessage("Initiative.cost must be given once each, but was given twice: 2027-03.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mailing().cost(MARCH, "-1"))
                .withMessage("Initiative.Cost.amount must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quarter.plus(mailing().cost(APRIL, "1").build()))
                .withMessage(
                        "Initiative.Cost.month must be a month of the plan, from 2027-01 to 2027-03, but was 2027-04.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quarter.plus(purchasing()).plus(purchasing()))
                .withMessage("PlanningConstants.initiatives must be given once each, but was given twice: purchasing.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> quarter.plus(purchasing()).from(FEBRUARY, Driver.costPerVisit("site"), BigDecimal.ONE))
                .withMessage(
                        "PlanningConstants.from must leave costPerVisit[site] to the initiative purchasing, which changes"
                                + " it from 2027-02 on. Perhaps changing, for each of its values, was meant.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quarter.from(FEBRUARY, Driver.costPerVisit("site"), BigDecimal.ONE)
                        .plus(purchasing()))
                .withMessage(
                        "PlanningConstants.changes must hold one value of costPerVisit[site] from 2027-02 on, but held"
                                + " two.");
        assertThat(List.of(mailing().build().cost(MARCH))).containsExactly(BigDecimal.ZERO);
    }
}
