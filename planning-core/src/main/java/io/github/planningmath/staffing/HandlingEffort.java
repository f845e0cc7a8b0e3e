package io.github.planningmath.staffing;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Ratio;

/**
 * What a tier's leads, deals and customers take of a manager's time.
 *
 * <p>{@code minutes = leads * minutesPerLead + new deals * meetingsPerDeal * minutesPerMeeting + repeat deals *
 * minutesPerRepeatDeal + customers * minutesPerCustomer}, exactly. A lead is handled in the month in which it comes in, a
 * deal in the month in which it is made.
 *
 * @param minutesPerLead contact with one lead
 * @param meetingsPerDeal meetings for one new deal
 * @param minutesPerMeeting one meeting, with what it takes to prepare it and to travel
 * @param minutesPerRepeatDeal one repeat deal
 * @param minutesPerCustomer the care for one customer in a month
 */
public record HandlingEffort(
        Ratio minutesPerLead,
        Ratio meetingsPerDeal,
        Ratio minutesPerMeeting,
        Ratio minutesPerRepeatDeal,
        Ratio minutesPerCustomer)
        implements DocumentPart {

    public HandlingEffort {
        Required.present(minutesPerLead, "HandlingEffort.minutesPerLead");
        Required.present(meetingsPerDeal, "HandlingEffort.meetingsPerDeal");
        Required.present(minutesPerMeeting, "HandlingEffort.minutesPerMeeting");
        Required.present(minutesPerRepeatDeal, "HandlingEffort.minutesPerRepeatDeal");
        Required.present(minutesPerCustomer, "HandlingEffort.minutesPerCustomer");
    }

    /**
     * Effort for leads and new deals; customers are cared for elsewhere.
     *
     * @param minutesPerLead contact with one lead
     * @param meetingsPerDeal meetings for one new deal
     * @param minutesPerMeeting one meeting
     * @return the effort, none for repeat deals and customers
     */
    public static HandlingEffort of(String minutesPerLead, String meetingsPerDeal, String minutesPerMeeting) {
        return new HandlingEffort(
                Ratio.of(minutesPerLead),
                Ratio.of(meetingsPerDeal),
                Ratio.of(minutesPerMeeting),
                Ratio.ZERO,
                Ratio.ZERO);
    }

    /**
     * What some work takes.
     *
     * @param work the work of a tier in a month
     * @return minutes, exactly
     * @throws ArithmeticException if a term of the result does not fit in a long
     */
    public Ratio minutes(Workload.Work work) {
        return Ratio.of(work.leads())
                .times(minutesPerLead)
                .plus(Ratio.of(work.newDeals()).times(meetingsPerDeal).times(minutesPerMeeting))
                .plus(Ratio.of(work.repeatDeals()).times(minutesPerRepeatDeal))
                .plus(Ratio.of(work.customers()).times(minutesPerCustomer));
    }
}
