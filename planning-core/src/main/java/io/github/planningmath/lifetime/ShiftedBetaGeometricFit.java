package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Objective;
import io.github.planningmath.internal.Required;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The maximum likelihood of a shifted-beta-geometric curve for observed cohorts, pooled by period. */
final class ShiftedBetaGeometricFit implements Objective {

    private static final List<String> NAMES = List.of("alpha", "beta");
    private static final List<double[]> STARTS =
            List.of(new double[] {1, 1}, new double[] {0.5, 3}, new double[] {10, 100});

    private final double[] atRisk;
    private final double[] stayed;

    ShiftedBetaGeometricFit(CohortTable cohorts) {
        Required.present(cohorts, "ShiftedBetaGeometric.cohorts");
        atRisk = new double[cohorts.periods()];
        stayed = new double[cohorts.periods()];
        for (int index = 0; index < atRisk.length; index++) {
            atRisk[index] = cohorts.atRisk(index + 1);
            stayed[index] = cohorts.stayed(index + 1);
        }
    }

    /**
     * The curve that fits best.
     *
     * @param curve makes it of alpha and beta
     */
    <C> Fit<C> fit(Function<double[], C> curve) {
        if (Arrays.equals(atRisk, stayed)) {
            return unidentified("none of " + customers() + " left, so how likely they are to leave is unknown.");
        }
        if (stayed[0] == 0) {
            return unidentified(
                    "none of " + customers() + " stayed beyond the first period, so how they differ is unknown.");
        }
        if (atRisk.length < 2 || atRisk[1] == 0) {
            return unidentified(customers() + " were observed for one renewal alone, so how they differ is unknown.");
        }
        return new MaximumLikelihood<>(
                        NAMES,
                        List.of(new MaximumLikelihood.Sample(this, 1)),
                        new double[] {1, 1},
                        STARTS,
                        0,
                        curve,
                        new Fitted.FittedOn(atRisk[0], stayed[0], atRisk.length))
                .fit();
    }

    private String customers() {
        return (long) atRisk[0] + " customers";
    }

    private static <C> Fit<C> unidentified(String detail) {
        return NotFitted.unsearched(NotFitted.Reason.PARAMETERS_AT_BOUNDARY, detail);
    }

    /** A renewal is a trial that {@code beta + t - 1} of {@code alpha + beta + t - 1} pass. */
    @Override
    public double value(double[] point, double[] gradient) {
        double alpha = Math.exp(point[0]);
        double beta = Math.exp(point[1]);
        double value = 0;
        double byAlpha = 0;
        double byBeta = 0;
        for (int index = 0; index < atRisk.length; index++) {
            double stays = beta + index;
            double all = alpha + stays;
            double left = atRisk[index] - stayed[index];
            value += left * Math.log(alpha / all) - stayed[index] * Math.log1p(alpha / stays);
            byAlpha += left * stays / all - stayed[index] * alpha / all;
            byBeta += beta * (stayed[index] * alpha / stays - left) / all;
        }
        gradient[0] = byAlpha;
        gradient[1] = byBeta;
        return value;
    }
}
