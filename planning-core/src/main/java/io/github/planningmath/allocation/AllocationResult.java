package io.github.planningmath.allocation;

import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/** What an allocation gives: the split of a budget, or why there is none. */
@AllocationResultJson
public sealed interface AllocationResult permits Allocation, NoAllocation {

    /**
     * The split.
     *
     * @return the allocation, which says itself what is proved of it: {@link Allocation#provedBest()}
     * @throws RefusedException if there is none; it carries the refusal
     */
    Allocation orThrow();

    /**
     * One answer for both cases.
     *
     * @param onAllocation what becomes of the split
     * @param otherwise what becomes of the refusal
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<? super Allocation, ? extends R> onAllocation,
            Function<? super NoAllocation, ? extends R> otherwise);
}
