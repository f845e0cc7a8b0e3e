package io.github.planningmath.accord;

import org.jspecify.annotations.Nullable;

/** How often an obligation falls due: by the calendar, or each time that something happens. */
public enum Rhythm {

    /** Once in every month of the plan. */
    MONTHLY(1),

    /** Once in every three months, counted from the plan's first. */
    QUARTERLY(3),

    /** Once in every six months, counted from the plan's first. */
    HALF_YEARLY(6),

    /** Once in every twelve months, counted from the plan's first. */
    YEARLY(12),

    /** After each activity of marketing, such as a fair or a mailing. */
    AFTER_EACH_ACTIVITY(null),

    /** Whenever a product comes into the assortment or changes. */
    WITH_EACH_PRODUCT(null),

    /** For every lead that is handed over. */
    WITH_EACH_LEAD(null);

    private final @Nullable Integer months;

    Rhythm(@Nullable Integer months) {
        this.months = months;
    }

    /**
     * The length of a period of the calendar.
     *
     * @return months, or null where not the calendar but an occasion makes the obligation due
     */
    public @Nullable Integer months() {
        return months;
    }
}
