package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Objective;

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

    private static final int ROUGH_ROWS = 512;

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
        HistoryCounts some = counts.size() > 2 * ROUGH_ROWS ? counts.thinned(ROUGH_ROWS) : counts;
        Objective likelihood = family.likelihood(counts);
        return new MaximumLikelihood<>(
                        family.parameterNames(),
                        likelihood,
                        some == counts ? likelihood : family.likelihood(some),
                        some.customers() / counts.customers(),
                        family.scale(counts.meanAge()),
                        family.starts(),
                        ridge,
                        family::model,
                        new FittedOn(counts.customers(), counts.repeatBuyers(), counts.size()))
                .fit();
    }
}
