package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;

/**
 * A fitted parameter.
 *
 * @param name its usual name, such as {@code alpha}
 * @param value the estimate, above 0
 * @param standardError the standard error of the value, from the curvature of the log-likelihood; by the delta method, the
 *     standard error of its logarithm is {@code standardError / value}
 */
public record ParameterEstimate(String name, Double value, Double standardError) {

    public ParameterEstimate {
        Required.name(name, "ParameterEstimate.name");
        Doubles.positive(value, "ParameterEstimate.value");
        Doubles.positive(standardError, "ParameterEstimate.standardError");
    }
}
