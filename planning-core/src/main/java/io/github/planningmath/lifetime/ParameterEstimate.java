package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.util.Locale;

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
    boolean isWeak() {
        return standardError > WEAK * value;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s = %.4g ± %.2g", name, value, standardError);
    }
}
