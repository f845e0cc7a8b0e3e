package io.github.planningmath.examples.monthreview;

import io.github.planningmath.examples.terminal.TextFile;
import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.review.Row;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file, each read when it is asked for. */
final class CsvRows implements Iterator<Row> {

    private final String name;
    private final CSVParser lines;
    private final Iterator<CSVRecord> records;
    private final List<String> header;

    /**
     * Reads the first line.
     *
     * @throws WrongInputException if it does not name columns
     */
    CsvRows(String name, CSVParser lines) {
        this.name = name;
        this.lines = lines;
        records = lines.iterator();
        if (!records.hasNext()) {
            throw new WrongInputException(name + ", line 1: must name the columns, but the file is empty");
        }
        header = records.next().stream()
                .map(column -> column.replace(TextFile.BYTE_ORDER_MARK, "").strip())
                .toList();
        requireCommas();
        requireOnce();
    }

    private void requireCommas() {
        String first = header.get(0);
        String other = first.contains(";") ? "semicolons" : first.contains("\t") ? "tabs" : "";
        if (header.size() == 1 && !other.isEmpty()) {
            throw new WrongInputException(name + ", line 1: must name the columns with commas between them, but was "
                    + first.replace('\t', ' ') + ". Perhaps the columns are parted by " + other
                    + ": save the file with commas, and amounts with a decimal point, such as 12.50");
        }
    }

    private void requireOnce() {
        Set<String> before = new HashSet<>();
        for (String column : header) {
            if (!before.add(column.toLowerCase(Locale.ROOT))) {
                throw new WrongInputException(
                        name + ", line 1, column " + column + ": must be named once, but is named twice");
            }
        }
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Row next() {
        CSVRecord fields = records.next();
        // the parser has read to the end of the row
        long feeds = fields.stream().mapToLong(CsvRows::lineFeeds).sum();
        long line = lines.getCurrentLineNumber() - feeds;
        return new Row(line, byColumn(line, fields));
    }

    private static long lineFeeds(String text) {
        return text.chars().filter(each -> each == '\n').count();
    }

    private Map<String, String> byColumn(long line, CSVRecord fields) {
        if (fields.size() != header.size()) {
            throw new WrongInputException(name + ", line " + line + ": must have " + header.size()
                    + " columns, as the first line has, but had " + fields.size()
                    + (fields.size() < header.size()
                            ? ""
                            : ". Perhaps an amount has a decimal comma: write it with a point, such as 12.50"));
        }
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int column = 0; column < header.size(); column++) {
            byColumn.put(header.get(column), fields.get(column));
        }
        return byColumn;
    }
}
