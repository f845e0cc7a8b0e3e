package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeeklyRotaTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2027, 2);
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);
    private static final ResponseTarget TARGET = ResponseTarget.of("80%", Duration.ofSeconds(20));
    private static final WeeklyLoad WEEK =
            WeeklyLoad.steady(List.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), 8, 12, 200, THREE_MINUTES);

    @Test
    void everyHourHasWholePeopleAndTheWeekAddsUp() {
        WeeklyRota rota = WEEK.rota(TARGET, Ratio.percent(30));

        assertThat(rota.hours()).hasSize(8);
        assertThat(rota.hours()).extracting(WeeklyRota.Hour::agents).containsOnly(14L);
        assertThat(rota.hours()).extracting(WeeklyRota.Hour::rostered).containsOnly(20L);
        assertThat(rota.rosteredHours()).isEqualTo(160);
        assertThat(rota.people(WorkingWeek.of(5, 8)))
                .as("no fewer than an hour takes")
                .isEqualTo(20);
        assertThat(rota.people(WorkingWeek.of(1, 4)))
                .as("a person for each day and place")
                .isEqualTo(40);
        assertThat(rota.people(WorkingWeek.of(5, 3)))
                .as("four hours take two shifts of three")
                .isEqualTo(40);
        assertThat(rota.lostPerWeek()).isZero();
    }

    /** Eleven at each day's peak, seven days a week: 77 shifts, of which a person works five. */
    @Test
    void elevenAtEachDaysPeakAreSixteenPeopleOfFiveDays() {
        WeeklyRota.Hour peak = new WeeklyRota.Hour(DayOfWeek.MONDAY, 12, 100.0, 11L, 11L, 0.0);
        List<WeeklyRota.Hour> hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new WeeklyRota.Hour(day, peak.hour(), peak.calls(), peak.agents(), peak.rostered(), 0.0))
                .toList();
        WeeklyRota rota = new WeeklyRota(TARGET, Ratio.ZERO, hours);

        assertThat(rota.people(WorkingWeek.of(5, 8))).isEqualTo(16);
        assertThat(rota.people(WorkingWeek.of(7, 8))).isEqualTo(11);
        assertThat(rota.people(WorkingWeek.of(3, 12))).isEqualTo(26);
    }

    @Test
    void aWorkingWeekHasDaysAndHours() {
        assertThat(WorkingWeek.of(5, 8).hours()).isEqualTo(40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingWeek.of(8, 8))
                .withMessage("WorkingWeek.days must be from 1 to 7, but was 8.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingWeek.of(5, 40))
                .withMessage("WorkingWeek.shiftHours must be from 1 to 24, but was 40.");
    }

    @Test
    void shrinkageIsDividedByAndRoundedUpOnce() {
        assertThat(WeeklyRota.rostered(14, Ratio.percent(30))).isEqualTo(20);
        assertThat(WeeklyRota.rostered(7, Ratio.percent(30))).isEqualTo(10);
        assertThat(WeeklyRota.rostered(8, Ratio.percent(30))).isEqualTo(12);
        assertThat(WeeklyRota.rostered(8, Ratio.ZERO)).isEqualTo(8);
        assertThat(WeeklyRota.rostered(2, Ratio.of(1, 3))).isEqualTo(3);
    }

    @Test
    void lostCallsOfTheWeekTakeTheirRevenueAlong() {
        WeeklyRota rota = WEEK.withPatience(Duration.ofMinutes(5)).rota(TARGET, Ratio.ZERO);
        StableQueue hour = InboundLoad.of(200, THREE_MINUTES)
                .withPatience(Duration.ofMinutes(5))
                .queue(rota.hours().get(0).agents().intValue())
                .orThrow();

        assertThat(rota.lostPerWeek()).isCloseTo(8 * hour.lostPerHour(), within(1e-9));
        assertThat(rota.lostRevenuePerWeek(new BigDecimal("50"))).isCloseTo(400 * hour.lostPerHour(), within(1e-6));
    }

    @Test
    void leadsAddTheirCallsToTheWeekOfTheirMonth() {
        InboundDesk desk = InboundDesk.of(WEEK, TARGET, "30%", WorkingWeek.of(5, 8), "2500")
                .withCallsPerLead("0.5");
        Workload work = new Workload(
                Horizon.ofMonths(FEBRUARY, 2),
                List.of(
                        new Workload.Work(FEBRUARY, SalesTier.TRANSACTIONAL, 6_000L, 0L, 0L, 0L),
                        new Workload.Work(FEBRUARY, SalesTier.CONSULTATIVE, 6_800L, 0L, 0L, 0L)));

        // 6,400 calls over four weeks of February double the week's 1,600
        DeskPlan plan = desk.staffed(work);
        assertThat(plan.months()).hasSize(2);
        assertThat(plan.in(FEBRUARY).people())
                .isEqualTo(WEEK.times(2).rota(TARGET, Ratio.percent(30)).people(WorkingWeek.of(5, 8)));
        assertThat(plan.in(FEBRUARY.plusMonths(1)).people()).isEqualTo(desk.people());
        assertThat(plan.cost(FEBRUARY.plusMonths(1))).isEqualByComparingTo("50000");
        assertThat(desk.followsWork()).isTrue();
        assertThat(desk.withCallsPerLead("0").followsWork()).isFalse();
        assertThat(desk.cost(FEBRUARY)).isEqualByComparingTo("50000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.cost(FEBRUARY.plusMonths(2)))
                .withMessage("DeskPlan.month must be one of [2027-02, 2027-03], but was 2027-04.");
    }

    @Test
    void moreLeadsThanAnyDeskIsStaffedForAreAnObstacle() {
        InboundDesk desk = InboundDesk.of(WEEK, TARGET, "30%", WorkingWeek.of(5, 8), "2500")
                .withCallsPerLead("0.5");
        Workload work = new Workload(
                Horizon.ofMonths(FEBRUARY, 1),
                List.of(new Workload.Work(FEBRUARY, SalesTier.CONSULTATIVE, 10_000_000_000L, 0L, 0L, 0L)));

        // five million erlangs are 100,000,000 calls an hour, 500,000 times the 200 of the week as given: of its 1,600
        // calls in
        // four weeks 499,999 times as many more, at half a call a lead
        Obstacle.DeskOverloaded overload = new Obstacle.DeskOverloaded(FEBRUARY, 10_000_000_000L, 6_399_987_200L);
        assertThat(desk.obstacle(work)).isEqualTo(overload);
        assertThat(Teams.of(Payroll.none(), desk).obstacle(work)).isEqualTo(overload);
        assertThat(Teams.of(Payroll.none(), desk).prepared().obstacle(work)).isEqualTo(overload);
        assertThat(overload)
                .hasToString("the desk can be staffed for the calls of at most 6399987200 leads in 2027-02, and"
                        + " 10000000000 would come in");
        assertThat(desk.withCallsPerLead("0").obstacle(work)).isNull();
        assertThat(Payroll.none().obstacle(work)).isNull();
        assertThatThrownBy(() -> desk.staffed(work))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "InboundDesk.work must bring at most 6399987200 leads in 2027-02, the most that the desk can be"
                                + " staffed for, but brought 10000000000.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Obstacle.DeskOverloaded(FEBRUARY, 7L, 7L))
                .withMessage("DeskOverloaded.leads must be above the 7 that the desk can be staffed for, but was 7.");
    }

    @Test
    void aDayHasTwentyFourHours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new WeeklyLoad(Map.of(DayOfWeek.MONDAY, Collections.nCopies(23, 1.0)), THREE_MINUTES, null))
                .withMessage("WeeklyLoad.callsByHour.MONDAY must give 24 hours, but gave 23.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new WeeklyLoad(Map.of(DayOfWeek.MONDAY, Collections.nCopies(24, -1.0)), THREE_MINUTES, null))
                .withMessage("WeeklyLoad.callsByHour.MONDAY[0] must be at least 0 and finite, but was -1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeeklyLoad(Map.of(), THREE_MINUTES, null))
                .withMessage("WeeklyLoad.callsByHour must have a call in the week, but had none.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeeklyLoad.steady(List.of(DayOfWeek.MONDAY), 9, 9, 1, THREE_MINUTES))
                .withMessage("WeeklyLoad.untilHour must be from 10 to 24, but was 9.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.load(DayOfWeek.MONDAY, 24))
                .withMessage("WeeklyLoad.hour must be from 0 to 23, but was 24.");
    }

    @Test
    void handlingTakesTimeAndCallersHaveSome() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeeklyLoad.steady(List.of(DayOfWeek.MONDAY), 9, 10, 1, Duration.ZERO))
                .withMessage("WeeklyLoad.handlingTime must be above 0, but was PT0S.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.withPatience(Duration.ZERO))
                .withMessage(
                        "WeeklyLoad.patience must be above 0, but was PT0S. Perhaps null was meant: callers who wait as"
                                + " long as it takes.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.times(1e9))
                .withMessage(
                        "WeeklyLoad must be work for at most 5000000 agents, but was 2.0E11 an hour of PT3M each.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.times(Double.NaN))
                .withMessage("WeeklyLoad.times must be above 0 and finite, but was NaN.");
    }

    @Test
    void somebodyIsThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.rota(TARGET, Ratio.ONE))
                .withMessage("WeeklyRota.shrinkage must be at least 0% and below 100%, but was 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InboundDesk.of(WEEK, TARGET, "100%", WorkingWeek.of(5, 8), "1"))
                .withMessage("InboundDesk.shrinkage must be at least 0% and below 100%, but was 1.");
    }

    @Test
    void anHourFitsTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeeklyRota.Hour(DayOfWeek.MONDAY, 9, 1.0, 2L, 1L, 0.0))
                .withMessage("Hour.rostered must be at least the agents, 2, but was 1.");
    }
}
