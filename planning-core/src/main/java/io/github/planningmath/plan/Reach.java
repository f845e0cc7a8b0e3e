package io.github.planningmath.plan;

/** What a number of new deals comes to, measured by a goal. */
enum Reach {
    /** They can be made, but the goal is not reached. */
    SHORT,
    /** The goal is reached. */
    REACHED,
    /** So many cannot be made, or cannot be counted. */
    BLOCKED
}
