package io.github.planningmath.lifetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers with their histories and spend, gathered row by row. */
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

    List<String> names() {
        return Collections.unmodifiableList(names);
    }

    CustomerColumns columns() {
        return CustomerColumns.of(
                Arrays.copyOf(frequency, size()), Arrays.copyOf(recency, size()), Arrays.copyOf(age, size()));
    }

    /** By row; NaN where it is not known. */
    double[] averageSpend() {
        return Arrays.copyOf(averageSpend, size());
    }
}
