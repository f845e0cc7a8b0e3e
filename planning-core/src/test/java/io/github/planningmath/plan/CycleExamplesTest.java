package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.AfterHorizon.DealsDue;
import io.github.planningmath.plan.Position.OpenLeads;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * Both edges of a plan, cell by cell as a slow exact prototype of their rules has them: one product with a contribution of 900
 * over one channel, 2.5 % of the visits at 0.80 leave a contact, 40 % of these become leads, 20 % of these deals; 8,000 of fixed
 * costs a month and an even season.
 */
class CycleExamplesTest {

    private static PlanningConstants constants(int months, int cycle) {
        return SmallBusiness.constants()
                .withHorizon(Horizon.ofMonths(JANUARY, months))
                .withAssortment(Assortment.only(SmallBusiness.product("crm", "1200", "300")))
                .withChannels(List.of(SmallBusiness.channel("site", "2.5%", "40%", "0.80")))
                .withTiers(Map.of(
                        SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), cycle, ChannelMix.only("site"))))
                .withFixedCosts(FixedCosts.perMonth("8000"));
    }

    private static Plan plan(FinancialGoal goal, PlanningConstants constants, Position opening) {
        return Planner.withDefaults().plan(goal, constants, opening).orThrow();
    }

    private static long[] byMonth(Plan plan, ToLongFunction<Scope> norm) {
        return plan.constants().horizon().all().stream()
                .mapToLong(month -> norm.applyAsLong(Scope.month(month)))
                .toArray();
    }

    /** Case 1. */
    @Test
    void nothingAfterAndAtOnce() {
        Plan plan = plan(SettledGoal.profit("120000"), constants(12, 1), NOTHING);
        assertThat(plan.requiredDeals()).isEqualTo(432);
        assertThat(byMonth(plan, plan::leads))
                .containsExactly(360, 180, 180, 180, 180, 180, 180, 180, 180, 180, 180, 0);
        assertThat(byMonth(plan, plan::traffic))
                .containsExactly(36000, 18000, 18000, 18000, 18000, 18000, 18000, 18000, 18000, 18000, 18000, 0);
        assertThat(byMonth(plan, plan::newDeals)).containsExactly(0, 72, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36);
        assertThat(plan.profit(Scope.all())).isEqualByComparingTo("120000");
        assertThat(plan.closing().openLeads()).isEmpty();
        assertThat(plan.arrears()).containsExactly(new Plan.Arrears(JANUARY, "crm", 36L));
    }

    /** Case 2. */
    @Test
    void goesOnAndSpread() {
        Plan plan = plan(FinancialGoal.profit("120000"), constants(12, 1), NOTHING);
        assertThat(plan.requiredDeals()).isEqualTo(463);
        assertThat(byMonth(plan, plan::leads))
                .containsExactly(211, 210, 211, 210, 211, 210, 211, 210, 211, 210, 210, 193);
        assertThat(byMonth(plan, plan::traffic))
                .containsExactly(21100, 21000, 21100, 21000, 21100, 21000, 21100, 21000, 21100, 21000, 21000, 19300);
        assertThat(byMonth(plan, plan::newDeals)).containsExactly(0, 42, 42, 42, 42, 42, 42, 42, 42, 43, 42, 42);
        assertThat(plan.profit(Scope.all())).isEqualByComparingTo("120060");
        assertThat(plan.closing().openLeads()).containsExactly(OpenLeads.of("crm", "site", JANUARY.plusYears(1), 193));
        assertThat(plan.arrears()).containsExactly(new Plan.Arrears(JANUARY, "crm", 39L));
        assertThat(plan.dueAfterHorizon()).containsExactly(new DealsDue("crm", JANUARY.plusYears(1), 39L));
        assertThat(plan.monthsOpeningShort()).isEmpty();
    }

    /**
     * What is behind at the start is settled at once. By hand: 463 deals and the 463/12 due after them take 5 * 501.58 = 2,508
     * leads, 80 each; 463 * 900 - 2,508 * 80 - 96,000 = 120,060, and 462 earn 119,560.
     */
    @Test
    void goesOnAndAtOnce() {
        Plan plan = plan(FinancialGoal.profit("120000").withCatchUp(CatchUp.AT_ONCE), constants(12, 1), NOTHING);
        assertThat(plan.requiredDeals()).isEqualTo(463);
        assertThat(byMonth(plan, plan::leads))
                .startsWith(390, 190, 195, 190, 195, 195)
                .endsWith(193);
        assertThat(plan.leads(Scope.all())).isEqualTo(2_508);
        assertThat(plan.profit(Scope.all())).isEqualByComparingTo("120060");
    }

    /** With the pipeline of a business that is going, nothing is to be caught up and every month is alike. */
    @Test
    void aPipelineThatGoesOnNeedsNoSpreading() {
        Position going = new Position(
                JANUARY, List.of(), List.of(), List.of(OpenLeads.of("crm", "site", JANUARY, 180)), List.of());
        Plan plan = plan(FinancialGoal.profit("120000"), constants(12, 1), going);
        assertThat(plan.requiredDeals()).isEqualTo(432);
        assertThat(byMonth(plan, plan::leads)).containsOnly(180).hasSize(12);
        assertThat(byMonth(plan, plan::newDeals)).containsOnly(36).hasSize(12);
        assertThat(plan.profit(Scope.all())).isEqualByComparingTo("120000");
        assertThat(plan.arrears()).isEmpty();
    }

    /** Case 8: the traffic of case 1, with a price of 1,300 from July. Six months at 36 deals bring 100 more each. */
    @Test
    void thePriceRisesInJuly() {
        YearMonth july = JANUARY.plusMonths(6);
        PlanningConstants rising = constants(12, 1).from(july, Driver.price("crm"), new BigDecimal("1300"));
        Plan plan = plan(SettledGoal.profit("120000"), constants(12, 1), NOTHING);
        Projection projection = Projection.of(rising, NOTHING, plan.traffic());
        assertThat(projection.newDeals()).isEqualTo(432);
        assertThat(projection.profit()).isEqualByComparingTo("141600");
        assertThat(projection.closing().openLeads()).isEmpty();
        Plan ofTraffic = Plan.of(plan.goal(), projection);
        assertThat(byMonth(ofTraffic, ofTraffic::newDeals))
                .containsExactly(0, 72, 36, 36, 36, 36, 36, 36, 36, 36, 36, 36);
        assertThat(ofTraffic.revenue(Scope.month(july.minusMonths(1)))).isEqualByComparingTo("43200");
        assertThat(ofTraffic.revenue(Scope.month(july))).isEqualByComparingTo("46800");
        assertThat(plan(SettledGoal.profit("141600"), rising, NOTHING).requiredDeals())
                .isEqualTo(432);
        assertThat(plan(SettledGoal.profit("141000"), rising, NOTHING).requiredDeals())
                .isEqualTo(431);
    }

    /** Case 12: the list stands on the deals that are made by the horizon's end. */
    @Test
    void openLeadsOfTheirOwnMonthsAndAListAfterTheHorizon() {
        Position opening = new Position(
                JANUARY,
                List.of(),
                List.of(),
                List.of(
                        OpenLeads.of("crm", "site", JANUARY, 20),
                        OpenLeads.of("crm", "site", JANUARY.plusMonths(1), 15),
                        OpenLeads.of("crm", "site", JANUARY.plusMonths(3), 30)),
                List.of());
        YearMonth july = JANUARY.plusMonths(6);
        FinancialGoal goal = new FinancialGoal(
                FinancialGoal.Measure.PROFIT,
                new BigDecimal("-17200"),
                new AfterHorizon.Listed(
                        List.of(new DealsDue("crm", july, 7L), new DealsDue("crm", july.plusMonths(1), 4L))),
                CatchUp.AT_ONCE);
        Plan plan = plan(goal, constants(6, 2), opening);
        assertThat(plan.requiredDeals()).isEqualTo(60);
        assertThat(byMonth(plan, plan::leads)).containsExactly(115, 20, 50, 50, 35, 20);
        assertThat(byMonth(plan, plan::traffic)).containsExactly(11500, 2000, 5000, 5000, 3500, 2000);
        assertThat(byMonth(plan, plan::newDeals)).containsExactly(4, 3, 23, 10, 10, 10);
        assertThat(plan.profit(Scope.all())).isEqualByComparingTo("-17200");
        assertThat(plan.closing().openLeads())
                .containsExactly(
                        OpenLeads.of("crm", "site", july, 35), OpenLeads.of("crm", "site", july.plusMonths(1), 20));
    }
}
