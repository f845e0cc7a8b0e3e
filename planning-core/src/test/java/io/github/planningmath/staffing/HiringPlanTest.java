package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HiringPlanTest {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final HandlingEffort HOUR_PER_LEAD = HandlingEffort.of("60", "0", "0");

    /** 160 hours a month, all of them for leads: 160 leads take one manager. */
    private static SalesTeam team(long staff, HiringTerms terms) {
        return new SalesTeam(Map.of(SalesTier.CONSULTATIVE, HOUR_PER_LEAD), WorkingTime.of("160", "1"), staff, terms);
    }

    private static Workload leads(long... leads) {
        List<Workload.Work> work = new ArrayList<>();
        for (int month = 0; month < leads.length; month++) {
            work.add(new Workload.Work(JANUARY.plusMonths(month), SalesTier.CONSULTATIVE, leads[month], 0L, 0L, 0L));
        }
        return new Workload(Horizon.ofMonths(JANUARY, leads.length), work);
    }

    private static LocalDate day(int month) {
        return LocalDate.of(2027, month, 1);
    }

    private static List<Long> staff(HiringPlan plan) {
        return plan.months().stream().map(StaffMonth::staff).toList();
    }

    private static List<Ratio> capacity(HiringPlan plan) {
        return plan.months().stream().map(StaffMonth::capacity).toList();
    }

    @Test
    void aNeedIsExactAndRoundedUpOnce() {
        SalesTeam team = new SalesTeam(
                Map.of(
                        SalesTier.CONSULTATIVE,
                        HandlingEffort.of("40", "2", "90"),
                        SalesTier.STRATEGIC,
                        new HandlingEffort(Ratio.of(120), Ratio.of(6), Ratio.of(180), Ratio.of(300), Ratio.of("7.5"))),
                WorkingTime.of("150", "80%"),
                0L,
                HiringTerms.of("3000"));
        Workload work = new Workload(
                Horizon.ofMonths(JANUARY, 1),
                List.of(
                        new Workload.Work(JANUARY, SalesTier.TRANSACTIONAL, 100_000L, 9_000L, 1L, 1L),
                        new Workload.Work(JANUARY, SalesTier.CONSULTATIVE, 300L, 60L, 99L, 99L),
                        new Workload.Work(JANUARY, SalesTier.STRATEGIC, 10L, 2L, 4L, 40L)));

        // 300 * 40 + 60 * 2 * 90 = 22,800; 10 * 120 + 2 * 6 * 180 + 4 * 300 + 40 * 7.5 = 4,860; a person: 7,200
        assertThat(team.need(work)).containsExactly(new PeopleNeed(JANUARY, Ratio.of(27_660, 7_200), 4L));
    }

    @Test
    void theTransactionalTierTakesNobody() {
        Workload work = new Workload(
                Horizon.ofMonths(JANUARY, 1),
                List.of(new Workload.Work(JANUARY, SalesTier.TRANSACTIONAL, 100_000L, 9_000L, 0L, 0L)));

        assertThat(team(0, HiringTerms.of("3000")).staffed(work).totalCost()).isEqualByComparingTo("0");
    }

    /** Talley's workload method: 1,000 accounts of 36 calls a year and 2,000 of 12, 1,000 calls a representative. */
    @Test
    void thePublishedSalesForceHasSixtyPeople() {
        SalesTeam team = new SalesTeam(
                Map.of(
                        SalesTier.STRATEGIC,
                        new HandlingEffort(Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.of(3 * 60)),
                        SalesTier.CONSULTATIVE,
                        new HandlingEffort(Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.of(60))),
                new WorkingTime(Ratio.of(1_000, 12), Map.of(), Rate.ONE),
                0L,
                HiringTerms.of("0"));
        Workload work = new Workload(
                Horizon.ofMonths(JANUARY, 1),
                List.of(
                        new Workload.Work(JANUARY, SalesTier.STRATEGIC, 0L, 0L, 0L, 1_000L),
                        new Workload.Work(JANUARY, SalesTier.CONSULTATIVE, 0L, 0L, 0L, 2_000L)));

        assertThat(team.need(work)).containsExactly(new PeopleNeed(JANUARY, Ratio.of(60), 60L));
    }

    @Test
    void monthsCanHaveOtherHours() {
        WorkingTime time = new WorkingTime(Ratio.of(160), Map.of(JANUARY, Ratio.of(128)), Rate.percent(75));

        assertThat(time.minutes(JANUARY)).isEqualTo(Ratio.of(5_760));
        assertThat(time.minutes(JANUARY.plusMonths(1))).isEqualTo(Ratio.of(7_200));
    }

    @Test
    void peopleStartEarlyEnoughToBeRampedUp() {
        HiringPlan plan = team(
                        2, HiringTerms.of("1000").withRampUp("25%", "50%").withLeadMonths(1))
                .staffed(leads(320, 320, 320, 320, 800, 801));

        // five and a 160th in June are five and a beginner at a quarter
        assertThat(plan.hires()).containsExactly(new Hire(day(2), day(3), 3L), new Hire(day(5), day(6), 1L));
        assertThat(staff(plan)).containsExactly(2L, 2L, 5L, 5L, 5L, 6L);
        assertThat(capacity(plan))
                .containsExactly(
                        Ratio.of(2), Ratio.of(2), Ratio.of("2.75"), Ratio.of("3.5"), Ratio.of(5), Ratio.of("5.25"));
        assertThat(plan.shortfalls()).isEmpty();
        assertThat(plan.totalCost()).isEqualByComparingTo("25000");
        assertThat(plan.mostStaff()).isEqualTo(6);
    }

    @Test
    void thoseWhoRampUpHelpMeanwhile() {
        HiringPlan plan = team(2, HiringTerms.of("1000").withRampUp("50%")).staffed(leads(320, 360, 480));

        assertThat(plan.hires()).containsExactly(new Hire(day(2), day(2), 1L));
        assertThat(capacity(plan)).containsExactly(Ratio.of(2), Ratio.of("2.5"), Ratio.of(3));
    }

    /** 1.8 people in May: two at nine tenths, who start in March, and not two who are ramped up, from January on. */
    @Test
    void sixPersonMonthsAreNotTenWhereTheyCoverTheWork() {
        HiringPlan plan = team(0, HiringTerms.of("1000").withRampUp("10%", "10%", "90%", "90%"))
                .staffed(leads(0, 0, 0, 0, 288));

        assertThat(plan.hires()).containsExactly(new Hire(day(3), day(3), 2L));
        assertThat(plan.totalCost()).isEqualByComparingTo("6000");
        assertThat(plan.shortfalls()).isEmpty();
    }

    /** Five whose first month is of no use, for work that is gone by the second. */
    @Test
    void nobodyIsHiredForWorkThatIsGoneBeforeTheyAreOfUse() {
        HiringPlan plan = team(0, HiringTerms.of("1000").withRampUp("0")).staffed(leads(800, 0, 0));

        assertThat(plan.hires()).isEmpty();
        assertThat(plan.shortfalls()).hasSize(1);
    }

    @Test
    void whatTheLeadTimeLeavesOpenIsNamed() {
        HiringPlan plan = team(
                        1,
                        HiringTerms.of("1000")
                                .withRampUp("0", "50%")
                                .withLeadMonths(2)
                                .withCostPerHire("700"))
                .staffed(leads(480, 480, 480, 480, 480, 160));

        assertThat(plan.hires()).containsExactly(new Hire(day(1), day(3), 2L));
        assertThat(plan.shortfalls())
                .containsExactly(
                        new Shortfall(JANUARY, Ratio.of(3), Ratio.of(1)),
                        new Shortfall(JANUARY.plusMonths(1), Ratio.of(3), Ratio.of(1)),
                        new Shortfall(JANUARY.plusMonths(2), Ratio.of(3), Ratio.of(1)),
                        new Shortfall(JANUARY.plusMonths(3), Ratio.of(3), Ratio.of(2)));
        assertThat(plan.shortfalls().get(3).missing()).isEqualTo(Ratio.ONE);
        assertThat(plan.shortfalls().get(3))
                .hasToString("2027-04: the work takes 3 people, those on the job amount to 2");
        assertThat(plan.hires().get(0)).hasToString("2 people from 2027-03-01, to be decided by 2027-01-01");
        assertThat(plan.in(JANUARY.plusMonths(2)).cost()).isEqualByComparingTo("4400");
        assertThat(plan.cost(JANUARY.plusMonths(5))).isEqualByComparingTo("3000");
    }

    @Test
    void whoLeavesIsReplaced() {
        // ten people at 5 % a month: half a person by the end of January, one by the end of February
        HiringPlan plan = team(10, HiringTerms.of("1000").withAttrition("5%").withRampUp("0"))
                .staffed(leads(1_600, 1_600, 1_600, 1_600, 1_600));

        assertThat(plan.months().stream().map(StaffMonth::leaving)).containsExactly(0L, 1L, 0L, 1L, 0L);
        assertThat(plan.hires()).containsExactly(new Hire(day(2), day(2), 1L), new Hire(day(4), day(4), 1L));
        assertThat(plan.shortfalls()).isEmpty();
        assertThat(staff(plan)).containsExactly(10L, 11L, 10L, 11L, 10L);
    }

    @Test
    void withoutWorkNobodyIsHired() {
        HiringPlan plan = team(0, HiringTerms.of("1000")).staffed(Workload.none(Horizon.ofMonths(JANUARY, 3)));

        assertThat(plan.hires()).isEmpty();
        assertThat(plan.totalCost()).isEqualByComparingTo("0");
    }

    @Test
    void attritionThatNoHiringCanKeepUpWithEndsInShortfalls() {
        HiringPlan plan = team(10, HiringTerms.of("1000").withAttrition("90%").withRampUp("0", "0", "0", "0", "0"))
                .staffed(leads(1_600, 1_600, 1_600, 1_600, 1_600, 1_600, 1_600));

        assertThat(plan.shortfalls()).isNotEmpty();
    }

    @Test
    void anEffortIsAskedForWhereManagersSell() {
        Workload strategic = new Workload(
                Horizon.ofMonths(JANUARY, 1), List.of(new Workload.Work(JANUARY, SalesTier.STRATEGIC, 1L, 0L, 0L, 0L)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> team(0, HiringTerms.of("1000")).staffed(strategic))
                .withMessage("SalesTeam.effort must be given for every tier that managers sell in, but was not for"
                        + " STRATEGIC.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesTeam(
                        Map.of(SalesTier.TRANSACTIONAL, HOUR_PER_LEAD),
                        WorkingTime.of("160", "1"),
                        0L,
                        HiringTerms.of("1")))
                .withMessage(
                        "SalesTeam.effort must be of tiers that managers sell in, but was of TRANSACTIONAL. Perhaps an"
                                + " InboundDesk was meant.");
    }

    @Test
    void productivityIsAShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiringTerms.of("1").withRampUp("50%", "120%"))
                .withMessage("HiringTerms.rampUp[1] must be from 0% to 100%, but was 1.2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiringTerms.of("1").withRampUp("25"))
                .withMessage("HiringTerms.rampUp[0] must be from 0% to 100%, but was 25. Perhaps 25% was meant.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiringTerms.of("1")
                        .withRampUp(java.util.Collections.nCopies(61, "1").toArray(String[]::new)))
                .withMessage("HiringTerms.rampUp must have at most 60 months, but was 61.");
    }

    @Test
    void notEverybodyLeaves() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiringTerms.of("1").withAttrition("100%"))
                .withMessage("HiringTerms.attritionPerMonth must be at least 0% and below 100%, but was 1.");
    }

    @Test
    void nobodyStartsBeforeItIsDecided() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiringTerms.of("1").withLeadMonths(-1))
                .withMessage("HiringTerms.leadMonths must be from 0 to 60, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hire(day(2), day(1), 1L))
                .withMessage("Hire.starts must not be before 2027-02-01, when it is decided, but was 2027-01-01.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hire(day(1), day(1), 0L))
                .withMessage("Hire.people must be at least 1, but was 0.");
    }

    @Test
    void salariesAndHiringCostNothingOrMore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiringTerms.of("-1"))
                .withMessage("HiringTerms.salaryPerMonth must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiringTerms.of("1").withCostPerHire("-1"))
                .withMessage("HiringTerms.costPerHire must be at least 0, but was -1.");
    }

    @Test
    void aMonthHasHours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingTime.of("0", "80%"))
                .withMessage("WorkingTime.hoursPerMonth must be above 0 and at most 744, but was 0%.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingTime(Ratio.of(160), Map.of(JANUARY, Ratio.of(745)), Rate.ONE))
                .withMessage("WorkingTime.otherMonths[2027-01] must be above 0 and at most 744, but was 745.");
    }

    @Test
    void aTeamIsAskedAboutMonthsOfItsPlan() {
        HiringPlan plan = team(1, HiringTerms.of("1000")).staffed(leads(1, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.cost(JANUARY.plusMonths(2)))
                .withMessage("HiringPlan.month must be from 2027-01 to 2027-02, but was 2027-03.");
    }

    @Test
    void aHiringPlanIsWithoutGaps() {
        StaffMonth january = new StaffMonth(JANUARY, Ratio.ONE, Ratio.ONE, 0L, 0L, 1L, BigDecimal.ONE);
        StaffMonth march = new StaffMonth(JANUARY.plusMonths(2), Ratio.ONE, Ratio.ONE, 0L, 0L, 1L, BigDecimal.ONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HiringPlan(List.of(january, march), List.of()))
                .withMessage("HiringPlan.months must follow on each other: 2027-02 was expected, but was 2027-03.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HiringPlan(List.of(), List.of()))
                .withMessage("HiringPlan.months must hold at least one, but was empty.");
    }

    @Test
    void aMonthOfATeamFitsTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StaffMonth(JANUARY, Ratio.ONE, Ratio.of(2), 0L, 0L, 1L, BigDecimal.ONE))
                .withMessage("StaffMonth.capacity must be at most the staff of 1, but was 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StaffMonth(JANUARY, Ratio.ONE, Ratio.ONE, 2L, 0L, 1L, BigDecimal.ONE))
                .withMessage("StaffMonth.staff must be at least the 2 who join and the 0 who leave, but was 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shortfall(JANUARY, Ratio.ONE, Ratio.ONE))
                .withMessage("Shortfall.capacity must be below the need of 1, but was 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeopleNeed(JANUARY, Ratio.of("1.5"), 1L))
                .withMessage("PeopleNeed.people must be 2 for 1.5 at full productivity, but was 1.");
    }

    @Test
    void aTeamAsItStandsLosesWhoLeavesAndGainsWhoIsAgreed() {
        Horizon quarter = Horizon.ofMonths(YearMonth.of(2027, 1), 3);
        SalesTeam team = new SalesTeam(
                Map.of(),
                WorkingTime.of("100", "50%"),
                10L,
                HiringTerms.of("1000").withAttrition("10%").withRampUp("50%"));
        Hire hire = new Hire(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 1), 2L);
        HiringPlan standing = team.asItStands(Workload.none(quarter), List.of(hire));

        // 1 of 10 leaves, then 1.9 of 19 person-months are 1 all together; in March two join at half
        assertThat(standing.months()).extracting(StaffMonth::staff).containsExactly(10L, 9L, 11L);
        assertThat(standing.months())
                .extracting(StaffMonth::capacity)
                .containsExactly(Ratio.of(10), Ratio.of(9), Ratio.of(10));
        assertThat(standing.totalCost()).isEqualByComparingTo("30000");
        assertThat(standing.hires()).containsExactly(hire);
    }

    @Test
    void leavesAsATable() {
        HiringPlan plan = new HiringPlan(
                List.of(new StaffMonth(
                        JANUARY, Ratio.of(4, 3), Ratio.of("1.5"), 1L, 0L, 2L, new BigDecimal("6000.50"))),
                List.of());
        assertThat(plan.table().text().lines())
                .containsExactly(
                        "month,need,capacity,joining,leaving,staff,cost", "2027-01,1.333333333,1.5,1,0,2,6000.5");
    }
}
