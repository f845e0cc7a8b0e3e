package io.github.planningmath.examples.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table for the terminal and for the page; rows may stand under each other, and sections part them. */
public final class Table {

    private static final String INDENT = "\u00a0\u00a0";

    private final List<String> texts;
    private final List<String> figures;
    private final List<Line> lines = new ArrayList<>();
    private boolean isFolded;

    /** A row, so deep under the one before it that is less deep; or the name of a section, which is one cell. */
    private record Line(int depth, List<String> cells, boolean isSection) {}

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
        return row(0, cells);
    }

    /**
     * Adds a row that stands under another.
     *
     * @param depth how deep; 0 for a row of its own
     * @param cells a cell for each column
     * @return this table
     */
    public Table row(int depth, String... cells) {
        lines.add(new Line(depth, Arrays.asList(cells), false));
        return this;
    }

    /**
     * Folds the rows that stand under others on the page, however many figures they have; there is one column of text.
     *
     * @return this table
     */
    public Table folded() {
        isFolded = true;
        return this;
    }

    /**
     * Begins a section.
     *
     * @param name its name
     * @return this table
     */
    public Table section(String name) {
        lines.add(new Line(0, List.of(name), true));
        return this;
    }

    String text() {
        TextTable table = new TextTable(texts, figures);
        for (Line line : lines) {
            List<String> cells = line.cells();
            if (line.isSection()) {
                table.section(cells.get(0));
            } else {
                List<String> names = new ArrayList<>(cells.subList(0, texts.size()));
                names.set(0, INDENT.repeat(line.depth()) + names.get(0));
                table.row(names, cells.subList(texts.size(), cells.size()));
            }
        }
        return table.text();
    }

    /**
     * The rows as trees, where some stand under others and each is a name and a figure, or is folded: then its first figure stands right
     * of it and all others below it, each behind its heading.
     *
     * @return the trees; none where it is shown as a table
     */
    public List<Tree> trees() {
        boolean isNarrow = texts.size() + figures.size() == 2;
        if (!(isNarrow || isFolded) || lines.stream().noneMatch(line -> line.depth() > 0)) {
            return List.of();
        }
        Tree.Maker maker = new Tree.Maker();
        lines.forEach(line ->
                maker.add(line.depth(), line.cells().get(0), line.cells().get(1), notes(line)));
        return maker.made();
    }

    private List<Tree.Note> notes(Line line) {
        return IntStream.range(1, figures.size())
                .filter(column -> !line.cells().get(column + 1).isEmpty())
                .mapToObj(column ->
                        new Tree.Note(figures.get(column), line.cells().get(column + 1)))
                .toList();
    }

    /**
     * The headings of what stands right of the lines of trees.
     *
     * @return that of the texts and that of the first figure
     */
    public Row headOfTrees() {
        return new Row(List.of(new Cell(texts.get(0), false), new Cell(figures.get(0), true)), null);
    }

    /**
     * Whether it is shown as a table.
     *
     * @return false where it is shown as trees
     */
    public boolean hasRows() {
        return trees().isEmpty();
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
     * @param cells a cell for each column; of a section one
     * @param section the name of a section that begins here; absent in a row of figures
     */
    public record Row(List<Cell> cells, @Nullable String section) {}

    /**
     * How many columns there are.
     *
     * @return of text and of figures
     */
    public int width() {
        return texts.size() + figures.size();
    }

    /**
     * The headings.
     *
     * @return a cell for each column
     */
    public Row head() {
        return row(new Line(0, Stream.concat(texts.stream(), figures.stream()).toList(), false));
    }

    /**
     * The rows below the headings.
     *
     * @return the rows
     */
    public List<Row> body() {
        return lines.stream().map(this::row).toList();
    }

    private Row row(Line line) {
        List<String> cells = line.cells();
        return line.isSection()
                ? new Row(List.of(), cells.get(0))
                : new Row(
                        IntStream.range(0, cells.size())
                                .mapToObj(column -> new Cell(
                                        (column == 0 ? INDENT.repeat(line.depth()) : "") + cells.get(column),
                                        column >= texts.size()))
                                .toList(),
                        null);
    }
}
