package io.github.planningmath.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Shapley effects of independent units on a result that is linear in each. With {@code f(m + t (x - m))} on the line from the means to
 * a draw, the effect of a unit is the covariance of f with its part of the way, averaged over t: interactions of n units are weighted
 * with the mean of {@code t^(n - 1)}, which is {@code 1 / n}. So the effects of any number of units cost a few values of f each, and add
 * up to its variance by construction.
 */
final class ShapleyEffects {

    /** Nodes and weights of Gauss and Legendre on 0 to 1: exact for interactions of up to eight. */
    private static final double[] NODES = {
        0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970263
    };

    private static final double[] WEIGHTS = {
        0.17392742256872692, 0.32607257743127305, 0.32607257743127305, 0.17392742256872692
    };

    /** How far to both sides a slope is taken: a result that is linear in each does not mind. */
    private static final double STEP = 1.0 / 64;

    /**
     * The effects of one unit.
     *
     * @param shapley its part of the variance
     * @param first the variance of what it does alone
     * @param total the variance that it has a part in
     */
    record Effect(double shapley, double first, double total) {}

    private final ToDoubleFunction<double[]> result;
    private final double[] means;
    private final double[][] draws;

    ShapleyEffects(ToDoubleFunction<double[]> result, double[] means, double[][] draws) {
        this.result = result;
        this.means = means;
        this.draws = draws;
    }

    /** The effects of units, each of one or several places of a draw. */
    List<Effect> of(List<int[]> units) {
        double[] values = new double[draws.length];
        for (int i = 0; i < draws.length; i++) {
            values[i] = result.applyAsDouble(draws[i]);
        }
        double mean = mean(values);
        double variance = variance(values);
        List<Effect> effects = new ArrayList<>();
        double[] point = new double[means.length];
        for (int[] unit : units) {
            double shapley = 0;
            double[] alone = new double[draws.length];
            double[] without = new double[draws.length];
            for (int i = 0; i < draws.length; i++) {
                double part = 0;
                for (int node = 0; node < NODES.length; node++) {
                    part += WEIGHTS[node] * slope(draws[i], unit, NODES[node], point);
                }
                shapley += (values[i] - mean) * part / draws.length;
                System.arraycopy(means, 0, point, 0, point.length);
                set(point, unit, draws[i], 1);
                alone[i] = result.applyAsDouble(point);
                System.arraycopy(draws[i], 0, point, 0, point.length);
                set(point, unit, draws[i], 0);
                without[i] = result.applyAsDouble(point);
            }
            effects.add(new Effect(shapley, variance(alone), variance - variance(without)));
        }
        return effects;
    }

    /** By how much the result moves with a unit's way from its mean to the draw, at a place on the line between them. */
    private double slope(double[] draw, int[] unit, double t, double[] point) {
        for (int j = 0; j < point.length; j++) {
            point[j] = means[j] + t * (draw[j] - means[j]);
        }
        set(point, unit, draw, t + STEP);
        double above = result.applyAsDouble(point);
        set(point, unit, draw, t - STEP);
        return (above - result.applyAsDouble(point)) / (2 * STEP);
    }

    private void set(double[] point, int[] unit, double[] draw, double t) {
        for (int place : unit) {
            point[place] = means[place] + t * (draw[place] - means[place]);
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
