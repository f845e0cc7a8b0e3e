package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import java.util.Arrays;
import java.util.List;

/**
 * The deals that a lead brings by the month that brings it, where that is not the same in every month: each deal is made at the
 * conversion of its own month.
 *
 * <p>Months are counted from the plan's first, and those of deals go on after the horizon as long as its leads bring any.
 */
final class LeadYields {

    private final int cycle;

    /** By month of the deals and channel. */
    private final Rate[][] rates;

    /** By month of the leads: the way to leads, and what each is worth. */
    private final Funnel[] funnels;

    /**
     * Of processes by month of the deals.
     *
     * @param funnel the way to leads, at the conversions of the first month
     * @param processes by month, to the last in which a lead of the plan makes deals
     * @param months how many months the plan has
     */
    LeadYields(Funnel funnel, List<SalesProcess> processes, int months) {
        cycle = processes.size() - months;
        rates = processes.stream()
                .map(process ->
                        funnel.channels().stream().map(process::conversion).toArray(Rate[]::new))
                .toArray(Rate[][]::new);
        funnels = new Funnel[months];
        for (int month = 0; month < months; month++) {
            Funnel before = month == 0 ? funnel : funnels[month - 1];
            funnels[month] = before.withWorth(worths(month));
        }
    }

    private Fraction[] worths(int brought) {
        return Arrays.stream(rates[brought + cycle])
                .map(rate -> LeftOver.fraction(rate.toRatio()))
                .toArray(Fraction[]::new);
    }

    /** The way to leads of a month, and what each of them is worth. */
    Funnel funnel(int month) {
        return funnels[month];
    }

    /** The conversion of a channel's leads in a month of their deals; after the last, that of the last. */
    Rate rate(int channel, int month) {
        return rates[Math.min(month, rates.length - 1)][channel];
    }

    /** Whether the conversions of a month are those of the month before it. */
    boolean isAsBefore(int month) {
        return month > 0 && (month >= rates.length || Arrays.equals(rates[month], rates[month - 1]));
    }

    /** The most that a lead over a channel is worth in any month, as a statistic. */
    double greatestWorth(int channel) {
        return Arrays.stream(funnels)
                .mapToDouble(funnel -> funnel.worthOf(channel))
                .max()
                .orElseThrow();
    }

    /** The least that a lead is worth on average over the channel mix in any month, as a statistic. */
    double leastMeanWorth() {
        return Arrays.stream(funnels).mapToDouble(Funnel::meanConversion).min().orElseThrow();
    }

    /** The most by which what a lead over a channel is worth differs from the mean of the mix, as a statistic. */
    double worthOff(int channel) {
        return Arrays.stream(funnels)
                .mapToDouble(funnel -> Math.abs(funnel.worthOf(channel) - funnel.meanConversion()))
                .max()
                .orElseThrow();
    }
}
