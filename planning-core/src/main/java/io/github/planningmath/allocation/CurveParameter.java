package io.github.planningmath.allocation;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;

/**
 * A fitted number of a response curve.
 *
 * @param name as the curve's component is named, such as {@code halfSaturation}; or {@code carryOver}, or {@code baseline}
 * @param value the estimate, in the units of the points
 * @param standardError its standard error, at least 0 and finite; 0 where the points lie on the curve exactly
 */
public record CurveParameter(String name, Double value, Double standardError) {

    public CurveParameter {
        Required.name(name, "CurveParameter.name");
        value = Doubles.between(value, -Double.MAX_VALUE, Double.MAX_VALUE, "CurveParameter.value");
        standardError = Doubles.notNegative(standardError, "CurveParameter.standardError");
    }
}
