package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;

/**
 * A value of the unknown that reaches the goal while one unit worse does not.
 *
 * @param unknown what was solved for
 * @param value the least value, or the greatest of a cost
 * @param plan what becomes of the held traffic at that value
 */
public record Solution(Unknown unknown, NormValue value, Plan plan) {

    public Solution {
        Required.present(unknown, "Solution.unknown");
        Required.present(value, "Solution.value");
        Required.present(plan, "Solution.plan");
    }

    @Override
    public String toString() {
        return unknown + ": " + value;
    }
}
