package io.github.planningmath.risk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The figures of risk-reference.csv. */
final class ReferenceCases {

    private static final Map<String, Double> VALUES = read();

    private ReferenceCases() {}

    static double value(String id, String name) {
        return Objects.requireNonNull(VALUES.get(id + "," + name), id + "," + name);
    }

    private static Map<String, Double> read() {
        Map<String, Double> values = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceCases.class.getResourceAsStream("risk-reference.csv")), UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("case,"))
                    .map(line -> line.split(",", 4))
                    .forEach(fields -> values.put(fields[0] + "," + fields[1], Double.valueOf(fields[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
