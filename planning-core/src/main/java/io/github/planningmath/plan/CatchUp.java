package io.github.planningmath.plan;

/**
 * How a plan deals with what its opening pipeline has too little or too much: the months that no new lead can reach are met by
 * the pipeline alone, and it seldom makes just what the season asks of them.
 */
public enum CatchUp {

    /** It is spread over the months that leads can reach, by their season. */
    SPREAD,

    /** It is settled in the first month that leads can reach. */
    AT_ONCE
}
