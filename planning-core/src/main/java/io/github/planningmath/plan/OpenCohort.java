package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * A cohort of the opening position on its way through a plan.
 *
 * @param cohort as it was given
 * @param first the first month of the plan
 * @param channel the place of its channel in the funnel
 * @param due by month, the leads whose deals are due in it
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
record OpenCohort(Position.Cohort cohort, YearMonth first, int channel, Fraction[] due) {

    /** The month in which it was brought, below 0, counted from the plan's first. */
    int brought() {
        return (int) first.until(cohort.brought(), ChronoUnit.MONTHS);
    }

    /** The share of it that is due in a month by a wait. */
    Ratio share(int month, SalesCycle wait) {
        return cohort.due(first.plusMonths(month), first, wait);
    }

    /** The leads whose deals are due in a month; none after those of the plan's own leads. */
    Fraction due(int month) {
        return month < due.length ? due[month] : Fraction.ZERO;
    }

    /** Whether deals are due in a month or later. */
    boolean isOpenFrom(int month) {
        return Arrays.stream(due).skip(month).anyMatch(leads -> leads.signum() > 0);
    }
}
