package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import java.util.Arrays;

/**
 * A cohort of the opening position on its way through a plan.
 *
 * @param cohort as it was given
 * @param channel the place of its channel in the funnel
 * @param due by month, the leads whose deals are due in it
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
record OpenCohort(Position.Cohort cohort, int channel, Fraction[] due) {

    /** The leads whose deals are due in a month; none after those of the plan's own leads. */
    Fraction due(int month) {
        return month < due.length ? due[month] : Fraction.ZERO;
    }

    /** Whether deals are due in a month or later. */
    boolean isOpenFrom(int month) {
        return Arrays.stream(due).skip(month).anyMatch(leads -> leads.signum() > 0);
    }
}
