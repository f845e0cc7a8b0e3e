package io.github.planningmath.examples.annualplan;

import java.util.List;
import java.util.Locale;

/**
 * A titled page of the report.
 *
 * @param title what it shows
 * @param blocks tables and paragraphs, each ended by a line feed
 */
record Sheet(String title, List<String> blocks) {

    String text() {
        return title.toUpperCase(Locale.ROOT) + "\n\n" + String.join("\n", blocks);
    }
}
