package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a table, each read when it is asked for; the first of all names the columns. */
final class TableRows implements Iterator<Row> {

    /** What some programs begin a file with. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final String source;
    private final Iterator<? extends Iterable<String>> rows;
    private final List<String> columns;

    /** The line on which what is read next begins. */
    private long line = 1;

    private @Nullable Row next;

    /**
     * Reads the names of columns.
     *
     * @throws RowException if there are none, one is there twice, or they are parted by something else than commas
     */
    TableRows(String source, Iterable<? extends Iterable<String>> rows) {
        this.source = source;
        this.rows = rows.iterator();
        columns = this.rows.hasNext()
                ? fields().stream()
                        .map(column -> column.replace(BYTE_ORDER_MARK, "").strip())
                        .toList()
                : List.of();
        if (columns.isEmpty()) {
            throw wrong(1, "the columns must be named, but there was no line.");
        }
        requireCommas();
        requireOnce();
    }

    private void requireCommas() {
        String first = columns.get(0);
        String other = first.contains(";") ? "semicolons" : first.contains("\t") ? "tabs" : "";
        if (columns.size() == 1 && !other.isEmpty()) {
            throw wrong(
                    1,
                    "the columns must be named with commas between them, but were " + first.replace('\t', ' ')
                            + ". Perhaps they are parted by " + other
                            + ": save the file with commas, and amounts with a decimal point, such as 12.50.");
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            long begin = line;
            List<String> fields = fields();
            boolean isEmptyLine = fields.size() <= 1 && fields.stream().allMatch(String::isBlank);
            next = isEmptyLine && columns.size() > 1 ? null : row(begin, fields);
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = Objects.requireNonNull(next);
        next = null;
        return row;
    }

    /** The fields of the row that is read next; some readers give a null for an empty one. */
    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        for (@Nullable String field : Required.present(rows.next(), "Row.records")) {
            String text = Objects.requireNonNullElse(field, "");
            line += text.chars().filter(each -> each == '\n').count();
            fields.add(text);
        }
        line++;
        return fields;
    }

    private void requireOnce() {
        Set<String> before = new HashSet<>();
        for (String column : columns) {
            if (!before.add(column.toLowerCase(Locale.ROOT))) {
                throw wrong(1, "the columns must be named once each, but " + column + " is there twice.");
            }
        }
    }

    private Row row(long begin, List<String> fields) {
        if (fields.size() == columns.size()) {
            Map<String, String> byColumn = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                byColumn.put(columns.get(column), fields.get(column));
            }
            return new Row(begin, byColumn);
        }
        throw wrong(
                begin,
                "there must be " + columns.size() + " fields, as many as columns, but there were " + fields.size() + "."
                        + (fields.size() < columns.size()
                                ? ""
                                : " Perhaps an amount has a decimal comma: write it with a point, such as 12.50."));
    }

    private RowException wrong(long at, String rule) {
        return new RowException(source, at, null, rule, null);
    }
}
