package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.planfile.Documents;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Row;
import io.github.planningmath.review.RowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Actuals from a CSV file (RFC 4180, UTF-8) whose first line names the columns.
 *
 * @param name how messages name the file
 * @param actuals what stands in it
 */
record ActualsFile(String name, Actuals actuals) {

    private static final Documents.Bundled BUNDLED = new Documents.Bundled(ActualsFile.class, "actuals.csv");
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    /**
     * Reads what happened.
     *
     * @param file where it stands; absent for the company that sells call tracking
     * @param constants what names, months and currency must fit
     * @throws WrongInputException if there is no file, or a wrong one
     */
    static ActualsFile of(@Nullable Path file, PlanningConstants constants) {
        String name = file == null ? BUNDLED.name() : file.toString();
        try {
            String text = text(name, file == null ? BUNDLED.bytes() : Files.readAllBytes(file));
            return new ActualsFile(name, Actuals.fromRows(name, rows(name, text), constants));
        } catch (RowException wrong) {
            throw new WrongInputException(String.valueOf(wrong.getMessage()));
        } catch (NoSuchFileException missing) {
            throw new WrongInputException(name + ": no such file");
        } catch (IOException unreadable) {
            throw new WrongInputException(name + ": cannot be read: " + unreadable.getMessage());
        }
    }

    private static String text(String name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw new WrongInputException(name + ", line " + (1 + lineFeeds(text)) + ": must be UTF-8");
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static long lineFeeds(String text) {
        return text.chars().filter(each -> each == '\n').count();
    }

    private static List<Row> rows(String name, String text) throws IOException {
        try (CSVParser lines = CSVParser.parse(text, FORMAT)) {
            Iterator<CSVRecord> records = lines.iterator();
            if (!records.hasNext()) {
                throw new WrongInputException(name + ", line 1: must name the columns, but the file is empty");
            }
            List<String> header = records.next().stream().map(String::strip).toList();
            requireOnce(name, header);
            List<Row> rows = new ArrayList<>();
            while (records.hasNext()) {
                CSVRecord fields = records.next();
                // the parser has read to the end of the row
                long feeds = fields.stream().mapToLong(ActualsFile::lineFeeds).sum();
                long line = lines.getCurrentLineNumber() - feeds;
                rows.add(new Row(line, fields(name, line, header, fields)));
            }
            return rows;
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CSVException wrong) {
                throw new WrongInputException(name + ": " + wrong.getMessage());
            }
            throw broken;
        }
    }

    private static void requireOnce(String name, List<String> header) {
        Set<String> before = new HashSet<>();
        for (String column : header) {
            if (!before.add(column)) {
                throw new WrongInputException(
                        name + ", line 1, column " + column + ": must be named once, but is named twice");
            }
        }
    }

    private static Map<String, String> fields(String name, long line, List<String> header, CSVRecord record) {
        if (record.size() != header.size()) {
            throw new WrongInputException(name + ", line " + line + ": must have " + header.size()
                    + " columns, as the first line has, but had " + record.size());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int column = 0; column < header.size(); column++) {
            fields.put(header.get(column), record.get(column));
        }
        return fields;
    }
}
