package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/** The units in which lifetimes are counted, and how long they are. */
final class FixedLength {

    private static final Set<ChronoUnit> ACCEPTED =
            EnumSet.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);

    private FixedLength() {}

    static ChronoUnit require(ChronoUnit unit, String component) {
        if (ACCEPTED.contains(Required.present(unit, component))) {
            return unit;
        }
        throw new IllegalArgumentException(component + " must be one of " + ACCEPTED + ", but was " + unit + ".");
    }

    /** How many days a unit has: a year is the mean year of the calendar, 365.2425 days, and a month its twelfth. */
    static double days(ChronoUnit unit) {
        return unit.getDuration().toSeconds()
                / (double) ChronoUnit.DAYS.getDuration().toSeconds();
    }

    static double ratio(ChronoUnit unit, ChronoUnit other) {
        return unit.getDuration().toSeconds() / (double) other.getDuration().toSeconds();
    }

    /** The number of the calendar's day, week from Monday to Sunday, month or year that a day is in. */
    static long number(LocalDate day, ChronoUnit unit) {
        return switch (unit) {
            case DAYS -> day.toEpochDay();
            // 1970-01-01 was a Thursday.
            case WEEKS -> Math.floorDiv(day.toEpochDay() + 3, 7L);
            case MONTHS -> day.getLong(ChronoField.PROLEPTIC_MONTH);
            default -> day.getYear();
        };
    }
}
