package io.github.planningmath.lifetime;

import java.util.Arrays;

/** The different frequencies of counts, with the weight of each and each row's place among them. */
final class FrequencyTable {

    private final int[] frequencies;
    private final double[] weights;
    private final int[] index;

    FrequencyTable(HistoryCounts counts) {
        int size = counts.size();
        int[] all = new int[size];
        for (int row = 0; row < size; row++) {
            all[row] = counts.frequency(row);
        }
        frequencies = Arrays.stream(all).distinct().sorted().toArray();
        weights = new double[frequencies.length];
        index = all;
        for (int row = 0; row < size; row++) {
            index[row] = Arrays.binarySearch(frequencies, all[row]);
            weights[index[row]] += counts.weight(row);
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
