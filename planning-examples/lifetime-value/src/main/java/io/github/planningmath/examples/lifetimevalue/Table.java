package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table for the terminal and for the page. */
final class Table {

    private final List<String> texts;
    private final List<String> figures;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with the headings of its text columns and of its columns of figures. */
    Table(List<String> texts, List<String> figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /** Adds a row, with a cell for each column. */
    Table row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    String text() {
        TextTable table = new TextTable(texts, figures);
        rows.forEach(row -> table.row(row.subList(0, texts.size()), row.subList(texts.size(), row.size())));
        return table.text();
    }

    /** A cell of the page. */
    record Cell(String text, boolean isFigure) {}

    /** A row of the page. */
    record Row(List<Cell> cells) {}

    Row head() {
        return row(IntStream.range(0, texts.size() + figures.size())
                .mapToObj(column -> column < texts.size() ? texts.get(column) : figures.get(column - texts.size()))
                .toList());
    }

    List<Row> body() {
        return rows.stream().map(this::row).toList();
    }

    private Row row(List<String> cells) {
        return new Row(IntStream.range(0, cells.size())
                .mapToObj(column -> new Cell(cells.get(column), column >= texts.size()))
                .toList());
    }
}
