package io.github.planningmath.review;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.traffic.Direction;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a gap is due to: the factors in the order of a customer's life, the first of which stands before the
 * others where several fall to zero at once; then what no factor answers for.
 */
public enum Effect {

    /** How many visits there were in a month, all products and channels together. */
    TRAFFIC_VOLUME(Factor.TRAFFIC_VOLUME, Direction.CAPTURE, "traffic volume"),

    /** Which products the visits were for: the products' shares of visits. */
    PRODUCT_MIX(Factor.PRODUCT_MIX, Direction.SALE, "product mix"),

    /** Which channels brought them: the channels' shares of a product's visits. */
    CHANNEL_MIX(Factor.CHANNEL_MIX, Direction.CAPTURE, "channel mix"),

    /** {@code contacts / visits} within product and channel. */
    SITE_CONVERSION(Factor.SITE_CONVERSION, Direction.CAPTURE, "site conversion"),

    /** {@code leads / contacts} within product and channel. */
    WARM_UP_RATE(Factor.WARM_UP_RATE, Direction.WARM_UP, "warm-up rate"),

    /** {@code new deals / leads that fell due} within product and channel, in the month of the deals. */
    MANAGER_CONVERSION(Factor.MANAGER_CONVERSION, Direction.SALE, "manager conversion"),

    /** How long customers stay, within product. */
    RETENTION_RATE(Factor.RETENTION_RATE, Direction.RETENTION, "retention"),

    /** How often customers buy again, within product. */
    REPEAT_RATE(Factor.REPEAT_RATE, Direction.REPEAT_SALE, "repeat rate"),

    /** {@code revenue / deals} within product. */
    PRICE(Factor.PRICE, Direction.SALE, "price"),

    /** {@code variable cost / deals} within product. */
    UNIT_COST(Factor.UNIT_COST, Direction.SALE, "unit cost"),

    /** {@code traffic cost / visits} within product and channel. */
    COST_PER_VISIT(Factor.COST_PER_VISIT, Direction.CAPTURE, "cost per visit"),

    /** Fixed costs and people: both departments carry them together. */
    COSTS_OF_THE_HOUSE(null, null, "costs of the house"),

    /**
     * What nobody answers for yet: deals that came before their leads were due, and the fraction of a count by which its whole
     * number differs from what the rates make of it.
     */
    NOT_YET_DUE(null, null, "not yet due");

    private final @Nullable Factor factor;
    private final @Nullable Direction direction;
    private final String label;

    Effect(@Nullable Factor factor, @Nullable Direction direction, String label) {
        this.factor = factor;
        this.direction = direction;
        this.label = label;
    }

    /**
     * The factor whose owner answers for the effect.
     *
     * @return the factor, or null where no factor changed
     */
    public @Nullable Factor factor() {
        return factor;
    }

    /**
     * The direction that the effect belongs to.
     *
     * @return one of the five, or null where no factor changed
     */
    public @Nullable Direction direction() {
        return direction;
    }

    /**
     * The name that people read, such as {@code "channel mix"}.
     *
     * @return the name in lower case
     */
    @DocumentForm.Written
    public String label() {
        return label;
    }

    /**
     * The effect of a label.
     *
     * @param label the name that people read
     * @return the effect
     * @throws IllegalArgumentException if no effect has that label
     */
    public static Effect labelled(String label) {
        for (Effect effect : values()) {
            if (effect.label.equals(label)) {
                return effect;
            }
        }
        throw new IllegalArgumentException("Effect.label must be that of an effect ("
                + Arrays.stream(values()).map(Effect::label).collect(Collectors.joining(", ")) + "), but was " + label
                + ".");
    }
}
