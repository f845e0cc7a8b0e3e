package io.github.planningmath.examples.annualplan;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.sales.SalesTier;
import java.util.List;

/** Who answers for what. */
final class Responsibility {

    private Responsibility() {}

    /** The tiers of a plan in which a department answers for a factor, alone or with the other. */
    static List<SalesTier> tiers(Plan plan, Department department, Factor factor) {
        return plan.constants().tiers().keySet().stream()
                .filter(tier -> {
                    Department owner = plan.constants().ownership().owner(factor, tier);
                    return owner == department || owner == Department.SHARED;
                })
                .toList();
    }
}
