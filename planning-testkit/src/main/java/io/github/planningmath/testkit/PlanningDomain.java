package io.github.planningmath.testkit;

import net.jqwik.api.domains.DomainContextBase;

/** Arbitraries for the records of the core: {@code @Domain(PlanningDomain.class)} on a property brings them in. */
public class PlanningDomain extends DomainContextBase {

    /** A domain of realistic values and their edge cases. */
    public PlanningDomain() {}
}
