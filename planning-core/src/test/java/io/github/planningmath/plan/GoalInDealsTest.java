package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalInDealsTest {

    private static final Scope ALL = Scope.all();

    private static Plan plan(PlanningConstants constants, Position opening, long deals) {
        return Planner.withDefaults()
                .plan(FinancialGoal.deals(deals).withAfterHorizon(AfterHorizon.stops()), constants, opening)
                .orThrow();
    }

    /** Nobody buys again, so as many new ones; a fifth of the leads become deals, whatever they earn. */
    @Test
    void asksForSoManyNewOnesWhereNobodyBuysAgain() {
        PlanningConstants losing = constants().withProduct("crm", crm -> crm.withUnitCost(new BigDecimal("5000")));
        Plan plan = plan(losing, NOTHING, 37);
        assertThat(plan.requiredDeals()).isEqualTo(37);
        assertThat(plan.leads(ALL)).isEqualTo(185);
    }

    /** Of 100 customers a tenth buys in each of two months, and so does the new one of January in February. */
    @Test
    void countsThoseOfTheBase() {
        PlanningConstants loyal = constants()
                .withHorizon(Horizon.ofMonths(JANUARY, 2))
                .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.ONE, Ratio.of("0.1"))));
        Position base = Position.of(JANUARY, List.of(Position.Customers.of("crm", 3, 100)), List.of());
        assertThat(plan(loyal, base, 20).requiredDeals()).isZero();
        Plan plan = plan(loyal, base, 45);
        assertThat(plan.newDeals(ALL) + plan.repeatDeals(ALL)).isGreaterThanOrEqualTo(45);
        assertThat(plan.requiredDeals()).isEqualTo(24);
        assertThat(plan.repeatDeals(ALL)).isEqualTo(21);
    }

    @Test
    void isAWholeNumber() {
        assertThat(FinancialGoal.deals(400)).hasToString("deals 400");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinancialGoal.deals(1).withAmount(new BigDecimal("2.5")))
                .withMessage(
                        "FinancialGoal.amount must be a whole number of deals, but was 2.5. Perhaps another measure was"
                                + " meant.");
    }
}
