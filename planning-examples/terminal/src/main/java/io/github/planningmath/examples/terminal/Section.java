package io.github.planningmath.examples.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the report, for the terminal and for the page.
 *
 * @param title what it shows
 * @param lead what is to be known before, by line
 * @param tables the tables
 * @param trees what is folded on the page
 * @param notes what is to be known after, by line
 */
public record Section(String title, List<String> lead, List<Table> tables, List<Tree> trees, List<String> notes) {

    public Section {
        lead = List.copyOf(lead);
        tables = List.copyOf(tables);
        trees = List.copyOf(trees);
        notes = List.copyOf(notes);
    }

    /**
     * A part without anything folded.
     *
     * @param title what it shows
     * @param lead what is to be known before, by line
     * @param tables the tables
     * @param notes what is to be known after, by line
     */
    public Section(String title, List<String> lead, List<Table> tables, List<String> notes) {
        this(title, lead, tables, List.of(), notes);
    }

    /**
     * Whether anything is folded.
     *
     * @return true where there are trees
     */
    public boolean hasTrees() {
        return !trees.isEmpty();
    }

    /**
     * The part as it is printed.
     *
     * @return a page of the report
     */
    public Sheet sheet() {
        List<String> blocks = new ArrayList<>();
        addLines(blocks, lead);
        tables.forEach(table -> blocks.add(table.text()));
        trees.forEach(tree -> blocks.add(tree.lines()));
        addLines(blocks, notes);
        return new Sheet(title, blocks);
    }

    private static void addLines(List<String> blocks, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(String.join("\n", lines) + "\n");
        }
    }
}
