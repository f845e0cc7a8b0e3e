package io.github.planningmath.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.RefusedException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BudgetAllocationTest {

    private static final BudgetAllocation ALLOCATION = BudgetAllocation.withDefaults();
    private static final BigDecimal THOUSAND = new BigDecimal("1000");

    /** With exponents of one half, spends are as the squares of the scales: 16 to 9. */
    private static final Map<String, ResponseCurve> SQUARE_ROOTS =
            Map.of("site", new PowerResponse(4.0, 0.5), "events", new PowerResponse(3.0, 0.5));

    private static final Map<String, ResponseCurve> S_SHAPED =
            Map.of("site", new Hill(500.0, 30_000.0, 3.0), "events", new Hill(600.0, 40_000.0, 2.5));

    @Test
    void spendsOfSquareRootsAreAsTheSquaresOfTheirScales() {
        Allocation allocation =
                ALLOCATION.best(new BigDecimal("2500"), SQUARE_ROOTS).orThrow();

        assertThat(allocation.spend("site")).isEqualByComparingTo("1600");
        assertThat(allocation.spend("events")).isEqualByComparingTo("900");
        assertThat(allocation.outcome()).isCloseTo(250, within(1e-12));
        assertThat(allocation.marginalReturn()).isCloseTo(0.05, within(1e-15));
        assertThat(allocation.roundingLoss()).isZero();
    }

    @Test
    void theLeastBudgetForAnOutcome() {
        Allocation allocation = ALLOCATION.leastBudget(250, SQUARE_ROOTS).orThrow();

        assertThat(allocation.budget()).isEqualByComparingTo("2500");
    }

    @Test
    void theBudgetAtAMarginalReturn() {
        Allocation allocation = ALLOCATION.atMarginalReturn(0.05, SQUARE_ROOTS).orThrow();

        assertThat(allocation.budget()).isEqualByComparingTo("2500");
    }

    @Test
    void theBudgetAtAReturn() {
        Allocation allocation = ALLOCATION.atReturn(0.1, SQUARE_ROOTS).orThrow();

        assertThat(allocation.budget()).isEqualByComparingTo("2500");
    }

    /** The curve of the blog is infinitely steep at nothing, and worth next to nothing from there on. */
    @Test
    void aCurveThatIsSteepOnlyAtNothingKeepsNoMoneyFromTheOthers() {
        Map<String, ResponseCurve> curves = Map.of(
                "site", new LogarithmicResponse(1974.1, 10.0),
                "blog", new Hill(10.0, 10.0, 0.97),
                "events", new PowerResponse(1.0, 0.05));
        BudgetAllocation allocation = ALLOCATION.withLimits("events", new SpendLimits(BigDecimal.ONE, BigDecimal.ONE));

        ContinuousOptimum optimum =
                allocation.best(new BigDecimal("1.01"), curves).orThrow().continuous();
        Allocation least = allocation.leastBudget(2, curves).orThrow();

        assertThat(optimum.spend("site")).isCloseTo(0.01, within(1e-14));
        assertThat(optimum.residual()).isLessThan(1e-12);
        assertThat(least.budget()).isEqualByComparingTo("1.01");
    }

    @Test
    void wholeThousands() {
        Allocation allocation = ALLOCATION
                .withStep(THOUSAND)
                .best(new BigDecimal("3000"), SQUARE_ROOTS)
                .orThrow();

        assertThat(allocation.spend("site")).isEqualByComparingTo("2000");
        assertThat(allocation.spend("events")).isEqualByComparingTo("1000");
        assertThat(allocation.roundingLoss()).isBetween(0.001, 1.0);
    }

    @Test
    void aCurrencyWithoutAMinorUnitIsSplitWhole() {
        Allocation allocation = ALLOCATION
                .withMinorUnitOf(Currency.getInstance("JPY"))
                .best(new BigDecimal("100"), SQUARE_ROOTS)
                .orThrow();

        assertThat(allocation.spends()).isEqualTo(Map.of("site", new BigDecimal("64"), "events", new BigDecimal("36")));
    }

    @Test
    void limitsOfAChannelHold() {
        Allocation allocation = ALLOCATION
                .withLimits("site", SpendLimits.atMost("1000"))
                .withLimits("events", SpendLimits.atLeast("10"))
                .best(new BigDecimal("2500"), SQUARE_ROOTS)
                .orThrow();

        assertThat(allocation.spend("site")).isEqualByComparingTo("1000");
        assertThat(allocation.spend("events")).isEqualByComparingTo("1500");
    }

    /** The group is at its ceiling of 2,500, split as without it; the rest goes to the third channel. */
    @Test
    void aGroupAtItsCeilingIsSplitAsItWouldBeAlone() {
        Map<String, ResponseCurve> curves = new LinkedHashMap<>(SQUARE_ROOTS);
        curves.put("partners", new PowerResponse(1.0, 0.5));
        Allocation allocation = ALLOCATION
                .withGroups(
                        List.of(new ChannelGroup("own", List.of("site", "events"), SpendLimits.between("0", "2500"))))
                .best(new BigDecimal("10000"), curves)
                .orThrow();

        assertThat(allocation.spend("site")).isEqualByComparingTo("1600");
        assertThat(allocation.spend("events")).isEqualByComparingTo("900");
        assertThat(allocation.spend("partners")).isEqualByComparingTo("7500");
        assertThat(allocation.continuous().residual()).isLessThan(1e-12);
    }

    @Test
    void noMoreThanOneOfTwoThresholdsIsPassedWhereTheBudgetSufficesForOne() {
        ResponseCurve steep = new Hill(1_000.0, 100.0, 8.0);
        Allocation allocation = ALLOCATION
                .best(new BigDecimal("150"), Map.of("a", steep, "b", steep))
                .orThrow();

        assertThat(allocation.spends().values().stream().filter(spend -> spend.signum() > 0))
                .hasSize(1);
        assertThat(allocation.continuous().gap()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void tenEqualThresholdsAreNoHarderThanDifferentOnes() {
        Map<String, ResponseCurve> curves = new LinkedHashMap<>();
        for (int channel = 0; channel < 10; channel++) {
            curves.put("channel " + channel, new Hill(1_000.0, 100.0, 4.0));
        }
        Allocation allocation = ALLOCATION.best(new BigDecimal("450"), curves).orThrow();

        assertThat(allocation.continuous().gap()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void conflictsAreNamed() {
        Map<String, SpendLimits> floors =
                Map.of("site", SpendLimits.atLeast("3000"), "events", SpendLimits.atLeast("2000.50"));
        conflict(
                ALLOCATION.withLimits(floors).best(THOUSAND, SQUARE_ROOTS),
                "the floors add up to 5000.5, above the budget of 1000");
        Map<String, SpendLimits> ceilings =
                Map.of("site", SpendLimits.atMost("300"), "events", SpendLimits.atMost("200"));
        conflict(
                ALLOCATION.withLimits(ceilings).best(THOUSAND, SQUARE_ROOTS),
                "the ceilings add up to 500, below the budget of 1000");
        conflict(
                ALLOCATION
                        .withLimits(floors)
                        .withGroups(
                                List.of(new ChannelGroup("own", List.of("site", "events"), SpendLimits.atMost("4000"))))
                        .best(new BigDecimal("9000"), SQUARE_ROOTS),
                "the floors in the group own add up to 5000.5, above the group's ceiling of 4000");
        conflict(
                ALLOCATION
                        .withLimits(ceilings)
                        .withGroups(
                                List.of(new ChannelGroup("own", List.of("site", "events"), SpendLimits.atLeast("700"))))
                        .best(new BigDecimal("9000"), SQUARE_ROOTS),
                "the ceilings in the group own add up to 500, below the group's floor of 700");
        conflict(
                ALLOCATION
                        .withStep(THOUSAND)
                        .withLimits("site", SpendLimits.between("1200", "1800"))
                        .best(new BigDecimal("9000"), SQUARE_ROOTS),
                "no multiple of 1000 lies within the limits of site, 1200 to 1800");
    }

    @Test
    void questionsWithoutAnAnswerAreNamed() {
        Map<String, ResponseCurve> saturating = Map.of("site", new LinearResponse(2.0, 300.0));
        Map<String, ResponseCurve> endless = Map.of("site", new LinearResponse(2.0, null));
        conflict(
                ALLOCATION.leastBudget(1_000, saturating),
                "an outcome of 1000.0 is out of reach; the greatest is 600.0");
        conflict(
                ALLOCATION.atMarginalReturn(1.5, endless),
                "the return stays above 1.5 however much is spent; a ceiling is missing");
        conflict(
                ALLOCATION.atReturn(1.5, endless),
                "the return stays above 1.5 however much is spent; a ceiling is missing");
        conflict(
                ALLOCATION.withLimits("site", SpendLimits.atLeast("600")).atReturn(1.5, saturating),
                "a return of 1.5 is out of reach: the floors of 600 return 1.0");
    }

    @Test
    void aRefusalIsThrownWhereTheAllocationIsInsistedOn() {
        AllocationResult result =
                ALLOCATION.withLimits("site", SpendLimits.atLeast("3000")).best(THOUSAND, SQUARE_ROOTS);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(result::orThrow)
                .withMessage("There is no such allocation: the floors add up to 3000, above the budget of 1000.")
                .satisfies(thrown -> assertThat(thrown.refusal()).isEqualTo(result));
        assertThat(result.<String>fold(allocation -> "split", refusal -> "none"))
                .isEqualTo("none");
        assertThat(ALLOCATION.best(THOUSAND, SQUARE_ROOTS).<String>fold(allocation -> "split", refusal -> "none"))
                .isEqualTo("split");
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        refused(
                () -> ALLOCATION.best(new BigDecimal("-1"), SQUARE_ROOTS),
                "BudgetAllocation.budget must be at least 0, but was -1.");
        refused(
                () -> ALLOCATION.withStep(THOUSAND).best(new BigDecimal("1500"), SQUARE_ROOTS),
                "BudgetAllocation.budget must be a multiple of the step 1000, but was 1500.");
        refused(
                () -> ALLOCATION.best(THOUSAND, Map.of()),
                "BudgetAllocation.curves must hold at least one, but was empty.");
        refused(
                () -> ALLOCATION
                        .withLimits("radio", SpendLimits.none())
                        .best(THOUSAND, Map.of("site", new PowerResponse(1.0, 0.5))),
                "BudgetAllocation.curves must hold every channel that has limits, but radio was missing from [site].");
        refused(
                () -> ALLOCATION.leastBudget(-5, SQUARE_ROOTS),
                "BudgetAllocation.outcome must be at least 0 and finite, but was -5.0.");
        refused(
                () -> ALLOCATION.atMarginalReturn(0, SQUARE_ROOTS),
                "BudgetAllocation.threshold must be above 0 and finite, but was 0.0.");
        refused(
                () -> ALLOCATION.atReturn(Double.NaN, SQUARE_ROOTS),
                "BudgetAllocation.target must be above 0 and finite, but was NaN.");
        refused(() -> ALLOCATION.withStep(BigDecimal.ZERO), "BudgetAllocation.step must be above 0, but was 0.");
        refused(
                () -> SpendLimits.between("5000", "3000"),
                "SpendLimits.ceiling must be at least the floor of 5000, but was 3000.");
        refused(() -> SpendLimits.atLeast("-1"), "SpendLimits.floor must be at least 0, but was -1.");
        refused(
                () -> new ChannelGroup("own", List.of(), SpendLimits.none()),
                "ChannelGroup.channels must hold at least one, but was empty.");
        ChannelGroup own = new ChannelGroup("own", List.of("site"), SpendLimits.none());
        refused(
                () -> ALLOCATION.withGroups(List.of(own, own)),
                "BudgetAllocation.groups must be given once each, but was given twice: own.");
        refused(
                () -> ALLOCATION.withGroups(List.of(own, new ChannelGroup("web", List.of("site"), SpendLimits.none()))),
                "BudgetAllocation.groups.channels must be given once each, but was given twice: site.");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> ALLOCATION.best(new BigDecimal("1e15"), SQUARE_ROOTS))
                .withMessage("BudgetAllocation.budget must be at most 9007199254740992 steps of 0.01, but was"
                        + " 1000000000000000.");
        assertThatNullPointerException()
                .isThrownBy(() -> new NoAllocation(missing()))
                .withMessage("NoAllocation.conflict must be given, but was null.");
    }

    @Test
    void aChannelThatIsNotThereIsNamed() {
        Allocation allocation = ALLOCATION
                .best(THOUSAND, Map.of("site", new PowerResponse(1.0, 0.5)))
                .orThrow();
        refused(() -> allocation.spend("radio"), "Allocation.spend must be of one of [site], but was of radio.");
        refused(
                () -> allocation.continuous().spend("radio"),
                "ContinuousOptimum.spend must be of one of [site], but was of radio.");
    }

    @Test
    void columnsOutOfOrderAreRefused() {
        ResponseColumns columns = new ResponseColumns()
                .add(new LinearResponse(1.0, null), 0, 100)
                .add(new LinearResponse(2.0, null), 0, 50)
                .add(new LinearResponse(3.0, null), 0, 50);
        refused(
                () -> columns.add(new LinearResponse(1.0, null), 5, 4),
                "ResponseColumns must have bounds of at least 0 in their order, but had 5.0 to 4.0.");
        refused(
                () -> columns.limit(1, 4, 0, 10),
                "ResponseColumns.limit must be of some of the 3 channels, but was from 1 to 4.");
        columns.limit(0, 2, 0, 100);
        refused(
                () -> columns.limit(1, 3, 0, 100),
                "ResponseColumns.limit must be apart from those before it or around them, but 1 to 3 is not around 0 to 2.");
        refused(
                () -> ALLOCATION.continuous(1_000, columns),
                "BudgetAllocation.budget must lie within the bounds of the columns, but was 1000.0.");
        // Limits within limits: 50 of the third, 100 of the first two, with the dearest last.
        ContinuousAllocation split = ALLOCATION.continuous(120, columns.limit(0, 3, 0, 130));
        assertThat(split.spend(2)).isEqualTo(50);
        assertThat(split.spend(1)).isEqualTo(50);
        assertThat(split.spend(0)).isEqualTo(20);
    }

    /** Half of 130 on the second channel; one step each would bring 30, 4.6 and 6.7, and two on the first 56.5. */
    @Test
    void coarseStepsOfSShapedCurvesAreSplitAtTheirBest() {
        Map<String, ResponseCurve> curves = Map.of(
                "a", new Hill(60.0, 100.0, 4.0), "b", new Hill(130.0, 300.0, 3.0), "c", new Hill(60.0, 200.0, 3.0));
        Allocation split = ALLOCATION
                .withStep(new BigDecimal("100"))
                .best(new BigDecimal("300"), curves)
                .orThrow();

        assertThat(split.spend("b")).isEqualByComparingTo("300");
        assertThat(split.outcome()).isCloseTo(65, within(1e-12));
        assertThat(split.upperBound()).isEqualTo(split.outcome());
        assertThat(split.provedBest()).isTrue();
    }

    /** Half of its most at 40,000, and all of it, in floating point, long before the greatest budget there can be. */
    @Test
    void theGreatestOutcomeOfALoneSShapedChannelIsNamed() {
        Map<String, ResponseCurve> events = Map.of("events", new Hill(600.0, 40_000.0, 2.5));

        conflict(ALLOCATION.leastBudget(700, events), "an outcome of 700.0 is out of reach; the greatest is 600.0");
        assertThat(ALLOCATION.leastBudget(300, events).orThrow().budget()).isEqualByComparingTo("40000");
    }

    @Test
    void aLoneSShapedChannelTakesAnyBudgetWhole() {
        Map<String, ResponseCurve> events = Map.of("events", new Hill(600.0, 40_000.0, 2.5));
        for (String budget : List.of("1000000", "25000000", "90000000000000")) {
            requireAllInEvents(ALLOCATION, new BigDecimal(budget), events);
        }
    }

    @Test
    void aChannelThatMaySpendNothingLeavesItAllToTheOther() {
        BudgetAllocation onlyEvents = ALLOCATION.withLimits("site", SpendLimits.atMost("0"));

        requireAllInEvents(onlyEvents, new BigDecimal("1000000"), S_SHAPED);
    }

    @Test
    void aFloorOfManyStepsInAGroupOfOneChannelIsSpentThere() {
        BigDecimal floor = new BigDecimal("25000000");
        BudgetAllocation muchForEvents = ALLOCATION.withGroups(
                List.of(new ChannelGroup("meetings", List.of("events"), new SpendLimits(floor, null))));

        requireAllInEvents(muchForEvents, floor, S_SHAPED);
    }

    private static void requireAllInEvents(
            BudgetAllocation allocation, BigDecimal budget, Map<String, ResponseCurve> curves) {
        Allocation split = allocation.best(budget, curves).orThrow();

        assertThat(split.spend("events")).isEqualByComparingTo(budget);
        assertThat(split.outcome()).isCloseTo(600 / (1 + Math.pow(40_000 / budget.doubleValue(), 2.5)), within(1e-9));
        assertThat(split.provedBest()).isTrue();
    }

    @Test
    void aStepMoreNeverEarnsLess() {
        Map<String, ResponseCurve> curves = Map.of(
                "a", new Hill(10.0, 350.0, 5.0), "b", new Hill(110.0, 100.0, 5.0), "c", new Hill(180.0, 50.0, 4.0));
        BudgetAllocation hundreds = ALLOCATION.withStep(new BigDecimal("100"));
        double six = hundreds.best(new BigDecimal("600"), curves).orThrow().outcome();
        double seven = hundreds.best(new BigDecimal("700"), curves).orThrow().outcome();

        assertThat(seven).isGreaterThanOrEqualTo(six);
    }

    /** From where 100 (1 - exp(-spend / 10)) is 100 in floating point: at 10 * 54 * ln 2 = 374.3. */
    @Test
    void theLeastBudgetThatSaturatesIsTheLeast() {
        Map<String, ResponseCurve> site = Map.of("site", new ExponentialResponse(100.0, 10.0));
        BigDecimal least = ALLOCATION.leastBudget(100, site).orThrow().budget();

        assertThat(least.doubleValue()).isCloseTo(374.3, within(8.0));
        assertThat(ALLOCATION.best(least, site).orThrow().outcome()).isEqualTo(100);
        assertThat(ALLOCATION
                        .best(least.subtract(new BigDecimal("0.01")), site)
                        .orThrow()
                        .outcome())
                .isLessThan(100);
    }

    /** In steps of 1,000 the ceiling of the group leaves 2,000; the 2,400 of two groups would have brought the outcome. */
    @Test
    void anOutcomeThatWholeStepsMissIsOutOfReach() {
        Map<String, ResponseCurve> lines =
                Map.of("a", new LinearResponse(1.0, 1_200.0), "b", new LinearResponse(1.0, 1_200.0));
        BudgetAllocation thousands = ALLOCATION
                .withStep(THOUSAND)
                .withGroups(List.of(new ChannelGroup("both", List.of("a", "b"), SpendLimits.atMost("3000"))));

        conflict(thousands.leastBudget(2_300, lines), "an outcome of 2300.0 is out of reach; the greatest is 2200.0");
    }

    @Test
    void aMarginalReturnThatEvenTheFloorsFallShortOfIsOutOfReach() {
        Map<String, ResponseCurve> curves =
                Map.of("site", new MichaelisMenten(1_000.0, 100.0), "events", new LinearResponse(0.5, null));
        BudgetAllocation floors = ALLOCATION.withLimits("site", SpendLimits.atLeast("900"));

        conflict(
                floors.atMarginalReturn(1.5, curves),
                "a marginal return of 1.5 is out of reach: beyond the floors of 900 a further unit of money brings 0.5");
        assertThat(ALLOCATION.atMarginalReturn(11, curves).orThrow().budget()).isZero();
        assertThat(floors.withLimits("events", SpendLimits.atMost("50"))
                        .atMarginalReturn(0.5, curves)
                        .orThrow()
                        .budget())
                .isEqualByComparingTo("950");
    }

    @Test
    void equalCurvesAreProvedAtOnceHoweverMany() {
        ResponseColumns columns = new ResponseColumns();
        for (int channel = 0; channel < 1_000; channel++) {
            columns.add(new Hill(100.0, 100.0, 3.0), 0, Double.POSITIVE_INFINITY);
        }
        ContinuousAllocation split = ALLOCATION.continuous(77_777, columns);

        assertThat(split.gap()).isLessThanOrEqualTo(1e-9);
        assertThat(split.nodes()).isLessThan(20);
    }

    /** Twelve months of one channel, as a year without a season is split. */
    @Test
    void aFlatYearIsProvedAtOnce() {
        Map<String, ResponseCurve> months = new LinkedHashMap<>();
        for (int month = 1; month <= 12; month++) {
            months.put("site in month " + month, new Hill(900.0, 40_000.0, 2.5));
        }
        Allocation year = ALLOCATION.best(new BigDecimal("400000"), months).orThrow();

        assertThat(year.provedBest()).isTrue();
        assertThat(year.continuous().gap()).isLessThanOrEqualTo(1e-9);
    }

    /** A threshold each, and nothing short of it: a knapsack whose items are worth what they weigh and 10 more. */
    @Test
    void aSearchThatIsCutShortSaysWhatItProved() {
        ResponseColumns columns = new ResponseColumns();
        Random random = new Random(8);
        double all = 0;
        for (int channel = 0; channel < 50; channel++) {
            double weight = 50 + 100 * random.nextDouble();
            all += weight;
            columns.add(
                    new PiecewiseLinear(List.of(
                            new PiecewiseLinear.Knot(weight * 0.99, 0.0),
                            new PiecewiseLinear.Knot(weight, weight + 10))),
                    0,
                    Double.POSITIVE_INFINITY);
        }
        ContinuousAllocation early = Objects.requireNonNull(new GlobalSearch(columns, 0.77 * all, 5_000).allocation());
        ContinuousAllocation late = Objects.requireNonNull(new GlobalSearch(columns, 0.77 * all, 50_000).allocation());

        assertThat(early.nodes()).isEqualTo(101);
        assertThat(early.gap()).isBetween(1e-9, 0.05);
        assertThat(early.upperBound()).isGreaterThanOrEqualTo(late.outcome());
        assertThat(late.upperBound()).isLessThanOrEqualTo(early.upperBound());
    }

    @Test
    void aSplitBelowItsBoundIsNotProved() {
        ContinuousOptimum continuous = new ContinuousOptimum(Map.of(), 2.0, 2.0, 1.0, 0.0);
        Allocation near = new Allocation(Map.of(), 2.0, 2.0 + 1e-9, continuous);
        Allocation open = new Allocation(Map.of(), 1.5, 2.0, continuous);

        assertThat(near.provedBest()).isTrue();
        assertThat(open.provedBest()).isFalse();
        assertThat(open.gap()).isEqualTo(0.25);
        assertThat(open.roundingLoss()).isEqualTo(0.5);
    }

    @Test
    void aBoundBelowTheOutcomeIsRefused() {
        ContinuousOptimum continuous = new ContinuousOptimum(Map.of(), 2.0, 2.0, 1.0, 0.0);
        refused(
                () -> new Allocation(Map.of(), 2.0, 1.5, continuous),
                "Allocation.upperBound must be at least the outcome of 2.0, but was 1.5.");
    }

    private static void conflict(AllocationResult result, String text) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        NoAllocation.class,
                        refusal -> assertThat(refusal.conflict()).hasToString(text));
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T missing() {
        return null;
    }
}
