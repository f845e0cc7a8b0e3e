package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.quantity.DocumentPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All versions of a plan, none of them overwritten.
 *
 * @param versions at least one, in the order of their numbers, 1 and up without a gap; each but the first out of one before it
 */
public record PlanHistory(List<PlanVersion> versions) implements DocumentPart {

    public PlanHistory {
        versions = Required.list(versions, "PlanHistory.versions");
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("PlanHistory.versions must hold at least one, but was empty.");
        }
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).number() != i + 1) {
                throw new IllegalArgumentException("PlanHistory.versions must be numbered from 1 without a gap, but "
                        + (i + 1) + " was " + versions.get(i).number() + ".");
            }
        }
    }

    /**
     * The history of a plan that has one version.
     *
     * @param date when it was made
     * @param reason why
     * @param document what the plan is made from
     * @return the history
     */
    public static PlanHistory of(LocalDate date, String reason, PlanDocument document) {
        return new PlanHistory(List.of(PlanVersion.first(date, reason, document)));
    }

    /**
     * The history of a plan that has one version, which keeps what its norms are.
     *
     * @param date when it was made
     * @param reason why
     * @param plan the plan
     * @return the history
     */
    public static PlanHistory of(LocalDate date, String reason, Plan plan) {
        return new PlanHistory(
                List.of(new PlanVersion(1, date, reason, null, plan.document(), null, NormsFingerprint.of(plan))));
    }

    /**
     * This history with a further version, made out of the latest, which keeps what its norms are.
     *
     * @param date when it was made
     * @param reason why
     * @param plan the plan
     * @param askedBy who asked for it
     * @return the longer history
     */
    public PlanHistory plus(LocalDate date, String reason, Plan plan, String askedBy) {
        return plus(new PlanVersion(
                versions.size() + 1,
                date,
                reason,
                latest().number(),
                Required.present(plan, "PlanHistory.plan").document(),
                Required.name(askedBy, "PlanHistory.askedBy"),
                NormsFingerprint.of(plan)));
    }

    /**
     * This history with a further version, made out of the latest.
     *
     * @param date when it was made
     * @param reason why
     * @param document what the plan is made from
     * @return the longer history
     */
    public PlanHistory plus(LocalDate date, String reason, PlanDocument document) {
        return plus(new PlanVersion(versions.size() + 1, date, reason, latest().number(), document, null, null));
    }

    private PlanHistory plus(PlanVersion next) {
        List<PlanVersion> longer = new ArrayList<>(versions);
        longer.add(next);
        return new PlanHistory(longer);
    }

    /**
     * What changed from one version to another: constants by their names, norms, pins, and what constants rest on.
     *
     * @param from the number of one
     * @param to the number of the other
     * @return their plans, made now, side by side
     * @throws IllegalArgumentException if there is no version of a number
     * @throws io.github.planningmath.quantity.RefusedException if the goal of either cannot be reached
     */
    public PlanComparison comparison(int from, int to) {
        return version(from)
                .document()
                .outcome()
                .orThrow()
                .compare(version(to).document().outcome().orThrow());
    }

    /**
     * The latest version.
     *
     * @return the one of the highest number
     */
    public PlanVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * The version of a number.
     *
     * @param number a number
     * @return the version
     * @throws IllegalArgumentException if there is none of that number
     */
    public PlanVersion version(int number) {
        if (number >= 1 && number <= versions.size()) {
            return versions.get(number - 1);
        }
        throw new IllegalArgumentException(
                "PlanHistory.version must be from 1 to " + versions.size() + ", but was " + number + ".");
    }
}
