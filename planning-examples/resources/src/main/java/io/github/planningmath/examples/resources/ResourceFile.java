package io.github.planningmath.examples.resources;

import io.github.planningmath.examples.planfile.Documents;
import io.github.planningmath.examples.terminal.WrongInputException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What there is, and the file it stands in.
 *
 * @param name how messages name the file
 * @param document what stands in it
 */
record ResourceFile(String name, ResourceDocument document) {

    private static final Documents.Bundled BUNDLED = new Documents.Bundled(ResourceFile.class, "resources.yaml");

    static ResourceFile of(@Nullable Path file) {
        String name = file == null ? BUNDLED.name() : file.toString();
        return new ResourceFile(name, Documents.read(name, file, BUNDLED, ResourceDocument.class));
    }

    /**
     * Works on the document.
     *
     * @throws WrongInputException if its parts do not fit each other or the plan; the message names the file
     */
    <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new WrongInputException(name + ": " + wrong.getMessage());
        }
    }
}
