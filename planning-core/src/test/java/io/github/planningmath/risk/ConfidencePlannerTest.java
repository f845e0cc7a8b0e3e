package io.github.planningmath.risk;

import static io.github.planningmath.risk.ReferenceCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.CatchUp;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.RefusedException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConfidencePlannerTest {

    private static final ConfidencePlanner PLANNER = ConfidencePlanner.withDefaults();

    private static Assurance plan(int percent, Uncertainty uncertainty) {
        return PLANNER.plan(
                TelephonyPlan.GOAL,
                Rate.percent(percent),
                TelephonyPlan.constants(),
                TelephonyPlan.opening(),
                uncertainty);
    }

    @Test
    void ratesThatAreKnownTakeASmallBuffer() {
        List<ConfidencePlanner.Rung> ladder = PLANNER.ladder(
                TelephonyPlan.GOAL,
                List.of(Rate.percent(80), Rate.percent(90), Rate.percent(95)),
                TelephonyPlan.constants(),
                TelephonyPlan.opening(),
                Uncertainty.none());
        for (int i = 0; i < 3; i++) {
            String id = "confidence " + List.of("0.8", "0.9", "0.95").get(i);
            assertThat(ladder.get(i).newDeals()).isEqualTo((long) value("readme-plan", id + " 0"));
            assertThat(ladder.get(i).visits()).isEqualTo((long) value("readme-plan", id + " 1"));
        }
        assertThat(ladder.get(1)).hasToString("90%: 483 new deals, 241500 visits for 193200");
        assertThat(ladder.get(1).pricePerPoint()).isCloseTo(720, within(1e-9)); // 9,000 visits at 0.80 for ten points
    }

    @Test
    void ratesThatAreCountedTakeALargeOne() {
        Assurance.Confident confident = plan(90, TelephonyPlan.COUNTED).orThrow();
        long deals = Objects.requireNonNull(confident.plan().requiredDeals());
        assertThat(deals).isBetween(590L, 615L); // about 603 by an independent program
        assertThat(confident.chance().value()).isCloseTo(0.9, within(0.002));
        assertThat(confident.buffer().newDeals()).isEqualTo(deals - 432);
        assertThat(confident.buffer().visits()).isEqualTo(500 * (deals - 432));

        // N - 1 does not suffice at the same draws, and other draws agree
        Plan fewer = Planner.withDefaults()
                .volumes(TelephonyPlan.GOAL, TelephonyPlan.constants(), TelephonyPlan.opening(), any -> any)
                .plan(deals - 1);
        assertThat(PlanRisk.of(fewer, TelephonyPlan.COUNTED)
                        .chance(TelephonyPlan.GOAL)
                        .value())
                .isLessThan(0.9005);
        assertThat(PlanRisk.of(confident.plan(), TelephonyPlan.COUNTED)
                        .withSeed(99)
                        .chance(TelephonyPlan.GOAL)
                        .value())
                .isCloseTo(0.9, within(0.004));
    }

    @Test
    void moreOfTheSameDoesNotReplaceKnowledge() {
        Assurance assurance = PLANNER.plan(
                FinancialGoal.profit("3000")
                        .withAfterHorizon(AfterHorizon.stops())
                        .withCatchUp(CatchUp.AT_ONCE),
                Rate.percent(90),
                dearLeads(),
                Position.empty(YearMonth.of(2027, 1)),
                Uncertainty.none().with(Driver.managerConversion(TelephonyPlan.TIER), Doubt.observed(4, 40)));
        assertThat(assurance).isInstanceOf(Assurance.Unsure.class);
        Assurance.Unsure unsure = (Assurance.Unsure) assurance;
        // margin 900, a lead costs 60, 4 of 40: P(rate > 60 / 900), with the rounding of a million deals and the table
        // of quantiles
        assertThat(unsure.most()).isCloseTo(value("ceiling-of-confidence", "most"), within(1e-6));
        assertThat(unsure.remedies().get(0).most())
                .isCloseTo(value("ceiling-of-confidence", "known_from_40_of_400"), within(1e-6));
        assertThat(unsure)
                .hasToString(
                        "Goal profit 3000 cannot be reached with 90%: no number of deals gives more than 81.0%."
                                + " Perhaps measure: 40 of 400 for the manager conversion of the consultative tier would give 99.4%.");
        assertThatThrownBy(assurance::orThrow)
                .isInstanceOf(RefusedException.class)
                .hasMessage(unsure.toString());
        assertThat(assurance.<String>fold(sure -> "sure", not -> "not")).isEqualTo("not");
    }

    private static PlanningConstants dearLeads() {
        return TelephonyPlan.constants()
                .withHorizon(Horizon.ofMonths(YearMonth.of(2027, 1), 2))
                .withFixedCosts(FixedCosts.none())
                .with(Driver.siteConversion("site"), Rate.percent(50))
                .with(Driver.warmUpRate("site"), Rate.percent(20))
                .with(Driver.managerConversion(TelephonyPlan.TIER), Rate.percent(10))
                .with(Driver.costPerVisit("site"), new BigDecimal("6"));
    }

    @Test
    void oneHundredPercentIsRefused() {
        assertThatThrownBy(() -> plan(100, TelephonyPlan.COUNTED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ConfidencePlanner.confidence must be above 0% and below 100%, but was 100%."
                        + " Perhaps 95% was meant: nothing is sure.");
    }

    @Test
    void sharesAddUp() {
        UncertaintyShares shares =
                PlanRisk.of(TelephonyPlan.plan(), TelephonyPlan.COUNTED).shares();
        double sum = shares.luck();
        for (UncertaintyShares.Share share : shares.shares()) {
            sum += share.share();
            assertThat(share.share()).isBetween(share.alone() - 0.005, share.withOthers() + 0.005);
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        // closed form: with squared coefficients of variation c of three independent betas, Var_S is the product over
        // S, split evenly
        double site = shapley(SITE, WARM_UP, MANAGER);
        double all = (1 + SITE) * (1 + WARM_UP) * (1 + MANAGER) - 1;
        double luck = shares.luck();
        assertThat(share(shares, Driver.siteConversion("site")) / (1 - luck)).isCloseTo(site / all, within(0.01));
        assertThat(share(shares, Driver.managerConversion(TelephonyPlan.TIER)) / (1 - luck))
                .isCloseTo(shapley(MANAGER, SITE, WARM_UP) / all, within(0.01));
        assertThat(shares.of(Department.MARKETING) + shares.of(Department.SALES) + luck)
                .isCloseTo(1, within(1e-9));
        assertThat(shares.toString()).startsWith("manager conversion of the consultative tier ");
    }

    private static final double SITE = squaredVariation(500, 20_000);
    private static final double WARM_UP = squaredVariation(200, 500);
    private static final double MANAGER = squaredVariation(80, 400);

    private static double squaredVariation(double successes, double trials) {
        return (trials - successes + 0.5) / ((successes + 0.5) * (trials + 2));
    }

    private static double shapley(double own, double one, double other) {
        return own * (1 + (one + other) / 2 + one * other / 3);
    }

    private static double share(UncertaintyShares shares, Driver<?> driver) {
        return shares.shares().stream()
                .filter(share -> share.drivers().contains(driver))
                .mapToDouble(UncertaintyShares.Share::share)
                .sum();
    }
}
