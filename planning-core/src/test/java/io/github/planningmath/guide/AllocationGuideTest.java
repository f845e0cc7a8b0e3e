package io.github.planningmath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.allocation.Allocation;
import io.github.planningmath.allocation.BudgetAllocation;
import io.github.planningmath.allocation.ChannelGroup;
import io.github.planningmath.allocation.Hill;
import io.github.planningmath.allocation.LogarithmicResponse;
import io.github.planningmath.allocation.PowerResponse;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.SpendLimits;
import java.math.BigDecimal;
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
}
