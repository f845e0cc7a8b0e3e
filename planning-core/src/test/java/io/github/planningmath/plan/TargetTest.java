package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.MARCH;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TargetTest {

    /** In each month half of the customers leave; deals by month are the differences of ceil(N / 3), ceil(2 N / 3), N. */
    private static final PlanningConstants QUARTER = SmallBusiness.constants()
            .withHorizon(Horizon.ofMonths(JANUARY, 3))
            .withAssortment(
                    Assortment.only(SmallBusiness.crm().withRepeat(new ConstantRepeat(Ratio.of(1, 2), Ratio.ZERO))));

    private static Outcome<Plan> outcome(FinancialGoal goal, PlanningConstants constants, Target... targets) {
        return Planner.withDefaults().withTargets(List.of(targets)).plan(goal, constants, NOTHING);
    }

    /** 15 deals, five in each month: 5/4 + 5/2 + 5 customers are left; of 14, 5 + 5 + 4, it is 7.75. */
    @Test
    void aGoalMayBeCustomersAtTheEnd() {
        FinancialGoal goal = SettledGoal.of(FinancialGoal.Measure.CUSTOMERS, BigDecimal.valueOf(8));
        Plan plan = outcome(goal, QUARTER).orThrow();
        assertThat(plan.requiredDeals()).isEqualTo(15);
        assertThat(plan.projection().reached(FinancialGoal.Measure.CUSTOMERS)).isEqualByComparingTo("8");
        assertThat(FinancialGoal.customers(8)).hasToString("customers 8");
        assertThat(FinancialGoal.Measure.CUSTOMERS.kpi()).isEqualTo(Kpi.BASE);
    }

    @Test
    void customersAreWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettledGoal.of(FinancialGoal.Measure.CUSTOMERS, new BigDecimal("1.5")))
                .withMessage(
                        "FinancialGoal.amount must be a whole number of customers, but was 1.5. Perhaps another measure was"
                                + " meant.");
    }

    /** Nothing is sold in March, and whoever came before has left. */
    @Test
    void noNumberOfDealsBringsCustomersWhoDoNotStay() {
        PlanningConstants leaving = QUARTER.withAssortment(
                        Assortment.only(SmallBusiness.crm().withRepeat(new ConstantRepeat(Ratio.ZERO, Ratio.ZERO))))
                .withSeason(Season.launch(JANUARY, "100%", "100%", "0%"));
        FinancialGoal goal = SettledGoal.of(FinancialGoal.Measure.CUSTOMERS, BigDecimal.ONE);
        assertThat(outcome(goal, leaving).<String>fold(plan -> "reached", Unreachable::toString))
                .isEqualTo(
                        "Goal customers 1 cannot be reached: whoever becomes a customer of crm has left before the plan ends."
                                + " Nearest: customers 0.");
    }

    /** March has floor(N / 3) deals. */
    @Test
    void aTargetMayTakeMoreDealsThanTheGoal() {
        Target target = Target.of(Kpi.DEALS, Scope.month(MARCH), "5");
        Plan plan = outcome(SettledGoal.revenue("10000"), QUARTER, target).orThrow();
        assertThat(plan.requiredDeals()).isEqualTo(15);
        assertThat(plan.targets()).containsExactly(target);
        assertThat(plan.document().outcome().orThrow().requiredDeals()).isEqualTo(15);
        assertThat(steps(plan.explain(Kpi.NEW_DEALS, Scope.all())).map(Derivation::label))
                .contains("new deals, the number that reaches the goal and meets deals · 2027-03 of at least 5");
    }

    private static Stream<Derivation> steps(Derivation derivation) {
        return Stream.concat(Stream.of(derivation), derivation.inputs().stream().flatMap(TargetTest::steps));
    }

    @Test
    void aTargetThatTheGoalMeetsChangesNothing() {
        Plan plan = outcome(SettledGoal.revenue("10000"), QUARTER, Target.customers(5))
                .orThrow();
        assertThat(plan.requiredDeals()).isEqualTo(10);
    }

    @Test
    void aQuarterIsTheSumOfItsMonths() {
        Plan plan = outcome(
                        SettledGoal.revenue("10000"), QUARTER, Target.of(Kpi.REVENUE, Scope.quarter(JANUARY), "12000"))
                .orThrow();
        assertThat(plan.requiredDeals()).isEqualTo(12);
        assertThat(plan.revenue(Scope.quarter(JANUARY))).isEqualByComparingTo("12000");
        assertThat(plan.deals(Scope.months(JANUARY, SmallBusiness.FEBRUARY))).isEqualTo(8);
        assertThat(plan.norm(Kpi.DEALS, Scope.quarter(JANUARY))).hasToString("deals · 2027-01 to 2027-03: 12");
    }

    /** Each deal loses 100, so that at most ten may be made. */
    @Test
    void whereMoreDealsHurtTheGoalThereMayBeFewThatDoBoth() {
        PlanningConstants losing =
                QUARTER.withAssortment(Assortment.only(SmallBusiness.product("crm", "1000", "1100")));
        FinancialGoal goal = SettledGoal.of(FinancialGoal.Measure.CONTRIBUTION, BigDecimal.valueOf(-1000));
        assertThat(outcome(goal, losing, Target.of(Kpi.DEALS, Scope.all(), "7"))
                        .orThrow()
                        .requiredDeals())
                .isEqualTo(7);
        Target tooMany = Target.of(Kpi.DEALS, Scope.all(), "20");
        Outcome<Plan> outcome = outcome(goal, losing, tooMany, Target.of(Kpi.DEALS, Scope.all(), "7"));
        assertThat(outcome).isInstanceOf(Unreachable.class);
        Unreachable<Plan> refusal = (Unreachable<Plan>) outcome;
        assertThat(refusal.obstacles()).containsExactly(new Obstacle.TargetMissed(tooMany, BigDecimal.TEN));
        assertThat(refusal.nearest()).isEqualTo(goal);
        assertThat(refusal)
                .hasToString("Goal contribution -1000 cannot be reached with all its targets: deals · whole plan of at"
                        + " least 20 is missed, the nearest is 10. Nearest: contribution -1000.");
    }

    @Test
    void whatNoLeadCanReachIsMissedAndProved() {
        PlanningConstants slow = QUARTER.withTiers(
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 1, ChannelMix.only("site"))));
        Target january = Target.of(Kpi.DEALS, Scope.month(JANUARY), "1");
        assertThat(outcome(SettledGoal.revenue("3000"), slow, january)
                        .<Object>fold(plan -> plan, Unreachable::obstacles))
                .isEqualTo(List.of(new Obstacle.TargetMissed(january, BigDecimal.ZERO)));
    }

    @Test
    void whatTheGoalCannotReachIsSaidOfTheGoal() {
        PlanningConstants losing =
                QUARTER.withAssortment(Assortment.only(SmallBusiness.product("crm", "1000", "1100")));
        assertThat(outcome(
                                SettledGoal.of(FinancialGoal.Measure.CONTRIBUTION, BigDecimal.ONE),
                                losing,
                                Target.customers(1))
                        .<Object>fold(plan -> plan, Unreachable::nearest))
                .isEqualTo(SettledGoal.of(FinancialGoal.Measure.CONTRIBUTION, BigDecimal.ZERO));
    }

    @Test
    void comparedPlansNameTheTargetsThatOnlyOneHas() {
        Plan one = outcome(SettledGoal.revenue("10000"), QUARTER).orThrow();
        Plan other = outcome(SettledGoal.revenue("10000"), QUARTER, Target.customers(5))
                .orThrow();
        assertThat(one.compare(other)).hasToString("""
                        The plans have the same norms.
                        Targets of the second only: current base · whole plan of at least 5.
                        """);
    }

    @Test
    void ofANormThatDealsDoNotBringIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(Kpi.LEADS, Scope.all(), "5"))
                .withMessage(
                        "Target.kpi must be a norm that deals bring (revenue, contribution, profit, deals, new deals, repeat"
                                + " deals, current base), but was leads.");
    }

    @Test
    void overAScopeWithoutSuchANormIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(Kpi.DEALS, Scope.all().channel("site"), "5"))
                .withMessage("Target.scope must be one that deals has a norm for, but was site.");
    }

    @Test
    void ofPartOfADealIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(Kpi.DEALS, Scope.all(), "5.5"))
                .withMessage("Target.atLeast must be a whole number, as deals are counted, but was 5.5.");
    }

    @Test
    void severalMonthsBeginWithTheFirst() {
        assertThat(Scope.months(JANUARY, JANUARY)).isEqualTo(Scope.month(JANUARY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scope.months(MARCH, JANUARY))
                .withMessage("Scope.through must be after the first month, 2027-03, but was 2027-01.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scope(null, MARCH, null, null, null))
                .withMessage("Scope.through must be after the first month, which must be given, but was 2027-03.");
    }

    @Test
    void aTargetOfAMonthThatThePlanDoesNotHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        outcome(SettledGoal.revenue("1"), QUARTER, Target.of(Kpi.DEALS, Scope.quarter(MARCH), "1")))
                .withMessageStartingWith("Scope.through must be a month of the plan");
    }
}
