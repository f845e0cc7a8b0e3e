package io.github.planningmath.lifetime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The histories of small-base.csv. */
final class SmallBase {

    private SmallBase() {}

    /** One history for each customer. */
    static List<PurchaseHistory> histories() {
        List<PurchaseHistory> histories = new ArrayList<>();
        lines().forEach(line -> {
            String[] cells = line.split(",", -1);
            PurchaseHistory history = PurchaseHistory.of(
                    Long.parseLong(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
            for (int customer = 0; customer < Integer.parseInt(cells[3]); customer++) {
                histories.add(history);
            }
        });
        return histories;
    }

    static HistoryCounts counts() {
        return HistoryCounts.of(histories());
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(SmallBase.class.getResourceAsStream("small-base.csv"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
