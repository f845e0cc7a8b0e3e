package io.github.planningmath.examples.planfile;

import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.risk.Doubt;
import io.github.planningmath.risk.Uncertainty;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the constants, from a document beside that of the plan and from the bases in it.
 *
 * @param name how messages name the file
 * @param uncertainty how well the constants are known
 */
public record UncertaintyFile(String name, Uncertainty uncertainty) {

    private static final Documents.Bundled BUNDLED = new Documents.Bundled(UncertaintyFile.class, "uncertainty.yaml");

    /**
     * Reads a document; what it says of a constant stands in the place of its basis.
     *
     * @param file where it stands; absent for the company that sells call tracking
     * @param constants whose bases are doubts as well
     * @return what is known
     * @throws WrongInputException if there is none, or a wrong one
     */
    public static UncertaintyFile of(@Nullable Path file, PlanningConstants constants) {
        String name = file == null ? BUNDLED.name() : file.toString();
        Uncertainty given = Documents.read(name, file, BUNDLED, Uncertainty.class);
        return new UncertaintyFile(name, checked(name, () -> joined(Uncertainty.of(constants), given)));
    }

    /**
     * The bases of the constants alone.
     *
     * @param name how messages name the plan's file
     * @param constants whose bases are doubts
     * @return what is known
     * @throws WrongInputException if counts are worth less than a trial
     */
    public static UncertaintyFile ofBases(String name, PlanningConstants constants) {
        return new UncertaintyFile(name, checked(name, () -> Uncertainty.of(constants)));
    }

    private static Uncertainty joined(Uncertainty bases, Uncertainty given) {
        Map<Driver<?>, Doubt> doubts = new LinkedHashMap<>(bases.doubts());
        doubts.putAll(given.doubts());
        return new Uncertainty(doubts, given.common());
    }

    /**
     * Works with it; what does not fit the plan is said with the file's name.
     *
     * @param work what is done with it
     * @param <T> what comes of it
     * @return what comes of it
     * @throws WrongInputException if it does not fit
     */
    public <T> T checked(Supplier<T> work) {
        return checked(name, work);
    }

    private static <T> T checked(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException wrong) {
            throw new WrongInputException(name + ": " + wrong.getMessage());
        }
    }
}
