package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.Figures;
import io.github.planningmath.examples.terminal.Table;
import io.github.planningmath.examples.terminal.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts by row and column; the columns in their natural order.
 *
 * @param <C> what the columns stand for
 */
final class Grid<C extends Comparable<C>> {

    private final Map<String, Map<C, Long>> rows = new LinkedHashMap<>();
    private final SortedSet<C> columns = new TreeSet<>();

    /** Adds to a cell. */
    void add(String row, C column, long count) {
        rows.computeIfAbsent(row, name -> new TreeMap<>()).merge(column, count, Math::addExact);
        columns.add(column);
    }

    /** The table, under a title. */
    Table table(String title, Words words) {
        Table table =
                new Table(List.of(title), columns.stream().map(Object::toString).toList());
        rows.forEach((name, counts) -> {
            List<String> cells = new ArrayList<>(List.of(name));
            columns.forEach(column -> {
                Long count = counts.get(column);
                cells.add(count == null ? Figures.NONE : words.figures().whole(count));
            });
            table.row(cells.toArray(String[]::new));
        });
        return table;
    }
}
