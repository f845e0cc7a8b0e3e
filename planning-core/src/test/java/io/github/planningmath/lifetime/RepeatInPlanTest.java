package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans whose customers stay and buy again as a curve or a model says. */
class RepeatInPlanTest {

    /** A constant's own value where it is one, and else what the counts come to. */
    private static final Set<Kpi> RATES = EnumSet.of(Kpi.RETENTION_RATE, Kpi.REPEAT_RATE);

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final Position OPENING =
            Position.of(JANUARY, List.of(Position.Customers.of("crm", 3, 120)), List.of());

    private static PlanningConstants constants(RepeatBehaviour repeat) {
        return new PlanningConstants(
                Currency.getInstance("EUR"),
                Horizon.ofMonths(JANUARY, 12),
                Season.even(),
                Assortment.only(new Product(
                        "crm",
                        SalesTier.CONSULTATIVE,
                        new BigDecimal("1000"),
                        new BigDecimal("300"),
                        null,
                        repeat,
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
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))),
                FixedCosts.perMonth("20000"),
                Payroll.none(),
                Ownership.withDefaults(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
    }

    private static Plan plan(RepeatBehaviour repeat) {
        return Planner.withDefaults()
                .plan(SettledGoal.profit("400000"), constants(repeat), OPENING)
                .orThrow();
    }

    /** Also where no decimal ends: 2/3, which nine decimals would cut. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.95", "2/3", "1"})
    void aCurveOfConstantRetentionGivesTheNormsOfAConstant(String retention) {
        Ratio rate = Ratio.of(retention);
        Ratio repeat = Ratio.of("0.3");
        Plan byCurve = plan(new CurveRepeat(new ConstantRetention(rate), repeat));
        Plan byConstant = plan(new ConstantRepeat(rate, repeat));
        assertThat(byCurve.norms().list()).hasSameSizeAs(byConstant.norms().list());
        assertThat(numbers(byCurve)).isEqualTo(numbers(byConstant));
        assertThat(byCurve.compare(byConstant).differences()).allMatch(difference -> RATES.contains(difference.kpi()));
        assertThat(byCurve.closing()).isEqualTo(byConstant.closing());
    }

    private static List<List<Object>> numbers(Plan plan) {
        return plan.norms().stream()
                .filter(norm -> !RATES.contains(norm.kpi()))
                .map(norm -> List.<Object>of(norm.kpi(), norm.scope(), norm.value(), norm.owner()))
                .toList();
    }

    @Test
    void aPlanTakesItsRepeatBehaviourFromAFittedCurve() {
        RetentionCurve curve = ShiftedBetaGeometric.fit(
                        CohortTable.of(CohortTable.Cohort.of("2025-12", 1000, 869, 743, 653, 593, 551, 517, 491)))
                .orThrow();
        Plan plan = plan(new CurveRepeat(curve, Ratio.of("0.3")));
        assertReached(plan);
        assertThat(plan.repeatDeals(Scope.all())).isBetween(200L, 2_000L);
    }

    /** The base of a fitted model: expected repeat purchases of 120 customers who were won in the month before. */
    @Test
    void aPlanTakesItsRepeatBehaviourFromAFittedModel() {
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        ModelRepeat repeat = new ModelRepeat(model, ChronoUnit.WEEKS);
        assertReached(plan(repeat));
        Position opening = Position.of(JANUARY, List.of(Position.Customers.of("crm", 0, 120_000)), List.of());
        Projection projection = Projection.of(constants(repeat), opening, new Traffic(List.of()));
        double weeks = 365.2425 / 7;
        double expected = 120_000 * model.expectedPurchases(weeks);
        assertThat((double) projection.repeatDeals()).isBetween(expected - 13, expected);
    }

    private static void assertReached(Plan plan) {
        assertThat(plan.profit(Scope.all())).isGreaterThanOrEqualTo(new BigDecimal("400000"));
        assertThat(plan.requiredDeals()).isPositive();
        assertThat(Projection.of(plan.constants(), plan.opening(), plan.traffic())
                        .profit())
                .isGreaterThanOrEqualTo(new BigDecimal("400000"));
    }
}
