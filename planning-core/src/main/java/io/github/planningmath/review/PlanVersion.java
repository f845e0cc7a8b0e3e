package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.quantity.DocumentPart;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it was made on a day, for a reason, out of another: no plan is overwritten.
 *
 * @param number from 1; each number once in a {@link PlanHistory}
 * @param date when it was made
 * @param reason why: one line of text
 * @param parent the number of the plan that it was made out of; null for the first
 * @param document what the plan is made from
 */
public record PlanVersion(
        Integer number,
        LocalDate date,
        String reason,
        @Nullable Integer parent,
        PlanDocument document) implements DocumentPart {

    public PlanVersion {
        Required.between(number, 1, Integer.MAX_VALUE, "PlanVersion.number");
        Required.present(date, "PlanVersion.date");
        Required.name(reason, "PlanVersion.reason");
        if (parent != null && !(parent >= 1 && parent < number)) {
            throw new IllegalArgumentException(
                    "PlanVersion.parent must be from 1 and below the number " + number + ", but was " + parent + ".");
        }
        Required.present(document, "PlanVersion.document");
    }

    /**
     * The first version of a plan.
     *
     * @param date when it was made
     * @param reason why
     * @param document what the plan is made from
     * @return version 1, of no parent
     */
    public static PlanVersion first(LocalDate date, String reason, PlanDocument document) {
        return new PlanVersion(1, date, reason, null, document);
    }

    @Override
    public String toString() {
        return "version " + number + " of " + date + (parent == null ? "" : " out of version " + parent) + ": "
                + reason;
    }
}
