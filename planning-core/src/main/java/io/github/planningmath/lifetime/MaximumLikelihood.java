package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Matrices;
import io.github.planningmath.internal.Objective;
import io.github.planningmath.internal.Optimum;
import io.github.planningmath.internal.QuasiNewton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Maximum likelihood for models with a few positive parameters: searches from several starts on the logarithms of the
 * parameters, then Newton's steps with the Hessian, whose inverse is the covariance.
 *
 * <p>The Hessian is the central difference of the analytic gradient, with a relative error of about 1e-8.
 *
 * @param names of the parameters
 * @param samples the log-likelihood of growing parts of the data, by the logarithms of the parameters: each gives the next a
 *     start; the last is of all the data
 * @param scale of each parameter; starts and bounds are in units of it, so the units of the data do not matter
 * @param starts where searches begin, in units of the scale
 * @param ridge what is subtracted for each parameter: ridge times the square of its logarithm in units of the scale
 * @param model of the parameters
 * @param fittedOn the data
 * @param <M> the model's type
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MaximumLikelihood<M>(
        List<String> names,
        List<Sample> samples,
        double[] scale,
        List<double[]> starts,
        double ridge,
        Function<double[], M> model,
        Fitted.FittedOn fittedOn) {

    /** The expected gain in log-likelihood that a search leaves behind: parameters within 1e-7 of a standard error. */
    private static final double SEARCH_TOLERANCE = 1e-14;

    private static final double FINAL_TOLERANCE = 1e-18;
    private static final double LONGEST_STEP = 2;
    private static final int MOST_ITERATIONS = 500;
    private static final int MOST_NEWTON_STEPS = 6;
    private static final double HESSIAN_STEP = 3e-5;

    /** Parameters of data that identify them lie within a factor of this of their scale. */
    private static final double BOUND = 1e7;

    /**
     * Where parameters may grow by a factor of e and the log-likelihood gains less than this, the data say nothing about them.
     * Logarithms of parameters do not know the unit of time, so neither does the verdict.
     */
    private static final double FLAT_SLOPE = 0.01;

    /** The logarithm of how far from its scale a parameter is taken back from a ridge: a factor of 100. */
    private static final double RIDGE_BEGIN = Math.log(100);

    /** Times or parts of its scale from which on a parameter is far out. */
    private static final double FAR_OUT = Math.log(1_000_000);

    /** From here on a search that does not settle has met a ridge. */
    private static final double ON_THE_WAY_OUT = Math.log(100_000);

    /** What is known far out is known to a factor of twenty at least. */
    private static final double GREATEST_LOG_ERROR_FAR_OUT = 3;

    /** The same of a point where the search settled: one standard error is a factor of e to the power of this. */
    private static final double GREATEST_LOG_ERROR = 30;

    private static final QuasiNewton SEARCH =
            new QuasiNewton(SEARCH_TOLERANCE, LONGEST_STEP, MOST_ITERATIONS).endingOnRidges(FLAT_SLOPE);

    /**
     * Part of the data.
     *
     * @param likelihood its log-likelihood
     * @param share its part of all the data, at most 1
     */
    record Sample(Objective likelihood, double share) {}

    Fit<M> fit() {
        Optimum optimum = search();
        if (optimum.flat() || !isInside(optimum.point())) {
            return boundary(optimum);
        }
        return polished(optimum);
    }

    private Optimum search() {
        Sample first = samples.get(0);
        Optimum found = best(penalised(first));
        for (int i = 1; i < samples.size(); i++) {
            found = refined(found, samples.get(i - 1).share(), samples.get(i));
        }
        return found;
    }

    /** The optimum of a sample, from that of a smaller one where that is a good start, else from all starts. */
    private Optimum refined(Optimum smaller, double smallerShare, Sample sample) {
        if (isSound(smaller)) {
            double[][] curvature = scaled(smaller.curvature(), smallerShare / sample.share());
            Optimum found = SEARCH.maximum(penalised(sample), smaller.point(), curvature);
            if (isSound(found)) {
                return found;
            }
        }
        if (smaller.flat()) {
            Optimum found = SEARCH.maximum(penalised(sample), drawnBack(smaller.point()));
            if (found.flat() || isSound(found)) {
                return found;
            }
        }
        return best(penalised(sample));
    }

    /** Where the ridge of a sample begins, so that more data can lead away from it. */
    private double[] drawnBack(double[] point) {
        double[] nearer = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double origin = Math.log(scale[i]);
            nearer[i] = origin + Math.max(-RIDGE_BEGIN, Math.min(RIDGE_BEGIN, point[i] - origin));
        }
        return nearer;
    }

    private boolean isSound(Optimum optimum) {
        return optimum.converged() && isInside(optimum.point());
    }

    private Optimum best(Objective objective) {
        Optimum best = null;
        for (double[] start : starts) {
            Optimum found = SEARCH.maximum(objective, logarithms(start));
            if (best == null || isBetter(found, best)) {
                best = found;
            }
        }
        if (best == null) {
            throw new IllegalStateException("A fit needs at least one start.");
        }
        return best;
    }

    private static boolean isBetter(Optimum found, Optimum best) {
        // Equal within rounding: the first to converge stays, so that the order of starts decides and nothing else.
        double noise = 1e-12 * Math.abs(best.value());
        return found.value() > best.value() + noise
                || (found.converged() && !best.converged() && found.value() > best.value() - noise);
    }

    private Fit<M> polished(Optimum optimum) {
        Objective penalised = penalised(whole());
        double[][] covariance = Matrices.inverse(negatedHessian(penalised, optimum.point()));
        if (covariance == null || isRidge(optimum.point(), covariance)) {
            return boundary(optimum);
        }
        double[] point = optimum.point();
        double[] gradient = optimum.gradient();
        double gain = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_NEWTON_STEPS; step++) {
            double[] move = Matrices.times(covariance, gradient);
            double nextGain = Matrices.dot(gradient, move);
            if (!(nextGain < gain)) {
                break;
            }
            gain = nextGain;
            if (gain <= FINAL_TOLERANCE) {
                break;
            }
            double[] moved = point.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += move[i];
            }
            double[] movedGradient = new double[moved.length];
            if (!Double.isFinite(penalised.value(moved, movedGradient))) {
                break;
            }
            point = moved;
            gradient = movedGradient;
        }
        if (gain <= Math.sqrt(FINAL_TOLERANCE)) {
            return fitted(point, covariance, optimum.iterations());
        }
        return isOnTheWayOut(optimum.point()) ? boundary(optimum) : unconverged(optimum);
    }

    private boolean isOnTheWayOut(double[] point) {
        for (int i = 0; i < point.length; i++) {
            if (distance(point, i) > ON_THE_WAY_OUT) {
                return true;
            }
        }
        return false;
    }

    /** How far a parameter lies from its scale, as a logarithm. */
    private double distance(double[] point, int parameter) {
        return Math.abs(point[parameter] - Math.log(scale[parameter]));
    }

    /** Far out along a ridge, which rounding roughens, it is chance whether a search settles: there less doubt is enough. */
    private boolean isRidge(double[] point, double[][] logCovariance) {
        for (int i = 0; i < point.length; i++) {
            boolean farOut = distance(point, i) > FAR_OUT;
            double greatest = farOut ? GREATEST_LOG_ERROR_FAR_OUT : GREATEST_LOG_ERROR;
            if (!(logCovariance[i][i] < greatest * greatest)) {
                return true;
            }
        }
        return false;
    }

    private Fitted<M> fitted(double[] point, double[][] logCovariance, int iterations) {
        double[] values = exponentials(point);
        List<Fitted.ParameterEstimate> estimates = new ArrayList<>();
        List<List<Double>> covariance = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            List<Double> covariances = new ArrayList<>();
            for (int column = 0; column < values.length; column++) {
                covariances.add(logCovariance[row][column] * values[row] * values[column]);
            }
            covariance.add(covariances);
            estimates.add(new Fitted.ParameterEstimate(names.get(row), values[row], Math.sqrt(covariances.get(row))));
        }
        double logLikelihood = whole().likelihood().value(point, new double[point.length]);
        return new Fitted<>(model.apply(values), logLikelihood, estimates, covariance, iterations, fittedOn);
    }

    private NotFitted<M> unconverged(Optimum optimum) {
        return refused(
                NotFitted.Reason.DID_NOT_CONVERGE,
                "the search ended after " + optimum.iterations() + " iterations at " + named(optimum.point())
                        + ", where the gradient by the logarithms is still " + Arrays.toString(optimum.gradient())
                        + ".",
                optimum);
    }

    private NotFitted<M> boundary(Optimum optimum) {
        return refused(
                NotFitted.Reason.PARAMETERS_AT_BOUNDARY,
                "the likelihood does not settle on one set of parameters; the search ran to " + named(optimum.point())
                        + ". Perhaps the data do not tell the parameters apart, and a simpler model or a ridge would.",
                optimum);
    }

    private NotFitted<M> refused(NotFitted.Reason reason, String detail, Optimum optimum) {
        double[] values = exponentials(optimum.point());
        boolean isModel = Arrays.stream(values).allMatch(value -> value > 0 && value < Double.POSITIVE_INFINITY);
        @Nullable M best = isModel ? model.apply(values) : null;
        return new NotFitted<>(
                reason,
                detail,
                best,
                whole().likelihood().value(optimum.point(), new double[values.length]),
                optimum.iterations());
    }

    private String named(double[] point) {
        double[] values = exponentials(point);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            texts.add(names.get(i) + " = " + values[i]);
        }
        return String.join(", ", texts);
    }

    private boolean isInside(double[] point) {
        for (int i = 0; i < point.length; i++) {
            if (!(Math.abs(point[i] - Math.log(scale[i])) < Math.log(BOUND))) {
                return false;
            }
        }
        return true;
    }

    private double[][] negatedHessian(Objective objective, double[] point) {
        int size = point.length;
        double[][] differences = new double[size][size];
        double[] above = new double[size];
        double[] below = new double[size];
        for (int i = 0; i < size; i++) {
            double[] moved = point.clone();
            moved[i] = point[i] + HESSIAN_STEP;
            objective.value(moved, above);
            moved[i] = point[i] - HESSIAN_STEP;
            objective.value(moved, below);
            for (int j = 0; j < size; j++) {
                differences[i][j] = (below[j] - above[j]) / (2 * HESSIAN_STEP);
            }
        }
        double[][] symmetric = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                symmetric[i][j] = 0.5 * (differences[i][j] + differences[j][i]);
            }
        }
        return symmetric;
    }

    private Sample whole() {
        return samples.get(samples.size() - 1);
    }

    private Objective penalised(Sample sample) {
        Objective objective = sample.likelihood();
        double penalty = ridge * sample.share();
        if (penalty == 0) {
            return objective;
        }
        return (point, gradient) -> {
            double value = objective.value(point, gradient);
            for (int i = 0; i < point.length; i++) {
                double distance = point[i] - Math.log(scale[i]);
                value -= penalty * distance * distance;
                gradient[i] -= 2 * penalty * distance;
            }
            return value;
        };
    }

    private double[] logarithms(double[] start) {
        double[] point = new double[start.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = Math.log(start[i] * scale[i]);
        }
        return point;
    }

    private static double[] exponentials(double[] point) {
        return Arrays.stream(point).map(Math::exp).toArray();
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(entry -> entry * factor).toArray())
                .toArray(double[][]::new);
    }
}
