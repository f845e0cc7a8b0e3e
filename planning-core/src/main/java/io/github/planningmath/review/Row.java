package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a table, as a reader of CSV files gives it: quoting and separators are behind it.
 *
 * @param line the line of the file on which it begins, from 1; for messages
 * @param fields the fields by the name of their column, as they were read
 */
public record Row(Long line, Map<String, String> fields) {

    public Row {
        Required.count(line, "Row.line");
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(Required.present(fields, "Row.fields")));
    }

    /**
     * The rows of a table by column, of the fields that a reader of CSV files gives: the first row names the columns. Commons
     * CSV's parser is such rows itself. Each is read when it is asked for; empty lines are passed over, and a byte-order mark.
     * Lines are counted by rows and the line breaks in them, as long as the reader does not pass over empty lines by itself.
     *
     * @param source what the rows are read from, such as a file's name, for messages
     * @param records the fields of each row, in the order of the file, the names of columns first; may be gone through once
     * @return the rows, which throw a {@link RowException} when they come to one that has not as many fields as there are
     *     columns, and begin with one where no columns are named, one is named twice, or they are parted by semicolons or tabs
     */
    public static Iterable<Row> all(String source, Iterable<? extends Iterable<String>> records) {
        Required.present(source, "Row.source");
        Required.present(records, "Row.records");
        return () -> new TableRows(source, records);
    }
}
