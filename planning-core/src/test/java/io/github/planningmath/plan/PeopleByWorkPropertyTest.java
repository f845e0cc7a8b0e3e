package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What the planner says where people follow the work, against every number of deals tried one by one. */
class PeopleByWorkPropertyTest {

    private static final int MOST_DEALS = 600;

    /** Whole people for the leads of the plan's fullest month, from the first month on. */
    private record Crew(BigDecimal salary, long leadsEach) implements PeopleCost {

        @Override
        public BigDecimal cost(YearMonth month) {
            return BigDecimal.ZERO;
        }

        @Override
        public PeopleCost staffed(Workload work) {
            Map<YearMonth, Long> leads = new HashMap<>();
            work.work().forEach(cell -> leads.merge(cell.month(), cell.leads(), Long::sum));
            long most = leads.values().stream().mapToLong(Long::longValue).max().orElse(0);
            return new Payroll(salary.multiply(BigDecimal.valueOf(Math.floorDiv(most + leadsEach - 1, leadsEach))));
        }

        @Override
        public boolean followsWork() {
            return true;
        }
    }

    @Provide
    Arbitrary<SmallBusinesses.Task> tasks() {
        return SmallBusinesses.tasks();
    }

    private static @Nullable BigDecimal profit(ResolvedBusiness business, long deals) {
        Cascade cascade = new Cascade(business, deals);
        return cascade.obstacle() == null ? cascade.projection().profit() : null;
    }

    @Property
    void aGoalIsReachedWhereverANumberOfDealsReachesIt(
            @ForAll("tasks") SmallBusinesses.Task task,
            @ForAll @IntRange(max = 20_000) int salary,
            @ForAll @IntRange(min = 1, max = 200) int leadsEach) {
        PlanningConstants constants = task.constants().withPeopleCost(new Crew(BigDecimal.valueOf(salary), leadsEach));
        ResolvedBusiness business =
                new ResolvedBusiness(constants, task.opening(), task.goal().edges(), List.of());
        BigDecimal best = null;
        for (long deals = 0; deals <= MOST_DEALS; deals++) {
            BigDecimal profit = profit(business, deals);
            best = profit != null && (best == null || profit.compareTo(best) > 0) ? profit : best;
        }
        if (best == null) {
            return;
        }
        Plan plan = Planner.withDefaults()
                .plan(task.goal().withMeasure(FinancialGoal.Measure.PROFIT).withAmount(best), constants, task.opening())
                .orThrow();
        assertThat(plan.projection().profit()).isGreaterThanOrEqualTo(best);
        long required = Objects.requireNonNull(plan.requiredDeals());
        BigDecimal fewer = required == 0 ? null : profit(business, required - 1);
        assertThat(fewer == null || fewer.compareTo(best) < 0).isTrue();
    }
}
