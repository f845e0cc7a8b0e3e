package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.allocation.Allocation;
import io.github.planningmath.allocation.ChannelGroup;
import io.github.planningmath.allocation.Concavity;
import io.github.planningmath.allocation.LinearResponse;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.SpendLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What must be true of every split of a budget, as assertions for a test: law 9. The budget is spent, every bound is kept,
 * marginal returns are equal where no bound holds, and more budget never earns less; besides, the order of the channels means
 * nothing, and a useless channel changes nothing.
 *
 * <p>Each assertion throws an {@link AssertionError} that names the channel where the law is broken. A budget that the bounds
 * do not admit has no split, and nothing is asserted of it.
 */
public final class AllocationLaws {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** Of the continuous split: the certified gap of S-shaped curves, and what the residual of concave ones may be. */
    private static final double GAP = 1e-9;

    private static final double RESIDUAL = 1e-12;

    private AllocationLaws() {}

    /**
     * Asserts the whole law.
     *
     * @param problem a budget and what it is split over
     * @param more a further budget, a multiple of 0.01
     */
    public static void assertHolds(AllocationProblem problem, BigDecimal more) {
        if (problem.best() instanceof Allocation split) {
            assertSpendsTheBudget(problem, split);
            assertKeepsTheBounds(problem, split);
            assertNoMoveIsBetter(problem, split);
        }
        assertMoreNeverEarnsLess(problem, more);
        assertOrderFree(problem);
        assertUselessChannelChangesNothing(problem);
    }

    /**
     * Asserts that the budget is spent, to the cent.
     *
     * @param problem the budget
     * @param split its split
     */
    public static void assertSpendsTheBudget(AllocationProblem problem, Allocation split) {
        assertThat(split.budget()).as("what all channels spend").isEqualByComparingTo(problem.budget());
        assertThat(split.spends().keySet())
                .as("the channels that spend")
                .containsExactlyInAnyOrderElementsOf(problem.curves().keySet());
    }

    /**
     * Asserts that every channel and group keeps to its limits.
     *
     * @param problem the limits
     * @param split the split
     */
    public static void assertKeepsTheBounds(AllocationProblem problem, Allocation split) {
        split.spends().forEach((channel, spend) -> assertWithin(channel, problem.limits(channel), spend));
        for (ChannelGroup group : problem.groups()) {
            BigDecimal spend = group.channels().stream().map(split::spend).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertWithin(group.name(), group.limits(), spend);
        }
    }

    private static void assertWithin(String name, SpendLimits limits, BigDecimal spend) {
        assertThat(spend).as("what %s spends", name).isGreaterThanOrEqualTo(limits.floor());
        BigDecimal ceiling = limits.ceiling();
        if (ceiling != null) {
            assertThat(spend).as("what %s spends", name).isLessThanOrEqualTo(ceiling);
        }
    }

    /**
     * Asserts that marginal returns are equal where no bound holds: the continuous split has no residual and no gap, and, where
     * all curves are concave, no cent moved from one channel to another within the bounds brings more.
     *
     * @param problem the curves and limits
     * @param split the split
     */
    public static void assertNoMoveIsBetter(AllocationProblem problem, Allocation split) {
        assertThat(split.continuous().gap()).as("the certified gap").isLessThanOrEqualTo(GAP);
        if (problem.curves().values().stream().allMatch(curve -> curve.concavity() == Concavity.CONCAVE)) {
            assertThat(split.continuous().residual()).as("the residual").isLessThanOrEqualTo(RESIDUAL);
            for (String giver : problem.curves().keySet()) {
                for (String taker : problem.curves().keySet()) {
                    assertMoveIsNoBetter(problem, split, giver, taker);
                }
            }
        }
    }

    private static void assertMoveIsNoBetter(AllocationProblem problem, Allocation split, String giver, String taker) {
        if (giver.equals(taker) || !isAdmitted(problem, split, giver, taker)) {
            return;
        }
        double before = value(problem, giver, split.spend(giver)) + value(problem, taker, split.spend(taker));
        double after = value(problem, giver, split.spend(giver).subtract(CENT))
                + value(problem, taker, split.spend(taker).add(CENT));
        assertThat(after)
                .as("the outcome with a cent moved from %s to %s", giver, taker)
                .isLessThanOrEqualTo(before + 1e-12 * Math.max(1, before));
    }

    private static boolean isAdmitted(AllocationProblem problem, Allocation split, String giver, String taker) {
        boolean own = isWithin(problem.limits(giver), split.spend(giver).subtract(CENT))
                && isWithin(problem.limits(taker), split.spend(taker).add(CENT));
        return own
                && problem.groups().stream()
                        .allMatch(group -> group.channels().contains(giver)
                                == group.channels().contains(taker));
    }

    private static boolean isWithin(SpendLimits limits, BigDecimal spend) {
        BigDecimal ceiling = limits.ceiling();
        return spend.compareTo(limits.floor()) >= 0 && (ceiling == null || spend.compareTo(ceiling) <= 0);
    }

    private static double value(AllocationProblem problem, String channel, BigDecimal spend) {
        return Objects.requireNonNull(problem.curves().get(channel)).value(spend.doubleValue());
    }

    /**
     * Asserts that more budget never earns less, as far as the certified gap goes.
     *
     * @param problem a budget
     * @param more a further budget
     */
    public static void assertMoreNeverEarnsLess(AllocationProblem problem, BigDecimal more) {
        if (problem.best() instanceof Allocation less
                && problem.withBudget(problem.budget().add(more)).best() instanceof Allocation greater) {
            assertThat(greater.continuous().outcome())
                    .as("the outcome of %s more", more)
                    .isGreaterThanOrEqualTo(less.continuous().outcome() * (1 - GAP));
        }
    }

    /**
     * Asserts that the order in which channels are listed changes nothing.
     *
     * @param problem a budget
     */
    public static void assertOrderFree(AllocationProblem problem) {
        List<String> backwards = new ArrayList<>(problem.curves().keySet());
        Collections.reverse(backwards);
        Map<String, ResponseCurve> curves = new LinkedHashMap<>();
        backwards.forEach(channel ->
                curves.put(channel, Objects.requireNonNull(problem.curves().get(channel))));
        assertThat(problem.withCurves(curves).best())
                .as("the split of channels in another order")
                .isEqualTo(problem.best());
    }

    /**
     * Asserts that a channel on which spending brings nothing changes nothing, as far as the certified gap goes.
     *
     * @param problem a budget
     */
    public static void assertUselessChannelChangesNothing(AllocationProblem problem) {
        Map<String, ResponseCurve> more = new LinkedHashMap<>(problem.curves());
        more.put("a useless channel", new LinearResponse(0.0, null));
        if (problem.best() instanceof Allocation without
                && problem.withCurves(more).best() instanceof Allocation with) {
            double outcome = without.continuous().outcome();
            assertThat(with.continuous().outcome())
                    .as("the outcome with a useless channel")
                    .isCloseTo(outcome, within(GAP * outcome));
        }
    }
}
