package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan document and the file it stands in.
 *
 * @param name how messages name the file
 * @param document what stands in it
 */
record PlanFile(String name, PlanDocument document) {

    private static final String BUNDLED = "call-tracking.yaml";

    /**
     * Reads a document.
     *
     * @param file where it stands; absent for the company that sells call tracking
     * @throws WrongInputException if there is none, or a wrong one
     */
    static PlanFile of(@Nullable Path file) {
        String name = file == null ? BUNDLED : file.toString();
        try {
            return new PlanFile(name, Documents.read(name, file == null ? bundled() : Files.readAllBytes(file)));
        } catch (NoSuchFileException missing) {
            throw new WrongInputException(name + ": no such file");
        } catch (IOException unreadable) {
            throw new WrongInputException(name + ": cannot be read: " + unreadable.getMessage());
        }
    }

    private static byte[] bundled() throws IOException {
        try (InputStream yaml = PlanFile.class.getResourceAsStream(BUNDLED)) {
            return Objects.requireNonNull(yaml, BUNDLED).readAllBytes();
        }
    }

    /**
     * Plans for the document's goal.
     *
     * @throws WrongInputException if its parts do not fit together
     */
    Outcome<Plan> plan() {
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
