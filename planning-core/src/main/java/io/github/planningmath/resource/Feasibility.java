package io.github.planningmath.resource;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Unreachable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The goal and the means, side by side: the plan that reaches the goal, the best plan that fits the resources, the gap
 * between them by month, and which resource stands in between.
 *
 * <p>As JSON it is a view, which is not read back: its plans are such.
 *
 * @param topDown the plan for the goal, whatever it takes; or why there is none
 * @param bottomUp the plan that comes to the most with what there is. Its constants hold the team as it stands and the
 *     ceilings as they are
 * @param most the most of what the goal measures that can be reached with what there is; absent where that is unlimited: where
 *     no resource is limited and the goal can be reached, or where those that are limited hinder no number of deals. Then the
 *     plan from below is the plan for the goal, and more could be had
 * @param months both by month
 * @param uses every resource that is limited: the budget of all months, of single months, managers, channels
 * @param together what a step of every binding resource at once is worth; absent where fewer than two bind. Of several
 *     resources that bind together one alone may be worth nothing
 */
public record Feasibility(
        Outcome<Plan> topDown,
        Plan bottomUp,
        @Nullable BigDecimal most,
        List<FeasibleMonth> months,
        List<ResourceUse> uses,
        @Nullable ShadowPrice together)
        implements FeasibilityResult {

    public Feasibility {
        Required.present(topDown, "Feasibility.topDown");
        Required.present(bottomUp, "Feasibility.bottomUp");
        most = most == null ? null : Amounts.plain(most);
        months = Required.list(months, "Feasibility.months");
        uses = Required.list(uses, "Feasibility.uses");
    }

    /**
     * The resources that keep the plan from below from a better one.
     *
     * @return those that bind, in the order of {@link #uses()}; empty where none does: more deals would not earn more
     */
    public List<Resource> binding() {
        return uses.stream()
                .filter(ResourceUse::binds)
                .map(ResourceUse::resource)
                .toList();
    }

    /**
     * How a resource is used.
     *
     * @param resource a resource that is limited
     * @return its use
     * @throws IllegalArgumentException if it is not limited
     */
    public ResourceUse use(Resource resource) {
        for (ResourceUse use : uses) {
            if (use.resource().equals(resource)) {
                return use;
            }
        }
        throw new IllegalArgumentException("Feasibility.resource must be one that is limited ("
                + uses.stream().map(use -> use.resource().toString()).toList() + "), but was " + resource + ".");
    }

    /**
     * A month seen from both sides.
     *
     * @param month a month of the plan
     * @return what the goal takes of it, and what can be done in it
     * @throws IllegalArgumentException if the month is outside of the plan
     */
    public FeasibleMonth in(YearMonth month) {
        return months.get(bottomUp.constants().horizon().indexOf(month));
    }

    /**
     * What the goal takes beyond what can be done, over all months.
     *
     * @return the sum of the months' gaps; null where there is no plan for the goal
     */
    public @Nullable Gap gap() {
        Gap sum = Gap.NONE;
        for (FeasibleMonth month : months) {
            Gap ofMonth = month.gap();
            if (ofMonth == null) {
                return null;
            }
            sum = sum.plus(ofMonth);
        }
        return sum;
    }

    /**
     * Whether what there is suffices for the goal.
     *
     * @return whether the plan from below comes to as much as the goal asks for
     */
    public boolean suffices() {
        FinancialGoal goal = topDown.fold(Plan::goal, Unreachable::goal);
        return bottomUp.projection().reached(goal.measure()).compareTo(goal.amount()) >= 0;
    }

    @Override
    public Feasibility orThrow() {
        return this;
    }

    @Override
    public <R> R fold(
            Function<? super Feasibility, ? extends R> onFeasibility,
            Function<? super NothingFits, ? extends R> otherwise) {
        return onFeasibility.apply(this);
    }
}
