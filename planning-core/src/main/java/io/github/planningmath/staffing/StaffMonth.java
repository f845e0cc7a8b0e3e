package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * A team in one month of a hiring plan.
 *
 * @param month the month
 * @param need the people at full productivity whom the work takes, exactly
 * @param capacity the people at full productivity whom those on the job amount to, exactly
 * @param joining people whose first month it is
 * @param leaving people whose last month it is
 * @param staff people on the job, those who join and those who leave included
 * @param cost their salaries and the cost of hiring those who join
 */
public record StaffMonth(
        YearMonth month, Ratio need, Ratio capacity, Long joining, Long leaving, Long staff, BigDecimal cost)
        implements DocumentPart {

    public StaffMonth {
        Required.present(month, "StaffMonth.month");
        Required.present(need, "StaffMonth.need");
        Required.present(capacity, "StaffMonth.capacity");
        Required.count(joining, "StaffMonth.joining");
        Required.count(leaving, "StaffMonth.leaving");
        Required.count(staff, "StaffMonth.staff");
        cost = Amounts.notNegative(cost, "StaffMonth.cost");
        if (!(joining <= staff && leaving <= staff)) {
            throw new IllegalArgumentException("StaffMonth.staff must be at least the " + joining + " who join and the "
                    + leaving + " who leave, but was " + staff + ".");
        }
        if (!(capacity.compareTo(Ratio.of(staff)) <= 0)) {
            throw new IllegalArgumentException(
                    "StaffMonth.capacity must be at most the staff of " + staff + ", but was " + capacity + ".");
        }
    }

    @Override
    public String toString() {
        return month + ": the work takes " + PeopleNeed.text(need) + " people, " + staff + " on the job amount to "
                + PeopleNeed.text(capacity) + "; " + joining + " join, " + leaving + " leave; "
                + cost.toPlainString();
    }
}
