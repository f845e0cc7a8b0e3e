package io.github.planningmath.accord;

/** What a month made of a service level. */
public enum Judgement {

    /** All was as agreed. */
    MET,

    /** It was not as agreed. */
    MISSED,

    /** There was no lead to keep it with. */
    NOTHING_DUE,

    /** Nothing is known of the month. */
    NOT_KNOWN
}
