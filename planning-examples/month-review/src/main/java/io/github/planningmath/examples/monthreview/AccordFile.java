package io.github.planningmath.examples.monthreview;

import io.github.planningmath.accord.Accord;
import io.github.planningmath.accord.AccordFacts;
import io.github.planningmath.accord.Scorecard;
import io.github.planningmath.accord.ServiceLevel;
import io.github.planningmath.examples.planfile.Documents;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.review.Actuals;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the departments promise each other beside the norms, and what is known of it.
 *
 * @param name how messages name the file
 * @param document what stands in it
 */
record AccordFile(String name, Document document) {

    private static final Documents.Bundled BUNDLED = new Documents.Bundled(AccordFile.class, "accord.yaml");

    /**
     * What stands in such a file; the obligations are the standard ones.
     *
     * @param serviceLevels what they promise about leads
     * @param facts what is known
     */
    record Document(List<ServiceLevel> serviceLevels, AccordFacts facts) {

        Document {
            serviceLevels = List.copyOf(required(serviceLevels, "serviceLevels"));
            required(facts, "facts");
        }

        private static <T> T required(@Nullable T value, String name) {
            if (value == null) {
                throw new IllegalArgumentException(name + " must be given, but was null.");
            }
            return value;
        }
    }

    /** The file, or the one of the company that sells call tracking. */
    static AccordFile of(@Nullable Path file) {
        String name = file == null ? BUNDLED.name() : file.toString();
        return new AccordFile(name, Documents.read(name, file, BUNDLED, Document.class));
    }

    /** The file, or, where there is none, no service levels and nothing known. */
    static AccordFile orNone(@Nullable Path file) {
        return file == null ? new AccordFile(BUNDLED.name(), new Document(List.of(), AccordFacts.none())) : of(file);
    }

    Scorecard scorecard(Plan plan, Actuals actuals) {
        try {
            Accord accord = Accord.of(plan, document.serviceLevels().toArray(ServiceLevel[]::new));
            return Scorecard.of(accord, actuals, document.facts());
        } catch (IllegalArgumentException wrong) {
            throw new WrongInputException(name + ": " + wrong.getMessage());
        }
    }
}
