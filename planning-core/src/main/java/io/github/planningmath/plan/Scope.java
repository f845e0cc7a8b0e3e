package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.sales.SalesTier;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a norm stands over: a month or several, a product, a channel and a tier, any of them open, and of stage entries a stage. An open month is
 * the whole horizon (for a stock: its end).
 *
 * @param month the month, or the first of several; absent for the whole horizon
 * @param through the last of several months, after the first; absent for one month, and for the whole horizon
 * @param product the product's name, or absent for all
 * @param channel the channel's name, or absent for all
 * @param tier the tier, or absent for all
 * @param stage the name of a stage between lead and deal, for {@link Kpi#STAGE_ENTRIES}; absent for all else
 */
public record Scope(
        @Nullable YearMonth month,
        @Nullable YearMonth through,
        @Nullable String product,
        @Nullable String channel,
        @Nullable SalesTier tier,
        @Nullable String stage) {

    private static final Scope ALL = new Scope(null, null, null, null, null, null);
    private static final int QUARTER = 3;

    private static final Set<Kpi> BY_CHANNEL = Collections.unmodifiableSet(EnumSet.of(
            Kpi.TRAFFIC,
            Kpi.CONTACTS,
            Kpi.LEADS,
            Kpi.OPEN_LEADS,
            Kpi.TRAFFIC_COST,
            Kpi.SITE_CONVERSION,
            Kpi.WARM_UP_RATE,
            Kpi.MANAGER_CONVERSION));

    public Scope {
        if (through != null && (month == null || !through.isAfter(month))) {
            throw new IllegalArgumentException("Scope.through must be after the first month, "
                    + (month == null ? "which must be given" : month) + ", but was " + through + ".");
        }
    }

    /**
     * What no stage is named of.
     *
     * @param month the month, or the first of several; absent for the whole horizon
     * @param through the last of several months, after the first; absent for one month, and for the whole horizon
     * @param product the product's name, or absent for all
     * @param channel the channel's name, or absent for all
     * @param tier the tier, or absent for all
     */
    public Scope(
            @Nullable YearMonth month,
            @Nullable YearMonth through,
            @Nullable String product,
            @Nullable String channel,
            @Nullable SalesTier tier) {
        this(month, through, product, channel, tier, null);
    }

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
     * Three months of the plan.
     *
     * @param first the first of them
     * @return the scope of the quarter
     */
    public static Scope quarter(YearMonth first) {
        return months(first, Required.present(first, "Scope.month").plusMonths(QUARTER - 1L));
    }

    /**
     * Several months of the plan.
     *
     * @param first the first month
     * @param last the last month, not before the first
     * @return the scope of these months
     * @throws IllegalArgumentException if the last month is before the first
     */
    public static Scope months(YearMonth first, YearMonth last) {
        Scope one = month(first);
        return Required.present(last, "Scope.through").equals(first) ? one : new Scope(first, last, null, null, null);
    }

    /**
     * This scope in one month.
     *
     * @param month the month
     * @return the narrower scope
     */
    public Scope in(YearMonth month) {
        return new Scope(Required.present(month, "Scope.month"), null, product, channel, tier, stage);
    }

    /**
     * This scope for one product.
     *
     * @param product the product's name
     * @return the narrower scope
     */
    public Scope product(String product) {
        return new Scope(month, through, Required.name(product, "Scope.product"), channel, tier, stage);
    }

    /**
     * This scope for one channel.
     *
     * @param channel the channel's name
     * @return the narrower scope
     */
    public Scope channel(String channel) {
        return new Scope(month, through, product, Required.name(channel, "Scope.channel"), tier, stage);
    }

    /**
     * This scope for one tier.
     *
     * @param tier the tier
     * @return the narrower scope
     */
    public Scope tier(SalesTier tier) {
        return new Scope(month, through, product, channel, Required.present(tier, "Scope.tier"), stage);
    }

    /**
     * This scope at one stage between lead and deal.
     *
     * @param stage the stage's name
     * @return the narrower scope, of {@link Kpi#STAGE_ENTRIES}
     */
    public Scope stage(String stage) {
        return new Scope(month, through, product, channel, tier, Required.name(stage, "Scope.stage"));
    }

    /** Whether a key figure means anything over this: repeat deals have no channel, fixed costs have no product. */
    boolean isOf(Kpi kpi) {
        if ((kpi == Kpi.STAGE_ENTRIES) != (stage != null)) {
            return false;
        }
        return kpi == Kpi.PROFIT
                ? product == null && channel == null && tier == null
                : channel == null || BY_CHANNEL.contains(kpi);
    }

    /** The months as a text has them. */
    String period() {
        return through == null ? String.valueOf(month) : month + " to " + through;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (month != null) {
            parts.add(period());
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
        if (stage != null) {
            parts.add(stage);
        }
        return parts.isEmpty() ? "whole plan" : String.join(" · ", parts);
    }
}
