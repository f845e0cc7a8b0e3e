package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;

/** A count of some out of others. */
final class Counts {

    private Counts() {}

    static void requireAtMost(Long some, long all, String component, String ofWhat) {
        if (Required.count(some, component) > all) {
            throw new IllegalArgumentException(
                    component + " must be at most " + ofWhat + ", " + all + ", but was " + some + ".");
        }
    }
}
