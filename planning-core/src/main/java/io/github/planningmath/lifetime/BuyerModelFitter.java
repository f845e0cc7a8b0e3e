package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits buyer models by maximum likelihood.
 *
 * <p>The search runs on the logarithms of the parameters with analytic gradients, from several fixed starts, with time in
 * units of the mean age, so the same data always give the same fit, and another unit of time gives the same fit in that
 * unit.
 *
 * @param ridge how strongly parameters are drawn towards 1 (times: towards the mean age): from the log-likelihood, ridge
 *     times the sum of the squared logarithms is subtracted; 0 for none
 */
public record BuyerModelFitter(double ridge) {

    private static final int SMALLEST_SAMPLE = 256;
    private static final int SAMPLE_GROWTH = 64;

    public BuyerModelFitter {
        ridge = Doubles.notNegative(ridge, "BuyerModelFitter.ridge");
    }

    /**
     * Plain maximum likelihood.
     *
     * @return a fitter without ridge
     */
    public static BuyerModelFitter withDefaults() {
        return new BuyerModelFitter(0);
    }

    /**
     * The same fitter with a ridge penalty: for small bases, whose likelihood is nearly flat.
     *
     * @param newRidge at least 0
     * @return a fitter with it
     */
    public BuyerModelFitter withRidge(double newRidge) {
        return new BuyerModelFitter(newRidge);
    }

    /**
     * Fits a model to counts of histories.
     *
     * @param family which model
     * @param counts the histories
     * @return the fit, or why there is none
     */
    public Fit<BuyerModel> fit(BuyerModelFamily family, HistoryCounts counts) {
        int parameters = family.parameterNames().size();
        if (!(counts.repeatBuyers() >= parameters)) {
            return NotFitted.unsearched(
                    NotFitted.Reason.TOO_FEW_REPEAT_BUYERS,
                    family + " has " + parameters
                            + " parameters and needs at least as many customers who bought again, but "
                            + counts.repeatBuyers() + " of " + counts.customers() + " did.");
        }
        return new MaximumLikelihood<>(
                        family.parameterNames(),
                        samples(family, counts),
                        family.scale(counts.meanAge()),
                        family.starts(),
                        ridge,
                        family::model,
                        new FittedOn(counts.customers(), counts.repeatBuyers(), counts.size()))
                .fit();
    }

    /** A search on part of the rows costs little, and starts the search on all of them near its end. */
    private static List<MaximumLikelihood.Sample> samples(BuyerModelFamily family, HistoryCounts counts) {
        List<MaximumLikelihood.Sample> samples = new ArrayList<>();
        for (int rows = SMALLEST_SAMPLE; 2 * rows < counts.size(); rows *= SAMPLE_GROWTH) {
            HistoryCounts some = counts.thinned(rows);
            samples.add(new MaximumLikelihood.Sample(family.likelihood(some), some.customers() / counts.customers()));
        }
        samples.add(new MaximumLikelihood.Sample(family.likelihood(counts), 1));
        return samples;
    }
}
