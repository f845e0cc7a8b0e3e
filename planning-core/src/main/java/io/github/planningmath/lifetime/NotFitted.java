package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * No model: why, and the best point that the search reached. That point is for diagnosis, not for use.
 *
 * @param reason what stands in the way
 * @param detail the reason in numbers, one sentence
 * @param best the best point reached; absent where the search did not begin
 * @param logLikelihood at the best point; absent with it
 * @param iterations of the search
 * @param <M> the model's type
 */
public record NotFitted<M>(
        Reason reason,
        String detail,
        @FittedTypeJson @Nullable M best,
        @Nullable Double logLikelihood,
        Integer iterations)
        implements Fit<M> {

    /** Why there is no model. */
    public enum Reason {
        /** Too few customers bought more than once to tell the parameters apart. */
        TOO_FEW_REPEAT_BUYERS,
        /** The search ended before the gradient vanished. */
        DID_NOT_CONVERGE,
        /** The likelihood keeps rising, or stays flat, as a parameter runs to 0 or beyond all bounds. */
        PARAMETERS_AT_BOUNDARY,
        /** The histories are not counts of opportunities, which {@link BgBb} needs. */
        NOT_BY_OCCASION,
        /** The fitted model has no mean: its expectation is infinite, so no value can be computed from it. */
        NO_MEAN
    }

    public NotFitted {
        Required.present(reason, "NotFitted.reason");
        Required.present(detail, "NotFitted.detail");
        Required.present(iterations, "NotFitted.iterations");
    }

    /** A refusal before any search. */
    static <M> NotFitted<M> unsearched(Reason reason, String detail) {
        return new NotFitted<>(reason, detail, null, null, 0);
    }

    /** The same refusal of something greater that the model was to be part of. */
    <N> NotFitted<N> withoutBest() {
        return new NotFitted<>(reason, detail, null, null, iterations);
    }

    @Override
    public M orThrow() {
        throw new RefusedException(this);
    }

    @Override
    public <R> R fold(
            Function<? super Fitted<M>, ? extends R> onFitted, Function<? super NotFitted<M>, ? extends R> otherwise) {
        return otherwise.apply(this);
    }

    @Override
    public String toString() {
        return "No model could be fitted: " + detail;
    }
}
