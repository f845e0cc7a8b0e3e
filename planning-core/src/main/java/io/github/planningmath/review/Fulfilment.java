package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Scope;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a norm is met: {@code fact / plan}, like for like: of both, only what the fact is known of.
 *
 * @param kpi which KPI
 * @param scope over what; an open month stands for all months of the review
 * @param planned what was planned, of that which the fact is known of; null where there is nothing of either
 * @param fact what happened; null where nothing is known
 * @param unknown in how many cells something was planned and the fact is not known
 */
public record Fulfilment(
        Kpi kpi,
        Scope scope,
        @Nullable Double planned,
        @Nullable Double fact,
        Long unknown) {

    public Fulfilment {
        Required.present(kpi, "Fulfilment.kpi");
        Required.present(scope, "Fulfilment.scope");
        Required.count(unknown, "Fulfilment.unknown");
    }

    /**
     * Returns the share of the norm that was met.
     *
     * @return {@code fact / planned}, a statistic; above 1 where more was done; null where nothing is known, or nothing
     *     above 0 was planned
     */
    public @Nullable Double share() {
        return planned == null || fact == null || !(planned > 0) ? null : fact / planned;
    }

    /**
     * Returns whether the norm was met: at least as much as planned, or, of a cost, at most as much.
     *
     * @return null where nothing is known, or nothing was planned and nothing done
     */
    public @Nullable Boolean met() {
        if (planned == null || fact == null || (planned == 0 && fact == 0)) {
            return null;
        }
        boolean isCost = kpi == Kpi.TRAFFIC_COST || kpi == Kpi.VARIABLE_COST;
        return isCost ? fact <= planned : fact >= planned;
    }

    @Override
    public String toString() {
        Double share = share();
        return kpi.label() + " · " + scope + ": " + (share == null ? "none" : percent(share));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
