package io.github.planningmath.testkit;

import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a plan is made of, its parts fitting each other: the opening position opens the horizon's first month,
 * and goal and position name only what the constants know.
 *
 * @param goal what is to be reached; it may be out of reach
 * @param constants the common constants
 * @param opening the position that the first month of the horizon starts with
 */
public record Scenario(FinancialGoal goal, PlanningConstants constants, Position opening) {

    public Scenario {
        Objects.requireNonNull(goal, "Scenario.goal must be given, but was null.");
        Objects.requireNonNull(constants, "Scenario.constants must be given, but was null.");
        Objects.requireNonNull(opening, "Scenario.opening must be given, but was null.");
    }

    /**
     * Plans for the goal.
     *
     * @return the plan, or why there is none
     */
    public Outcome<Plan> outcome() {
        return outcome(goal);
    }

    /**
     * The plan for the goal or, where that is out of reach, for the nearest one.
     *
     * @return the plan; null where no plan can be made at all
     */
    public @Nullable Plan attainable() {
        return outcome()
                .<@Nullable Plan>fold(
                        plan -> plan,
                        refusal -> refusal.nearest() == null
                                ? null
                                : outcome(refusal.nearest()).orThrow());
    }

    private Outcome<Plan> outcome(FinancialGoal amount) {
        return Planner.withDefaults().plan(amount, constants, opening);
    }
}
