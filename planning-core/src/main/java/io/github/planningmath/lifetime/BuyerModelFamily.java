package io.github.planningmath.lifetime;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Objective;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The buyer models that can be fitted, the simplest first. */
public enum BuyerModelFamily {

    /** {@link Nbd}: nobody leaves. */
    NBD("NBD", "r", "alpha") {
        @Override
        Objective likelihood(HistoryCounts counts) {
            return new NbdLikelihood(counts);
        }

        @Override
        double[] scale(double meanAge) {
            return new double[] {1, meanAge};
        }

        @Override
        List<double[]> starts() {
            return List.of(new double[] {0.5, 0.3}, new double[] {2, 1});
        }

        @Override
        BuyerModel model(double[] parameters) {
            return new Nbd(parameters[0], parameters[1]);
        }
    },

    /** {@link BgNbd}: customers may leave after each repeat purchase. */
    BG_NBD("BG/NBD", "r", "alpha", "a", "b") {
        @Override
        Objective likelihood(HistoryCounts counts) {
            return new BetaGeometricLikelihood(counts, BgNbd.FIRST_CHANCE);
        }

        @Override
        double[] scale(double meanAge) {
            return BetaGeometric.scale(meanAge);
        }

        @Override
        List<double[]> starts() {
            return BetaGeometric.starts();
        }

        @Override
        BuyerModel model(double[] parameters) {
            return new BgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
        }
    },

    /** {@link MbgNbd}: customers may leave after each purchase, the first included. */
    MBG_NBD("MBG/NBD", "r", "alpha", "a", "b") {
        @Override
        Objective likelihood(HistoryCounts counts) {
            return new BetaGeometricLikelihood(counts, MbgNbd.FIRST_CHANCE);
        }

        @Override
        double[] scale(double meanAge) {
            return BetaGeometric.scale(meanAge);
        }

        @Override
        List<double[]> starts() {
            return BetaGeometric.starts();
        }

        @Override
        BuyerModel model(double[] parameters) {
            return new MbgNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
        }
    },

    /** {@link ParetoNbd}: customers may leave at any time. */
    PARETO_NBD("Pareto/NBD", "r", "alpha", "s", "beta") {
        @Override
        Objective likelihood(HistoryCounts counts) {
            return new ParetoNbdLikelihood(counts);
        }

        @Override
        double[] scale(double meanAge) {
            return new double[] {1, meanAge, 1, meanAge};
        }

        @Override
        List<double[]> starts() {
            return List.of(
                    new double[] {0.5, 0.3, 0.5, 0.3}, new double[] {1, 1, 1, 1}, new double[] {3, 0.5, 0.3, 0.1});
        }

        @Override
        BuyerModel model(double[] parameters) {
            return new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
        }
    },

    /** {@link BgBb}: purchases at set opportunities only. */
    BG_BB("BG/BB", "alpha", "beta", "gamma", "delta") {
        @Override
        Objective likelihood(HistoryCounts counts) {
            return new BgBbLikelihood(counts);
        }

        @Override
        double[] scale(double meanAge) {
            return new double[] {1, 1, 1, 1};
        }

        @Override
        List<double[]> starts() {
            return List.of(new double[] {1, 1, 0.5, 2}, new double[] {0.5, 2, 0.5, 5}, new double[] {2, 2, 1, 1});
        }

        @Override
        BuyerModel model(double[] parameters) {
            return new BgBb(parameters[0], parameters[1], parameters[2], parameters[3]);
        }
    };

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of: it is
    private final List<String> parameterNames;

    BuyerModelFamily(String label, String... parameterNames) {
        this.label = label;
        this.parameterNames = List.of(parameterNames);
    }

    /**
     * The parameters' usual names, in their usual order.
     *
     * @return such as r, alpha, a, b
     */
    public List<String> parameterNames() {
        return parameterNames;
    }

    /** Values in the order of the parameters, by name. */
    Map<String, Double> named(double... values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(parameterNames.get(i), values[i]);
        }
        return Collections.unmodifiableMap(named);
    }

    /** The log-likelihood of counts as a function of the logarithms of the parameters. */
    abstract Objective likelihood(HistoryCounts counts);

    /** What a parameter of a start is multiplied by: the mean age for those that are times, so that the unit does not matter. */
    abstract double[] scale(double meanAge);

    /** Where searches begin, in units of the scale. */
    abstract List<double[]> starts();

    abstract BuyerModel model(double[] parameters);

    @Override
    @DocumentForm.Written
    public String toString() {
        return label;
    }
}
