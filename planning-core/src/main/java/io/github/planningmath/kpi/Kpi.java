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

    /**
     * Those who reached a stage between lead and deal in the period, of the stage that the scope names: expected ones, rounded down on
     * their cumulative count. A count, of products whose process has such a stage; those who reach the last are {@link #NEW_DEALS}.
     */
    STAGE_ENTRIES("stage entries"),

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

    /**
     * {@code (customers at the plan's start + new deals until the period's end) / customers who can be won}: the share of its market
     * that a product has taken. A ratio, of products whose market is known.
     */
    MARKET_PENETRATION("market penetration"),

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

    /**
     * What the subscriptions of a period's end bring a month (MRR), {@code subscriptions * price on renewal}, in whole subscriptions of
     * the size that was sold: of products that are sold as such. Money.
     */
    RECURRING_REVENUE("recurring revenue"),

    /**
     * {@code (start + expansion - contraction - churn) / start} of the recurring revenue of those who are customers at a month's start,
     * who pay more, pay less or leave (NRR); above 1 where more is added than is lost. A higher price on renewal is expansion, a lower
     * one contraction. Over several months it is that of a month in the mean, from the totals; that of a year is the product of its
     * months. A ratio, rounded to six decimals. Source: ChurnZero, Net Revenue Retention, churnzero.net/churnopedia/net-revenue-retention.
     */
    NET_REVENUE_RETENTION("net revenue retention"),

    /**
     * {@code (start - contraction - churn) / start}: {@link #NET_REVENUE_RETENTION} without expansion (GRR), at most 1. A ratio. Source:
     * gross revenue retention formula, dnoise.online/en/metrics/formulas/grr-formula.
     */
    GROSS_REVENUE_RETENTION("gross revenue retention"),

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
     * @return the direction; null of what is nobody's direction alone: money, the average check, all deals together and the share of the market
     */
    public @Nullable Direction direction() {
        return switch (this) {
            case TRAFFIC, CONTACTS, SITE_CONVERSION -> Direction.CAPTURE;
            case LEADS, WARM_UP_RATE -> Direction.WARM_UP;
            case STAGE_ENTRIES, OPEN_LEADS, NEW_DEALS, MANAGER_CONVERSION -> Direction.SALE;
            case BASE, CUSTOMERS_KEPT, CUSTOMERS_LOST, RETENTION_RATE, NET_REVENUE_RETENTION, GROSS_REVENUE_RETENTION ->
                Direction.RETENTION;
            case REPEAT_DEALS, REPEAT_RATE -> Direction.REPEAT_SALE;
            case REVENUE,
                    AVERAGE_CHECK,
                    DEALS,
                    MARKET_PENETRATION,
                    RECURRING_REVENUE,
                    TRAFFIC_COST,
                    VARIABLE_COST,
                    CONTRIBUTION,
                    PROFIT -> null;
        };
    }

    /**
     * Whether its values are amounts of money.
     *
     * @return true of revenue, recurring revenue, average check, costs, contribution and profit; false of counts and rates
     */
    public boolean isMoney() {
        return switch (this) {
            case REVENUE, AVERAGE_CHECK, RECURRING_REVENUE, TRAFFIC_COST, VARIABLE_COST, CONTRIBUTION, PROFIT -> true;
            default -> false;
        };
    }
}
