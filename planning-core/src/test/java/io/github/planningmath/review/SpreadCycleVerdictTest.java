package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.FEBRUARY;
import static io.github.planningmath.review.Reviewed.JANUARY;
import static io.github.planningmath.review.Reviewed.MARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * By hand: a fifth of the leads become deals, 40 % of them at once and 35, 15 and 10 % in the three months after. With 180 leads in
 * each month before and in each of the plan, 36 deals are made in each, at 1,000.
 */
class SpreadCycleVerdictTest {

    private static final PlanningConstants CONSTANTS = Reviewed.constants()
            .withHorizon(Horizon.ofMonths(JANUARY, 12))
            .withTier(SalesTier.CONSULTATIVE, process -> process.withCycle(SalesCycle.of("40%", "35%", "15%", "10%")));

    private final Plan plan = Planner.withDefaults()
            .plan(FinancialGoal.revenue("432000"), CONSTANTS, opening(180))
            .orThrow();

    private static Position opening(long leads) {
        List<Position.Cohort> cohorts = new ArrayList<>();
        for (int before = 1; before <= 3; before++) {
            cohorts.add(Position.Cohort.of("crm", "site", JANUARY.minusMonths(before), leads));
        }
        return Position.empty(JANUARY).withCohorts(cohorts);
    }

    private static Actuals actuals(long[] leads, long... deals) {
        List<Actuals.Cell> cells = new ArrayList<>();
        for (int month = 0; month < leads.length; month++) {
            YearMonth of = JANUARY.plusMonths(month);
            cells.add(Actuals.Cell.of(of, "crm", "site")
                    .withVisits(20 * leads[month])
                    .withContacts(leads[month])
                    .withLeads(leads[month]));
            cells.add(Actuals.Cell.of(of, "crm").withNewDeals(deals[month]));
        }
        return Actuals.from(cells);
    }

    @Test
    void thePlanIsOfAsManyLeadsInEachMonth() {
        assertThat(plan.leads(Scope.month(JANUARY))).isEqualTo(180);
        assertThat(plan.newDeals(Scope.month(MARCH))).isEqualTo(36);
        assertThat(Verdict.of(plan, actuals(new long[] {180, 180, 180}, 36, 36, 36))
                        .tree()
                        .parts())
                .isEmpty();
    }

    /**
     * A hundred leads too few in February: of 80 are 20 % of 40 % due in February, and 20 % of 35 % in March, so that 8 and 7 deals are
     * missing; what is not due yet is missing to nobody.
     */
    @Test
    void leadsThatDidNotComeAreMarketingsAsTheirDealsFallDue() {
        Verdict verdict = Verdict.of(plan, actuals(new long[] {180, 80, 180}, 36, 28, 29));
        assertThat(verdict.of(Factor.TRAFFIC_VOLUME)).isCloseTo(-15_000, within(1e-6));
        assertThat(verdict.of(Department.MARKETING).amount()).isEqualByComparingTo("-15000");
        assertThat(verdict.of(Department.SALES).effect()).isZero();
        NotYetDue notYetDue = verdict.notYetDue();
        assertThat(notYetDue.part().amount()).isEqualByComparingTo("0");
        // 60 % of March's leads, 25 % of February's, 10 % of January's
        assertThat(notYetDue.planned()).isCloseTo(108 + 45 + 18, within(1e-9));
        assertThat(notYetDue.leads()).isCloseTo(108 + 20 + 18, within(1e-9));
        assertThat(notYetDue.credit()).isCloseTo(-5_000, within(1e-9));
    }

    /** Of the leads that did not come in February, 8 deals were due in it, and 7 in March. */
    @Test
    void aMonthAloneHasWhatItAddedToTheVerdict() {
        Actuals actuals = actuals(new long[] {180, 80, 180}, 36, 28, 27);
        Verdict ofJanuary = Verdict.ofMonth(plan, actuals, JANUARY);
        Verdict ofFebruary = Verdict.ofMonth(plan, actuals, FEBRUARY);
        Verdict ofMarch = Verdict.ofMonth(plan, actuals, MARCH);
        assertThat(ofJanuary.tree().parts()).isEmpty();
        assertThat(ofFebruary.gap()).isEqualByComparingTo("-8000");
        assertThat(ofFebruary.of(Factor.TRAFFIC_VOLUME)).isCloseTo(-8_000, within(1e-6));
        assertThat(ofFebruary.of(Department.SALES).effect()).isZero();
        assertThat(ofMarch.gap()).isEqualByComparingTo("-9000");
        assertThat(ofMarch.first()).isEqualTo(MARCH);
        assertThat(ofMarch.in(Kpi.LEADS).gap()).isZero();
        assertThat(ofMarch.in(Kpi.NEW_DEALS).toString()).startsWith("new deals of 2027-03, fact less plan");
        // 27 of 29 that were due: ln(27/29) times the means of 12.6 and 5.21 deals of February's leads, and of 23.4 and
        // 21.79 of others
        assertThat(ofMarch.of(Department.SALES).effect()).isCloseTo(-2_212, within(1.0));
        assertThat(Verdict.of(plan, actuals).first()).isEqualTo(JANUARY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.ofMonth(plan, actuals, MARCH.plusMonths(1)))
                .withMessage("Verdict.month must be one that is over, from 2027-01 to 2027-03, but was 2027-04.");
    }

    /** Leads that come with the plan's first month make 40 % of their deals in it: nobody may wait for the rest of them yet. */
    @Test
    void leadsOfWhichDealsAreStillToComeAreCreditedAsTheyFallDue() {
        Verdict verdict = Verdict.of(plan, actuals(new long[] {280}, 44)).in(Kpi.NEW_DEALS);
        assertThat(verdict.of(Department.MARKETING).amount()).isEqualByComparingTo("8");
        assertThat(verdict.of(Department.SALES).effect()).isZero();
        assertThat(verdict.notYetDue().leads() - verdict.notYetDue().planned()).isCloseTo(60, within(1e-9));
    }

    /** In February half of what was due was sold. */
    @Test
    void dealsThatWereNotMadeAreSalesInTheMonthInWhichTheyWereDue() {
        Verdict verdict = Verdict.of(plan, actuals(new long[] {180, 180, 180}, 36, 18, 36));
        assertThat(verdict.of(Factor.MANAGER_CONVERSION)).isCloseTo(-18_000, within(1e-6));
        assertThat(verdict.of(Department.SALES).amount()).isEqualByComparingTo("-18000");
        assertThat(verdict.of(Department.MARKETING).effect()).isZero();
    }

    /** Of the leads that were brought before, and bring all of their deals in the plan, there may be as many deals as leads. */
    @Test
    void thereAreNoMoreDealsThanLeadsOfThePlanAndOfTheMonthsBefore() {
        assertThat(Verdict.of(plan, actuals(new long[] {100}, 640))
                        .of(Department.SALES)
                        .amount())
                .isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.of(plan, actuals(new long[] {100}, 641)))
                .withMessage("Actuals deals of crm must be at most the leads there were for them through 2027-01, 640,"
                        + " but were 641. Perhaps its customers buy again: Product.repeat says that they do not.");
    }

    /** The next year opens with what is left of the leads of October to December. */
    @Test
    void whatFollowsOpensWithTheLeadsOfWhichDealsAreStillToCome() {
        assertThat(Elapsed.of(plan, actuals(new long[] {180, 80, 170}, 36, 28, 27))
                        .position()
                        .cohorts())
                .containsExactlyInAnyOrder(
                        Position.Cohort.of("crm", "site", JANUARY, 180),
                        Position.Cohort.of("crm", "site", FEBRUARY, 80),
                        Position.Cohort.of("crm", "site", MARCH, 170));
    }

    /**
     * A thousand leads in each month make 200 deals: 80 at once, then 70, 30 and 20. From January on they come more slowly, 40, 70, 50
     * and 40, and as many in the end.
     */
    @Nested
    class ByTheMonthOfTheirLeads {

        private static final long[] SLOW = {40, 70, 50, 40};

        private final Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.revenue("2400000"), CONSTANTS, opening(1_000))
                .orThrow();

        /** Deals of the months before go on as planned; those of leads of the plan are the ones given, by age. */
        private static List<Actuals.Cell> deals(int months, long[]... byAge) {
            long[] planned = {80, 70, 30, 20};
            List<Actuals.Cell> cells = new ArrayList<>();
            for (int month = 0; month < months; month++) {
                YearMonth of = JANUARY.plusMonths(month);
                cells.add(Actuals.Cell.of(of, "crm", "site")
                        .withVisits(20_000L)
                        .withContacts(1_000L)
                        .withLeads(1_000L));
                for (int age = 0; age < 4; age++) {
                    long[] ofCohort = age > month ? planned : byAge[Math.min(month - age, byAge.length - 1)];
                    if (ofCohort[age] > 0) {
                        cells.add(Actuals.Cell.of(of, "crm")
                                .withBrought(of.minusMonths(age))
                                .withNewDeals(ofCohort[age]));
                    }
                }
            }
            return cells;
        }

        /** The same deals, without the months of their leads. */
        private static List<Actuals.Cell> byMonthOfDeal(List<Actuals.Cell> cells) {
            Map<YearMonth, Long> deals = new TreeMap<>();
            List<Actuals.Cell> all = new ArrayList<>();
            for (Actuals.Cell cell : cells) {
                if (cell.newDeals() == null) {
                    all.add(cell);
                } else {
                    deals.merge(cell.month(), cell.newDeals(), Long::sum);
                }
            }
            deals.forEach(
                    (month, count) -> all.add(Actuals.Cell.of(month, "crm").withNewDeals(count)));
            return all;
        }

        private Verdict verdict(List<Actuals.Cell> cells) {
            return Verdict.of(plan, Actuals.from(cells)).in(Kpi.NEW_DEALS);
        }

        @ParameterizedTest
        @CsvSource({"1, -40", "2, -80", "3, -100", "4, -100", "5, -100"})
        void deadlinesThatSlipAreLateAndNotLost(int months, String missing) {
            Verdict verdict = verdict(deals(months, SLOW));
            assertThat(verdict.gap()).isEqualByComparingTo(missing);
            assertThat(verdict.of(Department.SALES).effect()).isZero();
            assertThat(verdict.of(Department.MARKETING).effect()).isZero();
            assertThat(verdict.notYetDue().part().amount()).isEqualByComparingTo(missing);
            Verdict untold = verdict(byMonthOfDeal(deals(months, SLOW)));
            assertThat(untold.of(Department.SALES).effect()).isCloseTo(Double.parseDouble(missing), within(1e-9));
            assertThat(untold.leadMonths()).isEmpty();
        }

        @Test
        void everyMonthOfLeadsIsToldApart() {
            assertThat(verdict(deals(4, SLOW)).leadMonths())
                    .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                            .withComparatorForType(new DoubleComparator(1e-9), Double.class)
                            .build())
                    .containsExactly(
                            new NotYetDue.LeadMonth("crm", null, null, 3_000, 120 + 50 + 20, 190L, 0, 0, 0),
                            new NotYetDue.LeadMonth("crm", null, JANUARY, 1_000, 200, 200L, 0, 0, 0),
                            new NotYetDue.LeadMonth("crm", null, FEBRUARY, 1_000, 180, 160L, 0, 20, 0),
                            new NotYetDue.LeadMonth("crm", null, MARCH, 1_000, 150, 110L, 0, 40, 0),
                            new NotYetDue.LeadMonth("crm", null, MARCH.plusMonths(1), 1_000, 80, 40L, 0, 40, 0));
        }

        /** Of January's leads 40 deals do not come at once, and not later either: in April, when the last are due, they are lost. */
        @Test
        void whatHasNotComeWhenTheCycleIsOverIsLost() {
            long[][] lost = {{40, 70, 30, 20}, {80, 70, 30, 20}};
            Verdict inMarch = verdict(deals(3, lost));
            assertThat(inMarch.gap()).isEqualByComparingTo("-40");
            assertThat(inMarch.of(Department.SALES).effect()).isZero();
            assertThat(inMarch.notYetDue().part().amount()).isEqualByComparingTo("-40");
            Verdict inApril = verdict(deals(4, lost));
            assertThat(inApril.of(Factor.MANAGER_CONVERSION)).isCloseTo(-40, within(1e-9));
            assertThat(inApril.of(Department.SALES).amount()).isEqualByComparingTo("-40");
            assertThat(inApril.notYetDue().part().amount()).isEqualByComparingTo("0");
            assertThat(inApril.leadMonths().get(1).lost()).isCloseTo(40, within(1e-9));
            Verdict april = Verdict.ofMonth(plan, Actuals.from(deals(4, lost)), MARCH.plusMonths(1))
                    .in(Kpi.NEW_DEALS);
            assertThat(april.gap()).isZero();
            assertThat(april.of(Department.SALES).amount()).isEqualByComparingTo("-40");
            assertThat(april.notYetDue().part().amount()).isEqualByComparingTo("40");
        }

        /** 40 of 80 deals in January, and 120 to come: of 130 open leads ten more can become deals, of 110 none. */
        @ParameterizedTest
        @CsvSource({"0, 40, 0", "830, 10, 30", "850, 0, 40", "960, 0, 40"})
        void whatNoOpenLeadIsLeftForIsLostAtOnce(long lostLeads, double late, double lost) {
            List<Actuals.Cell> cells = new ArrayList<>(deals(1, SLOW));
            cells.add(
                    Actuals.Cell.of(JANUARY, "crm", "site").withBrought(JANUARY).withLostLeads(lostLeads));
            Verdict verdict = verdict(cells);
            assertThat(verdict.leadMonths().get(1).late()).isCloseTo(late, within(1e-9));
            assertThat(verdict.leadMonths().get(1).lost()).isCloseTo(lost, within(1e-9));
            assertThat(verdict.of(Department.SALES).effect()).isCloseTo(-lost, within(1e-9));
            assertThat(verdict.notYetDue().part().effect()).isCloseTo(-late, within(1e-9));
        }

        @Test
        void aMonthOfLeadsHasNoMoreLostThanItDidNotSell() {
            List<Actuals.Cell> cells = new ArrayList<>(deals(1, SLOW));
            cells.add(
                    Actuals.Cell.of(JANUARY, "crm", "site").withBrought(JANUARY).withLostLeads(961L));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> verdict(cells))
                    .withMessage("Actuals lost leads of crm of leads of 2027-01 must be at most these leads less their"
                            + " deals, 960, but were 961.");
        }

        /** What is made at once of what was to come later is early; what is made beyond all that was to come is well done. */
        @Test
        void whatCameBeforeItsTimeIsEarly() {
            long[] atOnce = {210, 0, 0, 0};
            long[] planned = {80, 70, 30, 20};
            Verdict inJanuary = verdict(deals(1, atOnce, planned));
            assertThat(inJanuary.gap()).isEqualByComparingTo("130");
            assertThat(inJanuary.notYetDue().part().amount()).isEqualByComparingTo("120");
            assertThat(inJanuary.of(Department.SALES).amount()).isEqualByComparingTo("10");
            Verdict inApril = verdict(deals(4, atOnce, planned));
            assertThat(inApril.gap()).isEqualByComparingTo("10");
            assertThat(inApril.notYetDue().part().amount()).isEqualByComparingTo("0");
            assertThat(inApril.of(Department.SALES).amount()).isEqualByComparingTo("10");
        }

        /** Revenue of deals that came late is nobody's too, and so is what is made up for later. */
        @Test
        void amountsStandForDealsOfAllMonthsOfLeads() {
            List<Actuals.Cell> cells = new ArrayList<>(deals(1, SLOW));
            cells.add(Actuals.Cell.of(JANUARY, "crm").withRevenue(new BigDecimal("160000")));
            Verdict verdict = Verdict.of(plan, Actuals.from(cells));
            assertThat(verdict.gap()).isEqualByComparingTo("-40000");
            assertThat(verdict.notYetDue().part().amount()).isEqualByComparingTo("-40000");
            assertThat(verdict.tree().parts()).hasSize(1);
        }

        /** Half of the leads of February, and half of the deals of these. */
        @Test
        void leadsThatDidNotComeAreStillMarketings() {
            long[] planned = {80, 70, 30, 20};
            List<Actuals.Cell> cells = deals(2, planned, new long[] {40, 35, 15, 10}).stream()
                    .map(cell -> cell.month().equals(FEBRUARY) && cell.channel() != null
                            ? cell.withVisits(10_000L).withContacts(500L).withLeads(500L)
                            : cell)
                    .toList();
            Verdict verdict = verdict(cells);
            assertThat(verdict.gap()).isEqualByComparingTo("-40");
            assertThat(verdict.of(Factor.TRAFFIC_VOLUME)).isCloseTo(-40, within(1e-9));
            assertThat(verdict.of(Department.SALES).effect()).isZero();
        }

        /** In a month in which deals are not told apart, whose leads they were is not known, and all are held against what is due. */
        @Test
        void allDealsAreToldApartOrNone() {
            List<Actuals.Cell> cells = new ArrayList<>(deals(2, SLOW));
            cells.removeIf(cell -> cell.month().equals(FEBRUARY) && cell.channel() == null);
            cells.add(Actuals.Cell.of(FEBRUARY, "crm").withNewDeals(160L));
            assertThat(verdict(cells).of(Department.SALES).effect()).isCloseTo(-80, within(1e-9));
        }

        @Test
        void aMonthOfLeadsHasNoMoreDealsThanLeads() {
            List<Actuals.Cell> cells = new ArrayList<>(deals(1, new long[] {1_001, 0, 0, 0}));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> verdict(cells))
                    .withMessage(
                            "Actuals deals of crm of leads of 2027-01 must be at most these leads, 1000, but were 1001.");
        }
    }
}
