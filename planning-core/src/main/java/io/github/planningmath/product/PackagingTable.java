package io.github.planningmath.product;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Packaging as a table of text. */
final class PackagingTable {

    private static final String BETWEEN = " | ";

    private PackagingTable() {}

    static String of(List<Packaging> packaging) {
        if (packaging.isEmpty()) {
            return "";
        }
        List<Packaging> lines = new ArrayList<>();
        lines.add(new Packaging("feature", "benefit", "result"));
        lines.addAll(packaging);
        int features =
                lines.stream().mapToInt(line -> width(line.feature())).max().orElse(0);
        int benefits =
                lines.stream().mapToInt(line -> width(line.benefit())).max().orElse(0);
        return lines.stream()
                .map(line -> padded(line.feature(), features)
                        + BETWEEN
                        + padded(line.benefit(), benefits)
                        + BETWEEN
                        + line.result())
                .collect(Collectors.joining("\n"));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - width(text));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
