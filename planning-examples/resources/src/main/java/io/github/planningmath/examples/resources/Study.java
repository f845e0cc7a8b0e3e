package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.planfile.PlanFile;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.resource.Bottleneck;
import io.github.planningmath.resource.Feasibility;
import io.github.planningmath.resource.NothingFits;
import io.github.planningmath.staffing.DeskPlan;
import io.github.planningmath.staffing.HiringPlan;
import io.github.planningmath.staffing.SalesQuota;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the report shows.
 *
 * @param goal what is wanted
 * @param there what there is
 * @param feasibility the goal and what there is, side by side
 * @param plan the plan for the goal, staffed as its work takes; the best that fits what there is, where there is none
 * @param hiring the managers whom that plan takes
 * @param desk who answers its calls; absent where nobody does
 * @param quotas of the managers; absent where the plan is not shared out
 * @param split the budget by channel and month
 */
record Study(
        FinancialGoal goal,
        ResourceDocument there,
        Feasibility feasibility,
        Plan plan,
        HiringPlan hiring,
        @Nullable DeskPlan desk,
        @Nullable SalesQuota quotas,
        BudgetSplit split) {

    static Study of(PlanFile planFile, ResourceFile resourceFile) {
        ResourceDocument there = resourceFile.document();
        PlanDocument document = planFile.document();
        planFile.plan(); // what is wrong with the plan document is said under its own name
        return resourceFile.checked(() -> of(
                document.withConstants(
                        document.constants().withPeopleCost(there.people().cost())),
                there));
    }

    private static Study of(PlanDocument document, ResourceDocument there) {
        Feasibility feasibility = Bottleneck.withDefaults()
                .withPlanner(Planner.withDefaults().withPins(document.pins()))
                .feasibility(document.goal(), document.constants(), document.opening(), there.resources())
                .fold(found -> found, nothing -> {
                    throw new NoPlanException(why(nothing));
                });
        Plan plan = feasibility.topDown().fold(reached -> reached, unreachable -> feasibility.bottomUp());
        ResourceDocument.People people = there.people();
        ResourceDocument.Quotas shared = people.quotas();
        return new Study(
                document.goal(),
                there,
                feasibility,
                plan,
                people.managers().staffed(plan.workload()),
                people.desk() == null ? null : people.desk().staffed(plan.workload()),
                shared == null ? null : SalesQuota.of(plan, shared.scope(), shared.shares(), shared.overAssignment()),
                BudgetSplit.of(there.money(), plan));
    }

    /** The first reason, and how many there are beside. */
    private static String why(NothingFits nothing) {
        List<String> reasons = Stream.concat(nothing.shortages().stream(), nothing.obstacles().stream())
                .map(Object::toString)
                .toList();
        return "No plan fits what there is: " + reasons.get(0)
                + (reasons.size() == 1 ? "." : "; and " + (reasons.size() - 1) + " more like it.");
    }

    String currency() {
        return plan.constants().currency().getCurrencyCode();
    }
}
