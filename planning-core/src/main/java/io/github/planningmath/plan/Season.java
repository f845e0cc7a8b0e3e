package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Ratio;
import java.time.Month;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How new deals spread over the months: an index for each calendar month. Indices are relative; published ones often do
 * not add up to the number of months, so they are normalised over the plan's horizon and never used raw. Where the indices
 * are 0 in every month of a horizon, no new deals are asked for in it: what is sold is the open pipeline.
 *
 * @param indices an index of at least 0 for each of the twelve months
 */
public record Season(Map<Month, Ratio> indices) {

    public Season {
        Required.present(indices, "Season.indices");
        Map<Month, Ratio> copy = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            Ratio index = indices.get(month);
            if (index == null) {
                throw new IllegalArgumentException("Season.indices must give all twelve months, but " + month
                        + " was missing. Perhaps 0% was meant: nothing is sold in that month.");
            }
            copy.put(month, index);
        }
        indices = Collections.unmodifiableMap(copy);
    }

    /**
     * Every month alike.
     *
     * @return indices of 1
     */
    public static Season even() {
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            indices.put(month, Ratio.ONE);
        }
        return new Season(indices);
    }

    /** Whether anything is sold in a month of the horizon. */
    boolean sellsIn(Horizon horizon) {
        return horizon.all().stream().anyMatch(month -> index(month).numerator() > 0);
    }

    /** What a month, of the horizon or not, takes for each deal of the horizon. */
    Ratio share(Horizon horizon, YearMonth month) {
        Fraction sum = horizon.all().stream()
                .map(each -> LeftOver.fraction(index(each)))
                .reduce(Fraction.ZERO, Fraction::plus);
        return LeftOver.fraction(index(month)).dividedBy(sum).to("Season.indices", Ratio::new);
    }

    private Ratio index(YearMonth month) {
        return Objects.requireNonNull(indices.get(month.getMonth()));
    }

    /**
     * The share of new deals that each month of a horizon takes: {@code index(month) / sum of indices over the horizon}.
     *
     * @param horizon the months of the plan
     * @return the shares by month
     * @throws IllegalArgumentException if nothing is sold in any month of the horizon
     */
    public Mix<YearMonth> shares(Horizon horizon) {
        if (sellsIn(horizon)) {
            Map<YearMonth, Ratio> weights = new LinkedHashMap<>();
            horizon.all().forEach(month -> weights.put(month, index(month)));
            return Mix.ofWeights(weights);
        }
        throw new IllegalArgumentException("Season.indices must be above 0 in a month of the horizon, but were 0 from "
                + horizon.first() + " to " + horizon.last() + ".");
    }
}
