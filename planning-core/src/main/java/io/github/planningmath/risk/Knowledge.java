package io.github.planningmath.risk;

import io.github.planningmath.internal.NormalLaw;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanningConstants;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What is known of the doubted constants: each by its law, some with something in common. They stand in the order of their names. */
final class Knowledge {

    /** A score beyond which next to nothing lies. */
    private static final double FAR = 8;

    private final List<Driver<?>> drivers;
    private final List<Marginal> marginals = new ArrayList<>();

    /** Rows of the lower root of the correlation of scores: what each score takes of independent ones. */
    private final double[][] root;

    Knowledge(PlanningConstants constants, Uncertainty uncertainty) {
        drivers = uncertainty.doubts().keySet().stream()
                .sorted(Comparator.<Driver<?>, Driver.Kind>comparing(Driver::kind)
                        .thenComparing(Driver::toString))
                .toList();
        for (Driver<?> driver : drivers) {
            Doubt doubt = uncertainty.doubts().get(driver);
            if (doubt != null) {
                marginals.add(Marginals.of(constants, driver, doubt));
            }
        }
        root = root(uncertainty);
    }

    private double[][] root(Uncertainty uncertainty) {
        int size = drivers.size();
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1;
        }
        Map<Driver<?>, Integer> places = places();
        for (Uncertainty.Common common : uncertainty.common()) {
            for (Driver<?> one : common.drivers()) {
                for (Driver<?> other : common.drivers()) {
                    if (!one.equals(other)) {
                        matrix[places.getOrDefault(one, 0)][places.getOrDefault(other, 0)] = common.correlation();
                    }
                }
            }
        }
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                // what depends on the others wholly has a root of 0: correlations of 1 and the least possible ones
                lower[i][j] = i == j ? rest > 1e-12 ? Math.sqrt(rest) : 0 : lower[j][j] > 0 ? rest / lower[j][j] : 0;
            }
        }
        return lower;
    }

    List<Driver<?>> drivers() {
        return drivers;
    }

    Marginal marginal(int place) {
        return marginals.get(place);
    }

    int size() {
        return drivers.size();
    }

    Map<Driver<?>, Integer> places() {
        Map<Driver<?>, Integer> places = new LinkedHashMap<>();
        for (Driver<?> driver : drivers) {
            places.put(driver, places.size());
        }
        return new HashMap<>(places);
    }

    /** The places of constants that are independent of all others, and those together that have something in common. */
    List<int[]> units(Uncertainty uncertainty) {
        Map<Driver<?>, Integer> places = places();
        List<int[]> units = new ArrayList<>();
        for (Driver<?> driver : drivers) {
            int[] unit = uncertainty.common().stream()
                    .filter(common -> common.drivers().contains(driver))
                    .findFirst()
                    .map(common -> common.drivers().stream()
                            .mapToInt(each -> places.getOrDefault(each, 0))
                            .sorted()
                            .toArray())
                    .orElseGet(() -> new int[] {places.getOrDefault(driver, 0)});
            if (drivers.get(unit[0]).equals(driver)) {
                units.add(unit);
            }
        }
        return units;
    }

    /** The means of all. */
    double[] means() {
        return marginals.stream().mapToDouble(Marginal::mean).toArray();
    }

    /** The draw at independent normal scores. */
    double[] at(double[] scores) {
        double[] draws = new double[size()];
        for (int i = 0; i < draws.length; i++) {
            double score = 0;
            for (int j = 0; j <= i; j++) {
                score += root[i][j] * scores[j];
            }
            draws[i] = marginals.get(i).at(score);
        }
        return draws;
    }

    /**
     * The direction of scores, of length 1, in which a result moves most at their middle; all 0 where it does not move.
     *
     * @param result what is looked at, of a draw
     */
    double[] direction(ToDoubleFunction<double[]> result) {
        double[] direction = new double[size()];
        double[] scores = new double[size()];
        double square = 0;
        for (int i = 0; i < size(); i++) {
            scores[i] = 0.5;
            double above = result.applyAsDouble(at(scores));
            scores[i] = -0.5;
            direction[i] = above - result.applyAsDouble(at(scores));
            scores[i] = 0;
            square += direction[i] * direction[i];
        }
        for (int i = 0; i < size() && square > 0; i++) {
            direction[i] /= Math.sqrt(square);
        }
        return direction;
    }

    /**
     * Draws of the constants: points of scrambled sequences whose first coordinate is turned into a direction.
     *
     * @param scramblings how many sequences
     * @param points of each, a power of two
     * @param direction of the first coordinate; all 0 where it is not to be turned
     * @return the draws, one sequence after another
     */
    double[][] draws(int scramblings, int points, long seed, double[] direction) {
        double[][] draws = new double[scramblings * points][];
        double[] scores = new double[size()];
        for (int s = 0; s < scramblings; s++) {
            SobolSequence sequence = new SobolSequence(size(), SobolSequence.mixed(seed) + s);
            for (int point = 0; point < points; point++) {
                for (int j = 0; j < scores.length; j++) {
                    scores[j] = NormalLaw.score(sequence.coordinate(point, j));
                }
                turn(scores, direction);
                draws[s * points + point] = at(scores);
            }
        }
        return draws;
    }

    /**
     * The chance that a result is above 0. The first coordinate is not drawn: along it, the point is sought at which the result turns, and
     * how much lies beyond that is known.
     *
     * @param points how many lines, a power of two
     */
    double chanceThatPositive(ToDoubleFunction<double[]> result, int points, long seed, double[] direction) {
        if (size() == 0) {
            return result.applyAsDouble(new double[0]) > 0 ? 1 : 0;
        }
        SobolSequence sequence = new SobolSequence(size(), SobolSequence.mixed(seed));
        double[] line = new double[size()];
        double sum = 0;
        int lines = size() == 1 ? 1 : points;
        for (int point = 0; point < lines; point++) {
            for (int j = 1; j < line.length; j++) {
                line[j] = NormalLaw.score(sequence.coordinate(point, j));
            }
            sum += shareAbove(result, line, direction);
        }
        return sum / lines;
    }

    private double shareAbove(ToDoubleFunction<double[]> result, double[] line, double[] direction) {
        double low = -FAR;
        double high = FAR;
        boolean atLow = along(result, line, direction, low) > 0;
        if (atLow == (along(result, line, direction, high) > 0)) {
            return atLow ? 1 : 0;
        }
        while (high - low > 1e-13) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (atLow == (along(result, line, direction, middle) > 0)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return NormalLaw.below(atLow ? low : -low);
    }

    private double along(ToDoubleFunction<double[]> result, double[] line, double[] direction, double first) {
        double[] scores = line.clone();
        scores[0] = first;
        turn(scores, direction);
        return result.applyAsDouble(at(scores));
    }

    /** Reflects scores so that the first axis comes to lie along a direction (Householder). */
    private static void turn(double[] scores, double[] direction) {
        double squared = 0;
        double along = 0;
        for (int j = 0; j < scores.length; j++) {
            double normal = (j == 0 ? 1 : 0) - direction[j];
            squared += normal * normal;
            along += normal * scores[j];
        }
        boolean isTurned = squared > 1e-20;
        for (int j = 0; j < scores.length && isTurned && !isZero(direction); j++) {
            scores[j] -= 2 * along / squared * ((j == 0 ? 1 : 0) - direction[j]);
        }
    }

    private static boolean isZero(double[] direction) {
        for (double each : direction) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
