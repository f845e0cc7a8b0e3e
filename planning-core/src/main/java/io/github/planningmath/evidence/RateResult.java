package io.github.planningmath.evidence;

import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/** What is known of a rate: an estimate, or why there is none and what would be needed. */
@RateResultJson
public sealed interface RateResult permits RateEstimate, RateRefusal {

    /**
     * The estimate.
     *
     * @return it
     * @throws RefusedException if there is none; it carries the refusal
     */
    RateEstimate orThrow();

    /**
     * One answer for both cases.
     *
     * @param onEstimate what becomes of the estimate
     * @param otherwise what becomes of the refusal
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<? super RateEstimate, ? extends R> onEstimate,
            Function<? super RateRefusal, ? extends R> otherwise);
}
