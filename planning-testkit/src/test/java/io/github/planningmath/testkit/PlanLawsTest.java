package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Solution;
import io.github.planningmath.plan.Solver;
import io.github.planningmath.plan.Unknown;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An assertion of a law passes where the law holds, and fails where it is broken. */
class PlanLawsTest {

    /** A deal brings 700 before its leads, of which it takes 5, each from 50 visits at 0.10. */
    private static final PlanningConstants CONSTANTS = PlanningConstants.of(
            "EUR",
            Horizon.year(2027),
            Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")),
            List.of(new Channel(
                    "site",
                    MarketingApproach.INDUSTRY,
                    Rate.percent(5),
                    Rate.percent(40),
                    CostPerVisit.of("0.10"),
                    null)),
            Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))));

    private static final Position OPENING = Position.empty(CONSTANTS.horizon().first());

    @Test
    void allHoldOfAPlan() {
        assertThatCode(() -> PlanLaws.assertHolds(plan("20000"))).doesNotThrowAnyException();
    }

    /** From October on visits bring fewer contacts: leads for what is due after the plan cost more than without that change. */
    @Test
    void aDealLessIsPlannedOnWhatChangesInTime() {
        PlanningConstants falling = CONSTANTS
                .withTier(
                        SalesTier.CONSULTATIVE,
                        process -> process.withCycleMonths(3).withManagerConversion(Rate.percent(1)))
                .from(YearMonth.of(2027, 10), Driver.siteConversion("site"), Rate.percent(4));
        AfterHorizon due =
                new AfterHorizon.Listed(List.of(new AfterHorizon.DealsDue("crm", YearMonth.of(2028, 1), 1L)));
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("-500").withAfterHorizon(due), falling, OPENING)
                .orThrow();
        assertThat(plan.requiredDeals()).isEqualTo(1);
        assertThatCode(() -> PlanLaws.assertMinimal(plan)).doesNotThrowAnyException();
    }

    @Test
    void aSolutionThatOneUnitWorseReachesTooIsFoundOut() {
        Plan plan = plan("20000");
        Solution solution = Solver.withDefaults()
                .solution(Unknown.price("crm", BigDecimal.ONE), plan)
                .orThrow();
        assertThatCode(() -> PlanLaws.assertInverse(solution, null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> PlanLaws.assertInverse(solution, plan.projection()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("one unit worse than price of crm");
    }

    @Test
    void aLowerGoalIsNoHigherOne() {
        assertThatThrownBy(() -> PlanLaws.assertMonotone(plan("20000"), plan("10000")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the higher goal");
    }

    @Test
    void aWorseConversionTakesMore() {
        PlanningConstants worse = CONSTANTS.withChannel("site", site -> site.withWarmUpRate(Rate.percent(10)));
        Plan harder = Planner.withDefaults()
                .plan(FinancialGoal.profit("20000"), worse, OPENING)
                .orThrow();
        assertThatCode(() -> PlanLaws.assertBetterConversionTakesNoMore(harder, plan("20000")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PlanLaws.assertBetterConversionTakesNoMore(plan("20000"), harder))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("new deals");
    }

    @Test
    void aNormOfAnotherPlanIsFoundOut() {
        assertThatThrownBy(() -> PlanLaws.assertSameNorms(plan("20000"), plan("30000")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("new deals");
    }

    private static Plan plan(String profit) {
        return Planner.withDefaults()
                .plan(FinancialGoal.profit(profit), CONSTANTS, OPENING)
                .orThrow();
    }
}
