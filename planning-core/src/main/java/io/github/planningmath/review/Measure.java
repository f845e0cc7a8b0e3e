package io.github.planningmath.review;

import io.github.planningmath.kpi.Kpi;
import org.jspecify.annotations.Nullable;

/** The numbers of a cell. */
enum Measure {
    VISITS("visits", Kpi.TRAFFIC),
    CONTACTS("contacts", Kpi.CONTACTS),
    LEADS("leads", Kpi.LEADS),
    NEW_DEALS("new deals", Kpi.NEW_DEALS),
    REPEAT_DEALS("repeat deals", Kpi.REPEAT_DEALS),
    BASE("base", Kpi.BASE),
    REVENUE("revenue", Kpi.REVENUE),
    VARIABLE_COST("variable cost", Kpi.VARIABLE_COST),
    TRAFFIC_COST("traffic cost", Kpi.TRAFFIC_COST);

    private final String column;
    private final Kpi kpi;

    Measure(String column, Kpi kpi) {
        this.column = column;
        this.kpi = kpi;
    }

    Kpi kpi() {
        return kpi;
    }

    /** The name of its column in a table. */
    String column() {
        return column;
    }

    boolean isMoney() {
        return compareTo(REVENUE) >= 0;
    }

    /** What a cell gives of it; null where that is not known. */
    @Nullable
    Number of(Actuals.Cell cell) {
        return switch (this) {
            case VISITS -> cell.visits();
            case CONTACTS -> cell.contacts();
            case LEADS -> cell.leads();
            case NEW_DEALS -> cell.newDeals();
            case REPEAT_DEALS -> cell.repeatDeals();
            case BASE -> cell.base();
            case REVENUE -> cell.revenue();
            case VARIABLE_COST -> cell.variableCost();
            case TRAFFIC_COST -> cell.trafficCost();
        };
    }
}
