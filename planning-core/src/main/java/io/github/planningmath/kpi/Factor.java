package io.github.planningmath.kpi;

import io.github.planningmath.traffic.Direction;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The factors whose product a result is, in the order of a customer's life; each has one owner in each tier, see
 * {@link Ownership}.
 */
public enum Factor {

    /** How many visits there are. */
    TRAFFIC_VOLUME("traffic volume"),

    /** How new deals spread over the products; of traffic, which products the visits are for. */
    PRODUCT_MIX("product mix"),

    /** Which channels the leads come from; of traffic, which channels bring a product's visits. */
    CHANNEL_MIX("channel mix"),

    /** The share of visits that become contacts: the rate of {@link Direction#CAPTURE}. */
    SITE_CONVERSION("site conversion"),

    /** The share of contacts that become leads: the rate of {@link Direction#WARM_UP}. */
    WARM_UP_RATE("warm-up rate"),

    /** The share of leads that become deals, in the month of the deals: the rate of {@link Direction#SALE}. */
    MANAGER_CONVERSION("manager conversion"),

    /** The share of customers who are still customers a month later: the rate of {@link Direction#RETENTION}. */
    RETENTION_RATE("retention"),

    /** Further deals per active customer and month: the rate of {@link Direction#REPEAT_SALE}. */
    REPEAT_RATE("repeat rate"),

    /** What a deal brings. */
    PRICE("price"),

    /** What a deal costs to deliver. */
    UNIT_COST("unit cost"),

    /** What a visit costs. */
    COST_PER_VISIT("cost per visit");

    private final String label;

    Factor(String label) {
        this.label = label;
    }

    /**
     * The name that people read, such as {@code "channel mix"}.
     *
     * @return the name in lower case
     */
    public String label() {
        return label;
    }

    /**
     * The factor of a label.
     *
     * @param label the name that people read
     * @return the factor
     * @throws IllegalArgumentException if no factor has that label
     */
    public static Factor labelled(String label) {
        for (Factor factor : values()) {
            if (factor.label.equals(label)) {
                return factor;
            }
        }
        throw new IllegalArgumentException("Factor.label must be that of a factor ("
                + Arrays.stream(values()).map(Factor::label).collect(Collectors.joining(", ")) + "), but was " + label
                + ".");
    }

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
