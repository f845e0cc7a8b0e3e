package io.github.planningmath.testkit;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.resource.Bottleneck;
import io.github.planningmath.resource.FeasibilityResult;
import io.github.planningmath.resource.Resources;
import java.util.Objects;

/**
 * A plan and what there is for it.
 *
 * @param plan the plan for its goal
 * @param resources what there is
 */
public record FeasibilityProblem(Plan plan, Resources resources) {

    public FeasibilityProblem {
        Objects.requireNonNull(plan, "FeasibilityProblem.plan must be given, but was null.");
        Objects.requireNonNull(resources, "FeasibilityProblem.resources must be given, but was null.");
    }

    /**
     * The plan's goal and the resources, side by side.
     *
     * @return the comparison, or why nothing fits
     */
    public FeasibilityResult result() {
        return Bottleneck.withDefaults().feasibility(plan.goal(), plan.constants(), plan.opening(), resources);
    }

    /**
     * The same plan with other resources.
     *
     * @param others what there is instead
     * @return the changed problem
     */
    public FeasibilityProblem withResources(Resources others) {
        return new FeasibilityProblem(plan, others);
    }
}
