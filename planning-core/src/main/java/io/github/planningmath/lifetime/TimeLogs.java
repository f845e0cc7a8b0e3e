package io.github.planningmath.lifetime;

import java.util.HashMap;
import java.util.Map;

/**
 * {@code ln(alpha + t)} and {@code 1 / (alpha + t)} of the recencies and ages of counts, for one alpha after another: looked
 * up where the times are few, as whole days are, and computed where they are not.
 */
final class TimeLogs {

    private static final int MOST_DISTINCT = 1 << 15;

    private final HistoryCounts counts;
    private final double[] times;
    private final boolean computed;
    private final int[] ageIndex;
    private final int[] recencyIndex;
    private final double[] logs;
    private final double[] reciprocals;
    private double alpha;

    TimeLogs(HistoryCounts counts) {
        this.counts = counts;
        int[] ages = new int[counts.size()];
        int[] recencies = new int[counts.size()];
        this.times = distinct(counts, ages, recencies);
        this.computed = times.length == 0;
        this.ageIndex = computed ? new int[0] : ages;
        this.recencyIndex = computed ? new int[0] : recencies;
        this.logs = new double[times.length];
        this.reciprocals = new double[times.length];
    }

    void at(double newAlpha) {
        alpha = newAlpha;
        for (int i = 0; i < times.length; i++) {
            logs[i] = Math.log(newAlpha + times[i]);
            reciprocals[i] = 1 / (newAlpha + times[i]);
        }
    }

    double logOfAge(int row) {
        return computed ? Math.log(alpha + counts.age(row)) : logs[ageIndex[row]];
    }

    double logOfRecency(int row) {
        return computed ? Math.log(alpha + counts.recency(row)) : logs[recencyIndex[row]];
    }

    double reciprocalOfAge(int row) {
        return computed ? 1 / (alpha + counts.age(row)) : reciprocals[ageIndex[row]];
    }

    double reciprocalOfRecency(int row) {
        return computed ? 1 / (alpha + counts.recency(row)) : reciprocals[recencyIndex[row]];
    }

    /** The different times, with each row's place among them; none where they are too many to be worth a table. */
    private static double[] distinct(HistoryCounts counts, int[] ages, int[] recencies) {
        Map<Double, Integer> places = new HashMap<>();
        int most = Math.min(MOST_DISTINCT, counts.size());
        for (int row = 0; row < counts.size(); row++) {
            ages[row] = place(places, counts.age(row));
            recencies[row] = place(places, counts.recency(row));
            if (places.size() > most) {
                return new double[0];
            }
        }
        double[] times = new double[places.size()];
        places.forEach((time, place) -> times[place] = time);
        return times;
    }

    private static int place(Map<Double, Integer> places, double time) {
        // Adding 0.0 makes -0.0 the 0.0 it equals.
        Integer known = places.putIfAbsent(time + 0.0, places.size());
        return known == null ? places.size() - 1 : known;
    }
}
