package io.github.planningmath.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code outcome = baseline + amplitude * value(stock, shape)} over points. What is searched for is the shape, and the
 * carry-over behind it where that is to be fitted; amplitude and baseline follow in closed form.
 */
final class FitModel {

    private static final int[] STARTS_BY_DIMENSION = {1, 61, 25, 13};

    final FitPoints points;
    final CurveShape shape;
    final CarryOver carryOver;
    final boolean hasBaseline;
    final double[] least;
    final double[] most;

    FitModel(FitPoints points, CurveShape shape, CarryOver carryOver, boolean hasBaseline) {
        this.points = points;
        this.shape = shape;
        this.carryOver = carryOver;
        this.hasBaseline = hasBaseline;
        double leastSpend = points.leastSpendAboveZero();
        least = withCarryOver(shape.least(leastSpend), 0);
        most = withCarryOver(shape.most(), CarryOver.MOST);
    }

    private double[] withCarryOver(double[] bounds, double bound) {
        if (!carryOver.fitted()) {
            return bounds;
        }
        double[] longer = Arrays.copyOf(bounds, bounds.length + 1);
        longer[bounds.length] = bound;
        return longer;
    }

    /** How many are searched for. */
    int searched() {
        return least.length;
    }

    /** How many are estimated in all. */
    int parameters() {
        return 1 + searched() + (hasBaseline ? 1 : 0);
    }

    double share(double[] point) {
        return carryOver.fitted() ? point[point.length - 1] : carryOver.given();
    }

    double[] shapeOf(double[] point) {
        return Arrays.copyOf(point, point.length - (carryOver.fitted() ? 1 : 0));
    }

    /** The curve at each of the points, for an amplitude of 1. */
    double[] values(double[] point) {
        double[] form = shapeOf(point);
        double[] values = CarryOver.stocks(points.spends, share(point));
        for (int i = 0; i < values.length; i++) {
            values[i] = shape.value(values[i], form);
        }
        return values;
    }

    /** The derivatives of the values by what is searched for, one column each. */
    double[][] derivatives(double[] point) {
        double[] form = shapeOf(point);
        double[] stocks = CarryOver.stocks(points.spends, share(point));
        double[][] columns = new double[point.length][stocks.length];
        for (int i = 0; i < stocks.length; i++) {
            for (int parameter = 0; parameter < form.length; parameter++) {
                columns[parameter][i] = shape.derivative(stocks[i], form, parameter);
            }
        }
        if (carryOver.fitted()) {
            double[] byShare = CarryOver.byShare(stocks, share(point));
            for (int i = 0; i < stocks.length; i++) {
                columns[form.length][i] = byShare[i] == 0 ? 0 : byShare[i] * shape.slope(stocks[i], form);
            }
        }
        return columns;
    }

    /** Where searches begin: a grid over all that is admitted; where derivatives jump, also at the spends and between them. */
    List<double[]> starts() {
        int count = STARTS_BY_DIMENSION[Math.min(searched(), STARTS_BY_DIMENSION.length - 1)];
        List<double[]> starts = List.of(new double[searched()]);
        for (int parameter = 0; parameter < searched(); parameter++) {
            starts = spreadOver(starts, parameter, count);
        }
        if (shape.hasKink()) {
            starts = new ArrayList<>(starts);
            addKinks(starts);
        }
        return starts;
    }

    private List<double[]> spreadOver(List<double[]> starts, int parameter, int count) {
        List<double[]> spread = new ArrayList<>();
        for (double[] start : starts) {
            for (int step = 0; step < count; step++) {
                double[] copy = start.clone();
                copy[parameter] = least[parameter] + (most[parameter] - least[parameter]) * (step + 0.5) / count;
                spread.add(copy);
            }
        }
        return spread;
    }

    private void addKinks(List<double[]> starts) {
        double[] spends = Arrays.stream(points.spends)
                .filter(spend -> spend > 0)
                .sorted()
                .distinct()
                .toArray();
        for (int i = 0; i < spends.length; i++) {
            starts.add(kink(spends[i]));
            if (i > 0) {
                starts.add(kink((spends[i - 1] + spends[i]) / 2));
            }
        }
    }

    private double[] kink(double spend) {
        double[] start = new double[searched()];
        start[0] = Math.log(spend);
        return start;
    }
}
