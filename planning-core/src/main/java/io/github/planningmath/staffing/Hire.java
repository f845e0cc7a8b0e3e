package io.github.planningmath.staffing;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.time.LocalDate;

/**
 * People to be hired together.
 *
 * @param decideBy the last day on which it can be decided
 * @param starts their first day on the job, not before that
 * @param people how many, at least 1
 */
public record Hire(LocalDate decideBy, LocalDate starts, Long people) implements DocumentPart {

    public Hire {
        Required.present(decideBy, "Hire.decideBy");
        Required.present(starts, "Hire.starts");
        if (starts.isBefore(decideBy)) {
            throw new IllegalArgumentException(
                    "Hire.starts must not be before " + decideBy + ", when it is decided, but was " + starts + ".");
        }
        if (!(Required.present(people, "Hire.people") > 0)) {
            throw new IllegalArgumentException("Hire.people must be at least 1, but was " + people + ".");
        }
    }

    @Override
    public String toString() {
        return people + (people == 1 ? " person" : " people") + " from " + starts + ", to be decided by " + decideBy;
    }
}
