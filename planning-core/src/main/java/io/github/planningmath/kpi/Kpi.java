package io.github.planningmath.kpi;

/** The key figures of a plan; each norm is the value of one of them in a scope. */
public enum Kpi {

    /** What all deals bring: {@code sum of deals * price}. Money. */
    REVENUE("revenue"),

    /** {@code revenue / deals}, from the totals. Money. */
    AVERAGE_CHECK("average check"),

    /** {@code newDeals + repeatDeals}. A count. */
    DEALS("deals"),

    /** Deals that come from leads. A count. */
    NEW_DEALS("new deals"),

    /** Further deals of customers. A count. */
    REPEAT_DEALS("repeat deals"),

    /** Contacts that were warmed up in the period. A count. */
    LEADS("leads"),

    /** Leads that wait for their deal at the end of the period. A count. */
    OPEN_LEADS("open leads"),

    /** Customers at the end of the period. A count. */
    BASE("current base"),

    /** Visits that became contacts in the period. A count. */
    CONTACTS("new contacts"),

    /** Visits. A count. */
    TRAFFIC("traffic"),

    /** {@code contacts / visits}, from the totals. A rate. */
    SITE_CONVERSION("site conversion"),

    /** {@code leads / contacts}, from the totals. A rate. */
    WARM_UP_RATE("warm-up rate"),

    /** {@code newDeals / leads that were due}, from the totals. A rate. */
    MANAGER_CONVERSION("manager conversion"),

    /** What the visits cost. Money. */
    TRAFFIC_COST("traffic cost"),

    /** Unit costs and commissions of all deals. Money. */
    VARIABLE_COST("variable cost"),

    /** {@code revenue - variableCost}. Money. */
    CONTRIBUTION("contribution"),

    /** {@code contribution - trafficCost - fixed costs - people's cost}. Money. */
    PROFIT("profit");

    private final String label;

    Kpi(String label) {
        this.label = label;
    }

    /**
     * The name that people read, such as {@code "new contacts"}.
     *
     * @return the name in lower case
     */
    public String label() {
        return label;
    }

    /**
     * Whether its values are amounts of money.
     *
     * @return true of revenue, average check, costs, contribution and profit; false of counts and rates
     */
    public boolean isMoney() {
        return switch (this) {
            case REVENUE, AVERAGE_CHECK, TRAFFIC_COST, VARIABLE_COST, CONTRIBUTION, PROFIT -> true;
            default -> false;
        };
    }
}
