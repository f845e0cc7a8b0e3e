package io.github.planningmath.resource;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;

/**
 * The plan from the top and the plan from below: what the goal takes, the most that can be reached with what there is, and
 * which resource stands in between.
 *
 * <p>Product mix, season and channel mixes are common constants, so the plans in question are those of every number of new
 * deals. The plan from the top is the planner's for the goal, {@code min N with measure(N) >= goal}. The plan from below is
 * {@code max over N of measure(N)} among those whose traffic costs no more than the budgets, whose work takes no more
 * managers in any month than there are, exactly, and whose visits stay below the ceilings; where a channel is full, its leads
 * come over the others of its tier. It may well come to more than the goal asks for, and nothing may bind: then more deals
 * would not earn more.
 *
 * <p>The team that is given does not hire; who leaves is not replaced. Its salaries take the place of those of every
 * {@link io.github.planningmath.staffing.SalesTeam} and {@link io.github.planningmath.staffing.HiringPlan} in the constants'
 * people cost, alone or among {@link io.github.planningmath.plan.Teams}; other people are paid as before, and constants
 * without such a team are taken to pay those who are there already. Where nothing at all is limited, the plan from below is
 * the plan for the goal, or for the nearest goal that can be reached.
 *
 * <p>A shadow price is the exact difference that a step more makes, found by planning again. See
 * {@link io.github.planningmath.plan.DealVolumes#most} for how far the most is certain.
 *
 * <p>Holds no state but its options and may be shared between threads.
 */
public final class Bottleneck {

    private static final Bottleneck DEFAULTS = new Bottleneck(Planner.withDefaults(), ResourceSteps.withDefaults());

    private final Planner planner;
    private final ResourceSteps steps;

    private Bottleneck(Planner planner, ResourceSteps steps) {
        this.planner = planner;
        this.steps = steps;
    }

    /**
     * With nothing pinned, and steps of a thousand in money, one manager and a thousand visits.
     *
     * @return the calculator
     */
    public static Bottleneck withDefaults() {
        return DEFAULTS;
    }

    /**
     * With a planner that has pins.
     *
     * @param planner plans both sides
     * @return this calculator with that planner
     */
    public Bottleneck withPlanner(Planner planner) {
        return new Bottleneck(Required.present(planner, "Bottleneck.planner"), steps);
    }

    /**
     * With other steps of resources.
     *
     * @param steps how much more of a resource is tried
     * @return this calculator with those steps
     */
    public Bottleneck withSteps(ResourceSteps steps) {
        return new Bottleneck(planner, Required.present(steps, "Bottleneck.steps"));
    }

    /**
     * Compares what the goal takes with what there is.
     *
     * @param goal what is to be reached; the plan from below has the most of its measure
     * @param constants the common constants
     * @param opening the position that the first month of the horizon starts with
     * @param resources what there is
     * @return both plans and what lies between them; or why no plan fits
     * @throws IllegalArgumentException if position, goal, pins or resources name something that the constants do not know,
     *     or a tier that managers sell in has work but the team no effort for it
     * @throws ArithmeticException if a count does not fit in a long
     */
    public FeasibilityResult feasibility(
            FinancialGoal goal, PlanningConstants constants, Position opening, Resources resources) {
        Required.present(goal, "Bottleneck.goal");
        Required.present(constants, "Bottleneck.constants");
        Required.present(opening, "Bottleneck.opening");
        Required.present(resources, "Bottleneck.resources");
        Limits limits = Limits.of(resources, constants);
        Comparison comparison = new Comparison(planner, steps, planner.plan(goal, constants, opening), limits);
        return resources.areUnlimited()
                ? comparison.unlimited(constants, opening)
                : comparison.limited(goal, constants, opening);
    }
}
