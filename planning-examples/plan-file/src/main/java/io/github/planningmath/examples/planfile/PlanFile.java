package io.github.planningmath.examples.planfile;

import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A plan document and the file it stands in.
 *
 * @param name how messages name the file
 * @param document what stands in it
 */
public record PlanFile(String name, PlanDocument document) {

    /** The company that sells call tracking. */
    public static final Documents.Bundled CALL_TRACKING = new Documents.Bundled(PlanFile.class, "call-tracking.yaml");

    /**
     * Reads a document.
     *
     * @param file where it stands; absent for the company that sells call tracking
     * @throws WrongInputException if there is none, or a wrong one
     */
    public static PlanFile of(@Nullable Path file) {
        String name = file == null ? CALL_TRACKING.name() : file.toString();
        return new PlanFile(name, Documents.read(name, file, CALL_TRACKING, PlanDocument.class));
    }

    /**
     * Plans for the document's goal.
     *
     * @throws WrongInputException if its parts do not fit together
     */
    public Outcome<Plan> plan() {
        try {
            References.check(document);
            return document.outcome();
        } catch (WrongInputException wrong) {
            throw new WrongInputException(name + ": " + wrong.getMessage());
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new WrongInputException(name + ": " + References.part(wrong) + wrong.getMessage());
        }
    }
}
