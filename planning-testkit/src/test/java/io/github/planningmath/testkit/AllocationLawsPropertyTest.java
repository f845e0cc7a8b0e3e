package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.allocation.Allocation;
import io.github.planningmath.allocation.LogarithmicResponse;
import io.github.planningmath.allocation.SpendLimits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

@Domain(ResourceDomain.class)
class AllocationLawsPropertyTest {

    private static final LogarithmicResponse CURVE = new LogarithmicResponse(100.0, 100.0);

    @Property
    void everySplitKeepsTheLaw(
            @ForAll AllocationProblem problem, @ForAll @IntRange(min = 1, max = 1_000_000) int cents) {
        AllocationLaws.assertHolds(problem, BigDecimal.valueOf(cents, 2));
    }

    private static AllocationProblem problem(String budget, SpendLimits ofSite) {
        return new AllocationProblem(
                Map.of("site", CURVE, "events", CURVE), Map.of("site", ofSite), List.of(), new BigDecimal(budget));
    }

    private static Allocation split(AllocationProblem problem) {
        return problem.best().orThrow();
    }

    @Test
    void aBudgetThatIsNotSpentIsTold() {
        assertThatThrownBy(() -> AllocationLaws.assertSpendsTheBudget(
                        problem("200", SpendLimits.none()), split(problem("100", SpendLimits.none()))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what all channels spend");
    }

    @Test
    void aBrokenBoundIsTold() {
        assertThatThrownBy(() -> AllocationLaws.assertKeepsTheBounds(
                        problem("100", SpendLimits.atMost("10")), split(problem("100", SpendLimits.none()))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("what site spends");
    }

    @Test
    void aBetterMoveIsTold() {
        assertThatThrownBy(() -> AllocationLaws.assertNoMoveIsBetter(
                        problem("100", SpendLimits.none()), split(problem("100", SpendLimits.atMost("10")))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the outcome with a cent moved from events to site");
    }

    @Test
    void aChannelWithoutLimitsHasNone() {
        assertThat(problem("1", SpendLimits.none()).limits("events")).isEqualTo(SpendLimits.none());
    }
}
