package io.github.planningmath.examples.terminal;

import java.util.List;
import java.util.Locale;

/**
 * A titled page of the report.
 *
 * @param title what it shows
 * @param blocks tables and paragraphs, each ended by a line feed
 */
public record Sheet(String title, List<String> blocks) {

    public Sheet {
        blocks = List.copyOf(blocks);
    }

    /**
     * The page as it is printed.
     *
     * @return the title in capitals, and the blocks with a blank line between them
     */
    public String text() {
        return title.toUpperCase(Locale.ROOT) + "\n\n" + String.join("\n", blocks);
    }
}
