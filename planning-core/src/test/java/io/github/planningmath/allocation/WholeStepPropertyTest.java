package io.github.planningmath.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.allocation.WholeStepOracle.Channel;
import io.github.planningmath.allocation.WholeStepOracle.Curve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Splits in whole steps beside a dynamic programme that shares no code with the library: four problems a try. */
class WholeStepPropertyTest {

    private static final int MOST = 30;

    private static final int FEW = 14;

    /** What two ways to add up outcomes may differ by. */
    private static final double ROUNDING = 1e-12;

    @Provide
    Arbitrary<List<WholeStepOracle>> anyProblems() {
        return problems(false);
    }

    @Provide
    Arbitrary<List<WholeStepOracle>> concaveProblems() {
        return problems(true);
    }

    private static Arbitrary<List<WholeStepOracle>> problems(boolean concave) {
        return Arbitraries.randoms()
                .map(random -> IntStream.range(0, 4)
                        .mapToObj(i -> WholeStepOracle.drawn(random, concave))
                        .toList());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noSplitInWholeStepsIsBetter(
            @ForAll("anyProblems") List<WholeStepOracle> problems, @ForAll @IntRange(max = MOST - 5) int least) {
        problems.forEach(problem -> requireBestSplits(problem, least));
    }

    /** Many channels of concave curves are rounded from the split without steps, one step moved at a time. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void noSplitOfConcaveCurvesInWholeStepsIsBetter(
            @ForAll("concaveProblems") List<WholeStepOracle> problems, @ForAll @IntRange(max = MOST - 5) int least) {
        problems.forEach(problem -> requireBestSplits(problem, least));
    }

    /** From wherever it starts: from a split that is the best of quite other curves. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void movesOfOneStepLeadToTheBestSplitOfConcaveCurves(
            @ForAll("concaveProblems") List<WholeStepOracle> problems,
            @ForAll @IntRange(max = MOST) int budget,
            @ForAll Random random) {
        for (WholeStepOracle problem : problems) {
            Map<String, ResponseCurve> others = new LinkedHashMap<>();
            ResponseColumns columns = new ResponseColumns();
            for (int i = 0; i < problem.channels().size(); i++) {
                others.put(name(i), new LinearResponse((double) random.nextInt(4), null));
                columns.add(curve(problem.channels().get(i).curve()), 0, 1);
            }
            if (allocation(problem).best(money(problem, budget), others) instanceof Allocation far) {
                double[] start = steps(problem, far).stream()
                        .mapToDouble(steps -> steps * problem.step())
                        .toArray();
                long[] steps = new StepRounding(columns, problem.step(), bounds(problem)).steps(start, budget);
                assertThat(problem.outcome(Arrays.stream(steps)
                                .mapToInt(i -> (int) i)
                                .boxed()
                                .toList()))
                        .as("%s with %s steps from %s", problem, budget, far.spends())
                        .isCloseTo(problem.best(budget)[budget], withinPercentage(100 * ROUNDING));
            }
        }
    }

    private static StepBounds bounds(WholeStepOracle problem) {
        List<Channel> channels = problem.channels();
        List<StepBounds.Group> groups = new ArrayList<>();
        for (int group = 0; group < problem.groups().size(); group++) {
            int place = group;
            int[] members = IntStream.range(0, channels.size())
                    .filter(i -> channels.get(i).group() == place)
                    .toArray();
            WholeStepOracle.Group limits = problem.groups().get(group);
            groups.add(new StepBounds.Group(
                    members[0], members[members.length - 1] + 1, limits.floor(), limits.ceiling()));
        }
        return new StepBounds(
                channels.stream().mapToLong(Channel::floor).toArray(),
                channels.stream().mapToLong(Channel::ceiling).toArray(),
                groups,
                0,
                Long.MAX_VALUE);
    }

    /** Of six budgets that follow each other. */
    private static void requireBestSplits(WholeStepOracle problem, int least) {
        double[] best = problem.best(MOST);
        double before = 0;
        for (int budget = least; budget <= least + 5; budget++) {
            AllocationResult result = allocation(problem).best(money(problem, budget), curves(problem));
            assertThat(result instanceof Allocation)
                    .as("%s with %s steps", problem, budget)
                    .isEqualTo(best[budget] >= 0);
            if (result instanceof Allocation split) {
                double noise = ROUNDING * best[budget];
                List<Integer> steps = steps(problem, split);
                requireAdmitted(problem, steps, budget);
                assertThat(split.outcome())
                        .as("%s with %s steps", problem, budget)
                        .isCloseTo(best[budget], within(noise))
                        .isCloseTo(problem.outcome(steps), within(noise))
                        .isGreaterThanOrEqualTo(before - noise);
                assertThat(split.upperBound()).isEqualTo(split.outcome());
                assertThat(split.provedBest()).isTrue();
                assertThat(split.continuous().upperBound()).isGreaterThanOrEqualTo(best[budget] - noise);
                before = split.outcome();
            }
        }
    }

    private static void requireAdmitted(WholeStepOracle problem, List<Integer> steps, int budget) {
        int[] together = new int[problem.groups().size()];
        int sum = 0;
        for (int i = 0; i < steps.size(); i++) {
            Channel channel = problem.channels().get(i);
            assertThat(steps.get(i)).isBetween(channel.floor(), channel.ceiling());
            sum += steps.get(i);
            if (channel.group() >= 0) {
                together[channel.group()] += steps.get(i);
            }
        }
        assertThat(sum).isEqualTo(budget);
        for (int group = 0; group < together.length; group++) {
            assertThat(together[group])
                    .isBetween(
                            problem.groups().get(group).floor(),
                            problem.groups().get(group).ceiling());
        }
    }

    /** In the floating values that best splits attain, saturated ones included. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void theLeastBudgetForAnOutcomeIsTheLeast(
            @ForAll("anyProblems") List<WholeStepOracle> problems,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        for (WholeStepOracle problem : problems) {
            double[] best = problem.best(FEW);
            double[] attained = new double[FEW + 1];
            for (int budget = 0; budget <= FEW; budget++) {
                attained[budget] = allocation(problem)
                        .best(money(problem, budget), curves(problem))
                        .fold(Allocation::outcome, refusal -> Double.NEGATIVE_INFINITY);
            }
            double most = attained[(int) (share * FEW)];
            for (double outcome : List.of(most, share * most)) {
                if (outcome >= 0) {
                    Allocation least = allocation(problem)
                            .leastBudget(outcome, curves(problem))
                            .orThrow();
                    int budget = steps(problem, least).stream().mapToInt(i -> i).sum();
                    assertThat(least.outcome()).isGreaterThanOrEqualTo(outcome);
                    for (int less = 0; less < budget; less++) {
                        assertThat(attained[less])
                                .as("%s for %s at %s and not at %s", problem, outcome, less, budget)
                                .isLessThan(outcome);
                        assertThat(best[less]).isLessThan(outcome * (1 + ROUNDING));
                    }
                }
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theBudgetAtAReturnIsTheGreatest(
            @ForAll("anyProblems") List<WholeStepOracle> problems,
            @ForAll @DoubleRange(min = 0.1, max = 60) double target) {
        for (WholeStepOracle problem : problems) {
            double perStep = target / problem.step();
            double[] best = problem.best(MOST);
            if (allocation(problem).atReturn(perStep, curves(problem)) instanceof Allocation split) {
                double budget = split.budget().doubleValue() / problem.step();
                assertThat(split.outcome()).isGreaterThanOrEqualTo(target * budget * (1 - 1e-11));
                for (int more = (int) Math.min(budget, MOST) + 1; more <= MOST; more++) {
                    assertThat(best[more])
                            .as("%s at %s beyond %s", problem, more, budget)
                            .isLessThan(target * more * (1 + 1e-11));
                }
            }
        }
    }

    private static BigDecimal money(WholeStepOracle problem, int steps) {
        return BigDecimal.valueOf(problem.step()).multiply(BigDecimal.valueOf(steps));
    }

    private static List<Integer> steps(WholeStepOracle problem, Allocation split) {
        List<Integer> steps = new ArrayList<>();
        for (int i = 0; i < problem.channels().size(); i++) {
            steps.add(split.spend(name(i))
                    .divide(BigDecimal.valueOf(problem.step()))
                    .intValueExact());
        }
        return steps;
    }

    private static String name(int channel) {
        return "channel " + channel;
    }

    private static Map<String, ResponseCurve> curves(WholeStepOracle problem) {
        Map<String, ResponseCurve> curves = new LinkedHashMap<>();
        for (int i = 0; i < problem.channels().size(); i++) {
            curves.put(name(i), curve(problem.channels().get(i).curve()));
        }
        return curves;
    }

    private static ResponseCurve curve(Curve curve) {
        List<Double> numbers = curve.numbers();
        double a = numbers.get(0);
        double b = numbers.get(1);
        return switch (curve.family()) {
            case LINEAR -> new LinearResponse(a, b);
            case POWER -> new PowerResponse(a, b);
            case LOGARITHMIC -> new LogarithmicResponse(a, b);
            case EXPONENTIAL -> new ExponentialResponse(a, b);
            case MICHAELIS_MENTEN -> new MichaelisMenten(a, b);
            case HILL -> new Hill(a, b, numbers.get(2));
            case LINES ->
                new PiecewiseLinear(IntStream.range(0, numbers.size() / 2)
                        .mapToObj(i -> new PiecewiseLinear.Knot(numbers.get(2 * i), numbers.get(2 * i + 1)))
                        .toList());
        };
    }

    private static BudgetAllocation allocation(WholeStepOracle problem) {
        Map<String, SpendLimits> limits = new LinkedHashMap<>();
        List<ChannelGroup> groups = new ArrayList<>();
        for (int i = 0; i < problem.channels().size(); i++) {
            Channel channel = problem.channels().get(i);
            limits.put(name(i), limits(problem, channel.floor(), channel.ceiling()));
        }
        for (int group = 0; group < problem.groups().size(); group++) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < problem.channels().size(); i++) {
                if (problem.channels().get(i).group() == group) {
                    members.add(name(i));
                }
            }
            WholeStepOracle.Group bounds = problem.groups().get(group);
            groups.add(new ChannelGroup("group " + group, members, limits(problem, bounds.floor(), bounds.ceiling())));
        }
        return BudgetAllocation.withDefaults()
                .withStep(BigDecimal.valueOf(problem.step()))
                .withLimits(limits)
                .withGroups(groups);
    }

    private static SpendLimits limits(WholeStepOracle problem, int floor, int ceiling) {
        return new SpendLimits(
                money(problem, floor), ceiling == WholeStepOracle.NO_CEILING ? null : money(problem, ceiling));
    }
}
