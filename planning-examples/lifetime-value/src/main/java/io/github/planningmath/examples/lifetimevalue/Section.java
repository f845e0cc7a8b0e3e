package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.Sheet;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of the report, for the terminal and for the page.
 *
 * @param title what it shows
 * @param lead what is to be known before, by line
 * @param tables the tables
 * @param notes what is to be known after, by line
 */
record Section(String title, List<String> lead, List<Table> tables, List<String> notes) {

    Sheet sheet() {
        List<String> blocks = new ArrayList<>();
        addLines(blocks, lead);
        tables.forEach(table -> blocks.add(table.text()));
        addLines(blocks, notes);
        return new Sheet(title, blocks);
    }

    private static void addLines(List<String> blocks, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(String.join("\n", lines) + "\n");
        }
    }
}
