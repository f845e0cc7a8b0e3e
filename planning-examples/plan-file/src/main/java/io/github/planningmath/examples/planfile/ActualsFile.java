package io.github.planningmath.examples.planfile;

import io.github.planningmath.examples.terminal.TextFile;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Row;
import io.github.planningmath.review.RowException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * Actuals from a CSV file (RFC 4180, UTF-8) whose first line names the columns.
 *
 * @param name how messages name the file
 * @param actuals what stands in it
 */
public record ActualsFile(String name, Actuals actuals) {

    private static final Documents.Bundled BUNDLED = new Documents.Bundled(ActualsFile.class, "actuals.csv");

    /**
     * Reads what happened, row by row, so that the first wrong one ends it however long the file is.
     *
     * @param file where it stands; absent for the company that sells call tracking
     * @param constants what names, months and currency must fit
     * @return the actuals
     * @throws WrongInputException if there is no file, or a wrong one
     */
    public static ActualsFile of(@Nullable Path file, PlanningConstants constants) {
        String name = file == null ? BUNDLED.name() : file.toString();
        try (InputStream bytes = bytes(file);
                CSVParser csv = CSVFormat.RFC4180.parse(TextFile.reader(bytes))) {
            return new ActualsFile(name, Actuals.fromRows(name, Row.all(name, csv), constants));
        } catch (RowException wrong) {
            throw new WrongInputException(String.valueOf(wrong.getMessage()));
        } catch (NoSuchFileException missing) {
            throw new WrongInputException(name + ": no such file");
        } catch (UncheckedIOException unreadable) {
            throw refusal(name, file, Objects.requireNonNull(unreadable.getCause()));
        } catch (IOException unreadable) {
            throw refusal(name, file, unreadable);
        }
    }

    private static InputStream bytes(@Nullable Path file) throws IOException {
        return file == null ? new ByteArrayInputStream(BUNDLED.bytes()) : Files.newInputStream(file);
    }

    private static WrongInputException refusal(String name, @Nullable Path file, IOException unreadable) {
        if (unreadable instanceof CharacterCodingException && file != null) {
            return new WrongInputException(
                    name + ", line " + new TextFile(file).firstLineInOtherBytes() + ": must be UTF-8");
        }
        return new WrongInputException(
                name + (unreadable instanceof CSVException ? ": " : ": cannot be read: ") + unreadable.getMessage());
    }

    /**
     * Works on the actuals.
     *
     * @param work what is done with them
     * @param <T> what comes of it
     * @return what comes of it
     * @throws WrongInputException if they are more than a plan can hold; the message names the file
     */
    public <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new WrongInputException(name + ": " + wrong.getMessage());
        }
    }
}
