package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanVisitor;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.resource.Bottleneck;
import io.github.planningmath.resource.Feasibility;
import io.github.planningmath.resource.FeasibleMonth;
import io.github.planningmath.resource.Gap;
import io.github.planningmath.resource.Resource;
import io.github.planningmath.resource.ResourceUse;
import io.github.planningmath.resource.Resources;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What must be true of a goal and the means for it, as assertions for a test. Each throws an {@link AssertionError} that names
 * the resource or the month.
 */
public final class BottleneckLaws {

    private BottleneckLaws() {}

    /**
     * Asserts that the plan from below takes no more of anything than there is, in any month.
     *
     * @param problem a plan and resources
     * @param both what came of it
     */
    public static void assertFits(FeasibilityProblem problem, Feasibility both) {
        Resources resources = problem.resources();
        Plan plan = both.bottomUp();
        if (resources.budget() != null) {
            assertThat(plan.trafficCost(Scope.all())).as("budget").isLessThanOrEqualTo(resources.budget());
        }
        for (FeasibleMonth month : both.months()) {
            BigDecimal budget = resources.budgetByMonth().get(month.month());
            if (budget != null) {
                assertThat(month.able().spend())
                        .as("budget of %s", month.month())
                        .isLessThanOrEqualTo(budget);
            }
            Ratio need = month.able().managers();
            if (need != null) {
                assertThat(need).as("managers in %s", month.month()).isLessThanOrEqualTo(month.managers());
            }
            resources
                    .visitCeilings()
                    .forEach((channel, visits) -> assertThat(
                                    plan.traffic(Scope.month(month.month()).channel(channel)))
                            .as("visits of %s in %s", channel, month.month())
                            .isLessThanOrEqualTo(visits));
        }
        for (ResourceUse use : both.uses()) {
            assertThat(use.room().numerator()).as("room of %s", use.resource()).isNotNegative();
        }
    }

    /**
     * Asserts that the gap of all months is that of the plans' totals.
     *
     * @param both a goal and the means for it
     */
    public static void assertGapAddsUp(Feasibility both) {
        Plan needed = both.topDown().orThrow();
        Gap gap = Objects.requireNonNull(both.gap());
        Scope all = Scope.all();
        Plan able = both.bottomUp();
        assertThat(gap.profit())
                .as("profit")
                .isEqualByComparingTo(needed.profit(all).subtract(able.profit(all)));
        assertThat(gap.revenue())
                .as("revenue")
                .isEqualByComparingTo(needed.revenue(all).subtract(able.revenue(all)));
        assertThat(gap.spend())
                .as("spend")
                .isEqualByComparingTo(needed.trafficCost(all).subtract(able.trafficCost(all)));
        assertThat(gap.newDeals()).as("new deals").isEqualTo(needed.newDeals(all) - able.newDeals(all));
        assertThat(gap.leads()).as("leads").isEqualTo(needed.leads(all) - able.leads(all));
        assertThat(gap.visits()).as("visits").isEqualTo(needed.traffic(all) - able.traffic(all));
    }

    /**
     * Asserts that, where nothing is limited, the plan from below is the plan: every count and every amount.
     *
     * @param plan a plan for its goal, without targets beside it
     */
    public static void assertUnlimitedIsThePlan(Plan plan) {
        Feasibility both = Bottleneck.withDefaults()
                .feasibility(plan.goal(), plan.constants(), plan.opening(), Resources.unlimited())
                .orThrow();
        assertThat(both.most()).as("the most of what is unlimited").isNull();
        assertThat(counts(both.bottomUp())).as("counts").isEqualTo(counts(plan));
        assertThat(both.bottomUp().closing()).as("closing position").isEqualTo(plan.closing());
        assertThat(both.binding()).as("binding").isEmpty();
    }

    private static List<Long> counts(Plan plan) {
        List<Long> counts = new ArrayList<>();
        plan.visit(new PlanVisitor() {
            @Override
            public void cell(int month, int product, int channel, long visits, long contacts, long leads) {
                counts.addAll(List.of(visits, contacts, leads));
            }

            @Override
            public void product(int month, int product, long newDeals, long repeatDeals, long base) {
                counts.addAll(List.of(newDeals, repeatDeals, base));
            }
        });
        return counts;
    }

    /**
     * Asserts that the budgets which a plan takes suffice for it: the most is no less than its goal.
     *
     * @param plan a plan for its goal
     */
    public static void assertReachedWithWhatItTakes(Plan plan) {
        Map<YearMonth, BigDecimal> spend = new LinkedHashMap<>();
        for (YearMonth month : plan.constants().horizon().all()) {
            spend.put(month, plan.projection().trafficCost(month));
        }
        Resources taken = Resources.unlimited()
                .withBudget(plan.projection().trafficCost())
                .withBudgetByMonth(spend);
        Feasibility both = Bottleneck.withDefaults()
                .feasibility(plan.goal(), plan.constants(), plan.opening(), taken)
                .orThrow();
        assertThat(both.suffices()).as("%s of %s", both.most(), plan.goal()).isTrue();
    }

    /**
     * Asserts that more of the budgets and more managers, their salaries apart, bring no less.
     *
     * @param both a goal and the means for it
     */
    public static void assertMoreIsNoLess(Feasibility both) {
        for (ResourceUse use : both.uses()) {
            if (!(use.resource() instanceof Resource.Visits)) {
                assertThat(use.price().brings())
                        .as("more of %s", use.resource())
                        .isNotNegative();
            }
        }
    }
}
