package io.github.planningmath.allocation;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/**
 * No split of a budget: the bounds contradict each other, or what was asked for cannot be had.
 *
 * @param conflict what stands in the way
 */
public record NoAllocation(AllocationConflict conflict) implements AllocationResult {

    public NoAllocation {
        Required.present(conflict, "NoAllocation.conflict");
    }

    @Override
    public Allocation orThrow() {
        throw new RefusedException(this);
    }

    @Override
    public <R> R fold(
            Function<? super Allocation, ? extends R> onAllocation,
            Function<? super NoAllocation, ? extends R> otherwise) {
        return otherwise.apply(this);
    }

    @Override
    public String toString() {
        return "There is no such allocation: " + conflict + ".";
    }
}
