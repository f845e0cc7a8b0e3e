package io.github.planningmath.evidence;

import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/** What is known of a constant that is counted or measured: its value with what it rests on, or why there is none. */
@ConstantResultJson
public sealed interface ConstantResult permits ConstantEstimate, ConstantRefusal {

    /**
     * The estimate.
     *
     * @return it
     * @throws RefusedException if there is none; it carries the refusal
     */
    ConstantEstimate<?> orThrow();

    /**
     * One answer for both cases.
     *
     * @param onEstimate what becomes of the estimate
     * @param otherwise what becomes of the refusal
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<? super ConstantEstimate<?>, ? extends R> onEstimate,
            Function<? super ConstantRefusal, ? extends R> otherwise);
}
