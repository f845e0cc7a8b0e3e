package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;

/**
 * Both edges of a plan: what is due after its last month, and how it deals with what the opening pipeline lacks or has too much.
 */
record Edges(AfterHorizon afterHorizon, CatchUp catchUp) {

    /** Where traffic is given, nothing is asked of it. */
    static final Edges NONE = new Edges(AfterHorizon.stops(), CatchUp.AT_ONCE);

    Edges {
        Required.present(afterHorizon, "Edges.afterHorizon");
        Required.present(catchUp, "Edges.catchUp");
    }
}
