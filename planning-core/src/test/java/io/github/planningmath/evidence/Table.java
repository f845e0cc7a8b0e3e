package io.github.planningmath.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** A reference table: lines of facts after what the first lines say of them. */
final class Table {

    private Table() {}

    static List<String[]> rows(String name) {
        try (InputStream file = Objects.requireNonNull(Table.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String[]> rows(String name, String of) {
        return rows(name).stream().filter(row -> row[0].equals(of)).toList();
    }
}
