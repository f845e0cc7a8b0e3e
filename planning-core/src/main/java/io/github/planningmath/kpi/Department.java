package io.github.planningmath.kpi;

/** Who answers for a factor of the plan. */
public enum Department {

    /** Answers for product and traffic. */
    MARKETING,

    /** Answers for the processing of leads and for deals. */
    SALES,

    /** Both together, as for the one sales plan. */
    SHARED
}
