package io.github.planningmath.internal;

import java.util.function.DoubleBinaryOperator;

/**
 * Integrals from 0 to 1 by the double exponential (tanh-sinh) rule, which does not mind a singularity at an end, nor a scale
 * of many decades towards it.
 *
 * <p>Source: H. Takahasi, M. Mori, Double exponential formulas for numerical integration, Publications of the Research
 * Institute for Mathematical Sciences 9(3), 1974, 721-741, doi:10.2977/prims/1195192451.
 */
public final class UnitIntegral {

    /** Beyond these, the ends are nearer than any double. */
    private static final double WIDEST = 6.1;

    private static final double COARSEST = 0.5;
    private static final int MOST_HALVINGS = 9;
    private static final double ACCURACY = 1e-14;
    private static final double MEAN_ACCURACY = 1e-13;

    private UnitIntegral() {}

    /**
     * The integral of a function from 0 to 1.
     *
     * <p>The step is halved until two results agree to a relative 1e-14, at most nine times; for the analytic functions it is
     * for, the last result is then right to about that.
     *
     * @param integrand called with a place between 0 and 1 and with 1 less the place, which is exact near 1 too
     * @return the integral
     */
    public static double of(DoubleBinaryOperator integrand) {
        double step = COARSEST;
        double sum = at(integrand, 0);
        for (double t = step; t <= WIDEST; t += step) {
            sum += at(integrand, t) + at(integrand, -t);
        }
        double integral = step * sum;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            step /= 2;
            for (double t = step; t <= WIDEST; t += 2 * step) {
                sum += at(integrand, t) + at(integrand, -t);
            }
            double finer = step * sum;
            if (Math.abs(finer - integral) <= ACCURACY * Math.abs(finer)) {
                return finer;
            }
            integral = finer;
        }
        return integral;
    }

    /** Two functions at once, of which the second is a weight. */
    @FunctionalInterface
    public interface Weighted {

        /**
         * Computes both at a place.
         *
         * @param place between 0 and 1
         * @param rest 1 less the place, exact near 1 too
         * @param into filled with the weighted function and with the weight
         */
        void at(double place, double rest, double[] into);
    }

    /**
     * The integral of a weighted function over that of the weight, both at the same places.
     *
     * <p>The step is halved until two quotients agree to a relative 1e-13, at most nine times: what both integrals have in common,
     * such as a factor that is not known well, cannot keep it from ending.
     *
     * @param integrand the weighted function and the weight
     * @return the mean
     */
    public static double mean(Weighted integrand) {
        double[] values = new double[2];
        double[] sums = new double[2];
        double step = COARSEST;
        add(integrand, 0, values, sums);
        for (double t = step; t <= WIDEST; t += step) {
            add(integrand, t, values, sums);
            add(integrand, -t, values, sums);
        }
        double mean = sums[0] / sums[1];
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            step /= 2;
            for (double t = step; t <= WIDEST; t += 2 * step) {
                add(integrand, t, values, sums);
                add(integrand, -t, values, sums);
            }
            double finer = sums[0] / sums[1];
            if (Math.abs(finer - mean) <= MEAN_ACCURACY * Math.abs(finer)) {
                return finer;
            }
            mean = finer;
        }
        return mean;
    }

    private static void add(Weighted integrand, double t, double[] values, double[] sums) {
        double nearer = nearer(t);
        double small = nearer / (1 + nearer);
        double large = 1 / (1 + nearer);
        double density = density(t, small, large);
        if (density > 0) {
            integrand.at(t < 0 ? small : large, t < 0 ? large : small, values);
            sums[0] += density * values[0];
            sums[1] += density * values[1];
        }
    }

    /** The integrand at {@code x = 1 / (1 + exp(-pi sinh t))}, times dx/dt. */
    private static double at(DoubleBinaryOperator integrand, double t) {
        double nearer = nearer(t);
        double small = nearer / (1 + nearer);
        double large = 1 / (1 + nearer);
        double density = density(t, small, large);
        if (density == 0) {
            return 0;
        }
        double value = t < 0 ? integrand.applyAsDouble(small, large) : integrand.applyAsDouble(large, small);
        return density * value;
    }

    private static double nearer(double t) {
        return Math.exp(-Math.PI * Math.sinh(Math.abs(t)));
    }

    private static double density(double t, double small, double large) {
        return Math.PI * Math.cosh(t) * small * large;
    }
}
