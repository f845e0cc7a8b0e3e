package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Unreachable;
import io.github.planningmath.quantity.DocumentPart;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it was made on a day, for a reason, out of another: no plan is overwritten.
 *
 * @param number from 1; each number once in a {@link PlanHistory}
 * @param date when it was made
 * @param reason why: one line of text
 * @param parent the number of the plan that it was made out of; null for the first
 * @param document what the plan is made from
 * @param askedBy who asked for it; absent where nobody wrote that down
 * @param norms what its norms were when it was made; absent where it was not planned then
 */
public record PlanVersion(
        Integer number,
        LocalDate date,
        String reason,
        @Nullable Integer parent,
        PlanDocument document,
        @Nullable String askedBy,
        @Nullable NormsFingerprint norms)
        implements DocumentPart {

    public PlanVersion {
        Required.between(number, 1, Integer.MAX_VALUE, "PlanVersion.number");
        Required.present(date, "PlanVersion.date");
        Required.name(reason, "PlanVersion.reason");
        if (parent != null && !(parent >= 1 && parent < number)) {
            throw new IllegalArgumentException(
                    "PlanVersion.parent must be from 1 and below the number " + number + ", but was " + parent + ".");
        }
        Required.present(document, "PlanVersion.document");
        Required.nameIfGiven(askedBy, "PlanVersion.askedBy");
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
        return new PlanVersion(1, date, reason, null, document, null, null);
    }

    /**
     * This version planned again.
     *
     * <p>As JSON it is a view, which is not read back.
     *
     * @param madeWith the version of the library that made it
     * @param plannedWith the version at hand
     * @param differing the KPIs whose norms come out otherwise now; empty where the plan is the same
     * @param plan the plan as it comes out now
     */
    public record Recomputed(String madeWith, String plannedWith, List<Kpi> differing, Plan plan) {

        public Recomputed {
            Required.name(madeWith, "Recomputed.madeWith");
            Required.name(plannedWith, "Recomputed.plannedWith");
            differing = Required.list(differing, "Recomputed.differing");
            Required.present(plan, "Recomputed.plan");
        }

        @Override
        public String toString() {
            return "Made with " + madeWith + ", planned again with " + plannedWith + ": "
                    + (differing.isEmpty()
                            ? "the same norms."
                            : "other norms of "
                                    + differing.stream().map(Kpi::label).collect(Collectors.joining(", ")) + ".");
        }
    }

    /**
     * This version planned again with the library at hand, so that an upgrade which would change a signed plan is seen.
     *
     * @return the plan as it comes out now and where its norms differ, or why its goal cannot be reached any more
     * @throws IllegalStateException if nobody wrote down what its norms were
     */
    public Outcome<Recomputed> recomputed() {
        NormsFingerprint before = norms;
        if (before == null) {
            throw new IllegalStateException(
                    "PlanVersion.norms must be given for " + this
                            + " to be compared with, but was null. Perhaps keep versions of plans (PlanHistory.plus with a Plan).");
        }
        return document.outcome()
                .fold(
                        plan -> {
                            NormsFingerprint now = NormsFingerprint.of(plan);
                            return new Outcome.Reached<>(
                                    new Recomputed(before.library(), now.library(), before.differing(now), plan));
                        },
                        refusal -> new Unreachable<>(refusal.goal(), refusal.nearest(), refusal.obstacles()));
    }

    @Override
    public String toString() {
        return "version " + number + " of " + date + (parent == null ? "" : " out of version " + parent) + ": " + reason
                + (askedBy == null ? "" : " (asked by " + askedBy + ")");
    }
}
