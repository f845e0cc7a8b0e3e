package io.github.planningmath.staffing;

import java.util.Collection;

/**
 * The least shifts that cover a day, and the least people who work them.
 *
 * <p>The first hour that is not covered yet takes its shifts as late as they still cover it: any other shift over that hour
 * reaches no further, so no cover has fewer. A week's people are Burns and Carter's bound, which a rota that deals the
 * shifts out one after the other attains.
 */
final class ShiftCover {

    private ShiftCover() {}

    /**
     * The least shifts that cover a day.
     *
     * @param needs people needed in each hour of the day
     * @param length hours of a shift, at most those of the day
     */
    static long shifts(long[] needs, int length) {
        long[] starting = new long[needs.length];
        long working = 0;
        long shifts = 0;
        for (int hour = 0; hour < needs.length; hour++) {
            int latest = Math.min(hour, needs.length - length);
            working -= hour >= length ? starting[hour - length] : 0;
            long missing = Math.max(0, needs[hour] - working);
            starting[latest] += missing;
            working += missing;
            shifts += missing;
        }
        return shifts;
    }

    /**
     * The least people for a week.
     *
     * @param needs people needed in each hour of a day, of each day with any
     * @param week how a person works
     */
    static long people(Collection<long[]> needs, WorkingWeek week) {
        long most = 0;
        long all = 0;
        for (long[] day : needs) {
            long shifts = shifts(day, week.shiftHours());
            most = Math.max(most, shifts);
            all = Math.addExact(all, shifts);
        }
        return Math.max(most, all / week.days() + (all % week.days() == 0 ? 0 : 1));
    }
}
