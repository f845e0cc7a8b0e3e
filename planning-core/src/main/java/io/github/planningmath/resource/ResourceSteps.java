package io.github.planningmath.resource;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;

/**
 * How much more of a resource is tried to say what more of it is worth. Plans are in whole deals, so a step that is smaller
 * than what a deal takes may be worth nothing.
 *
 * @param budget money, above 0
 * @param managers managers, at least 1
 * @param visits visits of a channel in every month, at least 1
 */
public record ResourceSteps(BigDecimal budget, Long managers, Long visits) {

    public ResourceSteps {
        budget = Amounts.positive(budget, "ResourceSteps.budget");
        requirePositive(managers, "ResourceSteps.managers");
        requirePositive(visits, "ResourceSteps.visits");
    }

    /**
     * A thousand of the currency's units, one manager, a thousand visits.
     *
     * @return the steps
     */
    public static ResourceSteps withDefaults() {
        return new ResourceSteps(BigDecimal.valueOf(1_000), 1L, 1_000L);
    }

    private static void requirePositive(Long count, String component) {
        if (!(Required.present(count, component) >= 1)) {
            throw new IllegalArgumentException(component + " must be at least 1, but was " + count + ".");
        }
    }
}
