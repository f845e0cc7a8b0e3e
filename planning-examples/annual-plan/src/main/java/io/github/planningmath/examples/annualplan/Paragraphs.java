package io.github.planningmath.examples.annualplan;

import java.util.stream.Collectors;

/** Lines of prose, broken where they are wider than a page. */
final class Paragraphs {

    private static final int PAGE = 175;
    private static final String FURTHER = "      ";

    private Paragraphs() {}

    /** The text with its long lines broken at blanks; what follows a break is indented further than its line. */
    static String wrapped(String text) {
        return text.lines()
                .map(line -> wrapped(line, indent(line) + FURTHER))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String wrapped(String line, String further) {
        if (line.length() <= PAGE) {
            return line;
        }
        int blank = line.lastIndexOf(' ', PAGE);
        if (blank <= further.length()) {
            return line;
        }
        return line.substring(0, blank) + "\n" + wrapped(further + line.substring(blank + 1), further);
    }

    private static String indent(String line) {
        return " ".repeat(line.length() - line.stripLeading().length());
    }
}
