package io.github.planningmath.lifetime;

/** What is taken for retention beyond the last period that is known. It is always said, because it decides much of a value. */
public enum RetentionTail {
    /** Nothing: to ask for more is refused. */
    REFUSE,
    /** The last known retention goes on for ever. */
    HOLD_LAST_RETENTION,
    /** Nobody stays longer: only what was seen counts. */
    NOBODY_STAYS
}
