package io.github.planningmath.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    Flighting best(List<String> names, Set<String> order) {
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
        return flighting(names, order, rich.multiplier, mixed(rich, poor));
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

    private Flighting flighting(List<String> names, Set<String> order, double multiplier, List<double[]> spends) {
        Map<String, List<Double>> byName = new LinkedHashMap<>();
        order.forEach(name -> byName.put(
                name, Arrays.stream(spends.get(names.indexOf(name))).boxed().toList()));
        double outcome = 0;
        double residual = 0;
        for (int channel = 0; channel < channels.size(); channel++) {
            outcome += channels.get(channel).outcome(spends.get(channel));
            residual = Math.max(residual, channels.get(channel).residual(spends.get(channel), multiplier));
        }
        return new Flighting(byName, outcome, multiplier, residual);
    }
}
