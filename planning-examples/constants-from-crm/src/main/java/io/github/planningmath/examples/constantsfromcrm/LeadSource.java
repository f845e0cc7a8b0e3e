package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.evidence.FunnelHistory;

/** Where leads come from. */
interface LeadSource {

    /** What is read, as the user gave it. */
    String name();

    /** Reads all leads; a wrong one is refused in one line that names its place. */
    FunnelHistory read();
}
