package io.github.planningmath.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.staffing.DeskPlan;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.HiringPlan;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.InboundDesk;
import io.github.planningmath.staffing.InboundLoad;
import io.github.planningmath.staffing.OverAssignment;
import io.github.planningmath.staffing.ResponseTarget;
import io.github.planningmath.staffing.SalesCapacity;
import io.github.planningmath.staffing.SalesQuota;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.StableQueue;
import io.github.planningmath.staffing.UnstableQueue;
import io.github.planningmath.staffing.WeeklyLoad;
import io.github.planningmath.staffing.WeeklyRota;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.staffing.WorkingWeek;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Teams, hiring plans, desks and queues as documents. */
class PeopleJsonTest {

    private static final Class<?>[] TYPES = {SalesTeam.class, HiringPlan.class, InboundDesk.class, DeskPlan.class};
    private static final ObjectMapper JACKSON_2 = DocumentMappers.jackson2();
    private static final tools.jackson.databind.ObjectMapper JACKSON_3 =
            DocumentMappers.jackson3().rebuild().registerSubtypes(TYPES).build();

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final Workload WORK = new Workload(
            Horizon.ofMonths(JANUARY, 2),
            List.of(new Workload.Work(JANUARY, SalesTier.CONSULTATIVE, 900L, 120L, 30L, 400L)));
    private static final SalesTeam TEAM = new SalesTeam(
            Map.of(
                    SalesTier.CONSULTATIVE,
                    new HandlingEffort(Ratio.of("37.5"), Ratio.of(2), Ratio.of(90), Ratio.of(30), Ratio.of("1/3"))),
            new WorkingTime(Ratio.of(160), Map.of(JANUARY, Ratio.of(128)), Rate.percent(80)),
            3L,
            HiringTerms.of("3000")
                    .withRampUp("25%", "1/3")
                    .withAttrition("1.5%")
                    .withLeadMonths(1)
                    .withCostPerHire("500"));
    private static final InboundDesk DESK = InboundDesk.of(
                    WeeklyLoad.steady(List.of(DayOfWeek.MONDAY), 9, 17, 40, Duration.ofSeconds(150))
                            .withPatience(Duration.ofMinutes(2)),
                    ResponseTarget.of("80%", Duration.ofSeconds(20))
                            .withMostLost("3%")
                            .withMostOccupancy("85%"),
                    "30%",
                    WorkingWeek.of(5, 8),
                    "2500")
            .withCallsPerLead("0.5");

    static {
        JACKSON_2.registerSubtypes(TYPES);
    }

    private static <T> void bothWays(T value, Class<T> type) throws IOException {
        for (String text : List.of(JACKSON_2.writeValueAsString(value), JACKSON_3.writeValueAsString(value))) {
            assertThat(JACKSON_2.readValue(text, type)).isEqualTo(value);
            assertThat(JACKSON_3.readValue(text, type)).isEqualTo(value);
        }
    }

    @Test
    void peopleGoBothWays() throws IOException {
        for (PeopleCost people :
                List.of(TEAM, TEAM.staffed(WORK), DESK, Teams.of(TEAM, DESK, Payroll.perMonth("12.5")))) {
            bothWays(people, PeopleCost.class);
        }
    }

    private static <T> void through(T value, Class<T> type) throws IOException {
        assertThat(JACKSON_2.readValue(JACKSON_2.writeValueAsString(value), type))
                .isEqualTo(value);
        assertThat(JACKSON_3.readValue(JACKSON_3.writeValueAsString(value), type))
                .isEqualTo(value);
    }

    @Test
    void theirObstacleGoesBothWays() throws IOException {
        bothWays(new Obstacle.PeopleTooDear(7L), Obstacle.class);
        bothWays(new Obstacle.DeskOverloaded(JANUARY, 8L, 7L), Obstacle.class);
    }

    @Test
    void resultsGoThroughEitherJackson() throws IOException {
        InboundLoad load = InboundLoad.of(200, Duration.ofMinutes(3));
        through(WORK, Workload.class);
        through(DESK.rota(), WeeklyRota.class);
        through(DESK.staffed(WORK), DeskPlan.class);
        through(load.queue(14).orThrow(), StableQueue.class);
        through(new UnstableQueue(load, 10, 11), UnstableQueue.class);
        through(
                new SalesQuota(
                        OverAssignment.forAttainment("80%"),
                        List.of(new SalesQuota.Quota("Anna", JANUARY, 3L, new BigDecimal("12.5")))),
                SalesQuota.class);
        through(
                new SalesCapacity(new BigDecimal("150000"), Rate.percent(85), 7L, 3L, Ratio.percent(40)),
                SalesCapacity.class);
    }

    @Test
    void aPersonCanWriteThem() throws IOException {
        String text =
                "{\"type\":\"teams\",\"teams\":[{\"type\":\"payroll\",\"perMonth\":1000},{\"type\":\"sales-team\","
                        + "\"effort\":{\"CONSULTATIVE\":{\"minutesPerLead\":\"45\",\"meetingsPerDeal\":\"2\","
                        + "\"minutesPerMeeting\":\"90\",\"minutesPerRepeatDeal\":\"30\",\"minutesPerCustomer\":\"0\"}},"
                        + "\"workingTime\":{\"hoursPerMonth\":\"160\",\"otherMonths\":{\"2027-01\":\"128\"},\"utilisation\":\"80%\"},"
                        + "\"openingStaff\":2,\"terms\":{\"salaryPerMonth\":3000,\"costPerHire\":500,\"rampUp\":[\"25%\",\"60%\"],"
                        + "\"attritionPerMonth\":\"1%\",\"leadMonths\":1}}]}";
        Teams written = Teams.of(
                Payroll.perMonth("1000"),
                new SalesTeam(
                        Map.of(
                                SalesTier.CONSULTATIVE,
                                new HandlingEffort(Ratio.of(45), Ratio.of(2), Ratio.of(90), Ratio.of(30), Ratio.ZERO)),
                        new WorkingTime(Ratio.of(160), Map.of(JANUARY, Ratio.of(128)), Rate.percent(80)),
                        2L,
                        HiringTerms.of("3000")
                                .withRampUp("25%", "60%")
                                .withAttrition("1%")
                                .withLeadMonths(1)
                                .withCostPerHire("500")));

        assertThat(JACKSON_2.readValue(text, PeopleCost.class)).isEqualTo(written);
        assertThat(JACKSON_3.readValue(text, PeopleCost.class)).isEqualTo(written);
    }
}
