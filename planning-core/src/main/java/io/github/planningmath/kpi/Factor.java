package io.github.planningmath.kpi;

import io.github.planningmath.traffic.Direction;

/** The factors whose product a result is; each has one owner in each tier, see {@link Ownership}. */
public enum Factor {

    /** How many visits there are. */
    TRAFFIC_VOLUME,

    /** Which channels the leads come from. */
    CHANNEL_MIX,

    /** How new deals spread over the products. */
    PRODUCT_MIX,

    /** What a deal brings. */
    PRICE,

    /** What a deal costs to deliver. */
    UNIT_COST,

    /** What a visit costs. */
    COST_PER_VISIT,

    /** The share of visits that become contacts: the rate of {@link Direction#CAPTURE}. */
    SITE_CONVERSION,

    /** The share of contacts that become leads: the rate of {@link Direction#WARM_UP}. */
    WARM_UP_RATE,

    /** The share of leads that become deals: the rate of {@link Direction#SALE}. */
    MANAGER_CONVERSION,

    /** The share of customers who are still customers a month later: the rate of {@link Direction#RETENTION}. */
    RETENTION_RATE,

    /** Further deals per active customer and month: the rate of {@link Direction#REPEAT_SALE}. */
    REPEAT_RATE;

    /**
     * Which of the three things that a business stands on it is a factor of.
     *
     * @return product: the product mix, price, unit cost and retention; sales: the manager conversion and the repeat rate; traffic:
     *     all others
     */
    public Pillar pillar() {
        return switch (this) {
            case PRODUCT_MIX, PRICE, UNIT_COST, RETENTION_RATE -> Pillar.PRODUCT;
            case TRAFFIC_VOLUME, CHANNEL_MIX, COST_PER_VISIT, SITE_CONVERSION, WARM_UP_RATE -> Pillar.TRAFFIC;
            case MANAGER_CONVERSION, REPEAT_RATE -> Pillar.SALES;
        };
    }

    /**
     * The direction of a customer's life that it belongs to.
     *
     * @return one of the five
     */
    public Direction direction() {
        return switch (this) {
            case TRAFFIC_VOLUME, CHANNEL_MIX, COST_PER_VISIT, SITE_CONVERSION -> Direction.CAPTURE;
            case WARM_UP_RATE -> Direction.WARM_UP;
            case PRODUCT_MIX, PRICE, UNIT_COST, MANAGER_CONVERSION -> Direction.SALE;
            case RETENTION_RATE -> Direction.RETENTION;
            case REPEAT_RATE -> Direction.REPEAT_SALE;
        };
    }

    /**
     * The rate of a direction.
     *
     * @param direction one of the five
     * @return its rate
     */
    public static Factor of(Direction direction) {
        return switch (direction) {
            case CAPTURE -> SITE_CONVERSION;
            case WARM_UP -> WARM_UP_RATE;
            case SALE -> MANAGER_CONVERSION;
            case RETENTION -> RETENTION_RATE;
            case REPEAT_SALE -> REPEAT_RATE;
        };
    }
}
