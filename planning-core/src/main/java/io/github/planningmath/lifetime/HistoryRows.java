package io.github.planningmath.lifetime;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns of histories on the way to {@link CustomerHistories}. */
final class HistoryRows {

    private final List<String> names = new ArrayList<>();
    private final int[] frequency;
    private final double[] recency;
    private final double[] age;
    private final double[] averageSpend;

    HistoryRows(int most) {
        frequency = new int[most];
        recency = new double[most];
        age = new double[most];
        averageSpend = new double[most];
    }

    void add(String name, int rowFrequency, double rowRecency, double rowAge, @Nullable Double rowAverageSpend) {
        int row = names.size();
        names.add(name);
        frequency[row] = rowFrequency;
        recency[row] = rowRecency;
        age[row] = rowAge;
        averageSpend[row] = rowAverageSpend == null ? Double.NaN : rowAverageSpend;
    }

    int size() {
        return names.size();
    }

    CustomerHistories histories(ChronoUnit unit, LocalDate observedUntil, CustomerHistories.@Nullable OrdersRead read) {
        int size = names.size();
        return new CustomerHistories(
                unit,
                observedUntil,
                names,
                CustomerColumns.of(
                        Arrays.copyOf(frequency, size), Arrays.copyOf(recency, size), Arrays.copyOf(age, size)),
                Arrays.copyOf(averageSpend, size),
                read);
    }
}
