package io.github.planningmath.resource;

import io.github.planningmath.plan.DealVolumes;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** What can be done with what there is, or with more of it. */
final class Means {

    private final Planner planner;
    private final FinancialGoal goal;
    private final PlanningConstants constants;
    private final Position opening;
    private final Limits limits;
    private final Map<Map<String, NavigableMap<YearMonth, Long>>, DealVolumes<Footprint>> volumes = new HashMap<>();

    Means(Planner planner, FinancialGoal goal, PlanningConstants constants, Position opening, Limits limits) {
        this.planner = planner;
        this.goal = goal;
        this.constants = limits.teamOn(constants);
        this.opening = opening;
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** The plan for a goal on the ceilings and with the team that there is, whatever the budgets. */
    Outcome<Plan> plan(FinancialGoal wanted) {
        return planner.plan(wanted, limits.ceilingsOn(constants), opening);
    }

    /** The most, and no less than the goal where its plan fits. */
    Outcome<Plan> most(@Nullable Plan needed) {
        Long deals = needed == null ? null : needed.requiredDeals();
        if (deals != null) {
            volumes().amount(deals);
        }
        return volumes().most(limits::admit);
    }

    /** The most with more than there is, the same team being paid; nothing where nothing fits, or there is no most. */
    @Nullable
    BigDecimal most(Limits given, Plan best) {
        DealVolumes<Footprint> more = volumes(given);
        Long deals = best.requiredDeals();
        if (deals != null) {
            more.amount(deals);
        }
        return more.most(given::admit)
                .<@Nullable BigDecimal>fold(plan -> plan.goal().amount(), refusal -> null);
    }

    DealVolumes<Footprint> volumes() {
        return volumes(limits);
    }

    /** Budgets and managers are conditions on the same plans; other ceilings make other plans. */
    private DealVolumes<Footprint> volumes(Limits given) {
        return volumes.computeIfAbsent(
                given.ceilings(),
                ceilings -> planner.volumes(
                        goal,
                        given.ceilingsOn(constants),
                        opening,
                        projection -> Footprint.of(projection, limits.managers())));
    }
}
