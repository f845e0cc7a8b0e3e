package io.github.planningmath.traffic;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the visits of a channel in one month cost, all of them together; a price per visit that is constant, or one that
 * rises with volume.
 *
 * <p>{@code cost(0) = 0}, and the cost never falls when the visits rise. Amounts are in the plan's currency, unrounded.
 */
@TrafficCostJson
public interface TrafficCost {

    /**
     * What a month's visits cost, all products together.
     *
     * @param visits of the channel in one month, at least 0
     * @return the cost, at least 0
     * @throws IllegalArgumentException if the visits are below 0
     */
    BigDecimal cost(long visits);

    /**
     * The price that every visit has, however many there are: {@code cost(visits) = visits * perVisit}.
     *
     * @return the price, at least 0, or null where the price depends on the number of visits, as it does unless a cost
     *     says otherwise
     */
    default @Nullable BigDecimal perVisit() {
        return null;
    }
}
