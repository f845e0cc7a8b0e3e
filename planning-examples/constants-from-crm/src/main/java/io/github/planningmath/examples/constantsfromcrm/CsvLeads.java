package io.github.planningmath.examples.constantsfromcrm;

import io.github.planningmath.evidence.FunnelHistory;
import io.github.planningmath.evidence.HistoryReader;
import io.github.planningmath.examples.terminal.TextFile;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.review.Row;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Leads from a CSV file (RFC 4180, UTF-8) whose first line names the columns.
 *
 * @param file the file
 * @param reader which columns say what
 * @param delimiter what stands between two columns
 */
record CsvLeads(Path file, HistoryReader reader, char delimiter) implements LeadSource {

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public FunnelHistory read() {
        if (!Files.isRegularFile(file)) {
            throw new WrongInputException(file + ": no such file");
        }
        try (Reader text = TextFile.reader(Files.newInputStream(file));
                CSVParser lines = CSVParser.parse(text, format())) {
            return reader.source(name()).read(Row.all(name(), lines));
        } catch (UncheckedIOException wrong) {
            throw refusal(wrong.getCause() == null ? new IOException(wrong) : wrong.getCause());
        } catch (IOException wrong) {
            throw refusal(wrong);
        }
    }

    private WrongInputException refusal(IOException wrong) {
        return new WrongInputException(
                wrong instanceof CharacterCodingException
                        ? file + ": line " + new TextFile(file).firstLineInOtherBytes() + ": must be UTF-8"
                        : file + ": cannot be read: " + wrong.getMessage());
    }

    private CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
    }
}
