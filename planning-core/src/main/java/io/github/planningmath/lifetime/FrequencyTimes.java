package io.github.planningmath.lifetime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The different pairs of a frequency and a time, recency or age, among counts, and each row's two places among them. */
final class FrequencyTimes {

    private record Pair(int frequency, double time) {}

    private final int[] frequency;
    private final double[] time;
    private final int[] recencyPlaces;
    private final int[] agePlaces;

    FrequencyTimes(HistoryCounts counts) {
        Map<Pair, Integer> places = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        recencyPlaces = new int[counts.size()];
        agePlaces = new int[counts.size()];
        for (int row = 0; row < counts.size(); row++) {
            recencyPlaces[row] = place(new Pair(counts.frequency(row), counts.recency(row)), places, pairs);
            agePlaces[row] = place(new Pair(counts.frequency(row), counts.age(row)), places, pairs);
        }
        frequency = pairs.stream().mapToInt(Pair::frequency).toArray();
        time = pairs.stream().mapToDouble(Pair::time).toArray();
    }

    private static int place(Pair pair, Map<Pair, Integer> places, List<Pair> pairs) {
        Integer known = places.putIfAbsent(pair, pairs.size());
        if (known != null) {
            return known;
        }
        pairs.add(pair);
        return pairs.size() - 1;
    }

    int size() {
        return frequency.length;
    }

    int frequency(int place) {
        return frequency[place];
    }

    double time(int place) {
        return time[place];
    }

    int recencyPlace(int row) {
        return recencyPlaces[row];
    }

    int agePlace(int row) {
        return agePlaces[row];
    }
}
