package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * New deals of a product in a month. Those of a month's leads are made over the months of the sales cycle, so in one month
 * others are ordered than are made.
 *
 * @param month the month
 * @param product the product's name
 * @param ordered deals that leads of the month are brought for, rounded up on the sum since the plan began; absent where the
 *     traffic was given
 * @param made new deals made in the month
 * @param toCome deals that are still to come at its end: of all leads brought by then and of the open pipeline, rounded down
 */
public record OrderedDeals(
        YearMonth month, String product, @Nullable Long ordered, Long made, Long toCome) {

    public OrderedDeals {
        Required.present(month, "OrderedDeals.month");
        Required.name(product, "OrderedDeals.product");
        if (ordered != null) {
            Required.count(ordered, "OrderedDeals.ordered");
        }
        Required.count(made, "OrderedDeals.made");
        Required.count(toCome, "OrderedDeals.toCome");
    }
}
