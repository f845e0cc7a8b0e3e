package io.github.planningmath.examples.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table for the terminal and for the page. */
public final class Table {

    private final List<String> texts;
    private final List<String> figures;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param texts the headings of its text columns
     * @param figures the headings of its columns of figures
     */
    public Table(List<String> texts, List<String> figures) {
        this.texts = List.copyOf(texts);
        this.figures = List.copyOf(figures);
    }

    /**
     * Adds a row.
     *
     * @param cells a cell for each column
     * @return this table
     */
    public Table row(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    String text() {
        TextTable table = new TextTable(texts, figures);
        rows.forEach(row -> table.row(row.subList(0, texts.size()), row.subList(texts.size(), row.size())));
        return table.text();
    }

    /**
     * A cell of the page.
     *
     * @param text what stands in it
     * @param isFigure whether it is a figure, which stands right
     */
    public record Cell(String text, boolean isFigure) {}

    /**
     * A row of the page.
     *
     * @param cells a cell for each column
     */
    public record Row(List<Cell> cells) {}

    /**
     * The headings.
     *
     * @return a cell for each column
     */
    public Row head() {
        return row(IntStream.range(0, texts.size() + figures.size())
                .mapToObj(column -> column < texts.size() ? texts.get(column) : figures.get(column - texts.size()))
                .toList());
    }

    /**
     * The rows below the headings.
     *
     * @return the rows
     */
    public List<Row> body() {
        return rows.stream().map(this::row).toList();
    }

    private Row row(List<String> cells) {
        return new Row(IntStream.range(0, cells.size())
                .mapToObj(column -> new Cell(cells.get(column), column >= texts.size()))
                .toList());
    }
}
