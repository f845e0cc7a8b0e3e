package io.github.planningmath.evidence;

import io.github.planningmath.evidence.LeadCount.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * By how much real leads scatter more than luck allows: Pearson's statistic of the cells of week of lead and week of age that expect
 * more than one deal, over its degrees of freedom, and at least 1.
 */
final class Scatter {

    private static final int WEEK = 7;
    private static final int PARAMETERS = 3;

    private Scatter() {}

    /**
     * The dispersion of leads with the days on which they came.
     *
     * @param curve the share won within each number of days, of the oldest lead at least
     */
    static double of(KnownLeads known, double[] curve) {
        LocalDate first = null;
        Map<Integer, double[]> expected = new TreeMap<>();
        Map<Integer, double[]> seen = new TreeMap<>();
        int bins = (curve.length + WEEK - 1) / WEEK;
        for (LeadCount count : known.counts()) {
            if (first == null || count.entered().isBefore(first)) {
                first = count.entered();
            }
        }
        for (LeadCount count : known.counts()) {
            int age = Objects.requireNonNull(count.age());
            int from = count.observedFromAge();
            if (age >= from) {
                int week =
                        Math.toIntExact(ChronoUnit.DAYS.between(Objects.requireNonNull(first), count.entered())) / WEEK;
                int behind = Math.toIntExact(ChronoUnit.DAYS.between(count.entered(), known.through())) + 1;
                double[] cells = expected.computeIfAbsent(week, any -> new double[bins]);
                double unseen = 1 - curve[from];
                for (int bin = from / WEEK; bin * WEEK < behind; bin++) {
                    int to = Math.min(behind, (bin + 1) * WEEK);
                    cells[bin] += count.leads() * (curve[to] - curve[Math.max(from, bin * WEEK)]) / unseen;
                }
                if (count.outcome() == Outcome.WON) {
                    seen.computeIfAbsent(week, any -> new double[bins])[age / WEEK] += count.leads();
                }
            }
        }
        return dispersion(expected, seen);
    }

    private static double dispersion(Map<Integer, double[]> expected, Map<Integer, double[]> seen) {
        double statistic = 0;
        int cells = 0;
        double[] none = {};
        for (Map.Entry<Integer, double[]> week : expected.entrySet()) {
            double[] deals = seen.getOrDefault(week.getKey(), none);
            for (int bin = 0; bin < week.getValue().length; bin++) {
                double wanted = week.getValue()[bin];
                if (wanted > 1) {
                    double off = (bin < deals.length ? deals[bin] : 0) - wanted;
                    statistic += off * off / wanted;
                    cells++;
                }
            }
        }
        return cells > PARAMETERS ? Math.max(1, statistic / (cells - PARAMETERS)) : 1;
    }
}
