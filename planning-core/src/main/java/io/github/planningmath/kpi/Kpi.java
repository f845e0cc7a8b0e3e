package io.github.planningmath.kpi;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.traffic.Direction;
import org.jspecify.annotations.Nullable;

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

    /**
     * Customers of a month's start who are still customers at its end, {@code base at the end - newDeals}; over several months
     * their sum, so a customer who stays for a year is kept twelve times. A count.
     */
    CUSTOMERS_KEPT("customers kept"),

    /** Customers of a month's start who are none at its end, {@code base at the start + newDeals - base at the end}. A count. */
    CUSTOMERS_LOST("customers lost"),

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

    /** {@code kept / (kept + lost)}, month by month and from the totals. A ratio. */
    RETENTION_RATE("retention rate"),

    /** {@code repeatDeals / (kept + lost)}: further deals per customer and month, from the totals. A ratio. */
    REPEAT_RATE("repeat rate"),

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
    @DocumentForm.Written
    public String label() {
        return label;
    }

    /**
     * The direction of a customer's life that it is a norm of.
     *
     * @return the direction; null of what is nobody's direction alone: money, the average check and all deals together
     */
    public @Nullable Direction direction() {
        return switch (this) {
            case TRAFFIC, CONTACTS, SITE_CONVERSION -> Direction.CAPTURE;
            case LEADS, WARM_UP_RATE -> Direction.WARM_UP;
            case OPEN_LEADS, NEW_DEALS, MANAGER_CONVERSION -> Direction.SALE;
            case BASE, CUSTOMERS_KEPT, CUSTOMERS_LOST, RETENTION_RATE -> Direction.RETENTION;
            case REPEAT_DEALS, REPEAT_RATE -> Direction.REPEAT_SALE;
            case REVENUE, AVERAGE_CHECK, DEALS, TRAFFIC_COST, VARIABLE_COST, CONTRIBUTION, PROFIT -> null;
        };
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
