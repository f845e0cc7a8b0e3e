package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/**
 * What a planner or solver answers: the thing asked for, or why it cannot be had.
 *
 * <p>As JSON it is a view, which is not read back: {@code {"type": "reached", "value": …}}. A refusal is read back.
 *
 * @param <T> what was asked for
 */
@OutcomeJson
public sealed interface Outcome<T> permits Outcome.Reached, Unreachable {

    /**
     * The goal is reached.
     *
     * @param value what was asked for
     * @param <T> its type
     */
    record Reached<T>(T value) implements Outcome<T> {

        public Reached {
            Required.present(value, "Reached.value");
        }

        @Override
        public T orThrow() {
            return value;
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> onReached, Function<? super Unreachable<T>, ? extends R> otherwise) {
            return onReached.apply(value);
        }
    }

    /**
     * What was asked for.
     *
     * @return the value
     * @throws RefusedException if the goal cannot be reached; it carries the refusal
     */
    T orThrow();

    /**
     * One answer for both cases.
     *
     * @param onReached what becomes of the value
     * @param otherwise what becomes of the refusal
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(Function<? super T, ? extends R> onReached, Function<? super Unreachable<T>, ? extends R> otherwise);
}
