package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.examples.terminal.TextFile;
import io.github.planningmath.examples.terminal.WrongInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Orders from a CSV file (RFC 4180, UTF-8) whose first line names the columns.
 *
 * @param file the file
 * @param columns which columns are an order
 * @param delimiter what stands between two columns
 */
record CsvOrders(Path file, OrderColumns columns, char delimiter) implements OrderSource {

    private static final String OTHER_DELIMITERS = ",;\t|";

    @Override
    public OrdersFound read(Progress progress) {
        if (!Files.isRegularFile(file)) {
            throw new WrongInputException(file + ": no such file");
        }
        try (InputStream bytes = Files.newInputStream(file);
                Reader text = TextFile.reader(progress.reading(bytes, "Reading", Files.size(file)));
                CSVParser lines = CSVParser.parse(text, format())) {
            return new Reading(lines).found();
        } catch (CharacterCodingException wrong) {
            throw new WrongInputException(
                    file + ": line " + new TextFile(file).firstLineInOtherBytes() + ": must be UTF-8");
        } catch (IOException unreadable) {
            throw new WrongInputException(file + ": cannot be read: " + unreadable.getMessage());
        }
    }

    private CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
    }

    /** One reading, line by line. */
    private final class Reading {

        private final CSVParser lines;
        private final Iterator<CSVRecord> records;
        private final OrderTexts orders = new OrderTexts(file.toString(), columns);

        Reading(CSVParser lines) {
            this.lines = lines;
            this.records = lines.iterator();
        }

        OrdersFound found() throws IOException {
            if (!hasNext()) {
                throw new WrongInputException(file + ": line 1: must name the columns, but the file is empty");
            }
            List<String> header = header(records.next());
            requireNamed(header);
            int customer = index(header, columns.customer());
            int date = index(header, columns.date());
            int amount = index(header, columns.amount());
            while (hasNext()) {
                String place = place();
                CSVRecord line = records.next();
                if (line.size() != header.size()) {
                    throw new WrongInputException(file + ": " + place + ": must have " + header.size()
                            + " columns, as the first line has, but had " + line.size());
                }
                orders.add(place, line.get(customer), line.get(date), line.get(amount));
            }
            return orders.found();
        }

        private boolean hasNext() throws IOException {
            try {
                return records.hasNext();
            } catch (UncheckedIOException wrong) {
                IOException cause = Objects.requireNonNull(wrong.getCause());
                if (cause instanceof CSVException broken) {
                    throw new WrongInputException(file + ": " + broken.getMessage());
                }
                throw cause;
            }
        }

        private String place() {
            return "line " + lines.getCurrentLineNumber();
        }

        private static List<String> header(CSVRecord first) {
            return first.stream()
                    .map(name -> name.replace(TextFile.BYTE_ORDER_MARK, "").strip())
                    .toList();
        }

        private void requireNamed(List<String> header) {
            List<String> missing = columns.names().stream()
                    .filter(name -> header.stream().noneMatch(name::equalsIgnoreCase))
                    .toList();
            if (!missing.isEmpty()) {
                throw new WrongInputException(file + ": line 1: must name the columns "
                        + String.join(", ", columns.names()) + ", but " + String.join(", ", missing)
                        + (missing.size() == 1 ? " is" : " are") + " not among " + String.join(", ", header)
                        + hint(header, missing));
            }
        }

        private String hint(List<String> header, List<String> missing) {
            if (header.size() == 1) {
                for (int place = 0; place < OTHER_DELIMITERS.length(); place++) {
                    char other = OTHER_DELIMITERS.charAt(place);
                    if (other != delimiter && header.get(0).indexOf(other) >= 0) {
                        return ". Perhaps add --delimiter " + (other == '\t' ? "with a tab" : "\"" + other + "\"");
                    }
                }
            }
            return missing.stream()
                    .map(name -> "--" + columns.option(name))
                    .collect(Collectors.joining(", ", ". Perhaps name them by ", ""));
        }

        /** The column of just this name; or else of this name in upper or lower case. */
        private int index(List<String> header, String name) {
            List<Integer> found = where(header, name::equals);
            if (found.isEmpty()) {
                found = where(header, name::equalsIgnoreCase);
            }
            if (found.size() > 1) {
                throw orders.refusal("line 1", name, "must be named once, but is named twice");
            }
            return found.get(0);
        }

        private static List<Integer> where(List<String> header, Predicate<String> name) {
            return IntStream.range(0, header.size())
                    .filter(column -> name.test(header.get(column)))
                    .boxed()
                    .toList();
        }
    }
}
