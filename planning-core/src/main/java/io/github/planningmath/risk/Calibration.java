package io.github.planningmath.risk;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.NormalLaw;
import io.github.planningmath.internal.Required;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Were the chances any good? Each chance that was given beside whether it came.
 *
 * <p>{@code score = reliability - resolution + uncertainty} (Brier's score in the three parts of Murphy 1973): reliability is how far
 * what came in 60 % of all cases is from 60 %, 0 being best; resolution is how far apart the chances were told, more being better;
 * uncertainty is that of the facts and nobody's merit.
 *
 * @param score the mean squared difference of chance and fact, less being better
 * @param reliability at least 0
 * @param resolution at least 0
 * @param uncertainty from 0 to 1/4
 */
public record Calibration(Double score, Double reliability, Double resolution, Double uncertainty) {

    /**
     * One chance that was given, and what came.
     *
     * @param chance from 0 to 1
     * @param came whether it came
     */
    public record Told(Double chance, Boolean came) {

        public Told {
            Doubles.between(chance, 0, 1, "Told.chance");
            Required.present(came, "Told.came");
        }
    }

    public Calibration {
        Doubles.notNegative(score, "Calibration.score");
        Doubles.notNegative(reliability, "Calibration.reliability");
        Doubles.notNegative(resolution, "Calibration.resolution");
        Doubles.notNegative(uncertainty, "Calibration.uncertainty");
    }

    /**
     * How good they were.
     *
     * @param past the chances that were given, at least one; equal ones are compared together, so round them to whole tenths if
     *     each differs from all others
     * @return the score and its parts
     * @throws IllegalArgumentException if there is none
     */
    public static Calibration of(List<Told> past) {
        List<Told> told = Required.list(past, "Calibration.past");
        if (told.isEmpty()) {
            throw new IllegalArgumentException("Calibration.past must hold at least one chance, but was empty.");
        }
        Map<Double, int[]> groups = new TreeMap<>();
        double squares = 0;
        int all = 0;
        for (Told each : told) {
            int[] group = groups.computeIfAbsent(each.chance(), any -> new int[2]);
            int came = each.came() ? 1 : 0;
            group[0]++;
            group[1] += came;
            all += came;
            squares += (each.chance() - came) * (each.chance() - came);
        }
        int count = told.size();
        double base = (double) all / count;
        double reliability = 0;
        double resolution = 0;
        for (Map.Entry<Double, int[]> each : groups.entrySet()) {
            int size = each.getValue()[0];
            double share = (double) each.getValue()[1] / size;
            reliability += size * (each.getKey() - share) * (each.getKey() - share) / count;
            resolution += size * (share - base) * (share - base) / count;
        }
        return new Calibration(squares / count, reliability, resolution, base * (1 - base));
    }

    /**
     * How far a normal forecast was from what came: the continuous ranked probability score, in the unit of the amount.
     *
     * @param mean of the forecast
     * @param deviation of the forecast, at least 0
     * @param outcome what came
     * @return the score, at least 0; of a forecast without deviation the distance
     */
    public static double rankedScore(double mean, double deviation, double outcome) {
        Doubles.notNegative(deviation, "Calibration.deviation");
        if (deviation == 0) {
            return Math.abs(outcome - mean);
        }
        double z = (outcome - mean) / deviation;
        return deviation * (z * (2 * NormalLaw.below(z) - 1) + 2 * NormalLaw.density(z) - 1 / Math.sqrt(Math.PI));
    }
}
