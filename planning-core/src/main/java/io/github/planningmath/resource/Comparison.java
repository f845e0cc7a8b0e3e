package io.github.planningmath.resource;

import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Unreachable;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One goal and the means for it. */
final class Comparison {

    private final Planner planner;
    private final ResourceSteps steps;
    private final Outcome<Plan> topDown;
    private final @Nullable Plan needed;
    private final Limits limits;

    Comparison(Planner planner, ResourceSteps steps, Outcome<Plan> topDown, Limits limits) {
        this.planner = planner;
        this.steps = steps;
        this.topDown = topDown;
        this.limits = limits;
        needed = topDown.<@Nullable Plan>fold(plan -> plan, refusal -> null);
    }

    /** Nothing is limited: the plan from below is that from the top, or the nearest. */
    FeasibilityResult unlimited(PlanningConstants constants, Position opening) {
        return topDown.fold(
                plan -> compared(plan, null, List.of(), null),
                refusal -> nearest(refusal, wanted -> planner.plan(wanted, constants, opening), true));
    }

    FeasibilityResult limited(FinancialGoal goal, PlanningConstants constants, Position opening) {
        Means means = new Means(planner, goal, constants, opening, limits);
        return means.most(needed).fold(plan -> scarce(means, plan, true), refusal -> without(goal, means, refusal));
    }

    private Feasibility scarce(Means means, Plan bottomUp, boolean isMost) {
        Scarcity scarcity = new Scarcity(means, steps, needed, bottomUp, isMost);
        List<ResourceUse> uses = scarcity.uses();
        return compared(bottomUp, isMost ? reached(bottomUp) : null, uses, scarcity.together(uses));
    }

    /** Nothing fits, or there is no most: then what is limited is no hindrance to the goal. */
    private FeasibilityResult without(FinancialGoal goal, Means means, Unreachable<Plan> refusal) {
        if (refusal.obstacles().stream().anyMatch(Obstacle.Unlimited.class::isInstance)) {
            return means.plan(goal)
                    .fold(plan -> scarce(means, plan, false), unreachable -> nearest(unreachable, means::plan, false));
        }
        Footprint least = means.volumes().footprint(0);
        return least == null
                ? new NothingFits(List.of(), refusal.obstacles())
                : new NothingFits(limits.shortages(least), List.of());
    }

    private FeasibilityResult nearest(
            Unreachable<Plan> refusal, Function<FinancialGoal, Outcome<Plan>> planned, boolean isMost) {
        FinancialGoal nearest = refusal.nearest();
        if (nearest == null) {
            return new NothingFits(List.of(), refusal.obstacles());
        }
        Plan plan = planned.apply(nearest).orThrow();
        return compared(plan, isMost ? reached(plan) : null, List.of(), null);
    }

    private static BigDecimal reached(Plan plan) {
        return plan.projection().reached(plan.goal().measure());
    }

    private Feasibility compared(
            Plan bottomUp, @Nullable BigDecimal most, List<ResourceUse> uses, @Nullable ShadowPrice together) {
        List<Ratio> need = needed == null ? List.of() : Footprint.managers(needed.workload(), limits.managers());
        List<Ratio> used = Footprint.managers(bottomUp.workload(), limits.managers());
        Horizon horizon = bottomUp.constants().horizon();
        List<FeasibleMonth> months = new ArrayList<>();
        for (int month = 0; month < horizon.months(); month++) {
            YearMonth name = horizon.month(month);
            months.add(new FeasibleMonth(
                    name,
                    needed == null ? null : MonthFigures.of(needed, name, at(need, month)),
                    MonthFigures.of(bottomUp, name, at(used, month)),
                    limits.capacity(month),
                    limits.budget(month)));
        }
        return new Feasibility(topDown, bottomUp, most, months, uses, together);
    }

    private static @Nullable Ratio at(List<Ratio> managers, int month) {
        return managers.isEmpty() ? null : managers.get(month);
    }
}
