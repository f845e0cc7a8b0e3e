package io.github.planningmath.resource;

import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/** What resources can do: the best plan that fits them beside the goal's, or why nothing fits. */
@FeasibilityResultJson
public sealed interface FeasibilityResult permits Feasibility, NothingFits {

    /**
     * The comparison.
     *
     * @return both plans and what lies between them
     * @throws RefusedException if nothing fits; it carries the refusal
     */
    Feasibility orThrow();

    /**
     * One answer for both cases.
     *
     * @param onFeasibility what becomes of the comparison
     * @param otherwise what becomes of the refusal
     * @param <R> the answer's type
     * @return the answer
     */
    <R> R fold(
            Function<? super Feasibility, ? extends R> onFeasibility,
            Function<? super NothingFits, ? extends R> otherwise);
}
