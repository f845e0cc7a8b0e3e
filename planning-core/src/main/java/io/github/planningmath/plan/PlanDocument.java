package io.github.planningmath.plan;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a plan is made from, as a service or a file gives it. In a document the key {@code planning} says in which
 * version of the format it is written, {@code planning: 1}: from then on it can be read by every later library.
 *
 * @param goal what is to be reached
 * @param constants the common constants
 * @param opening the position that the first month of the horizon starts with
 * @param pins the cells that are fixed; empty where none is
 * @param targets what has to be met beside the goal; empty where nothing is
 */
@Value.Builder
public record PlanDocument(
        FinancialGoal goal, PlanningConstants constants, Position opening, List<Pin> pins, List<Target> targets)
        implements WithPlanDocument {

    private static final int VERSION = 1;

    public PlanDocument {
        Required.present(goal, "PlanDocument.goal");
        Required.present(constants, "PlanDocument.constants");
        Required.present(opening, "PlanDocument.opening");
        pins = Required.list(pins, "PlanDocument.pins");
        targets = Required.list(targets, "PlanDocument.targets");
    }

    /** As it is written: with the version of the format. Opening, pins and targets may be left out: nothing
     * is open, nothing fixed, and there is the goal alone. */
    private record Document(
            @Nullable Integer planning,
            FinancialGoal goal,
            @Nullable PlanningConstants constants,
            @Nullable Position opening,
            @Nullable List<Pin> pins,
            @Nullable List<Target> targets)
            implements DocumentPart {}

    @DocumentForm.Read
    static PlanDocument of(Document given) {
        requireVersion(given.planning);
        PlanningConstants constants = Required.present(given.constants, "PlanDocument.constants");
        return new PlanDocument(
                given.goal,
                constants,
                given.opening == null ? Position.empty(constants.horizon().first()) : given.opening,
                given.pins == null ? List.of() : given.pins,
                given.targets == null ? List.of() : given.targets);
    }

    private static void requireVersion(@Nullable Integer planning) {
        if (planning == null) {
            throw new IllegalArgumentException("PlanDocument.planning must be " + VERSION
                    + ", the version of the format, but was missing. Perhaps planning: " + VERSION
                    + " is to stand on the first line.");
        }
        if (planning != VERSION) {
            throw new IllegalArgumentException("PlanDocument.planning must be " + VERSION
                    + ", the version of the format that is known here, but was " + planning
                    + ". Perhaps a later version of the library wrote the document.");
        }
    }

    @DocumentForm.Written
    Document document() {
        return new Document(VERSION, goal, constants, opening, pins, targets);
    }

    /**
     * Plans for the goal and the targets, around the pins.
     *
     * @return the plan, or what keeps the goal out of reach
     * @throws IllegalArgumentException if goal, position or pins name something that the constants do not know
     * @throws ArithmeticException if a count does not fit in a long
     */
    public Outcome<Plan> outcome() {
        return Planner.withDefaults().withPins(pins).withTargets(targets).plan(goal, constants, opening);
    }
}
