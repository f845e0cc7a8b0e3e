package io.github.planningmath.plan;

import io.github.planningmath.traffic.Traffic;

/** What becomes of traffic, as a plan for the tests of other packages: they know each of its numbers. */
public final class PlanOfTraffic {

    private PlanOfTraffic() {}

    public static Plan of(PlanningConstants constants, Position opening, Traffic traffic) {
        return Plan.of(FinancialGoal.profit("1"), Projection.of(constants, opening, traffic));
    }
}
