package io.github.planningmath.staffing;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;

/**
 * How a person works at a desk: on so many days of a week, and on each in one shift of so many hours.
 *
 * @param days working days of a person in a week, from 1 to 7
 * @param shiftHours paid hours of a shift, one after the other, from 1 to 24
 */
public record WorkingWeek(Integer days, Integer shiftHours) implements DocumentPart {

    static final int HOURS_OF_DAY = 24;

    private static final int DAYS = 7;

    public WorkingWeek {
        Required.between(days, 1, DAYS, "WorkingWeek.days");
        Required.between(shiftHours, 1, HOURS_OF_DAY, "WorkingWeek.shiftHours");
    }

    /**
     * A working week.
     *
     * @param days working days in a week, such as 5
     * @param shiftHours hours of a shift, such as 8
     * @return the working week
     */
    public static WorkingWeek of(int days, int shiftHours) {
        return new WorkingWeek(days, shiftHours);
    }

    /**
     * The hours that a person is paid for.
     *
     * @return {@code days * shift hours} in a week
     */
    public int hours() {
        return days * shiftHours;
    }
}
