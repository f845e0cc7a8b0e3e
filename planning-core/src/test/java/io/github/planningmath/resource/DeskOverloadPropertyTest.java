package io.github.planningmath.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.Unreachable;
import io.github.planningmath.staffing.InboundDesk;
import io.github.planningmath.staffing.ResponseTarget;
import io.github.planningmath.staffing.WeeklyLoad;
import io.github.planningmath.staffing.WorkingWeek;
import io.github.planningmath.traffic.CostPerVisit;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Businesses whose leads call a desk, and whose deals hardly anything bounds. */
class DeskOverloadPropertyTest {

    private static final FinancialGoal GOAL = SettledGoal.profit("22500");

    private static InboundDesk desk(int callsPerHour, String callsPerLead, Duration handling, String salary) {
        WeeklyLoad week = WeeklyLoad.steady(List.of(DayOfWeek.MONDAY), 9, 17, callsPerHour, handling);
        ResponseTarget target = ResponseTarget.of("80%", Duration.ofSeconds(20));
        return InboundDesk.of(week, target, "30%", WorkingWeek.of(5, 8), salary).withCallsPerLead(callsPerLead);
    }

    private static PlanningConstants with(PeopleCost people) {
        return BottleneckTest.constants().withPeopleCost(people);
    }

    @Example
    void anAmpleBudgetIsLimitedByWhatTheDeskCanBeStaffedFor() {
        PlanningConstants constants = with(desk(10, "1.5", Duration.ofMinutes(3), "0"));
        Feasibility both = Bottleneck.withDefaults()
                .feasibility(
                        GOAL,
                        constants,
                        BottleneckTest.NOTHING,
                        Resources.unlimited().withBudget("1000000000000000"))
                .orThrow();

        // 5,000,000 erlangs are 100,000,000 calls an hour, eight hours a week, less the ten an hour that come anyway
        long january = 99_999_990L * 8 * 31 / 7 * 2 / 3;
        assertThat(both.bottomUp().workload().in(BottleneckTest.JANUARY))
                .allSatisfy(work -> assertThat((double) work.leads()).isLessThanOrEqualTo(january * 1.000001));
        assertThat(both.most()).isNotNull();
    }

    @Example
    void aGoalBeyondTheDeskNamesIt() {
        PlanningConstants constants = with(Teams.of(desk(10, "1", Duration.ofMinutes(3), "1")));
        Outcome<Plan> outcome =
                Planner.withDefaults().plan(SettledGoal.profit("1000000000000000"), constants, BottleneckTest.NOTHING);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        refusal -> assertThat(
                                        ((Unreachable<?>) refusal).obstacles().get(0))
                                .isInstanceOf(Obstacle.DeskOverloaded.class));
        assertThat(Planner.withDefaults()
                        .plan(SettledGoal.revenue("1000000000000000"), constants, BottleneckTest.NOTHING))
                .isInstanceOfSatisfying(
                        Unreachable.class,
                        refusal -> assertThat(
                                        ((Unreachable<?>) refusal).obstacles().get(0))
                                .isInstanceOf(Obstacle.DeskOverloaded.class));
    }

    @Provide
    Arbitrary<InboundDesk> desks() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.of("0.1", "1", "2.5"),
                        Arbitraries.integers().between(1, 60).map(Duration::ofMinutes),
                        Arbitraries.of("0", "1", "2500"))
                .as(DeskOverloadPropertyTest::desk);
    }

    @Property(tries = 60)
    void theAnswerIsNeverAnException(
            @ForAll("desks") InboundDesk desk,
            @ForAll @IntRange(max = 3) int cost,
            @ForAll @IntRange(min = 3, max = 17) int goalDigits,
            @ForAll @IntRange(min = 3, max = 17) int budgetDigits) {
        PlanningConstants constants = with(desk)
                .withChannel(
                        "site",
                        site -> site.withCost(CostPerVisit.of(
                                BigDecimal.valueOf(cost).movePointLeft(1).toPlainString())));
        FinancialGoal goal = SettledGoal.profit(BigDecimal.TEN.pow(goalDigits).toPlainString());
        FeasibilityResult result = Bottleneck.withDefaults()
                .feasibility(
                        goal,
                        constants,
                        BottleneckTest.NOTHING,
                        Resources.unlimited()
                                .withBudget(BigDecimal.TEN.pow(budgetDigits).toPlainString()));

        assertThat(result).isInstanceOf(Feasibility.class);
        assertThat(result.orThrow().bottomUp().people().cost(BottleneckTest.JANUARY))
                .isNotNegative();
        assertThat(result.orThrow()
                        .topDown()
                        .<Boolean>fold(
                                plan -> plan.people() != null,
                                refusal -> !refusal.obstacles().isEmpty()))
                .isTrue();
    }
}
