package io.github.planningmath.allocation;

import io.github.planningmath.allocation.CurveNotFitted.Reason;
import io.github.planningmath.internal.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The concave broken line nearest to points: a sum of {@code weight * min(spend / knot, 1)} with weights of at least 0.
 *
 * <p>The problem is convex, and its one minimum is found by the active set of C. L. Lawson, R. J. Hanson, Solving Least Squares
 * Problems, 1995, chapter 23, doi:10.1137/1.9781611971217.
 */
final class ConcaveLines {

    private static final double MOST_INFLATION = 1e10;
    private static final double NOTHING = 1e-12;

    private final FitPoints points;
    private final List<Double> knots;
    private final CarryOver carryOver;
    private final boolean hasBaseline;
    private final double[][] columns;
    private final boolean[] used;
    private double[] weights;
    private int iterations;

    ConcaveLines(FitPoints points, List<Double> knots, CarryOver carryOver, boolean hasBaseline) {
        this.points = points;
        this.knots = knots;
        this.carryOver = carryOver;
        this.hasBaseline = hasBaseline;
        double[] stocks = CarryOver.stocks(points.spends, carryOver.given());
        columns = new double[knots.size() + (hasBaseline ? 1 : 0)][stocks.length];
        for (int i = 0; i < knots.size(); i++) {
            double knot = knots.get(i) / points.units.spend();
            columns[i] = Arrays.stream(stocks)
                    .map(stock -> Math.min(stock / knot, 1))
                    .toArray();
        }
        used = new boolean[columns.length];
        weights = new double[columns.length];
        if (hasBaseline) {
            Arrays.fill(columns[knots.size()], 1);
            used[knots.size()] = true;
        }
    }

    ResponseFit fit() {
        if (!areApart()) {
            return CurveNotFitted.unsearched(
                    Reason.NOT_IDENTIFIED,
                    "The points leave the lines between the knots " + knots
                            + " open: too few lie between two of them.");
        }
        search();
        double[] residuals = residuals(weights);
        double sum = points.product(residuals, residuals);
        double[] outcomes = outcomes();
        if (!(outcomes[knots.size() - 1] > 0)) {
            return CurveNotFitted.unsearched(Reason.OUTCOME_DOES_NOT_RISE, "The outcome does not rise with the spend.");
        }
        if (!(sum < points.totalSumOfSquares)) {
            return new CurveNotFitted(
                    Reason.WORSE_THAN_MEAN,
                    "The curve lies further from the points than their mean does.",
                    curve(outcomes),
                    squares(sum),
                    iterations);
        }
        return fitted(outcomes, sum);
    }

    private FittedCurve fitted(double[] outcomes, double sum) {
        double[][] covariance = covariance(sum / (points.observations - columns.length));
        List<CurveParameter> parameters = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            String name = i < knots.size() ? "knot " + (i + 1) : "baseline";
            parameters.add(new CurveParameter(name, outcomes[i], Math.sqrt(covariance[i][i])));
        }
        return new FittedCurve(
                curve(outcomes),
                hasBaseline ? outcomes[knots.size()] : 0,
                parameters,
                CurveEstimate.rows(covariance),
                squares(sum),
                squares(points.totalSumOfSquares),
                points.observations,
                iterations);
    }

    private double squares(double sum) {
        return sum * points.units.outcome() * points.units.outcome();
    }

    private ResponseCurve curve(double[] outcomes) {
        List<PiecewiseLinear.Knot> made = new ArrayList<>();
        for (int i = 0; i < knots.size(); i++) {
            made.add(new PiecewiseLinear.Knot(knots.get(i), outcomes[i]));
        }
        PiecewiseLinear lines = new PiecewiseLinear(made);
        return carryOver.isInTime() ? new Adstock(lines, carryOver.given()) : lines;
    }

    private boolean areApart() {
        double[][] inverse = NormalMatrix.of(points, columns).inverse(0);
        if (inverse == null) {
            return false;
        }
        for (int i = 0; i < inverse.length; i++) {
            if (inverse[i][i] > MOST_INFLATION) {
                return false;
            }
        }
        return true;
    }

    private void search() {
        weights = solved();
        int next = steepest();
        // Each round lowers the sum of squares on another set of columns, so that none comes back; the bound is for
        // rounding.
        while (next >= 0 && iterations < 10 * columns.length) {
            iterations++;
            used[next] = true;
            takeBack();
            next = steepest();
        }
    }

    /** Moves towards the solution on the used columns, and drops those whose weight reaches 0 on the way. */
    private void takeBack() {
        double[] target = solved();
        while (true) {
            int first = -1;
            double reach = 1;
            for (int i = 0; i < knots.size(); i++) {
                if (used[i] && target[i] <= 0) {
                    double share = weights[i] / (weights[i] - target[i]);
                    if (first < 0 || share < reach) {
                        first = i;
                        reach = share;
                    }
                }
            }
            if (first < 0) {
                weights = target;
                return;
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] += reach * (target[i] - weights[i]);
            }
            used[first] = false;
            weights[first] = 0;
            target = solved();
        }
    }

    /** The unused column along which the sum of squares falls most; -1 where it falls along none. */
    private int steepest() {
        double[] residuals = residuals(weights);
        int steepest = -1;
        double most = NOTHING * Math.sqrt(points.totalSumOfSquares);
        for (int i = 0; i < knots.size(); i++) {
            double gain = points.product(columns[i], residuals) / Math.sqrt(points.product(columns[i], columns[i]));
            if (!used[i] && gain > most) {
                steepest = i;
                most = gain;
            }
        }
        return steepest;
    }

    /** The least squares on the used columns, refined once for what the normal matrix loses. */
    private double[] solved() {
        double[] solution = new double[columns.length];
        int[] places = places();
        if (places.length == 0) {
            return solution;
        }
        NormalMatrix normal = normal(places);
        double[][] inverse = normal.inverse(0);
        for (int round = 0; inverse != null && round < 3; round++) {
            double[] step = Matrices.times(inverse, normal.gradient(residuals(solution)));
            for (int i = 0; i < places.length; i++) {
                solution[places[i]] += step[i] / normal.norm(i);
            }
        }
        return solution;
    }

    private int[] places() {
        return IntStream.range(0, columns.length).filter(i -> used[i]).toArray();
    }

    private NormalMatrix normal(int[] places) {
        return NormalMatrix.of(
                points, Arrays.stream(places).mapToObj(i -> columns[i]).toArray(double[][]::new));
    }

    private double[] residuals(double[] solution) {
        double[] residuals = points.outcomes.clone();
        for (int column = 0; column < columns.length; column++) {
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] -= solution[column] * columns[column][i];
            }
        }
        return residuals;
    }

    /** The outcomes at the knots, then the baseline, in the units of the points. */
    private double[] outcomes() {
        double[] outcomes = new double[columns.length];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = Matrices.dot(byWeights(i), weights) * points.units.outcome();
        }
        return outcomes;
    }

    private double[] byWeights(int parameter) {
        double[] derivatives = new double[columns.length];
        if (parameter == knots.size()) {
            derivatives[parameter] = 1;
            return derivatives;
        }
        for (int i = 0; i < knots.size(); i++) {
            derivatives[i] = Math.min(knots.get(parameter) / knots.get(i), 1);
        }
        return derivatives;
    }

    private double[][] covariance(double variance) {
        int[] places = places();
        NormalMatrix normal = normal(places);
        double[][] inverse = Objects.requireNonNull(normal.inverse(0));
        double[][] full = new double[columns.length][columns.length];
        double units = points.units.outcome() * points.units.outcome();
        for (int row = 0; row < places.length; row++) {
            for (int column = 0; column < places.length; column++) {
                full[places[row]][places[column]] =
                        units * variance * inverse[row][column] / normal.norm(row) / normal.norm(column);
            }
        }
        double[][] covariance = new double[columns.length][columns.length];
        for (int row = 0; row < covariance.length; row++) {
            double[] product = Matrices.times(full, byWeights(row));
            for (int column = 0; column <= row; column++) {
                covariance[row][column] = Matrices.dot(byWeights(column), product);
                covariance[column][row] = covariance[row][column];
            }
        }
        return covariance;
    }
}
