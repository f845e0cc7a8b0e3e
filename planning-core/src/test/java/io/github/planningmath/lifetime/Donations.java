package io.github.planningmath.lifetime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The donors of donations.csv. */
final class Donations {

    private Donations() {}

    static HistoryCounts counts() {
        List<double[]> rows = rows();
        return HistoryCounts.weighted(
                CustomerColumns.of(rows.stream()
                        .map(row -> PurchaseHistory.of((long) row[0], row[1], row[2]))
                        .toList()),
                rows.stream().mapToDouble(row -> row[3]).toArray());
    }

    private static List<double[]> rows() {
        try (InputStream file = Objects.requireNonNull(Donations.class.getResourceAsStream("donations.csv"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(Donations::numbers)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
