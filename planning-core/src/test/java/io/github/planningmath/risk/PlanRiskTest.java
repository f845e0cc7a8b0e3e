package io.github.planningmath.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanRiskTest {

    private final Plan plan = TelephonyPlan.plan();

    @Test
    void ratesThatAreKnownMakeThePlanACoinFlip() {
        Chance chance = PlanRisk.of(plan, Uncertainty.none()).chance(plan.goal());
        // reference readme-plan: at least 432 of 216,000 visits at 1/500
        assertThat(chance.value()).isCloseTo(0.506417334485467, within(1e-12));
        assertThat(chance.error()).isLessThan(1e-12);
        assertThat(chance).hasToString("50.6%");
    }

    /** The tier's 20 % until June, the channel's own 40 % of the deals from July on: as many are expected as are planned, unrounded. */
    @Test
    void aConversionOfTheChannelItselfActsFromItsMonthOn() {
        PlanningConstants better = TelephonyPlan.constants()
                .from(YearMonth.of(2027, 7), Driver.managerConversion(TelephonyPlan.TIER, "site"), Rate.percent(40));
        Plan changed = Planner.withDefaults()
                .plan(TelephonyPlan.GOAL, better, TelephonyPlan.opening())
                .orThrow();
        double expected = PlanRisk.of(changed, Uncertainty.none())
                .moments(Kpi.NEW_DEALS, Scope.all())
                .mean();
        assertThat(expected - changed.newDeals(Scope.all())).isBetween(0.0, 1.4);
        assertThat(Simulation.of(changed, Uncertainty.none())
                        .withPaths(2_000)
                        .values(Kpi.NEW_DEALS, Scope.all())
                        .average()
                        .orElseThrow())
                .isCloseTo(expected, within(3.0));
    }

    /** Nobody stays: of twelve customers and a half twelve are lost for certain, and a thirteenth at even odds. */
    @Test
    void whoIsLostForCertainIsLost() {
        assertLost(12, 500_000_000, 1, 0.5);
        assertLost(1_000_000, 0, 1, 0);
    }

    private static void assertLost(long customers, int billionths, double all, double oneMore) {
        YearMonth january = YearMonth.of(2027, 1);
        PlanningConstants leaving = TelephonyPlan.constants()
                .withProduct("crm", crm -> crm.withRepeat(new ConstantRepeat(Ratio.ZERO, Ratio.ZERO)));
        Position opening =
                Position.of(january, List.of(new Position.Customers("crm", 3, customers, billionths)), List.of());
        Plan lost = Planner.withDefaults()
                .plan(TelephonyPlan.GOAL, leaving, opening)
                .orThrow();
        PlanRisk risk = PlanRisk.of(lost, Uncertainty.none());
        Scope first = Scope.month(january);
        assertThat(risk.chance(Kpi.CUSTOMERS_LOST, first, BigDecimal.valueOf(customers))
                        .value())
                .isCloseTo(all, within(1e-9));
        assertThat(risk.chance(Kpi.CUSTOMERS_LOST, first, BigDecimal.valueOf(customers + 1))
                        .value())
                .isCloseTo(oneMore, within(1e-9));
    }

    /** Every visit is a deal: there are as many as planned. */
    @Test
    void whatIsCertainIsNotLeftToLuck() {
        PlanningConstants certain = TelephonyPlan.constants()
                .withChannel("site", site -> site.withSiteConversion(Rate.ONE).withWarmUpRate(Rate.ONE))
                .withTier(TelephonyPlan.TIER, process -> process.withManagerConversion(Rate.ONE));
        Plan sold = Planner.withDefaults()
                .plan(TelephonyPlan.GOAL, certain, TelephonyPlan.opening())
                .orThrow();
        PlanRisk risk = PlanRisk.of(sold, Uncertainty.none());
        BigDecimal deals = BigDecimal.valueOf(sold.newDeals(Scope.all()));
        assertThat(risk.chance(Kpi.NEW_DEALS, Scope.all(), deals).value()).isCloseTo(1, within(1e-9));
        assertThat(risk.chance(Kpi.NEW_DEALS, Scope.all(), deals.add(BigDecimal.ONE))
                        .value())
                .isCloseTo(0, within(1e-9));
        assertThat(risk.chance(sold.goal()).value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void ratesThatAreCountedWidenTheRangeFourTimes() {
        PlanRisk risk = PlanRisk.of(plan, TelephonyPlan.COUNTED);
        PlanRisk.Moments profit = risk.moments(Kpi.PROFIT, Scope.all());

        // three independent betas: Var(E) = (900 * 216,000)^2 * Var(site * warm-up * manager), and luck E[q (1 - q)]
        assertThat(profit.mean()).isCloseTo(194_400_000 * MEAN - 268_800, within(100.0));
        assertThat(profit.varianceOfLuck()).isCloseTo(900.0 * 194_400_000 * (MEAN - SQUARE), withinPercentage(0.1));
        assertThat(profit.varianceOfKnowledge())
                .isCloseTo(194_400_000.0 * 194_400_000 * (SQUARE - MEAN * MEAN), withinPercentage(1));
        Chance chance = risk.chance(plan.goal());
        assertThat(chance.value()).isCloseTo(0.5016, within(0.0006)); // 131,072 points: 0.50160
        assertThat(chance.error()).isLessThan(0.001);
        assertThat(chance).hasToString("50.1% ± 0.1");
    }

    private static final double MEAN = mean(500, 20_000) * mean(200, 500) * mean(80, 400);
    private static final double SQUARE = square(500, 20_000) * square(200, 500) * square(80, 400);

    private static double mean(double successes, double trials) {
        return (successes + 0.5) / (trials + 1);
    }

    private static double square(double successes, double trials) {
        return mean(successes, trials) * (successes + 1.5) / (trials + 2);
    }

    @Test
    void rangesCurveAndFan() {
        PlanRisk risk = PlanRisk.of(plan, TelephonyPlan.COUNTED).withPoints(256);
        PlanRisk.Range deals = risk.range(Kpi.NEW_DEALS, Scope.all(), Rate.percent(80));
        assertThat(deals.low()).isBetween(360.0, 366.0);
        assertThat(deals.middle()).isEqualTo(432);
        assertThat(deals.high()).isBetween(505.0, 513.0);
        assertThat(risk.range(Kpi.TRAFFIC, Scope.all(), Rate.percent(80)).low()).isEqualTo(216_000);

        List<PlanRisk.Band> fan = risk.fan(Kpi.NEW_DEALS);
        assertThat(fan).hasSize(12);
        assertThat(fan.get(0).quantiles()).containsOnly(0.0); // no lead is a deal before February
        assertThat(fan.get(11).quantiles()).isSorted().contains(432.0);

        List<PlanRisk.CurvePoint> curve = risk.curve(Kpi.PROFIT);
        assertThat(curve).extracting(PlanRisk.CurvePoint::amount).isSorted();
        assertThat(curve.get(0).chance()).isCloseTo(0.999, within(0.0005));
        assertThat(curve.get(99).chance()).isCloseTo(0.001, within(0.0005));
    }
}
