package io.github.planningmath.lifetime;

import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/**
 * What fitting a model to data gives: the model, or why there is none.
 *
 * @param <M> the model's type
 */
@FitJson
public sealed interface Fit<M> permits Fitted, NotFitted {

    /**
     * The fitted model.
     *
     * @return the model
     * @throws RefusedException if there is none; it carries the refusal
     */
    M orThrow();

    /**
     * One answer for both cases.
     *
     * @param onFitted what becomes of the fit
     * @param otherwise what becomes of the refusal
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<? super Fitted<M>, ? extends R> onFitted, Function<? super NotFitted<M>, ? extends R> otherwise);
}
