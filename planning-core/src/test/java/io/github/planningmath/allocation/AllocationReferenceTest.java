package io.github.planningmath.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Budget allocation problems whose optimum is known. */
class AllocationReferenceTest {

    private static final Map<String, ReferenceProblem> CONCAVE = ReferenceProblem.all("concave");
    private static final Map<String, ReferenceProblem> S_SHAPED = ReferenceProblem.all("s-shaped");
    private static final BudgetAllocation ALLOCATION = BudgetAllocation.withDefaults();

    /** Those with amounts of money, not with whole people. */
    static List<ReferenceProblem> concave() {
        return CONCAVE.values().stream()
                .filter(problem -> !problem.name().equals("i12_people"))
                .toList();
    }

    static Collection<ReferenceProblem> sShaped() {
        return S_SHAPED.values();
    }

    @ParameterizedTest
    @MethodSource("concave")
    void concaveCurvesAreSplitExactly(ReferenceProblem problem) {
        ContinuousAllocation split = ALLOCATION.continuous(problem.budget(), problem.columns());

        assertThat(split.outcome()).isCloseTo(problem.outcome(), withinPercentage(1e-11));
        assertThat(split.residual()).isLessThan(1e-12);
        assertThat(split.gap()).isZero();
        requireBest(problem, split);
    }

    @ParameterizedTest
    @MethodSource("sShaped")
    void sShapedCurvesAreSplitAsNoOtherSplitIsBetter(ReferenceProblem problem) {
        ContinuousAllocation split = ALLOCATION.continuous(problem.budget(), problem.columns());

        assertThat(split.outcome()).isCloseTo(problem.outcome(), withinPercentage(1e-11));
        assertThat(split.gap()).isLessThanOrEqualTo(1e-9);
        assertThat(split.upperBound()).isGreaterThanOrEqualTo(problem.outcome() * (1 - 1e-14));
        assertThat(split.residual()).isLessThan(1e-12);
        requireBest(problem, split);
    }

    /** The spends, and, by the curves themselves, that marginal returns are equal where no bound holds. */
    private static void requireBest(ReferenceProblem problem, ContinuousAllocation split) {
        double sum = 0;
        for (int channel = 0; channel < problem.curves().size(); channel++) {
            double spend = split.spend(channel);
            sum += spend;
            double floor = problem.columns().floor(channel);
            double ceiling = problem.columns().ceiling(channel);
            assertThat(spend).isCloseTo(problem.spends().get(channel), within(1e-11 * problem.budget()));
            assertThat(spend).isBetween(floor, ceiling);
            double marginal = problem.curves().get(channel).marginal(spend) / split.marginalReturn();
            if (spend > floor && spend < ceiling) {
                assertThat(marginal).isCloseTo(1, within(1e-12));
            }
        }
        assertThat(sum).isCloseTo(problem.budget(), withinPercentage(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 100, 1e9})
    void theUnitOfTheOutcomeDoesNotMatter(double unit) {
        for (Collection<ReferenceProblem> problems : List.of(concave(), sShaped())) {
            for (ReferenceProblem problem : problems) {
                ContinuousAllocation split = ALLOCATION.continuous(problem.budget(), problem.scaled(1, unit));
                for (int channel = 0; channel < problem.curves().size(); channel++) {
                    assertThat(split.spend(channel))
                            .as(problem.name())
                            .isCloseTo(problem.spends().get(channel), within(1e-11 * problem.budget()));
                }
                assertThat(split.outcome() / unit).isCloseTo(problem.outcome(), withinPercentage(1e-10));
            }
        }
    }

    @Test
    void kopecksAreSplitAsRoubles() {
        for (ReferenceProblem problem : concave()) {
            ContinuousAllocation split = ALLOCATION.continuous(problem.budget() * 100, problem.scaled(100, 1));
            for (int channel = 0; channel < problem.curves().size(); channel++) {
                assertThat(split.spend(channel) / 100)
                        .isCloseTo(problem.spends().get(channel), within(1e-11 * problem.budget()));
            }
        }
    }

    @Test
    void wholePeopleAreSplitAsByADynamicProgramme() {
        ReferenceProblem problem = Objects.requireNonNull(CONCAVE.get("i12_people"));
        Map<String, ResponseCurve> curves = new LinkedHashMap<>();
        Map<String, SpendLimits> limits = new LinkedHashMap<>();
        for (int team = 0; team < problem.curves().size(); team++) {
            curves.put("team " + team, problem.curves().get(team));
            limits.put(
                    "team " + team,
                    new SpendLimits(
                            BigDecimal.valueOf(problem.columns().floor(team)),
                            BigDecimal.valueOf(problem.columns().ceiling(team))));
        }
        Allocation heads = ALLOCATION
                .withStep(BigDecimal.ONE)
                .withLimits(limits)
                .best(BigDecimal.valueOf(problem.budget()), curves)
                .orThrow();

        for (int team = 0; team < problem.curves().size(); team++) {
            assertThat(heads.spend("team " + team))
                    .isEqualByComparingTo(BigDecimal.valueOf(problem.spends().get(team)));
        }
        assertThat(heads.outcome()).isCloseTo(problem.outcome(), withinPercentage(1e-12));
        assertThat(heads.roundingLoss()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("concave")
    void moneyIsSpentToTheMinorUnit(ReferenceProblem problem) {
        Map<String, ResponseCurve> curves = new LinkedHashMap<>();
        Map<String, SpendLimits> limits = new LinkedHashMap<>();
        for (int channel = 0; channel < problem.curves().size(); channel++) {
            String name = "channel " + channel;
            curves.put(name, problem.curves().get(channel));
            limits.put(
                    name,
                    new SpendLimits(
                            BigDecimal.valueOf(problem.columns().floor(channel)),
                            BigDecimal.valueOf(problem.columns().ceiling(channel))));
        }
        BigDecimal budget = BigDecimal.valueOf(problem.budget());
        Allocation allocation =
                ALLOCATION.withLimits(limits).best(budget, curves).orThrow();

        assertThat(allocation.budget()).isEqualByComparingTo(budget);
        assertThat(allocation.outcome()).isCloseTo(problem.outcome(), withinPercentage(1e-5));
        for (int channel = 0; channel < problem.curves().size(); channel++) {
            assertThat(allocation.spend("channel " + channel).doubleValue())
                    .isCloseTo(problem.spends().get(channel), within(0.05));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "target-return.csv", useHeadersInDisplayName = true)
    void theMostIsHadAtATargetReturn(
            double target, double outcome, double budget, double marginalReturn, String spends) {
        ResponseColumns columns = new ResponseColumns()
                .add(new MichaelisMenten(80_000.0, 20_000.0), 2_000, 200_000)
                .add(new MichaelisMenten(50_000.0, 5_000.0), 800, 80_000)
                .add(new MichaelisMenten(60_000.0, 40_000.0), 2_500, 250_000)
                .add(new MichaelisMenten(24_000.0, 3_000.0), 600, 60_000)
                .add(new MichaelisMenten(18_000.0, 12_000.0), 900, 90_000);

        double found = ContinuousSplit.budgetAtReturn(columns, target, 6_800, 680_000);
        ContinuousAllocation split = ALLOCATION.continuous(found, columns);

        assertThat(found).isCloseTo(budget, withinPercentage(1e-8));
        assertThat(split.outcome()).isCloseTo(outcome, withinPercentage(1e-8));
        assertThat(split.marginalReturn()).isCloseTo(marginalReturn, withinPercentage(1e-8));
        double[] expected = Arrays.stream(spends.split(";", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (int channel = 0; channel < expected.length; channel++) {
            assertThat(split.spend(channel)).isCloseTo(expected[channel], withinPercentage(1e-8));
        }
    }
}
