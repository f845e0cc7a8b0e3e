package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import org.jspecify.annotations.Nullable;

/**
 * A customer's purchases in brief, and what a repeat purchase came to.
 *
 * @param customer who: one line of text without blanks at its ends
 * @param history how often, when last, and for how long observed
 * @param averageSpend the mean amount of a repeat purchase, above 0; absent exactly where there is none. The first purchase is
 *     not in it, as it is in no frequency
 */
public record CustomerHistory(
        String customer, PurchaseHistory history, @Nullable Double averageSpend) {

    public CustomerHistory {
        Required.name(customer, "CustomerHistory.customer");
        Required.present(history, "CustomerHistory.history");
        if (averageSpend != null) {
            Doubles.positive(averageSpend, "CustomerHistory.averageSpend");
        }
        if ((averageSpend != null) != (history.frequency() > 0)) {
            throw new IllegalArgumentException(
                    "CustomerHistory.averageSpend must be given exactly where there is a repeat purchase, but was "
                            + averageSpend + " at frequency " + history.frequency()
                            + ". Perhaps the first purchase was counted.");
        }
    }
}
