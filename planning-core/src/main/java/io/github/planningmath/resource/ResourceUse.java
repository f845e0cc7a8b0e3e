package io.github.planningmath.resource;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.NormValue;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a resource there is, what the goal takes of it, and what the best plan that fits takes.
 *
 * <p>A budget is in money; managers are in months of one at full productivity, summed over the plan; visits are summed over
 * the months, of which each has its ceiling.
 *
 * @param resource which
 * @param available how much there is
 * @param needed how much the plan for the goal takes; absent where there is no such plan
 * @param used how much the best plan that fits takes, at most what is available
 * @param fullIn the months in which it keeps a better plan from being made; empty for the budget of all months together, and
 *     where it is no hindrance. A channel's months are those in which it brings no more although the mix asks for more
 * @param binds whether the next number of deals that comes to more takes more of it than there is
 * @param price what more of it is worth
 */
public record ResourceUse(
        Resource resource,
        NormValue available,
        @Nullable NormValue needed,
        NormValue used,
        List<YearMonth> fullIn,
        Boolean binds,
        ShadowPrice price) {

    public ResourceUse {
        Required.present(resource, "ResourceUse.resource");
        Required.present(available, "ResourceUse.available");
        Required.present(used, "ResourceUse.used");
        fullIn = Required.list(fullIn, "ResourceUse.fullIn");
        Required.present(binds, "ResourceUse.binds");
        Required.present(price, "ResourceUse.price");
    }

    /**
     * What is left over.
     *
     * @return {@code available - used}, of the same kind
     */
    public NormValue room() {
        return Quantities.difference(available, used);
    }

    /**
     * What the goal takes beyond what there is.
     *
     * @return {@code needed - available}, below 0 where there is more; null where there is no plan for the goal
     */
    public @Nullable NormValue missing() {
        return needed == null ? null : Quantities.difference(needed, available);
    }
}
