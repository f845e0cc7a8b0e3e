package io.github.planningmath.review;

import io.github.planningmath.kpi.Kpi;

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
}
