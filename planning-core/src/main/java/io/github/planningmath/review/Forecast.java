package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import org.jspecify.annotations.Nullable;

/**
 * Where the plan's end will find a KPI, if what is left goes as what is past. Statistics.
 *
 * @param kpi which KPI
 * @param planned what the whole plan is to reach
 * @param runRate {@code fact so far / months known so far * months of the plan}: every month alike; a month counts as far as
 *     it is known. Null where nothing is known
 * @param bySeason {@code fact so far / planned so far * planned}, of both what is known: as the plan itself spreads over its
 *     months, with its season and its sales cycles; null where nothing is known, or nothing was planned so far
 */
public record Forecast(
        Kpi kpi,
        double planned,
        @Nullable Double runRate,
        @Nullable Double bySeason) {

    public Forecast {
        Required.present(kpi, "Forecast.kpi");
    }
}
