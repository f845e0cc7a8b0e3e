package io.github.planningmath.allocation;

import io.github.planningmath.internal.Amounts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a channel, or a group of channels together, spends at least and at most.
 *
 * @param floor at least 0
 * @param ceiling at least the floor; null if there is no limit
 */
public record SpendLimits(BigDecimal floor, @Nullable BigDecimal ceiling) {

    private static final SpendLimits NONE = new SpendLimits(BigDecimal.ZERO, null);

    public SpendLimits {
        floor = Amounts.notNegative(floor, "SpendLimits.floor");
        if (ceiling != null) {
            ceiling = Amounts.notNegative(ceiling, "SpendLimits.ceiling");
            if (ceiling.compareTo(floor) < 0) {
                throw new IllegalArgumentException("SpendLimits.ceiling must be at least the floor of "
                        + floor.toPlainString() + ", but was " + ceiling.toPlainString() + ".");
            }
        }
    }

    /**
     * No limits.
     *
     * @return a floor of 0 and no ceiling
     */
    public static SpendLimits none() {
        return NONE;
    }

    /**
     * A least spend.
     *
     * @param floor at least 0, such as {@code "5000"}
     * @return the limits
     */
    public static SpendLimits atLeast(String floor) {
        return new SpendLimits(Amounts.parse(floor, "SpendLimits.floor"), null);
    }

    /**
     * A greatest spend.
     *
     * @param ceiling at least 0, such as {@code "30000"}
     * @return the limits
     */
    public static SpendLimits atMost(String ceiling) {
        return new SpendLimits(BigDecimal.ZERO, Amounts.parse(ceiling, "SpendLimits.ceiling"));
    }

    /**
     * Both.
     *
     * @param floor at least 0
     * @param ceiling at least the floor
     * @return the limits
     */
    public static SpendLimits between(String floor, String ceiling) {
        return new SpendLimits(
                Amounts.parse(floor, "SpendLimits.floor"), Amounts.parse(ceiling, "SpendLimits.ceiling"));
    }
}
