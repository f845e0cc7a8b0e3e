package io.github.planningmath.resource;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.NormValue;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A resource that does not even suffice for what is bound to happen: the open pipeline, the customers there are, what is
 * pinned or due.
 *
 * @param resource which
 * @param month the month in which it does not suffice; absent for the budget of all months together
 * @param needed how much would be needed, above what is available
 * @param available how much there is
 */
public record Shortage(Resource resource, @Nullable YearMonth month, NormValue needed, NormValue available) {

    public Shortage {
        Required.present(resource, "Shortage.resource");
        Required.present(needed, "Shortage.needed");
        Required.present(available, "Shortage.available");
        if (Quantities.difference(needed, available).numerator().signum() <= 0) {
            throw new IllegalArgumentException(
                    "Shortage.needed must be above the " + available + " available, but was " + needed + ".");
        }
    }

    @Override
    public String toString() {
        return resource + (month == null || resource instanceof Resource.Budget ? "" : " in " + month) + ": " + needed
                + " would be needed, but there are " + available;
    }
}
