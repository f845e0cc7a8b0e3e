package io.github.planningmath.allocation;

import io.github.planningmath.allocation.CurveNotFitted.Reason;
import io.github.planningmath.allocation.CurveShape.Units;
import io.github.planningmath.internal.Matrices;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the end of a search says in the units of the points: the curve with its errors, or why there is none. */
final class CurveEstimate {

    /** A parameter whose variance the others blow up so far is not told apart from them by points in double precision. */
    private static final double MOST_INFLATION = 1e10;

    /** Of a component of the curve: as far as the rounding of the outcomes alone may move it. */
    private static final double MOST_ROUNDING = 1e-6;

    /** The units of the search itself. */
    private static final Units PARTS = new Units(1, 1);

    private final FitModel model;
    private final FitState state;
    private final int iterations;
    private final boolean converged;
    private final Units units;

    CurveEstimate(LeastSquares.End end) {
        state = end.state();
        model = state.model;
        iterations = end.iterations();
        converged = end.converged();
        units = model.points.units;
    }

    ResponseFit fit() {
        if (!(state.amplitude > 0)) {
            return refusal(Reason.OUTCOME_DOES_NOT_RISE, "The outcome does not rise with the spend.");
        }
        if (!(state.residualSumOfSquares < model.points.totalSumOfSquares)) {
            return refusal(Reason.WORSE_THAN_MEAN, "The curve lies further from the points than their mean does.");
        }
        int bound = state.atBound();
        if (bound >= 0) {
            return refusal(
                    Reason.PARAMETER_AT_BOUNDARY,
                    "The points do not hold " + nameOfSearched(bound)
                            + " within bounds: the fit gets no worse as it runs to " + shown(natural()[1 + bound])
                            + ".");
        }
        double[][] covariance = covariance(units, variance());
        if (covariance == null) {
            return refusal(
                    Reason.NOT_IDENTIFIED, "The points leave the parameters open: one makes up for another exactly.");
        }
        double[][] inParts = Objects.requireNonNull(covariance(PARTS, 1));
        int lost = open(inParts, roundingVariance(), MOST_ROUNDING);
        if (lost >= 0) {
            return refusal(
                    Reason.NOT_IDENTIFIED,
                    "The points leave " + names().get(lost)
                            + " open: the outcomes differ so little that what tells it is lost in their rounding.");
        }
        if (!converged) {
            return refusal(
                    Reason.DID_NOT_CONVERGE, "The search did not come to rest within " + iterations + " iterations.");
        }
        int open = open(inParts, variance(), 1);
        return open < 0
                ? fitted(covariance)
                : refusal(
                        Reason.NOT_IDENTIFIED,
                        "The points leave " + names().get(open) + " open: it is " + shown(natural()[open])
                                + " with a standard error of " + shown(Math.sqrt(covariance[open][open])) + ".");
    }

    /** Six digits: what follows is the search's own, and differs with the units. */
    private static String shown(double value) {
        return new BigDecimal(value, new MathContext(6)).stripTrailingZeros().toPlainString();
    }

    private FittedCurve fitted(double[][] covariance) {
        double[] values = natural();
        List<CurveParameter> parameters = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            parameters.add(new CurveParameter(names().get(i), values[i], Math.sqrt(covariance[i][i])));
        }
        return new FittedCurve(
                curve(),
                state.baseline * units.outcome(),
                parameters,
                rows(covariance),
                squares(state.residualSumOfSquares),
                squares(model.points.totalSumOfSquares),
                model.points.observations,
                iterations);
    }

    static List<List<Double>> rows(double[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    private CurveNotFitted refusal(Reason reason, String detail) {
        boolean rises = state.amplitude > 0;
        return new CurveNotFitted(
                reason, detail, rises ? curve() : null, rises ? squares(state.residualSumOfSquares) : null, iterations);
    }

    private double squares(double sum) {
        return sum * units.outcome() * units.outcome();
    }

    private ResponseCurve curve() {
        ResponseCurve curve = model.shape.curve(components());
        return model.carryOver.isInTime() ? new Adstock(curve, model.share(state.point)) : curve;
    }

    private double[] components() {
        return model.shape.components(state.amplitude, model.shapeOf(state.point), units);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(model.shape.names());
        if (model.carryOver.fitted()) {
            names.add("carryOver");
        }
        if (model.hasBaseline) {
            names.add("baseline");
        }
        return names;
    }

    private String nameOfSearched(int index) {
        return names().get(1 + index);
    }

    /** All parameters, as {@link #names} names them. */
    private double[] natural() {
        double[] components = components();
        double[] natural = Arrays.copyOf(components, model.parameters());
        if (model.carryOver.fitted()) {
            natural[components.length] = model.share(state.point);
        }
        if (model.hasBaseline) {
            natural[natural.length - 1] = state.baseline * units.outcome();
        }
        return natural;
    }

    /**
     * The first component of the curve whose standard error exceeds a part of it; -1 where there is none. In parts of the greatest
     * spend and outcome, so that the unit of money does not matter: of a power, what a unit brings may be far from any point.
     */
    private int open(double[][] inParts, double variance, double part) {
        double[] components = model.shape.components(state.amplitude, model.shapeOf(state.point), PARTS);
        for (int i = 0; i < components.length; i++) {
            if (!(Math.sqrt(variance * inParts[i][i]) <= part * components[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Of the errors of an outcome. */
    private double variance() {
        return state.residualSumOfSquares / (model.points.observations - model.parameters());
    }

    /** Of the errors that an outcome has as a double: evenly spread over half a unit in its last place to either side. */
    private double roundingVariance() {
        double[] outcomes = model.points.outcomes;
        return model.points.product(outcomes, outcomes) / model.points.observations * Math.pow(Math.ulp(1.0), 2) / 12;
    }

    /** The covariance of all parameters in given units; null where they are not told apart. */
    private double @Nullable [][] covariance(Units units, double variance) {
        NormalMatrix normal = NormalMatrix.of(model.points, state.jacobian());
        double[][] inverse = normal.inverse(0);
        if (inverse == null) {
            return null;
        }
        double[][] inner = new double[inverse.length][inverse.length];
        for (int row = 0; row < inner.length; row++) {
            if (inverse[row][row] > MOST_INFLATION) {
                return null;
            }
            for (int column = 0; column < inner.length; column++) {
                inner[row][column] = variance * inverse[row][column] / normal.norm(row) / normal.norm(column);
            }
        }
        return carried(inner, byInner(units));
    }

    /** The delta method: {@code T C T'}. */
    private static double[][] carried(double[][] inner, double[][] derivatives) {
        int size = inner.length;
        double[][] carried = new double[size][size];
        for (int row = 0; row < size; row++) {
            double[] product = Matrices.times(inner, derivatives[row]);
            for (int column = 0; column <= row; column++) {
                carried[row][column] = Matrices.dot(derivatives[column], product);
                carried[column][row] = carried[row][column];
            }
        }
        return carried;
    }

    private double[][] byInner(Units units) {
        double[][] byShape = model.shape.byParameters(state.amplitude, model.shapeOf(state.point), units);
        double[][] derivatives = new double[model.parameters()][model.parameters()];
        for (int row = 0; row < byShape.length; row++) {
            System.arraycopy(byShape[row], 0, derivatives[row], 0, byShape.length);
        }
        if (model.carryOver.fitted()) {
            derivatives[byShape.length][byShape.length] = 1;
        }
        if (model.hasBaseline) {
            derivatives[derivatives.length - 1][derivatives.length - 1] = units.outcome();
        }
        return derivatives;
    }
}
