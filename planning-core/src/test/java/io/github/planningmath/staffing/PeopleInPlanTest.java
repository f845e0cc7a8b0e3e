package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.plan.Solver;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.Unknown;
import io.github.planningmath.plan.Unreachable;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans whose people are as many as the plan's work takes: their cost stands inside the profit that the plan reaches. */
class PeopleInPlanTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final Position NOTHING = Position.empty(JANUARY);
    private static final SalesTeam TEAM = team("3000");

    private static SalesTeam team(String salary) {
        return new SalesTeam(
                Map.of(SalesTier.CONSULTATIVE, HandlingEffort.of("60", "2", "90")),
                WorkingTime.of("160", "75%"),
                2L,
                HiringTerms.of(salary)
                        .withRampUp("25%", "60%")
                        .withAttrition("1%")
                        .withLeadMonths(1)
                        .withCostPerHire("2000"));
    }

    /** A product at 1,000 with a unit cost of 300, one lead in five becomes a deal, a lead costs 25. */
    private static PlanningConstants constants(int months) {
        return PlanningConstants.of(
                        "EUR",
                        Horizon.ofMonths(JANUARY, months),
                        Assortment.only(new Product(
                                "crm",
                                SalesTier.CONSULTATIVE,
                                new BigDecimal("1000"),
                                new BigDecimal("300"),
                                null,
                                new ConstantRepeat(Ratio.percent(90), Ratio.percent(4)),
                                null,
                                List.of(),
                                null)),
                        List.of(new Channel(
                                "site",
                                MarketingApproach.INDUSTRY,
                                Rate.percent(5),
                                Rate.percent(40),
                                CostPerVisit.of("0.5"),
                                null)),
                        Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))))
                .withFixedCosts(FixedCosts.perMonth("10000"))
                .withPeopleCost(TEAM);
    }

    private static Outcome<Plan> outcome(String profit, PlanningConstants constants) {
        return Planner.withDefaults().plan(SettledGoal.profit(profit), constants, NOTHING);
    }

    /** Contribution less traffic and fixed costs, and less a hiring plan made apart. */
    private static BigDecimal profit(Plan plan, SalesTeam team) {
        Scope all = Scope.all();
        return plan.contribution(all)
                .subtract(plan.trafficCost(all))
                .subtract(new BigDecimal("10000")
                        .multiply(BigDecimal.valueOf(plan.constants().horizon().months())))
                .subtract(team.staffed(plan.workload()).totalCost());
    }

    /** What the traffic for a number of deals comes to, from a plan whose goal is just these deals. */
    private static Plan planOf(long deals, PlanningConstants constants) {
        PlanningConstants free = constants.withPeopleCost(Payroll.none()).withFixedCosts(FixedCosts.none());
        BigDecimal revenue = BigDecimal.ZERO;
        Plan plan = Planner.withDefaults()
                .plan(SettledGoal.revenue(revenue), free, NOTHING)
                .orThrow();
        long low = 0;
        long high = 10_000_000;
        while (low < high) {
            long middle = (low + high) / 2;
            plan = Planner.withDefaults()
                    .plan(SettledGoal.revenue(BigDecimal.valueOf(middle)), free, NOTHING)
                    .orThrow();
            if (required(plan) < deals) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Planner.withDefaults()
                .plan(SettledGoal.revenue(BigDecimal.valueOf(low)), free, NOTHING)
                .orThrow();
    }

    private static long required(Plan plan) {
        Long deals = plan.requiredDeals();
        return deals == null ? -1 : deals;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-50000", "0", "100000", "500000", "1234567.89"})
    void theProfitIsReachedAfterSalariesAndOneDealFewerDoesNotReachIt(String goal) {
        PlanningConstants constants = constants(12);
        Plan plan = outcome(goal, constants).orThrow();

        assertThat(plan.profit(Scope.all())).isEqualByComparingTo(profit(plan, TEAM));
        assertThat(plan.profit(Scope.all())).isGreaterThanOrEqualTo(new BigDecimal(goal));
        long deals = required(plan);
        Plan fewer = planOf(deals - 1, constants);
        assertThat(required(fewer)).isEqualTo(deals - 1);
        BigDecimal withFewer =
                Projection.of(constants, NOTHING, fewer.traffic()).profit();
        assertThat(withFewer).isLessThan(new BigDecimal(goal));
    }

    @Test
    void thePeopleOfThePlanAreTheHiringPlanForItsWork() {
        Plan plan = outcome("500000", constants(12)).orThrow();
        HiringPlan hiring = TEAM.staffed(plan.workload());

        assertThat(plan.people()).isEqualTo(hiring);
        assertThat(hiring.hires()).isNotEmpty();
        assertThat(hiring.shortfalls())
                .extracting(Shortfall::month)
                .allMatch(month -> month.isBefore(YearMonth.of(2027, 4)));
    }

    @Test
    void theWorkIsThatOfTheNorms() {
        Plan plan = outcome("500000", constants(12)).orThrow();

        for (Workload.Work work : plan.workload().work()) {
            Scope scope = Scope.month(work.month()).tier(work.tier());
            assertThat(work.leads()).isEqualTo(plan.leads(scope));
            assertThat(work.newDeals()).isEqualTo(plan.newDeals(scope));
            assertThat(work.repeatDeals()).isEqualTo(plan.repeatDeals(scope));
            assertThat(work.customers()).isEqualTo(plan.base(scope));
        }
        assertThat(plan.workload().work()).hasSize(12);
    }

    @Test
    void monthsAddUpAndTheDerivationShowsThePeople() {
        Plan plan = outcome("500000", constants(12)).orThrow();
        BigDecimal months = plan.constants().horizon().all().stream()
                .map(month -> plan.profit(Scope.month(month)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(months).isEqualByComparingTo(plan.profit(Scope.all()));
        assertThat(plan.explain(Kpi.PROFIT, Scope.all()).toString())
                .contains("people")
                .contains(TEAM.staffed(plan.workload())
                        .totalCost()
                        .stripTrailingZeros()
                        .toPlainString()
                        .substring(0, 3));
    }

    @Test
    void aHigherGoalNeverTakesFewerDeals() {
        long before = 0;
        for (int goal = -200_000; goal <= 1_000_000; goal += 40_000) {
            long deals = required(outcome(Integer.toString(goal), constants(6)).orThrow());
            assertThat(deals).isGreaterThanOrEqualTo(before);
            before = deals;
        }
    }

    @Test
    void dearerPeopleTakeMoreDeals() {
        PlanningConstants constants = constants(12);

        assertThat(required(outcome("500000", constants.withPeopleCost(team("4000")))
                        .orThrow()))
                .isGreaterThan(required(outcome("500000", constants).orThrow()));
    }

    @Test
    void aHiringPlanAloneIsACostByMonth() {
        Plan plan = outcome("500000", constants(12)).orThrow();
        HiringPlan hiring = TEAM.staffed(plan.workload());
        Plan again = outcome("500000", constants(12).withPeopleCost(hiring)).orThrow();

        assertThat(again.requiredDeals()).isEqualTo(plan.requiredDeals());
        assertThat(again.profit(Scope.all())).isEqualByComparingTo(plan.profit(Scope.all()));
    }

    @Test
    void peopleWhoCostMoreThanTheirDealsContributeAreAnObstacle() {
        Outcome<Plan> outcome = outcome("500000", constants(12).withPeopleCost(team("60000")));

        assertThat(outcome).isInstanceOf(Unreachable.class);
        String answer = outcome.fold(plan -> "reached", refusal -> {
            assertThat(refusal.obstacles()).singleElement().isInstanceOf(Obstacle.PeopleTooDear.class);
            return refusal.obstacles().get(0).toString();
        });
        assertThat(answer)
                .startsWith("beyond ")
                .endsWith(" new deals the people and the traffic for more cost more than they contribute");
    }

    @Test
    void theSolverPaysThePeopleToo() {
        PlanningConstants constants = constants(12);
        Plan plan = outcome("300000", constants).orThrow();
        BigDecimal cent = new BigDecimal("0.01");
        Plan solved = Solver.withDefaults()
                .solution(Unknown.price("crm", cent), SettledGoal.profit("350000"), constants, NOTHING, plan.traffic())
                .orThrow()
                .plan();

        assertThat(solved.profit(Scope.all())).isGreaterThanOrEqualTo(new BigDecimal("350000"));
        assertThat(solved.people()).isEqualTo(plan.people());
    }

    @Test
    void goalsOfRevenueDoNotDependOnPeople() {
        FinancialGoal revenue = SettledGoal.revenue("900000");
        Plan without = Planner.withDefaults()
                .plan(revenue, constants(12).withPeopleCost(Payroll.none()), NOTHING)
                .orThrow();
        Plan with = Planner.withDefaults().plan(revenue, constants(12), NOTHING).orThrow();

        assertThat(with.requiredDeals()).isEqualTo(without.requiredDeals());
    }

    @Test
    void teamsAreStaffedTogether() {
        Payroll house = Payroll.perMonth("1000");
        Plan plan = outcome("500000", constants(12).withPeopleCost(Teams.of(TEAM, house)))
                .orThrow();

        assertThat(plan.people()).isEqualTo(Teams.of(TEAM.staffed(plan.workload()), house));
        assertThat(Teams.of(house, house).followsWork()).isFalse();
        assertThat(Teams.of(house, house).cost(JANUARY)).isEqualByComparingTo("2000");
    }

    @Test
    void aPromisedResponseTimeStandsInsideTheProfit() {
        WeeklyLoad week = WeeklyLoad.steady(
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                9,
                18,
                12,
                Duration.ofMinutes(6));
        InboundDesk relaxed = InboundDesk.of(
                week, ResponseTarget.of("80%", Duration.ofMinutes(15)), "30%", WorkingWeek.of(5, 8), "2500");
        InboundDesk swift = relaxed.withTarget(ResponseTarget.of("95%", Duration.ofSeconds(20)));
        PlanningConstants constants = constants(12);

        assertThat(swift.people()).isGreaterThan(relaxed.people());
        Plan cheap = outcome("300000", constants.withPeopleCost(relaxed)).orThrow();
        Plan dear = outcome("300000", constants.withPeopleCost(swift)).orThrow();
        assertThat(required(dear)).isGreaterThan(required(cheap));

        Plan withLeads = outcome("300000", constants.withPeopleCost(swift.withCallsPerLead("1.5")))
                .orThrow();
        assertThat(withLeads.people()).isEqualTo(swift.withCallsPerLead("1.5").staffed(withLeads.workload()));
        assertThat(withLeads.profit(Scope.all())).isGreaterThanOrEqualTo(new BigDecimal("300000"));
        assertThat(required(withLeads)).isGreaterThan(required(dear));
    }
}
