package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.FEBRUARY;
import static io.github.planningmath.review.Reviewed.JANUARY;
import static io.github.planningmath.review.Reviewed.MARCH;
import static io.github.planningmath.review.Reviewed.asPlanned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The review of plans whose constants change in time, most of one with four months of 100 deals at 1,000, and at 1,300 from March
 * on, when a visit costs 0.20 instead of nothing and the house 500 instead of nothing.
 */
class ReviewOfChangesTest {

    private static final YearMonth APRIL = MARCH.plusMonths(1);
    private static final PlanningConstants RISING = Reviewed.constants()
            .withHorizon(Horizon.ofMonths(JANUARY, 4))
            .from(MARCH, Driver.price("crm"), new BigDecimal("1300"))
            .from(MARCH, Driver.costPerVisit("site"), new BigDecimal("0.2"))
            .from(MARCH, Driver.fixedCosts(), FixedCosts.perMonth("500"));
    private static final Plan PLAN = Reviewed.plan("460000", RISING);

    @Test
    void whatIsPlannedIsAtThePriceOfItsMonth() {
        assertThat(PLAN.requiredDeals()).isEqualTo(400);
        assertThat(PLAN.revenue(Scope.month(FEBRUARY))).isEqualByComparingTo("100000");
        assertThat(PLAN.revenue(Scope.month(MARCH))).isEqualByComparingTo("130000");
        assertThat(PLAN.trafficCost(Scope.month(FEBRUARY))).isEqualByComparingTo("0");
        assertThat(PLAN.trafficCost(Scope.month(MARCH))).isEqualByComparingTo("2000");
        assertThat(PLAN.profit(Scope.all())).isEqualByComparingTo("455000");
    }

    @Test
    void whatHappensAsPlannedHasNoParts() {
        Actuals actuals = Actuals.from(asPlanned(PLAN));
        Verdict verdict = Verdict.of(PLAN, actuals);
        for (Kpi kpi : List.of(Kpi.REVENUE, Kpi.VARIABLE_COST, Kpi.TRAFFIC_COST, Kpi.PROFIT)) {
            assertThat(verdict.in(kpi).gap()).as(kpi.label()).isEqualByComparingTo("0");
            assertThat(verdict.in(kpi).tree().parts()).as(kpi.label()).isEmpty();
        }
        assertThat(Bridge.of(PLAN, actuals).price()).isZero();
        assertThat(Bridge.of(PLAN, actuals).planned()).isCloseTo(460_000, within(1e-6));
    }

    /** By hand: a hundred deals of March at 1,000 instead of 1,300, and nothing else. */
    @Test
    void aRiseThatDidNotComeIsAMatterOfPrice() {
        List<Actuals.Cell> cells = new ArrayList<>();
        for (Actuals.Cell cell : asPlanned(PLAN)) {
            boolean isOfMarch = cell.month().equals(MARCH) && cell.channel() == null;
            cells.add(isOfMarch ? cell.withRevenue(new BigDecimal("100000")) : cell);
        }
        Verdict verdict = Verdict.of(PLAN, Actuals.from(cells).through(MARCH));
        assertThat(verdict.gap()).isEqualByComparingTo("-30000");
        assertThat(verdict.of(Factor.PRICE)).isCloseTo(-30_000, within(1e-6));
        assertThat(verdict.of(Department.MARKETING).effect()).isCloseTo(-30_000, within(1e-6));
    }

    /** By hand: a hundred deals take 500 leads, of 10,000 visits until February and of 5,000 with the better site from March on. */
    @Test
    void aBetterSiteThatDidNotComeIsAMatterOfTheSite() {
        PlanningConstants better = Reviewed.constants()
                .withHorizon(Horizon.ofMonths(JANUARY, 4))
                .from(MARCH, Driver.siteConversion("site"), Rate.percent(10));
        Plan plan = Reviewed.plan("400000", better);
        assertThat(plan.traffic(Scope.month(FEBRUARY))).isEqualTo(10_000);
        assertThat(plan.traffic(Scope.month(MARCH))).isEqualTo(5_000);
        assertThat(Verdict.of(plan, Actuals.from(asPlanned(plan))).tree().parts())
                .isEmpty();
        List<Actuals.Cell> cells = new ArrayList<>();
        for (Actuals.Cell cell : asPlanned(plan)) {
            boolean isOfMarch = cell.month().equals(MARCH);
            cells.add(
                    !isOfMarch
                            ? cell
                            : cell.channel() == null
                                    ? cell.withNewDeals(50L).withRevenue(new BigDecimal("50000"))
                                    : cell.withContacts(250L).withLeads(250L));
        }
        Verdict verdict = Verdict.of(plan, Actuals.from(cells).through(MARCH));
        assertThat(verdict.gap()).isEqualByComparingTo("-50000");
        assertThat(verdict.of(Factor.SITE_CONVERSION)).isCloseTo(-50_000, within(1e-6));
    }

    /**
     * By hand: from March on all leads are to come from a, where 30 % buy, and 334 do for 100 deals. Half of them come from b after all,
     * where 10 % buy: 33.4 deals fewer, which is marketing's mix.
     */
    @Test
    void aMixThatDidNotChangeAsPlannedIsAMatterOfTheMix() {
        PlanningConstants shifting = Reviewed.twoChannels()
                .withHorizon(Horizon.ofMonths(JANUARY, 4))
                .from(MARCH, Driver.channelMix(SalesTier.CONSULTATIVE), ChannelMix.only("a"));
        Plan plan = Reviewed.plan("400000", shifting);
        assertThat(plan.leads(Scope.month(FEBRUARY).channel("b"))).isEqualTo(250);
        assertThat(plan.leads(Scope.month(MARCH).channel("b"))).isZero();
        assertThat(Verdict.of(plan, Actuals.from(asPlanned(plan))).tree().parts())
                .isEmpty();
        long leads = plan.leads(Scope.month(MARCH));
        List<Actuals.Cell> cells = new ArrayList<>();
        for (Actuals.Cell cell : asPlanned(plan)) {
            if (!cell.month().equals(MARCH)) {
                cells.add(cell);
            } else if (cell.channel() == null) {
                cells.add(cell.withNewDeals(66L));
            }
        }
        for (String channel : List.of("a", "b")) {
            cells.add(Actuals.Cell.of(MARCH, "crm", channel)
                    .withVisits(leads * 10)
                    .withContacts(leads / 2)
                    .withLeads(leads / 2));
        }
        Verdict verdict = Verdict.of(plan, Actuals.from(cells).through(MARCH));
        assertThat(verdict.of(Factor.CHANNEL_MIX)).isCloseTo(-33_400, within(400.0));
        Plan rest =
                Replan.of(plan, Actuals.from(cells).through(MARCH)).orThrow().plan();
        assertThat(rest.constants().tier(SalesTier.CONSULTATIVE).channels()).isEqualTo(ChannelMix.only("a"));
        assertThat(rest.constants().tier(SalesTier.CONSULTATIVE).conversion("b"))
                .isEqualTo(Rate.percent(10));
        assertThat(rest.leads(Scope.all().channel("a"))).isEqualTo(rest.leads(Scope.all()));
    }

    @Test
    void customersWhoStayAndBuyAsPlannedInEachMonthHaveNoParts() {
        PlanningConstants loyal = Reviewed.constants()
                .withHorizon(Horizon.ofMonths(JANUARY, 4))
                .with(Driver.repeatBehaviour("crm"), new ConstantRepeat(Ratio.percent(90), Ratio.percent(10)))
                .from(FEBRUARY, Driver.retention("crm"), Ratio.percent(50))
                .from(MARCH, Driver.repeatRate("crm"), Ratio.percent(20));
        Plan plan = Reviewed.plan("400000", loyal);
        Verdict verdict = Verdict.of(plan, Actuals.from(asPlanned(plan)));
        for (Kpi kpi : List.of(Kpi.REVENUE, Kpi.REPEAT_DEALS, Kpi.BASE)) {
            assertThat(verdict.in(kpi).gap()).as(kpi.label()).isEqualByComparingTo("0");
            assertThat(verdict.in(kpi).tree().parts()).as(kpi.label()).isEmpty();
        }
    }

    /**
     * What has risen has risen, and what is ahead is still ahead. By hand, January having made 40 deals: 420,000 are left to
     * three months, 117 deals in each are 117,000 and 304,200; 190,000 are left to April, 147 deals at 1,300.
     */
    @Test
    void aReplanKeepsTheChanges() {
        List<Actuals.Cell> cells = new ArrayList<>();
        for (Actuals.Cell cell : asPlanned(PLAN)) {
            boolean isOfJanuary = cell.month().equals(JANUARY) && cell.channel() == null;
            cells.add(isOfJanuary ? cell.withNewDeals(40L) : cell);
        }
        Plan fromFebruary =
                Replan.of(PLAN, Actuals.from(cells).through(JANUARY)).orThrow().plan();
        assertThat(fromFebruary.constants().changes()).extracting(Change::from).containsOnly(MARCH);
        assertThat(fromFebruary.requiredDeals()).isEqualTo(351);
        assertThat(fromFebruary.revenue(Scope.all())).isEqualByComparingTo("421200");
        Plan fromApril =
                Replan.of(PLAN, Actuals.from(cells).through(MARCH)).orThrow().plan();
        assertThat(fromApril.constants().changes()).isEmpty();
        assertThat(fromApril.newDeals(Scope.all())).isEqualTo(147);
        assertThat(fromApril.revenue(Scope.month(APRIL))).isEqualByComparingTo("191100");
    }
}
