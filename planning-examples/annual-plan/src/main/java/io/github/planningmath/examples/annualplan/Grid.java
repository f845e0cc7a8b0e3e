package io.github.planningmath.examples.annualplan;

import io.github.planningmath.examples.terminal.TextTable;
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
    String text(String title) {
        TextTable table = new TextTable(
                List.of(title), columns.stream().map(Object::toString).toList());
        rows.forEach((name, cells) -> {
            List<String> figures = new ArrayList<>();
            columns.forEach(
                    column -> figures.add(cells.containsKey(column) ? Figures.count(cells.get(column)) : Figures.NONE));
            table.row(List.of(name), figures);
        });
        return table.text();
    }
}
