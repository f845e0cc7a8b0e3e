package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.lifetime.BassDiffusion;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Ratio;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How new deals spread over the months: an index for each. Indices are relative; published ones often do not add up to the number
 * of months, so they are normalised over the plan's horizon and never used raw. Where they are 0 in every month of a horizon, no
 * new deals are asked for in it: what is sold is the open pipeline.
 */
@SeasonJson
public sealed interface Season {

    /**
     * The index of a month.
     *
     * @param month any month
     * @return at least 0
     */
    Ratio index(YearMonth month);

    /**
     * What a month, of the horizon or after it, takes for each deal of the horizon: {@code index(month) / sum of indices over the
     * horizon}; after a launch, months beyond the horizon go on with the mean of those since the launch.
     *
     * @param horizon the months of the plan, with one in which something is sold
     * @param month the month
     * @return its share
     */
    Ratio share(Horizon horizon, YearMonth month);

    /**
     * By month of the calendar year, the same every year.
     *
     * @param indices an index of at least 0 for each of the twelve months
     */
    record OfYear(Map<Month, Ratio> indices) implements Season, DocumentPart {

        public OfYear {
            Required.present(indices, "Season.OfYear.indices");
            Map<Month, Ratio> copy = new EnumMap<>(Month.class);
            for (Month month : Month.values()) {
                Ratio index = indices.get(month);
                if (index == null) {
                    throw new IllegalArgumentException("Season.OfYear.indices must give all twelve months, but " + month
                            + " was missing. Perhaps 0% was meant: nothing is sold in that month.");
                }
                copy.put(month, index);
            }
            indices = Collections.unmodifiableMap(copy);
        }

        @Override
        public Ratio index(YearMonth month) {
            return Objects.requireNonNull(indices.get(month.getMonth()));
        }

        @Override
        public Ratio share(Horizon horizon, YearMonth month) {
            return LeftOver.fraction(index(month))
                    .dividedBy(sum(this, horizon))
                    .to("Season.OfYear.indices", Ratio::new);
        }
    }

    /**
     * Nothing before a month, then a ramp: an index for each month from the launch on. Its last index goes on in the months after
     * it; so a launch at full volume is a ramp of one.
     *
     * @param from the first month in which something is sold
     * @param ramp an index of at least 0 for each month from then on, one of them above 0
     */
    record Launch(YearMonth from, List<Ratio> ramp) implements Season, DocumentPart {

        /** As many as a horizon may have. */
        private static final int MOST_MONTHS = 600;

        public Launch {
            Required.present(from, "Season.Launch.from");
            ramp = Required.list(ramp, "Season.Launch.ramp");
            if (ramp.stream().noneMatch(index -> index.numerator() > 0)) {
                throw new IllegalArgumentException(
                        "Season.Launch.ramp must have an index above 0, but was " + ramp + ".");
            }
        }

        @Override
        public Ratio index(YearMonth month) {
            long since = from.until(month, ChronoUnit.MONTHS);
            return since < 0 ? Ratio.ZERO : ramp.get((int) Math.min(since, ramp.size() - 1L));
        }

        /** In the same month of the next year the launch is a year ago: what was 0 before it says nothing of that. */
        @Override
        public Ratio share(Horizon horizon, YearMonth month) {
            if (!month.isAfter(horizon.last())) {
                return LeftOver.fraction(index(month))
                        .dividedBy(sum(this, horizon))
                        .to("Season.Launch.ramp", Ratio::new);
            }
            YearMonth first = from.isAfter(horizon.first()) ? from : horizon.first();
            return Ratio.of(1, first.until(horizon.last(), ChronoUnit.MONTHS) + 1);
        }
    }

    private static Fraction sum(Season season, Horizon horizon) {
        return horizon.all().stream()
                .map(each -> LeftOver.fraction(season.index(each)))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /**
     * Every month alike.
     *
     * @return indices of 1
     */
    static Season even() {
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            indices.put(month, Ratio.ONE);
        }
        return new OfYear(indices);
    }

    /**
     * A launch.
     *
     * @param from the first month in which something is sold
     * @param ramp an index for each month from then on, such as "20%", "60%", "100%"; the last goes on
     * @return the season
     */
    static Season launch(YearMonth from, String... ramp) {
        return new Launch(from, Arrays.stream(ramp).map(Ratio::of).toList());
    }

    /**
     * The launch of something new that a market takes up as {@link BassDiffusion} says: in each month the share of the market that
     * buys in it, {@code F(k / 12) - F((k - 1) / 12)} for the k-th month, rounded down once to nine decimals. After the
     * last of them sales stay as they are in it.
     *
     * <p>Source: F. M. Bass, A New Product Growth for Model Consumer Durables, Management Science 15(5), 1969, 215-227,
     * doi:10.1287/mnsc.15.5.215.
     *
     * @param from the first month in which something is sold
     * @param diffusion how the market takes it up, with its coefficients by year; how large the market is does not count
     * @param months how many months of it, from 1 to 600: as far as a plan goes
     * @return the season
     * @throws IllegalArgumentException if the number of months is not accepted
     */
    static Season launch(YearMonth from, BassDiffusion diffusion, int months) {
        Required.present(diffusion, "Season.diffusion");
        Required.between(months, 1, Launch.MOST_MONTHS, "Season.months");
        List<Ratio> ramp = new ArrayList<>();
        for (int month = 1; month <= months; month++) {
            double share = diffusion.share(month / 12.0) - diffusion.share((month - 1) / 12.0);
            ramp.add(Ratio.fromDouble(share));
        }
        return new Launch(from, ramp);
    }

    /**
     * Whether anything is sold in a month of the horizon.
     *
     * @param horizon the months of a plan
     * @return whether an index of them is above 0
     */
    default boolean sellsIn(Horizon horizon) {
        return horizon.all().stream().anyMatch(month -> index(month).numerator() > 0);
    }

    /**
     * The share of new deals that each month of a horizon takes: {@code index(month) / sum of indices over the horizon}.
     *
     * @param horizon the months of the plan
     * @return the shares by month
     * @throws IllegalArgumentException if nothing is sold in any month of the horizon
     */
    default Mix<YearMonth> shares(Horizon horizon) {
        if (sellsIn(horizon)) {
            Map<YearMonth, Ratio> weights = new LinkedHashMap<>();
            horizon.all().forEach(month -> weights.put(month, index(month)));
            return Mix.ofWeights(weights);
        }
        throw new IllegalArgumentException("Season must be above 0 in a month of the horizon, but was 0 from "
                + horizon.first() + " to " + horizon.last() + ".");
    }
}
