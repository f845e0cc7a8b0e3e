package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import java.util.List;
import org.immutables.value.Value;

/**
 * Everything that a plan is made from, as a service or a file gives it.
 *
 * @param goal what is to be reached
 * @param constants the common constants
 * @param opening the position that the first month of the horizon starts with
 * @param pins the cells that are fixed; empty where none is
 */
@Value.Builder
public record PlanDocument(FinancialGoal goal, PlanningConstants constants, Position opening, List<Pin> pins)
        implements WithPlanDocument {

    public PlanDocument {
        Required.present(goal, "PlanDocument.goal");
        Required.present(constants, "PlanDocument.constants");
        Required.present(opening, "PlanDocument.opening");
        pins = Required.list(pins, "PlanDocument.pins");
    }

    /**
     * Plans for the goal, around the pins.
     *
     * @return the plan, or what keeps the goal out of reach
     * @throws IllegalArgumentException if goal, position or pins name something that the constants do not know
     * @throws ArithmeticException if a count does not fit in a long
     */
    public Outcome<Plan> outcome() {
        return Planner.withDefaults().withPins(pins).plan(goal, constants, opening);
    }
}
