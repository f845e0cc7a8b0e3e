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
}
