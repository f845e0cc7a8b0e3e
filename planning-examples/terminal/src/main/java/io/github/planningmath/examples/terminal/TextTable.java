package io.github.planningmath.examples.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table of text: the one place for layout. Text columns stand left, figures right; sections part the rows. */
public final class TextTable {

    private static final String GAP = "  ";
    private static final String RULE = "─";

    private final int textColumns;
    private final List<List<String>> lines = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param texts the headings of its text columns
     * @param figures the headings of its columns of figures
     */
    public TextTable(List<String> texts, List<String> figures) {
        textColumns = texts.size();
        row(texts, figures);
    }

    /**
     * Adds a row.
     *
     * @param texts as many cells as there are text columns
     * @param figures as many cells as there are columns of figures
     */
    public void row(List<String> texts, List<String> figures) {
        List<String> cells = new ArrayList<>(texts);
        cells.addAll(figures);
        lines.add(cells);
    }

    /**
     * Adds a line that names the rows below it, set off from those above.
     *
     * @param name what they have in common
     */
    public void section(String name) {
        if (lines.size() > 1) {
            lines.add(List.of(""));
        }
        lines.add(List.of(name));
    }

    /**
     * The lines, each ended by a line feed.
     *
     * @return headings, a rule, and the rows
     */
    public String text() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        append(text, line(lines.get(0), widths));
        append(text, RULE.repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1)));
        for (List<String> cells : lines.subList(1, lines.size())) {
            append(text, cells.size() == 1 ? cells.get(0) : line(cells, widths));
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> cells : lines) {
            for (int column = 0; column < cells.size() && cells.size() > 1; column++) {
                widths[column] = Math.max(widths[column], width(cells.get(column)));
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String blanks = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? "" : GAP).append(column < textColumns ? cell + blanks : blanks + cell);
        }
        return line.toString();
    }

    private static void append(StringBuilder text, String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
