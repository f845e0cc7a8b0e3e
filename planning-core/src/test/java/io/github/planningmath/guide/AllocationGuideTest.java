package io.github.planningmath.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.allocation.Adstock;
import io.github.planningmath.allocation.Allocation;
import io.github.planningmath.allocation.BudgetAllocation;
import io.github.planningmath.allocation.ChannelGroup;
import io.github.planningmath.allocation.ContinuousOptimum;
import io.github.planningmath.allocation.CurveComparison;
import io.github.planningmath.allocation.CurveCost;
import io.github.planningmath.allocation.CurveFamily;
import io.github.planningmath.allocation.CurveParameter;
import io.github.planningmath.allocation.FittedCurve;
import io.github.planningmath.allocation.Flighting;
import io.github.planningmath.allocation.Hill;
import io.github.planningmath.allocation.LogarithmicResponse;
import io.github.planningmath.allocation.MichaelisMenten;
import io.github.planningmath.allocation.PowerResponse;
import io.github.planningmath.allocation.ResponseColumns;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.ResponseFit;
import io.github.planningmath.allocation.ResponseFitter;
import io.github.planningmath.allocation.SpendLimits;
import io.github.planningmath.allocation.SpendOutcome;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calls that a user makes to split money over channels, from outside of the library's packages. */
class AllocationGuideTest {

    private final Map<String, ResponseCurve> curvesByChannel = Map.of(
            "site", new LogarithmicResponse(900.0, 20_000.0),
            "events", new Hill(600.0, 40_000.0, 2.5),
            "partners", new PowerResponse(2.0, 0.5));
    private final BigDecimal budget = new BigDecimal("150000");

    @Test
    void theBestSplitOfABudget() {
        BigDecimal site = BudgetAllocation.withDefaults()
                .best(budget, curvesByChannel)
                .orThrow()
                .spend("site");

        assertThat(site).isPositive().isLessThan(budget);
    }

    @Test
    void wholeThousandsWithinLimits() {
        Allocation allocation = BudgetAllocation.withDefaults()
                .withStep(new BigDecimal("1000"))
                .withLimits("partners", SpendLimits.atLeast("5000"))
                .withGroups(
                        List.of(new ChannelGroup("online", List.of("site", "partners"), SpendLimits.atMost("60000"))))
                .best(budget, curvesByChannel)
                .orThrow();

        assertThat(allocation.budget()).isEqualByComparingTo(budget);
        assertThat(allocation.continuous().gap()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void howMuchIsWorthSpending() {
        Allocation allocation = BudgetAllocation.withDefaults()
                .atMarginalReturn(0.01, curvesByChannel)
                .orThrow();

        assertThat(BudgetAllocation.withDefaults()
                        .leastBudget(allocation.outcome(), curvesByChannel)
                        .orThrow()
                        .budget())
                .isLessThanOrEqualTo(allocation.budget());
    }

    @Test
    void aConflictOfBoundsIsAnAnswerAndNoException() {
        String answer = BudgetAllocation.withDefaults()
                .withLimits("site", SpendLimits.atLeast("200000"))
                .best(budget, curvesByChannel)
                .fold(allocation -> "split", refusal -> refusal.conflict().toString());

        assertThat(answer).isEqualTo("the floors add up to 200000, above the budget of 150000");
    }

    private final List<SpendOutcome> weeks = List.of(
            SpendOutcome.of(500, 35),
            SpendOutcome.of(1_000, 61),
            SpendOutcome.of(2_000, 98),
            SpendOutcome.of(3_000, 121),
            SpendOutcome.of(4_000, 132),
            SpendOutcome.of(6_000, 152),
            SpendOutcome.of(8_000, 158));

    @Test
    void whatACurveSays() {
        ResponseCurve events = new Hill(600.0, 40_000.0, 2.5);
        double leads = events.value(50_000);
        double nextLeads = events.marginal(50_000);
        double spend = events.spendFor(300);

        assertThat(leads).isGreaterThan(300);
        assertThat(nextLeads).isCloseTo(events.value(50_000.5) - events.value(49_999.5), within(1e-9));
        assertThat(spend).isCloseTo(40_000, within(1e-6));
    }

    @Test
    void aCurveFittedToWhatWasSpent() {
        FittedCurve fit = ResponseFitter.withDefaults()
                .fit(CurveFamily.MICHAELIS_MENTEN, weeks)
                .orThrow();
        CurveParameter half = fit.parameter("halfSaturation");
        ResponseCurve site = fit.curve();
        CurveComparison families = ResponseFitter.withDefaults().compare(weeks);
        ResponseCurve best = families.best().orThrow().curve();

        assertThat(half.standardError()).isLessThan(half.value() / 5);
        assertThat(fit.covariance("ceiling", "halfSaturation")).isPositive();
        assertThat(site.value(2_000)).isCloseTo(98, within(6.0));
        assertThat(best.value(2_000)).isCloseTo(98, within(6.0));
        assertThat(families.best().orThrow().aicc()).isLessThanOrEqualTo(fit.aicc());
        assertThat(fit.bic()).isFinite();
        assertThat(fit.rSquared()).isGreaterThan(0.98);
    }

    @Test
    void whatLastsFromWeekToWeekAndLinesBetweenKnots() {
        double[] spends = {0, 3_000, 1_000, 0, 0, 5_000, 2_000, 0, 1_500, 0, 4_000, 500};
        List<SpendOutcome> consecutiveWeeks = new ArrayList<>();
        double stock = 0;
        for (double spend : spends) {
            stock = spend + 0.5 * stock;
            consecutiveWeeks.add(SpendOutcome.of(spend, 20 + new MichaelisMenten(200.0, 2_000.0).value(stock)));
        }
        ResponseFitter weekly = ResponseFitter.withDefaults().withBaseline().withFittedCarryOver();
        double lasts = weekly.fit(CurveFamily.MICHAELIS_MENTEN, consecutiveWeeks)
                .orThrow()
                .parameter("carryOver")
                .value();
        ResponseFit lines = ResponseFitter.withDefaults().fitPiecewiseLinear(List.of(1_000.0, 4_000.0), weeks);
        String answer = lines.fold(fitted -> "R² " + fitted.rSquared(), refusal -> refusal.detail());

        assertThat(lasts).isCloseTo(0.5, within(1e-6));
        assertThat(ResponseFitter.withDefaults()
                        .withBaseline()
                        .withCarryOver(0.5)
                        .fit(CurveFamily.MICHAELIS_MENTEN, consecutiveWeeks)
                        .orThrow()
                        .baseline())
                .isCloseTo(20, within(1e-6));
        assertThat(answer).startsWith("R² 0.9");
    }

    @Test
    void theSplitWithItsProof() {
        Allocation split =
                BudgetAllocation.withDefaults().best(budget, curvesByChannel).orThrow();
        double next = split.marginalReturn();
        boolean best = split.provedBest();
        double gap = split.gap();
        ContinuousOptimum proof = split.continuous();
        double gapWithoutSteps = proof.gap();
        double residual = proof.residual();

        assertThat(next).isPositive();
        assertThat(best).isEqualTo(gap <= 1e-9);
        assertThat(gap).isBetween(0.0, 1e-6);
        assertThat(gapWithoutSteps).isBetween(0.0, 1e-9);
        assertThat(residual).isFinite();
        assertThat(split.roundingLoss()).isNotNegative();
    }

    @Test
    void theLeastBudgetAndTheReturnOnIt() {
        Allocation least = BudgetAllocation.withDefaults()
                .leastBudget(1_500, curvesByChannel)
                .orThrow();
        Allocation returning =
                BudgetAllocation.withDefaults().atReturn(0.02, curvesByChannel).orThrow();

        assertThat(least.outcome()).isGreaterThanOrEqualTo(1_500);
        assertThat(returning.outcome() / returning.budget().doubleValue()).isGreaterThanOrEqualTo(0.02 * (1 - 1e-9));
    }

    @Test
    void manyChannelsWithoutARecordForEach() {
        ResponseColumns columns = new ResponseColumns();
        curvesByChannel.values().forEach(curve -> columns.add(curve, 0, 150_000));
        double first =
                BudgetAllocation.withDefaults().continuous(150_000, columns).spend(0);

        assertThat(first).isBetween(0.0, 150_000.0);
    }

    @Test
    void aMonthOfAChannelPricedByACurve() {
        TrafficCost cost = CurveCost.of(new MichaelisMenten(90_000.0, 60_000.0));
        BigDecimal month = cost.cost(30_000);

        assertThat(month).isEqualByComparingTo("30000");
    }

    @Test
    void whenToSpendWhereEffectsLast() {
        List<Double> seasonByMonth = List.of(0.8, 1.0, 1.2);
        Flighting year = Flighting.of(
                600_000,
                seasonByMonth,
                Map.of(
                        "site", new Adstock(new LogarithmicResponse(9_000.0, 4_000.0), 0.6),
                        "mail", new Adstock(new LogarithmicResponse(7_000.0, 2_500.0), 0.3)));
        List<Double> site = year.spend("site");

        assertThat(site).hasSize(3);
        assertThat(year.residual()).isLessThan(1e-10);
    }
}
