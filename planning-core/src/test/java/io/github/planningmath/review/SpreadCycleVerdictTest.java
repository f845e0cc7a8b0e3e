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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * By hand: a fifth of the leads become deals, 40 % of them at once and 35, 15 and 10 % in the three months after. With 180 leads in
 * each month before and in each of the plan, 36 deals are made in each, at 1,000.
 */
class SpreadCycleVerdictTest {

    private static final PlanningConstants CONSTANTS = Reviewed.constants()
            .withHorizon(Horizon.ofMonths(JANUARY, 12))
            .withTier(
                    SalesTier.CONSULTATIVE, process -> process.withCycle(SalesCycle.of("40%", "35%", "15%", "10%")));

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
        assertThat(Verdict.of(plan, actuals(new long[] {100}, 640)).of(Department.SALES).amount())
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
}
