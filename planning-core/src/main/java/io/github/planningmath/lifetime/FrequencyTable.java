package io.github.planningmath.lifetime;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The different frequencies of counts, with the weight of each and each row's place among them. */
final class FrequencyTable {

    private final int[] frequencies;
    private final double[] weights;
    private final int[] index;

    FrequencyTable(HistoryCounts counts) {
        this(counts.size(), counts::frequency, counts::weight);
    }

    FrequencyTable(int size, IntUnaryOperator frequency, IntToDoubleFunction weight) {
        frequencies =
                IntStream.range(0, size).map(frequency).distinct().sorted().toArray();
        weights = new double[frequencies.length];
        index = new int[size];
        for (int row = 0; row < size; row++) {
            index[row] = Arrays.binarySearch(frequencies, frequency.applyAsInt(row));
            weights[index[row]] += weight.applyAsDouble(row);
        }
    }

    int size() {
        return frequencies.length;
    }

    int frequency(int place) {
        return frequencies[place];
    }

    double weight(int place) {
        return weights[place];
    }

    int place(int row) {
        return index[row];
    }
}
