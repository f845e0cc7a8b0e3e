package io.github.planningmath.staffing;

import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/** What becomes of callers at a number of agents: a queue that settles, or one that grows without end. */
@QueueResultJson
public sealed interface QueueResult permits StableQueue, UnstableQueue {

    /**
     * The queue.
     *
     * @return the queue in the long run
     * @throws RefusedException if it never settles; it carries the refusal
     */
    StableQueue orThrow();

    /**
     * One answer for both cases.
     *
     * @param onQueue what becomes of the queue
     * @param otherwise what becomes of the refusal
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<? super StableQueue, ? extends R> onQueue, Function<? super UnstableQueue, ? extends R> otherwise);
}
