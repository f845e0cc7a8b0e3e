package io.github.planningmath.review;

import io.github.planningmath.internal.CsvField;
import io.github.planningmath.quantity.CsvTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of a gap that have no parts of their own, as a table. */
final class PartTable {

    private static final List<Part.Level> LEVELS =
            List.of(Part.Level.OWNER, Part.Level.DIRECTION, Part.Level.EFFECT, Part.Level.PRODUCT, Part.Level.CHANNEL);

    private final List<List<String>> rows = new ArrayList<>();

    private PartTable() {}

    static CsvTable of(Part gap) {
        PartTable table = new PartTable();
        table.add(gap, Map.of());
        List<String> columns = new ArrayList<>(LEVELS.stream()
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .toList());
        columns.add("amount");
        return new CsvTable(columns, table.rows);
    }

    private void add(Part part, Map<Part.Level, String> above) {
        Map<Part.Level, String> names = new EnumMap<>(Part.Level.class);
        names.putAll(above);
        // what nobody answers for yet is an effect of no owner
        names.put(part.level() == Part.Level.NOT_YET_DUE ? Part.Level.EFFECT : part.level(), part.name());
        if (part.parts().isEmpty()) {
            List<String> row = new ArrayList<>();
            LEVELS.forEach(level -> row.add(CsvField.of(names.get(level))));
            row.add(CsvField.of(part.amount()));
            rows.add(row);
        }
        part.parts().forEach(each -> add(each, names));
    }
}
