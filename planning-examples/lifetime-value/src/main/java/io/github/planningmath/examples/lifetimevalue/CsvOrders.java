package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.WrongInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

    private static final String BYTE_ORDER_MARK = "\ufeff";

    @Override
    public OrdersFound read(Progress progress) {
        if (!Files.isRegularFile(file)) {
            throw new WrongInputException(file + ": no such file");
        }
        try (InputStream bytes = Files.newInputStream(file);
                Reader text = utf8(progress.reading(bytes, "Reading", Files.size(file)));
                CSVParser lines = CSVParser.parse(text, format())) {
            return new Reading(lines).found();
        } catch (CharacterCodingException wrong) {
            throw new WrongInputException(file + ": line " + firstLineInOtherBytes() + ": must be UTF-8");
        } catch (IOException unreadable) {
            throw new WrongInputException(file + ": cannot be read: " + unreadable.getMessage());
        }
    }

    /** The decoder reads ahead of the parser, so the line is looked up. */
    private long firstLineInOtherBytes() {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return 1
                    + lines.takeWhile(line -> isUtf8(line.getBytes(StandardCharsets.ISO_8859_1)))
                            .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isUtf8(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line);
    }

    private CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
    }

    private static Reader utf8(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
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
                    .map(name -> name.replace(BYTE_ORDER_MARK, "").strip())
                    .toList();
        }

        private int index(List<String> header, String name) {
            int index = header.indexOf(name);
            if (index < 0) {
                throw new WrongInputException(
                        file + ": line 1: must name a column " + name + ", but names " + String.join(", ", header));
            }
            if (header.lastIndexOf(name) != index) {
                throw orders.refusal("line 1", name, "must be named once, but is named twice");
            }
            return index;
        }
    }
}
