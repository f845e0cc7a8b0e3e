package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A model fitted by maximum likelihood, and how sure its parameters are.
 *
 * @param model the model
 * @param logLikelihood of the data under the model, without the ridge penalty
 * @param estimates the parameters in the model's order, with standard errors
 * @param covariance of the parameters, in that order, row by row: the inverse of the negated Hessian of what was maximised
 * @param iterations of the search that found it
 * @param fittedOn the data
 * @param <M> the model's type
 */
public record Fitted<M>(
        @FittedTypeJson M model,
        Double logLikelihood,
        List<ParameterEstimate> estimates,
        List<List<Double>> covariance,
        Integer iterations,
        FittedOn fittedOn)
        implements Fit<M> {

    public Fitted {
        Required.present(model, "Fitted.model");
        Required.present(logLikelihood, "Fitted.logLikelihood");
        estimates = Required.list(estimates, "Fitted.estimates");
        covariance = Required.list(covariance, "Fitted.covariance").stream()
                .map(row -> Required.list(row, "Fitted.covariance"))
                .toList();
        Required.present(iterations, "Fitted.iterations");
        Required.present(fittedOn, "Fitted.fittedOn");
    }

    /**
     * Akaike's information criterion, {@code 2 k - 2 ln L} with {@code k} parameters; less is better, among models of the
     * same data.
     *
     * @return the criterion
     */
    public double aic() {
        return 2 * (estimates.size() - logLikelihood);
    }

    /**
     * The Bayesian information criterion, {@code k ln n - 2 ln L} with {@code k} parameters and {@code n} customers; less is
     * better, among models of the same data.
     *
     * @return the criterion
     */
    public double bic() {
        return estimates.size() * Math.log(fittedOn.customers()) - 2 * logLikelihood;
    }

    /**
     * One of the parameters.
     *
     * @param name such as {@code alpha}
     * @return its estimate
     * @throws IllegalArgumentException if the model has no such parameter
     */
    public ParameterEstimate estimate(String name) {
        return estimates.stream()
                .filter(estimate -> estimate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Fitted.estimate must be one of "
                        + estimates.stream().map(ParameterEstimate::name).toList() + ", but was " + name + "."));
    }

    /**
     * The parameters that the data hardly know: those whose standard error is above half their value. What the model says of
     * customers like those it was fitted on may still be good; the parameter itself, and what rests on it alone, is a guess.
     *
     * @return them, in the model's order; empty where all are known
     */
    public List<ParameterEstimate> weaklyKnown() {
        return estimates.stream().filter(ParameterEstimate::weak).toList();
    }

    @Override
    public M orThrow() {
        return model;
    }

    @Override
    public <R> R fold(
            Function<? super Fitted<M>, ? extends R> onFitted, Function<? super NotFitted<M>, ? extends R> otherwise) {
        return onFitted.apply(this);
    }

    /**
     * A fitted parameter.
     *
     * @param name its usual name, such as {@code alpha}
     * @param value the estimate, above 0
     * @param standardError the standard error of the value, from the curvature of the log-likelihood; by the delta method, the
     *     standard error of its logarithm is {@code standardError / value}
     */
    public record ParameterEstimate(String name, Double value, Double standardError) {

        private static final double WEAK = 0.5;

        public ParameterEstimate {
            Required.name(name, "ParameterEstimate.name");
            Doubles.positive(value, "ParameterEstimate.value");
            Doubles.positive(standardError, "ParameterEstimate.standardError");
        }

        /** Whether the data leave open if the parameter is half or twice as great: the standard error is above half the value. */
        boolean weak() {
            return standardError > WEAK * value;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s = %.4g ± %.2g", name, value, standardError);
        }
    }

    /**
     * What a model was fitted on.
     *
     * @param customers customers, or the sum of their weights
     * @param repeatBuyers those among them with at least one repeat purchase
     * @param uniqueRows different rows after compression
     */
    public record FittedOn(Double customers, Double repeatBuyers, Integer uniqueRows) {

        public FittedOn {
            Doubles.notNegative(customers, "FittedOn.customers");
            Doubles.notNegative(repeatBuyers, "FittedOn.repeatBuyers");
            Required.between(uniqueRows, 0, Integer.MAX_VALUE, "FittedOn.uniqueRows");
        }
    }
}
