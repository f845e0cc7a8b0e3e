package io.github.planningmath.lifetime;

import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Means over {@code p ~ Beta(a, b)} by Gauss's rule of ten points on panels of the logit of p, which is cut nowhere: the panels
 * reach as far as {@code p^a} and {@code (1 - p)^b} do, ten million times the width of the middle if need be. It shares nothing
 * with the library.
 */
final class BetaMeanOracle {

    private static final double[] NODES = {
        0.1488743389816312, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };
    private static final double[] WEIGHTS = {
        0.2955242247147529, 0.2692667193099963, 0.2190863625159820, 0.1494513491505806, 0.0666713443086881
    };

    private BetaMeanOracle() {}

    /** The purchases of a customer at rate Gamma(r, alpha) in (from, from + t]. */
    static double purchases(double r, double alpha, double a, double b, double from, double t) {
        return of(a, b, p -> {
            double before = p * from / alpha;
            double gain = p * t / (alpha * (1 + before));
            double perChance = gain * (r + 1) < 1e-9
                    ? r * t / (alpha * (1 + before)) * (1 - (r + 1) * gain / 2)
                    : (1 - Math.pow(1 + gain, -r) < 0.1
                                    ? -Math.expm1(-r * Math.log1p(gain))
                                    : 1 - Math.pow(1 + gain, -r))
                            / p;
            return perChance * Math.pow(1 + before, -r);
        });
    }

    /** Who is still active at t. */
    static double survival(double r, double alpha, double a, double b, double t) {
        return of(a, b, p -> Math.pow(1 + p * t / alpha, -r));
    }

    static double of(double a, double b, DoubleUnaryOperator function) {
        double centre = Math.log(a / b);
        double low = Math.min(centre, -40) - 30 - 80 / a;
        double high = Math.max(centre, 0) + 30 + 80 / b;
        TreeSet<Double> ends = new TreeSet<>();
        ends.add(low);
        ends.add(high);
        for (double width = 1e-3; width < high - low; width *= 1.4) {
            for (double around : new double[] {centre, 0, -40}) {
                ends.add(Math.max(low, around - width));
                ends.add(Math.min(high, around + width));
            }
        }
        // what is integrated may peak far from the middle, in less than half a unit of the logit
        for (double place = -45; place < 5; place += 0.25) {
            ends.add(Math.min(high, Math.max(low, place)));
        }
        double peak = logDensity(centre, a, b);
        double mass = 0;
        double sum = 0;
        double begin = low;
        for (double end : ends) {
            for (int node = 0; node < 2 * NODES.length; node++) {
                double sign = node % 2 == 0 ? 1 : -1;
                double v = 0.5 * ((begin + end) + sign * NODES[node / 2] * (end - begin));
                double weight = 0.5 * (end - begin) * WEIGHTS[node / 2] * Math.exp(logDensity(v, a, b) - peak);
                mass += weight;
                sum += weight == 0 ? 0 : weight * function.applyAsDouble(1 / (1 + Math.exp(-v)));
            }
            begin = end;
        }
        return sum / mass;
    }

    private static double logDensity(double v, double a, double b) {
        return -a * softPlus(-v) - b * softPlus(v);
    }

    private static double softPlus(double v) {
        return Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
    }
}
