package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A cell that the caller fixes; the planner solves the rest around it or names the conflict. */
@PinJson
public sealed interface Pin {

    /**
     * The month whose cell is fixed.
     *
     * @return a month of the horizon
     */
    YearMonth month();

    /**
     * New deals of a product in a month.
     *
     * @param product the product's name
     * @param month the month in which the deals are made
     * @param count exactly how many
     */
    record Deals(String product, YearMonth month, Long count) implements Pin, DocumentPart {

        public Deals {
            Required.name(product, "Pin.Deals.product");
            Required.present(month, "Pin.Deals.month");
            Required.count(count, "Pin.Deals.count");
        }

        @Override
        public String toString() {
            return count + " deals of " + product + " in " + month;
        }
    }

    /**
     * Leads that a channel brings in a month, of one product or of all. Those of all products are split over the products
     * that the channel feeds by {@code share of the product in new deals * share of the channel in its tier}, Webster; those of one product may be of a
     * product without a share in new deals.
     *
     * @param channel the channel's name
     * @param product the product's name, or absent for all that the channel feeds
     * @param month the month in which the leads arise
     * @param count exactly how many
     */
    record Leads(String channel, @Nullable String product, YearMonth month, Long count) implements Pin, DocumentPart {

        public Leads {
            Required.name(channel, "Pin.Leads.channel");
            Required.present(month, "Pin.Leads.month");
            Required.count(count, "Pin.Leads.count");
            Required.nameIfGiven(product, "Pin.Leads.product");
        }

        @Override
        public String toString() {
            return count + " leads from " + channel + (product == null ? "" : " for " + product) + " in " + month;
        }
    }
}
