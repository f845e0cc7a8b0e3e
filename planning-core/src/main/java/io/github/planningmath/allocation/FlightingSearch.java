package io.github.planningmath.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The multiplier at which a {@link Flighting} spends its budget. */
final class FlightingSearch {

    private static final double STRIDE = 16;

    private final List<FlightedChannel> channels;
    private final double budget;

    /** Spends by channel and period, and the multiplier that they belong to. */
    private record At(double multiplier, List<double[]> spends, double total) {}

    FlightingSearch(List<FlightedChannel> channels, double budget) {
        this.channels = channels;
        this.budget = budget;
    }

    /**
     * What is best to spend.
     *
     * @param spends by channel, in the order of the channels: the spend of each period
     * @param multiplier what a further unit of money brings
     */
    record Split(List<double[]> spends, double multiplier) {}

    Split best() {
        At rich = at(1);
        At poor = rich;
        while (rich.total < budget) {
            rich = at(rich.multiplier / STRIDE);
        }
        while (poor.total > budget) {
            poor = at(poor.multiplier * STRIDE);
        }
        double middle = between(rich, poor);
        while (rich.multiplier < middle && middle < poor.multiplier) {
            At next = at(middle);
            if (next.total < budget) {
                poor = next;
            } else {
                rich = next;
            }
            middle = between(rich, poor);
        }
        return new Split(mixed(rich, poor), rich.multiplier);
    }

    private static double between(At rich, At poor) {
        return rich.multiplier * Math.sqrt(poor.multiplier / rich.multiplier);
    }

    private At at(double multiplier) {
        List<double[]> spends =
                channels.stream().map(channel -> channel.spends(multiplier)).toList();
        double total =
                spends.stream().mapToDouble(each -> Arrays.stream(each).sum()).sum();
        return new At(multiplier, spends, total);
    }

    /** Between the spends of two multipliers that are next to each other, what makes the budget. */
    private List<double[]> mixed(At rich, At poor) {
        double share = rich.total > poor.total ? (budget - poor.total) / (rich.total - poor.total) : 1;
        List<double[]> mixed = new ArrayList<>();
        for (int channel = 0; channel < channels.size(); channel++) {
            double[] most = rich.spends.get(channel);
            double[] least = poor.spends.get(channel);
            double[] spends = new double[most.length];
            for (int period = 0; period < spends.length; period++) {
                spends[period] = Math.max(0, least[period] + share * (most[period] - least[period]));
            }
            mixed.add(spends);
        }
        return mixed;
    }
}
