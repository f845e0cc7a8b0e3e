package io.github.planningmath.plan;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.sales.SalesTier;
import org.jspecify.annotations.Nullable;

/** Who answers for a norm: the owner of the factor that it stands for, both where the tiers of its scope differ. */
final class NormOwner {

    private NormOwner() {}

    /** The owner at a scope of one tier, or of all where none is given. */
    static Department of(PlanningConstants constants, Kpi kpi, @Nullable SalesTier tier) {
        Factor factor = factor(kpi);
        if (factor == null) {
            return Department.SHARED;
        }
        return tier != null
                ? constants.ownership().owner(factor, tier)
                : constants.ownership().owner(factor, constants.tiers().keySet());
    }

    private static @Nullable Factor factor(Kpi kpi) {
        return switch (kpi) {
            case TRAFFIC, MARKET_PENETRATION -> Factor.TRAFFIC_VOLUME;
            case CONTACTS, SITE_CONVERSION -> Factor.SITE_CONVERSION;
            case LEADS, WARM_UP_RATE -> Factor.WARM_UP_RATE;
            case STAGE_ENTRIES, NEW_DEALS, OPEN_LEADS, MANAGER_CONVERSION -> Factor.MANAGER_CONVERSION;
            case REPEAT_DEALS, REPEAT_RATE -> Factor.REPEAT_RATE;
            case BASE, CUSTOMERS_KEPT, CUSTOMERS_LOST, RETENTION_RATE, GROSS_REVENUE_RETENTION -> Factor.RETENTION_RATE;
            case AVERAGE_CHECK -> Factor.PRICE;
            case VARIABLE_COST -> Factor.UNIT_COST;
            case TRAFFIC_COST -> Factor.COST_PER_VISIT;
            case REVENUE, DEALS, RECURRING_REVENUE, NET_REVENUE_RETENTION, CONTRIBUTION, PROFIT -> null;
        };
    }
}
