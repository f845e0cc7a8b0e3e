package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;

/**
 * A value of the unknown that reaches the goal while one unit worse does not.
 *
 * <p>As JSON it is a view, which is not read back: the unknown, its value and the plan.
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

    /** As it is written. */
    private record View(Unknown unknown, Object value, Plan plan) {}

    @DocumentForm.Written
    View view() {
        return new View(unknown, PlainValue.of(value), plan);
    }

    @Override
    public String toString() {
        return unknown + ": " + value;
    }
}
