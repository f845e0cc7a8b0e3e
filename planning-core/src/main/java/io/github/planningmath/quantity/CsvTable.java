package io.github.planningmath.quantity;

import io.github.planningmath.internal.Required;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that leaves as CSV (RFC 4180): for spreadsheets, and for whoever reads tables. Numbers are plain digits, decimals
 * after a point, whatever the locale; nothing between thousands. What there is no number of is an empty field.
 *
 * <p>Some spreadsheets expect a byte-order mark before text that is not English; who writes the file may put one there.
 *
 * @param columns what the columns are called, at least one, each once
 * @param rows the rows, each with a field for every column
 */
public record CsvTable(List<String> columns, List<List<String>> rows) implements DocumentPart {

    private static final String LINE_END = "\r\n";

    public CsvTable {
        columns = Required.list(columns, "CsvTable.columns");
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("CsvTable.columns must hold at least one, but was empty.");
        }
        Required.distinct(columns, "CsvTable.columns");
        rows = Required.list(rows, "CsvTable.rows").stream()
                .map(row -> Required.list(row, "CsvTable.rows"))
                .toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("CsvTable.rows must have a field for each of the " + columns.size()
                        + " columns, but one had " + row.size() + ".");
            }
        }
    }

    /**
     * The table as CSV: columns, then rows, each line ended by CR LF. Quoted is what holds a comma, a quote or a line break,
     * and the empty field of a table of one column, which no line would show.
     *
     * @return the text of a file
     */
    public String text() {
        return line(columns) + rows.stream().map(CsvTable::line).collect(Collectors.joining());
    }

    private static String line(List<String> fields) {
        return fields.equals(List.of(""))
                ? "\"\"" + LINE_END
                : fields.stream().map(CsvTable::field).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String field(String text) {
        boolean isPlain = text.chars().noneMatch(each -> each == ',' || each == '"' || each == '\r' || each == '\n');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text();
    }
}
