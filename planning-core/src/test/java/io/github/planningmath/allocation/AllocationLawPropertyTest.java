package io.github.planningmath.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** The law of allocation: the budget is spent, bounds are kept, marginal returns are equal, and more budget earns no less. */
class AllocationLawPropertyTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** Channels with limits in whole units, some of them in a group with limits of its own. */
    record Problem(Map<String, ResponseCurve> curves, Map<String, SpendLimits> limits, List<ChannelGroup> groups) {

        BudgetAllocation allocation() {
            return BudgetAllocation.withDefaults().withLimits(limits).withGroups(groups);
        }
    }

    @Provide
    Arbitrary<Problem> concaveProblems() {
        return problems(Curves.concave(), 8);
    }

    @Provide
    Arbitrary<Problem> anyProblems() {
        return problems(Curves.any(), 5);
    }

    @Provide
    Arbitrary<ResponseCurve> sShapedCurves() {
        return Curves.sShaped();
    }

    private static Arbitrary<Problem> problems(Arbitrary<ResponseCurve> curves, int most) {
        Arbitrary<@Nullable SpendLimits> limits = Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 3_000).injectNull(0.3))
                .as((floor, width) -> new SpendLimits(
                        BigDecimal.valueOf(floor), width == null ? null : BigDecimal.valueOf(floor + width)))
                .injectNull(0.5);
        Arbitrary<@Nullable Integer> group =
                Arbitraries.integers().between(0, 2_000).injectNull(0.5);
        return Combinators.combine(
                        curves.list().ofMinSize(1).ofMaxSize(most),
                        limits.list().ofSize(most),
                        group)
                .as(AllocationLawPropertyTest::problem);
    }

    private static Problem problem(List<ResponseCurve> curves, List<SpendLimits> limits, @Nullable Integer width) {
        Map<String, ResponseCurve> byChannel = new LinkedHashMap<>();
        Map<String, SpendLimits> limitsByChannel = new LinkedHashMap<>();
        long floors = 0;
        List<String> grouped = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            String name = "channel " + (char) ('a' + i);
            byChannel.put(name, curves.get(i));
            SpendLimits own = limits.get(i);
            if (own != null) {
                limitsByChannel.put(name, own);
            }
            if (i % 2 == 1) {
                grouped.add(name);
                floors += own == null ? 0 : own.floor().longValue();
            }
        }
        List<ChannelGroup> groups = width == null || grouped.isEmpty()
                ? List.of()
                : List.of(new ChannelGroup(
                        "odd",
                        grouped,
                        new SpendLimits(BigDecimal.valueOf(floors), BigDecimal.valueOf(floors + width))));
        return new Problem(byChannel, limitsByChannel, groups);
    }

    @Property
    void theBudgetIsSpentAndEveryBoundKept(
            @ForAll("anyProblems") Problem problem, @ForAll @LongRange(max = StepBounds.MOST_STEPS) long cents) {
        BigDecimal budget = BigDecimal.valueOf(cents).multiply(CENT);
        AllocationResult result = problem.allocation().best(budget, problem.curves());
        if (result instanceof Allocation allocation) {
            assertThat(allocation.budget()).isEqualByComparingTo(budget);
            problem.limits().forEach((channel, limits) -> requireWithin(limits, allocation.spend(channel)));
            for (ChannelGroup group : problem.groups()) {
                requireWithin(
                        group.limits(),
                        group.channels().stream().map(allocation::spend).reduce(BigDecimal.ZERO, BigDecimal::add));
            }
            assertThat(allocation.continuous().gap()).isLessThanOrEqualTo(1e-9);
            requireContinuousBounds(problem, allocation);
        }
    }

    /** In up to as many steps as there can be; a hundred tries, since few steps are each valued. */
    @Property(tries = 100)
    void aLoneChannelBringsWhatItsCurveDoes(
            @ForAll("sShapedCurves") ResponseCurve curve,
            @ForAll @LongRange(max = StepBounds.MOST_STEPS) long cents,
            @ForAll @DoubleRange(min = 0, max = 1.5) double share) {
        Map<String, ResponseCurve> alone = Map.of("site", curve);
        BudgetAllocation allocation = BudgetAllocation.withDefaults();
        BigDecimal budget = BigDecimal.valueOf(cents).multiply(CENT);
        Allocation best = allocation.best(budget, alone).orThrow();
        assertThat(best.budget()).isEqualByComparingTo(budget);
        requireClose(best.outcome(), curve.value(budget.doubleValue()));
        assertThat(best.provedBest()).isTrue();

        double greatest = curve.value(StepBounds.MOST_STEPS * 0.01);
        double outcome = share * greatest;
        AllocationResult least = allocation.leastBudget(outcome, alone);
        if (least instanceof NoAllocation none && none.conflict() instanceof AllocationConflict.OutOfReach outOfReach) {
            requireClose(outOfReach.greatest(), greatest);
            assertThat(outcome).isGreaterThan(greatest);
        } else {
            double enough = least.orThrow().budget().doubleValue();
            assertThat(least.orThrow().outcome()).isGreaterThanOrEqualTo(outcome);
            if (enough > 0) {
                assertThat(curve.value(enough - 0.01)).isLessThan(outcome * (1 + 1e-12));
            }
        }
    }

    private static void requireClose(double outcome, double expected) {
        assertThat(outcome).isCloseTo(expected, within(1e-12 * expected));
    }

    private static void requireWithin(SpendLimits limits, BigDecimal spend) {
        assertThat(spend).isGreaterThanOrEqualTo(limits.floor());
        if (limits.ceiling() != null) {
            assertThat(spend).isLessThanOrEqualTo(limits.ceiling());
        }
    }

    private static void requireContinuousBounds(Problem problem, Allocation allocation) {
        problem.limits().forEach((channel, limits) -> {
            double spend = allocation.continuous().spend(channel);
            assertThat(spend).isGreaterThanOrEqualTo(limits.floor().doubleValue() * (1 - 1e-12));
            if (limits.ceiling() != null) {
                assertThat(spend).isLessThanOrEqualTo(limits.ceiling().doubleValue() * (1 + 1e-12));
            }
        });
    }

    @Property
    void marginalReturnsAreEqualWhereNoBoundHolds(
            @ForAll("concaveProblems") Problem problem, @ForAll @IntRange(min = 1, max = 10_000) int budget) {
        AllocationResult result = problem.allocation().best(BigDecimal.valueOf(budget), problem.curves());
        if (result instanceof Allocation allocation) {
            assertThat(allocation.continuous().residual()).isLessThanOrEqualTo(1e-12);
            assertThat(allocation.continuous().gap()).isZero();
        }
    }

    @Property
    void theMarginalReturnLiesBetweenWhatTheNextMoneyBringsAndWhatTheLastBrought(
            @ForAll("concaveProblems") Problem problem, @ForAll @IntRange(min = 2, max = 10_000) int budget) {
        AllocationResult less = problem.allocation().best(BigDecimal.valueOf(budget - 1), problem.curves());
        AllocationResult here = problem.allocation().best(BigDecimal.valueOf(budget), problem.curves());
        AllocationResult more = problem.allocation().best(BigDecimal.valueOf(budget + 1), problem.curves());
        if (less instanceof Allocation before && here instanceof Allocation at && more instanceof Allocation after) {
            double outcome = at.continuous().outcome();
            double noise = 1e-13 * outcome;
            assertThat(at.marginalReturn())
                    .isBetween(
                            after.continuous().outcome() - outcome - noise,
                            outcome - before.continuous().outcome() + noise);
        }
    }

    @Property
    void noMoveOfMoneyBetweenTwoChannelsIsBetter(
            @ForAll("concaveProblems") Problem problem,
            @ForAll @IntRange(min = 1, max = 10_000) int budget,
            @ForAll Random random) {
        AllocationResult result = problem.allocation().best(BigDecimal.valueOf(budget), problem.curves());
        if (result instanceof Allocation allocation) {
            List<String> channels = new ArrayList<>(problem.curves().keySet());
            String giver = channels.get(random.nextInt(channels.size()));
            String taker = channels.get(random.nextInt(channels.size()));
            BigDecimal amount = CENT.multiply(BigDecimal.valueOf(1 + random.nextInt(50_000)));
            Map<String, BigDecimal> moved = new LinkedHashMap<>(allocation.spends());
            moved.merge(giver, amount.negate(), BigDecimal::add);
            moved.merge(taker, amount, BigDecimal::add);
            if (isAdmitted(problem, moved)) {
                assertThat(outcome(problem, moved)).isLessThanOrEqualTo(allocation.outcome() * (1 + 1e-13));
            }
        }
    }

    @Property
    void noDrawnSplitIsBetter(
            @ForAll("anyProblems") Problem problem,
            @ForAll @IntRange(min = 1, max = 10_000) int budget,
            @ForAll Random random) {
        AllocationResult result = problem.allocation().best(BigDecimal.valueOf(budget), problem.curves());
        if (result instanceof Allocation allocation) {
            for (int draw = 0; draw < 20; draw++) {
                Map<String, BigDecimal> drawn = drawn(problem.curves().keySet(), budget, random);
                if (isAdmitted(problem, drawn)) {
                    assertThat(outcome(problem, drawn))
                            .isLessThanOrEqualTo(allocation.continuous().upperBound() * (1 + 1e-12));
                    assertThat(outcome(problem, drawn))
                            .isLessThanOrEqualTo(allocation.continuous().outcome() * (1 + 1e-9));
                }
            }
        }
    }

    private static Map<String, BigDecimal> drawn(Iterable<String> channels, int budget, Random random) {
        List<String> shuffled = new ArrayList<>();
        channels.forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        Map<String, BigDecimal> drawn = new LinkedHashMap<>();
        int rest = budget;
        for (String channel : shuffled) {
            int spend = random.nextInt(3) == 0 ? rest : random.nextInt(rest + 1);
            drawn.put(channel, BigDecimal.valueOf(spend));
            rest -= spend;
        }
        drawn.merge(shuffled.get(0), BigDecimal.valueOf(rest), BigDecimal::add);
        return drawn;
    }

    private static boolean isAdmitted(Problem problem, Map<String, BigDecimal> spends) {
        boolean channels = spends.entrySet().stream()
                .allMatch(spend ->
                        isWithin(problem.limits().getOrDefault(spend.getKey(), SpendLimits.none()), spend.getValue()));
        return channels
                && problem.groups().stream()
                        .allMatch(group -> isWithin(
                                group.limits(),
                                group.channels().stream()
                                        .map(channel -> spends.getOrDefault(channel, BigDecimal.ZERO))
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private static boolean isWithin(SpendLimits limits, BigDecimal spend) {
        return spend.compareTo(limits.floor()) >= 0
                && (limits.ceiling() == null || spend.compareTo(limits.ceiling()) <= 0);
    }

    private static double outcome(Problem problem, Map<String, BigDecimal> spends) {
        double outcome = 0;
        for (Map.Entry<String, ResponseCurve> entry : problem.curves().entrySet()) {
            outcome += entry.getValue()
                    .value(spends.getOrDefault(entry.getKey(), BigDecimal.ZERO).doubleValue());
        }
        return outcome;
    }

    @Property
    void moreBudgetNeverEarnsLess(
            @ForAll("anyProblems") Problem problem,
            @ForAll @IntRange(max = 10_000) int budget,
            @ForAll @IntRange(max = 10_000) int more) {
        AllocationResult less = problem.allocation().best(BigDecimal.valueOf(budget), problem.curves());
        AllocationResult greater = problem.allocation().best(BigDecimal.valueOf(budget + more), problem.curves());
        if (less instanceof Allocation small && greater instanceof Allocation great) {
            double before = small.continuous().outcome();
            assertThat(great.continuous().outcome()).isGreaterThanOrEqualTo(before * (1 - 1e-9));
        }
    }

    @Property
    void theOrderOfTheChannelsChangesNothing(
            @ForAll("anyProblems") Problem problem, @ForAll @IntRange(max = 10_000) int budget, @ForAll Random random) {
        List<String> names = new ArrayList<>(problem.curves().keySet());
        Collections.shuffle(names, random);
        Map<String, ResponseCurve> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, problem.curves().get(name)));
        BigDecimal amount = BigDecimal.valueOf(budget);
        assertThat(problem.allocation().best(amount, shuffled))
                .isEqualTo(problem.allocation().best(amount, problem.curves()));
    }

    @Property
    void aUselessChannelChangesNothing(
            @ForAll("anyProblems") Problem problem, @ForAll @IntRange(max = 10_000) int budget) {
        Map<String, ResponseCurve> more = new LinkedHashMap<>(problem.curves());
        more.put("useless", new LinearResponse(0.0, null));
        AllocationResult with = problem.allocation().best(BigDecimal.valueOf(budget), more);
        AllocationResult without = problem.allocation().best(BigDecimal.valueOf(budget), problem.curves());
        if (with instanceof Allocation idle && without instanceof Allocation busy) {
            double expected = busy.continuous().outcome();
            assertThat(idle.continuous().outcome()).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    @Property
    void aChannelSplitInTwoByTheSameCurveGetsNoLess(
            @ForAll("anyProblems") Problem problem, @ForAll @IntRange(max = 10_000) int budget) {
        Map<String, ResponseCurve> twice = new LinkedHashMap<>(problem.curves());
        String first = twice.keySet().iterator().next();
        if (problem.limits().containsKey(first)) {
            return;
        }
        ResponseCurve curve = Objects.requireNonNull(twice.get(first));
        twice.put(first + " again", curve);
        AllocationResult before = problem.allocation().best(BigDecimal.valueOf(budget), problem.curves());
        AllocationResult after = problem.allocation().best(BigDecimal.valueOf(budget), twice);
        if (before instanceof Allocation one && after instanceof Allocation two) {
            assertThat(two.continuous().outcome())
                    .isGreaterThanOrEqualTo(one.continuous().outcome() * (1 - 1e-9));
            // what a straight line gets may go to another of its slope as well
            boolean isStraight = curve instanceof LinearResponse || curve instanceof PiecewiseLinear;
            if (curve.concavity() == Concavity.CONCAVE
                    && !isStraight
                    && problem.curves().size() > 1) {
                assertThat(two.continuous().spend(first) + two.continuous().spend(first + " again"))
                        .isGreaterThanOrEqualTo(one.continuous().spend(first) * (1 - 1e-9) - 1e-6);
            }
        }
    }

    @Property
    void theLeastBudgetForAnOutcomeSufficesAndOneStepLessDoesNot(
            @ForAll("concaveProblems") Problem problem, @ForAll @IntRange(min = 1, max = 5_000) int outcome) {
        AllocationResult result = problem.allocation().leastBudget(outcome, problem.curves());
        if (result instanceof Allocation allocation) {
            assertThat(allocation.outcome()).isGreaterThanOrEqualTo(outcome);
            BigDecimal less = allocation.budget().subtract(CENT);
            if (less.signum() >= 0 && problem.allocation().best(less, problem.curves()) instanceof Allocation shorter) {
                assertThat(shorter.outcome()).isLessThan(outcome * (1 + 1e-12));
            }
        }
    }

    @Property
    void theLastUnitOfMoneyReturnsTheThreshold(
            @ForAll("concaveProblems") Problem problem, @ForAll @IntRange(min = 1, max = 500) int hundredths) {
        double threshold = hundredths / 100.0;
        AllocationResult result = problem.allocation().atMarginalReturn(threshold, problem.curves());
        if (result instanceof Allocation allocation) {
            BigDecimal next = allocation.budget().add(CENT);
            if (problem.allocation().best(next, problem.curves()) instanceof Allocation first
                    && problem.allocation().best(next.add(BigDecimal.ONE), problem.curves())
                            instanceof Allocation second) {
                double gained =
                        second.continuous().outcome() - first.continuous().outcome();
                assertThat(gained)
                        .isLessThanOrEqualTo(threshold * (1 + 1e-9)
                                + 1e-9
                                + 1e-13 * second.continuous().outcome());
            }
            BigDecimal less = allocation.budget().subtract(BigDecimal.ONE);
            if (less.signum() >= 0 && problem.allocation().best(less, problem.curves()) instanceof Allocation shorter) {
                double lost =
                        allocation.continuous().outcome() - shorter.continuous().outcome();
                assertThat(lost)
                        .isGreaterThanOrEqualTo(threshold * (1 - 1e-9)
                                - 1e-9
                                - 1e-13 * allocation.continuous().outcome());
            }
        }
    }

    @Property
    void theBudgetAtAReturnHasItAndAGreaterOneHasNot(
            @ForAll("anyProblems") Problem problem,
            @ForAll @IntRange(min = 10, max = 500) int hundredths,
            @ForAll @IntRange(min = 1, max = 5_000) int more) {
        double target = hundredths / 100.0;
        AllocationResult result = problem.allocation().atReturn(target, problem.curves());
        if (result instanceof Allocation allocation) {
            double budget = allocation.budget().doubleValue();
            assertThat(allocation.outcome()).isGreaterThanOrEqualTo(target * budget * (1 - 1e-11));
            BigDecimal beyond = allocation.budget().add(BigDecimal.valueOf(more));
            if (problem.allocation().best(beyond, problem.curves()) instanceof Allocation greater) {
                assertThat(greater.outcome()).isLessThan(target * beyond.doubleValue() * (1 + 1e-9));
            }
        }
    }
}
