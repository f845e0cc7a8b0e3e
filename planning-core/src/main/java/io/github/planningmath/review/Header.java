package io.github.planningmath.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a table; upper and lower case mean the same.
 *
 * @param written how each column that is there is written, by its name
 */
record Header(Map<String, String> written) {

    static final String MONTH = "month";
    static final String PRODUCT = "product";
    static final String CHANNEL = "channel";
    static final String BROUGHT = "brought";
    static final String CURRENCY = "currency";
    static final String LOST_LEADS = "lost leads";

    /** Those of cells by the month of leads. */
    static final List<String> OF_LEADS = List.of(BROUGHT, LOST_LEADS);

    private static final List<String> REQUIRED = List.of(MONTH, PRODUCT);
    private static final List<String> OTHERS = others();

    /** All columns, in the order in which they are written. */
    static final List<String> COLUMNS =
            Stream.concat(REQUIRED.stream(), OTHERS.stream()).toList();

    private static List<String> others() {
        List<String> columns = new ArrayList<>(List.of(CHANNEL, BROUGHT, CURRENCY));
        Arrays.stream(Measure.values()).map(Measure::column).forEach(columns::add);
        columns.add(columns.indexOf(Measure.NEW_DEALS.column()), LOST_LEADS);
        return List.copyOf(columns);
    }

    /**
     * Reads the names of columns.
     *
     * @throws RowException if any of them is unknown or there twice, or one is missing; it names all, and line 1
     */
    static Header of(String source, Set<String> names) {
        Map<String, String> written = new HashMap<>();
        List<String> faults = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            String column = name.strip().toLowerCase(Locale.ROOT);
            if (!REQUIRED.contains(column) && !OTHERS.contains(column)) {
                unknown.add(name);
            } else if (written.putIfAbsent(column, name) != null) {
                faults.add(column + " is there twice");
            }
        }
        addFault(
                faults,
                REQUIRED.stream().filter(column -> !written.containsKey(column)).toList(),
                "missing");
        addFault(faults, unknown, "unknown");
        if (faults.isEmpty()) {
            return new Header(Map.copyOf(written));
        }
        throw new RowException(
                source,
                1,
                null,
                "the columns must be " + String.join(", ", REQUIRED) + " and any of " + String.join(", ", OTHERS)
                        + ", but " + String.join(", and ", faults) + ".",
                null);
    }

    private static void addFault(List<String> faults, List<String> columns, String fault) {
        if (!columns.isEmpty()) {
            faults.add(String.join(", ", columns) + (columns.size() == 1 ? " is " : " are ") + fault);
        }
    }
}
