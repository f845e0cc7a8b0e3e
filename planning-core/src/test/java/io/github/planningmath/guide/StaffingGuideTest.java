package io.github.planningmath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.HiringPlan;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.InboundDesk;
import io.github.planningmath.staffing.InboundLoad;
import io.github.planningmath.staffing.OverAssignment;
import io.github.planningmath.staffing.ResponseTarget;
import io.github.planningmath.staffing.SalesQuota;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.StableQueue;
import io.github.planningmath.staffing.WeeklyLoad;
import io.github.planningmath.staffing.WeeklyRota;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.staffing.WorkingWeek;
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

/** The calls that a user makes to staff a plan, from outside of the library's packages. */
class StaffingGuideTest {

    private final YearMonth january = YearMonth.of(2027, 1);
    private final Position opening = Position.empty(january);
    private final PlanningConstants constants = PlanningConstants.of(
            "EUR",
            Horizon.year(2027),
            Assortment.only(new Product(
                    "crm",
                    SalesTier.CONSULTATIVE,
                    new BigDecimal("1500"),
                    new BigDecimal("300"),
                    null,
                    RepeatBehaviour.none(),
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
            Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))));

    @Test
    void managersForAPlanAndTheirSalariesInsideItsProfit() {
        SalesTeam managers = new SalesTeam(
                Map.of(SalesTier.CONSULTATIVE, HandlingEffort.of("45", "3", "90")),
                WorkingTime.of("160", "80%"),
                3L,
                HiringTerms.of("3000")
                        .withRampUp("25%", "60%")
                        .withAttrition("1%")
                        .withLeadMonths(2));
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("600000"), constants.withPeopleCost(managers), opening)
                .orThrow();
        HiringPlan hiring = managers.staffed(plan.workload());

        assertThat(plan.profit(Scope.all())).isGreaterThanOrEqualTo(new BigDecimal("600000"));
        assertThat(hiring.hires()).isNotEmpty();
        assertThat(hiring.shortfalls()).allMatch(shortfall -> shortfall.month().isBefore(january.plusMonths(4)));
    }

    @Test
    void aPromisedResponseTimeAndItsPrice() {
        List<DayOfWeek> workdays =
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        InboundDesk desk = InboundDesk.of(
                WeeklyLoad.steady(workdays, 9, 18, 40, Duration.ofMinutes(3)),
                ResponseTarget.of("80%", Duration.ofSeconds(20)),
                "30%",
                WorkingWeek.of(5, 9),
                "2500");
        Plan plan = Planner.withDefaults()
                .plan(
                        FinancialGoal.profit("600000"),
                        constants.withPeopleCost(Teams.of(desk, Payroll.perMonth("20000"))),
                        opening)
                .orThrow();

        // five agents an hour are eight on the rota, and in one shift of nine hours eight people
        assertThat(desk.people()).isEqualTo(desk.rota().hours().get(0).rostered());
        assertThat(desk.rota().people(WorkingWeek.of(5, 8)))
                .as("nine hours are two shifts of eight")
                .isEqualTo(2 * desk.people());
        assertThat(plan.profit(Scope.all())).isGreaterThanOrEqualTo(new BigDecimal("600000"));
    }

    @Test
    void agentsForAServiceLevel() {
        InboundLoad calls = InboundLoad.of(200, Duration.ofMinutes(3)).withPatience(Duration.ofMinutes(5));
        int agents = calls.agentsFor(ResponseTarget.of("80%", Duration.ofSeconds(20)));
        StableQueue queue = calls.queue(agents).orThrow();

        assertThat(queue.serviceLevel(Duration.ofSeconds(20))).isGreaterThanOrEqualTo(0.8);
        assertThat(queue.lostPerHour()).isPositive();

        InboundLoad patient = InboundLoad.of(200, Duration.ofMinutes(3));
        ResponseTarget target = ResponseTarget.of("80%", Duration.ofSeconds(20));
        assertThat(patient.agentsFor(target)).isEqualTo(14);
        assertThat(patient.agentsFor(target.withMostOccupancy("70%"))).isEqualTo(15);
    }

    @Test
    void elevenAtEveryPeakAreSixteenPeople() {
        ResponseTarget target = ResponseTarget.of("80%", Duration.ofSeconds(20));
        double calls = 100;
        while (InboundLoad.of(calls, Duration.ofMinutes(3)).agentsFor(target) < 11) {
            calls++;
        }
        WeeklyRota rota = WeeklyLoad.steady(List.of(DayOfWeek.values()), 9, 17, calls, Duration.ofMinutes(3))
                .rota(target, Ratio.ZERO);

        assertThat(rota.people(WorkingWeek.of(5, 8))).isEqualTo(16);
    }

    @Test
    void quotasForThoseWhoSell() {
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("600000"), constants, opening)
                .orThrow();
        Mix<String> managers = Mix.ofWeights(Map.of("Anna", Ratio.of(3), "Boris", Ratio.of(2)));
        OverAssignment over = OverAssignment.forAttainment("80%");
        SalesQuota quota = SalesQuota.of(plan, Scope.all(), managers, over);

        assertThat(quota.deals()).isEqualTo(over.quota(plan.deals(Scope.all())));
    }
}
