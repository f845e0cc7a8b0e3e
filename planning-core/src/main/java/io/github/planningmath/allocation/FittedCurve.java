package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.util.List;
import java.util.function.Function;

/**
 * A response curve fitted by least squares, and how sure its parameters are.
 *
 * <p>The outcome of a spend is {@code baseline + curve.value(spend)}; the curve alone is what a budget is split by. The
 * covariance is {@code s^2 * inverse(J' W J)} with {@code s^2} the residual variance and {@code J} the derivatives by the
 * parameters at the fitted ones: right for many points of equal, independent errors. Source: D. M. Bates, D. G. Watts,
 * Nonlinear Regression Analysis and Its Applications, 1988, chapter 2, doi:10.1002/9780470316757.
 *
 * @param curve the fitted curve
 * @param baseline what comes without spending; 0 where none was fitted
 * @param parameters those fitted: the curve's in its order, then the carry-over and the baseline where they were
 * @param covariance of the parameters, in their order, row by row
 * @param residualSumOfSquares the weighted sum of squares about the curve
 * @param totalSumOfSquares the weighted sum of squares about the mean outcome, above 0
 * @param observations the sum of the weights, above the number of parameters
 * @param iterations of the search that found it
 */
public record FittedCurve(
        ResponseCurve curve,
        Double baseline,
        List<CurveParameter> parameters,
        List<List<Double>> covariance,
        Double residualSumOfSquares,
        Double totalSumOfSquares,
        Double observations,
        Integer iterations)
        implements ResponseFit {

    public FittedCurve {
        Required.present(curve, "FittedCurve.curve");
        baseline = Doubles.between(baseline, -Double.MAX_VALUE, Double.MAX_VALUE, "FittedCurve.baseline");
        parameters = Required.list(parameters, "FittedCurve.parameters");
        covariance = Required.list(covariance, "FittedCurve.covariance").stream()
                .map(row -> Required.list(row, "FittedCurve.covariance"))
                .toList();
        requireSquare(covariance, parameters.size());
        residualSumOfSquares = Doubles.notNegative(residualSumOfSquares, "FittedCurve.residualSumOfSquares");
        Doubles.positive(totalSumOfSquares, "FittedCurve.totalSumOfSquares");
        Doubles.positive(observations, "FittedCurve.observations");
        if (!(observations > parameters.size())) {
            throw new IllegalArgumentException("FittedCurve.observations must be above the number of parameters, "
                    + parameters.size() + ", but was " + observations + ".");
        }
        Required.present(iterations, "FittedCurve.iterations");
    }

    private static void requireSquare(List<List<Double>> covariance, int size) {
        if (covariance.size() != size || covariance.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException("FittedCurve.covariance must have a row and a column for each of the "
                    + size + " parameters, but was " + covariance + ".");
        }
    }

    /**
     * The outcome that the fit expects: {@code baseline + curve.value(spend)}.
     *
     * @param spend at least 0, finite; the same every period where the curve carries over
     * @return the outcome
     * @throws IllegalArgumentException if the spend is not accepted
     */
    public double value(double spend) {
        return baseline + curve.value(spend);
    }

    /**
     * One of the parameters.
     *
     * @param name such as {@code halfSaturation}
     * @return the estimate
     * @throws IllegalArgumentException if no such parameter was fitted
     */
    public CurveParameter parameter(String name) {
        return parameters.get(index(name));
    }

    /**
     * The covariance of two parameters.
     *
     * @param first the name of one
     * @param second the name of the other; the variance where it is the same
     * @return the covariance
     * @throws IllegalArgumentException if one of them was not fitted
     */
    public double covariance(String first, String second) {
        return covariance.get(index(first)).get(index(second));
    }

    private int index(String name) {
        List<String> names = parameters.stream().map(CurveParameter::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "FittedCurve.parameter must be one of " + names + ", but was " + name + ".");
        }
        return index;
    }

    /**
     * Observations less parameters.
     *
     * @return above 0
     */
    public double degreesOfFreedom() {
        return observations - parameters.size();
    }

    /**
     * How far the points lie from the curve: {@code sqrt(residual sum of squares / degrees of freedom)}.
     *
     * @return in the unit of the outcome, at least 0
     */
    public double residualStandardDeviation() {
        return Math.sqrt(residualSumOfSquares / degreesOfFreedom());
    }

    /**
     * The share of the outcome's variation that the curve explains: {@code 1 - residual / total sum of squares}.
     *
     * @return at most 1; a high one is no proof of the family
     */
    public double rSquared() {
        return 1 - residualSumOfSquares / totalSumOfSquares;
    }

    /**
     * Akaike's information criterion, {@code n ln(residual sum of squares / n) + 2 k}, with the variance among the {@code k}
     * parameters; less is better, among curves for the same points.
     *
     * @return the criterion; negative infinity where the points lie on the curve exactly
     */
    public double aic() {
        return deviance() + 2 * estimated();
    }

    /**
     * Akaike's criterion for few observations, {@code aic + 2 k (k + 1) / (n - k - 1)}. Source: C. M. Hurvich, C.-L. Tsai,
     * Regression and time series model selection in small samples, Biometrika 76(2), 1989, 297-307,
     * doi:10.1093/biomet/76.2.297.
     *
     * @return the criterion; infinite where there are no more than {@code k + 1} observations
     */
    public double aicc() {
        double spare = observations - estimated() - 1;
        return spare > 0 ? aic() + 2 * estimated() * (estimated() + 1) / spare : Double.POSITIVE_INFINITY;
    }

    /**
     * The Bayesian information criterion, {@code n ln(residual sum of squares / n) + k ln n}; less is better, among curves for
     * the same points.
     *
     * @return the criterion; negative infinity where the points lie on the curve exactly
     */
    public double bic() {
        return deviance() + estimated() * Math.log(observations);
    }

    private double deviance() {
        return observations * Math.log(residualSumOfSquares / observations);
    }

    /** The parameters and the variance. */
    private double estimated() {
        return parameters.size() + 1;
    }

    @Override
    public FittedCurve orThrow() {
        return this;
    }

    @Override
    public <R> R fold(
            Function<? super FittedCurve, ? extends R> onFitted,
            Function<? super CurveNotFitted, ? extends R> otherwise) {
        return onFitted.apply(this);
    }
}
