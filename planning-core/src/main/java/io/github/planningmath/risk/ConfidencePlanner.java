package io.github.planningmath.risk;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.quantity.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From a goal and a confidence to the norms of both departments: the number of new deals N with whose plan the goal is reached
 * with that confidence, while with {@code N - 1} it is not (or N is 0). A plan that reaches its goal as expected does so with a chance of
 * about one half.
 *
 * <p>All numbers of deals are looked at with the same draws of the constants, so the chance is a function of the number, the answer is
 * the same everywhere, and a higher confidence never gets fewer deals where the chance rises with every further deal but for
 * rounding. It saws by what one deal is worth: N is the first of a run and not always the least of all; {@link #firmly()} takes the number
 * from which on all suffice.
 *
 * <p>A confidence can be out of reach at any volume: where a rate is not known, more of the same does not help. Then the answer is
 * {@link Assurance.Unsure}.
 */
public final class ConfidencePlanner {

    private static final ConfidencePlanner DEFAULTS = new ConfidencePlanner(Planner.withDefaults(), false);

    private final Planner planner;
    private final boolean firm;

    private ConfidencePlanner(Planner planner, boolean firm) {
        this.planner = planner;
        this.firm = firm;
    }

    /**
     * A planner that nothing is pinned for.
     *
     * @return the planner
     */
    public static ConfidencePlanner withDefaults() {
        return DEFAULTS;
    }

    /**
     * This planner with another one for the plans, such as one with pins.
     *
     * @param other makes the plans
     * @return the changed planner
     */
    public ConfidencePlanner withPlanner(Planner other) {
        return new ConfidencePlanner(Required.present(other, "ConfidencePlanner.planner"), firm);
    }

    /**
     * This planner, which takes the number of deals from which on every number reaches the goal with the confidence.
     *
     * @return the changed planner
     */
    public ConfidencePlanner firmly() {
        return new ConfidencePlanner(planner, true);
    }

    /**
     * One confidence and what it takes.
     *
     * @param confidence what is wanted
     * @param newDeals the number of new deals of the plan; null where no number gives it
     * @param visits of the plan; null likewise
     * @param trafficCost what they cost; null likewise
     * @param pricePerPoint what each percentage point costs in traffic from the rung before on; null on the first and where no number
     *     gives it
     */
    public record Rung(
            Rate confidence,
            @Nullable Long newDeals,
            @Nullable Long visits,
            @Nullable BigDecimal trafficCost,
            @Nullable Double pricePerPoint) {

        public Rung {
            Required.present(confidence, "Rung.confidence");
            trafficCost = trafficCost == null ? null : Amounts.normalised(trafficCost, "Rung.trafficCost");
        }

        @Override
        public String toString() {
            return confidence
                    + (newDeals == null || trafficCost == null
                            ? ": out of reach"
                            : ": " + newDeals + " new deals, " + visits + " visits for " + trafficCost.toPlainString());
        }
    }

    /**
     * Plans for a goal and a confidence.
     *
     * @param goal what is to be reached
     * @param confidence with what chance, below 100 %
     * @param constants the common constants
     * @param opening the position that the first month of the horizon starts with
     * @param uncertainty how well the constants are known
     * @return the plan, or the most that any plan gives
     * @throws IllegalArgumentException if the confidence is 100 %, or the parts do not fit each other
     */
    public Assurance plan(
            FinancialGoal goal,
            Rate confidence,
            PlanningConstants constants,
            Position opening,
            Uncertainty uncertainty) {
        return search(goal, constants, opening, uncertainty).assurance(confidence);
    }

    /**
     * What each of several confidences takes.
     *
     * @param goal what is to be reached
     * @param confidences from the lowest to the highest, each below 100 %
     * @param constants the common constants
     * @param opening the position that the first month of the horizon starts with
     * @param uncertainty how well the constants are known
     * @return a rung for each
     * @throws IllegalArgumentException as for a plan
     */
    public List<Rung> ladder(
            FinancialGoal goal,
            List<Rate> confidences,
            PlanningConstants constants,
            Position opening,
            Uncertainty uncertainty) {
        ConfidenceSearch search = search(goal, constants, opening, uncertainty);
        List<Rung> rungs = new ArrayList<>();
        Rung before = null;
        for (Rate confidence : Required.list(confidences, "ConfidencePlanner.confidences")) {
            Rung from = before;
            Rung rung = search.assurance(confidence)
                    .fold(
                            confident -> rung(confidence, confident.plan(), from),
                            unsure -> new Rung(confidence, null, null, null, null));
            rungs.add(rung);
            before = rung;
        }
        return rungs;
    }

    private static Rung rung(Rate confidence, Plan plan, @Nullable Rung before) {
        BigDecimal cost = plan.projection().trafficCost();
        Double price = null;
        if (before != null && before.trafficCost() != null) {
            double points = 100 * (confidence.toDouble() - before.confidence().toDouble());
            price = points > 0 ? (Double) (cost.subtract(before.trafficCost()).doubleValue() / points) : null;
        }
        return new Rung(confidence, plan.requiredDeals(), plan.traffic().total(), cost, price);
    }

    private ConfidenceSearch search(
            FinancialGoal goal, PlanningConstants constants, Position opening, Uncertainty uncertainty) {
        Required.present(goal, "ConfidencePlanner.goal");
        Required.present(uncertainty, "ConfidencePlanner.uncertainty");
        @Nullable
        Plan plain = planner.plan(goal, constants, opening).<@Nullable Plan>fold(plan -> plan, unreachable -> null);
        return new ConfidenceSearch(
                goal, planner.volumes(goal, constants, opening, projection -> projection), plain, uncertainty, firm);
    }
}
