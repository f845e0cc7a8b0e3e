package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.sales.SalesTier;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a norm stands over: a month, a product, a channel and a tier, any of them open. An open month is the whole
 * horizon (for a stock: its end).
 *
 * @param month the month, or absent for the whole horizon
 * @param product the product's name, or absent for all
 * @param channel the channel's name, or absent for all
 * @param tier the tier, or absent for all
 */
public record Scope(
        @Nullable YearMonth month,
        @Nullable String product,
        @Nullable String channel,
        @Nullable SalesTier tier) {

    private static final Scope ALL = new Scope(null, null, null, null);

    /**
     * The whole plan.
     *
     * @return the scope with everything open
     */
    public static Scope all() {
        return ALL;
    }

    /**
     * One month of the plan.
     *
     * @param month the month
     * @return the scope of that month
     */
    public static Scope month(YearMonth month) {
        return ALL.in(month);
    }

    /**
     * This scope in one month.
     *
     * @param month the month
     * @return the narrower scope
     */
    public Scope in(YearMonth month) {
        return new Scope(Required.present(month, "Scope.month"), product, channel, tier);
    }

    /**
     * This scope for one product.
     *
     * @param product the product's name
     * @return the narrower scope
     */
    public Scope product(String product) {
        return new Scope(month, Required.name(product, "Scope.product"), channel, tier);
    }

    /**
     * This scope for one channel.
     *
     * @param channel the channel's name
     * @return the narrower scope
     */
    public Scope channel(String channel) {
        return new Scope(month, product, Required.name(channel, "Scope.channel"), tier);
    }

    /**
     * This scope for one tier.
     *
     * @param tier the tier
     * @return the narrower scope
     */
    public Scope tier(SalesTier tier) {
        return new Scope(month, product, channel, Required.present(tier, "Scope.tier"));
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (month != null) {
            parts.add(month.toString());
        }
        if (product != null) {
            parts.add(product);
        }
        if (channel != null) {
            parts.add(channel);
        }
        if (tier != null) {
            parts.add(tier.name().toLowerCase(Locale.ROOT));
        }
        return parts.isEmpty() ? "whole plan" : String.join(" · ", parts);
    }
}
