package io.github.planningmath.allocation;

/** How the marginal return of a response curve goes with the spend. */
public enum Concavity {
    /** It never rises. */
    CONCAVE,
    /** It rises up to the point of inflection and never rises after it. */
    S_SHAPED
}
