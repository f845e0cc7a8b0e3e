package io.github.planningmath.allocation;

import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/** What fitting a response curve to points gives: the curve, or why there is none. */
@ResponseFitJson
public sealed interface ResponseFit permits FittedCurve, CurveNotFitted {

    /**
     * The fitted curve.
     *
     * @return the curve and how sure it is
     * @throws RefusedException if there is none; it carries the refusal
     */
    FittedCurve orThrow();

    /**
     * One answer for both cases.
     *
     * @param onFitted what becomes of the fit
     * @param otherwise what becomes of the refusal
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<? super FittedCurve, ? extends R> onFitted,
            Function<? super CurveNotFitted, ? extends R> otherwise);
}
