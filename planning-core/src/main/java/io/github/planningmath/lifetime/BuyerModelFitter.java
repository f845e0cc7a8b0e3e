package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        if (family == BuyerModelFamily.BG_BB && !Opportunities.areIn(counts)) {
            return NotFitted.unsearched(
                    NotFitted.Reason.NOT_BY_OCCASION,
                    family
                            + " needs histories that count opportunities, at most one purchase at each, but these have other"
                            + " times. Perhaps CustomerHistories.byOccasion was meant.");
        }
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
                        new Fitted.FittedOn(counts.customers(), counts.repeatBuyers(), counts.size()))
                .fit();
    }

    /**
     * Fits a model of the purchases and one of the spend to a customer base.
     *
     * @param family which model of the purchases
     * @param histories the customers; those who bought again have an average spend
     * @return both models in one, or why there is no model of the purchases; a refusal of the spend is in the model
     */
    public Fit<FittedModel> fit(BuyerModelFamily family, CustomerHistories histories) {
        return fit(family, histories.counts()).fold(buying -> joined(histories, buying, null), NotFitted::withoutBest);
    }

    /**
     * Fits all families to the purchases, takes the one with the least BIC, and fits the spend. Histories that were read by
     * occasion are for {@link BgBb} alone.
     *
     * @param histories the customers; those who bought again have an average spend
     * @return both models in one with the choice, or why there is no model of the purchases
     */
    public Fit<FittedModel> fit(CustomerHistories histories) {
        HistoryCounts counts = histories.counts();
        List<ModelChoice.Candidate> candidates = families(histories).stream()
                .map(family -> new ModelChoice.Candidate(family, fit(family, counts), null))
                .toList();
        return ModelChoice.<FittedModel, Fit<FittedModel>>among(
                candidates, choice -> joined(histories, choice), refusal -> refusal);
    }

    /**
     * Fits all families to what was before a holdout, takes the one with the least BIC, or of those within 2 of it the one that
     * foresaw the holdout best, and fits that one and the spend to all the time.
     *
     * @param split the customers, before and after a day
     * @return both models in one with the choice, or why there is no model of the purchases
     */
    public Fit<FittedModel> fit(HoldoutSplit split) {
        HistoryCounts counts = split.calibration().counts();
        List<ModelChoice.Candidate> candidates = families(split.calibration()).stream()
                .map(family -> {
                    Fit<BuyerModel> fit = fit(family, counts);
                    return new ModelChoice.Candidate(
                            family,
                            fit,
                            fit.<ModelChoice.@Nullable Holdout>fold(
                                    fitted -> ModelChoice.Holdout.of(fitted.model(), split), refusal -> null));
                })
                .toList();
        return ModelChoice.<FittedModel, Fit<FittedModel>>among(
                candidates,
                choice -> fit(choice.family(), split.observed().counts())
                        .fold(buying -> joined(split.observed(), buying, choice), NotFitted::withoutBest),
                refusal -> refusal);
    }

    private static List<BuyerModelFamily> families(CustomerHistories histories) {
        return histories.areByOccasion()
                ? List.of(BuyerModelFamily.BG_BB)
                : List.of(
                        BuyerModelFamily.NBD,
                        BuyerModelFamily.BG_NBD,
                        BuyerModelFamily.MBG_NBD,
                        BuyerModelFamily.PARETO_NBD);
    }

    private static Fit<FittedModel> joined(CustomerHistories histories, ModelChoice choice) {
        return choice.candidates().stream()
                .filter(candidate -> candidate.family() == choice.family())
                .findFirst()
                .orElseThrow()
                .fit()
                .fold(buying -> joined(histories, buying, choice), NotFitted::withoutBest);
    }

    /** The two are fitted apart, so their log-likelihoods add up and their estimates are uncorrelated. */
    private static Fit<FittedModel> joined(
            CustomerHistories histories, Fitted<BuyerModel> buying, @Nullable ModelChoice choice) {
        Fit<? extends SpendModel> spend = SpendModel.fit(histories.spend());
        FittedModel model = new FittedModel(histories, buying.model(), spend, choice);
        return spend.fold(
                fitted -> joined(model, buying, fitted),
                refusal -> new Fitted<>(
                        model,
                        buying.logLikelihood(),
                        buying.estimates(),
                        buying.covariance(),
                        buying.iterations(),
                        buying.fittedOn()));
    }

    private static Fitted<FittedModel> joined(
            FittedModel model, Fitted<BuyerModel> buying, Fitted<? extends SpendModel> spend) {
        int size = buying.estimates().size() + spend.estimates().size();
        List<Fitted.ParameterEstimate> estimates = new ArrayList<>(buying.estimates());
        estimates.addAll(spend.estimates());
        List<List<Double>> covariance = new ArrayList<>();
        buying.covariance().forEach(row -> covariance.add(padded(0, row, size)));
        spend.covariance()
                .forEach(row -> covariance.add(padded(buying.estimates().size(), row, size)));
        return new Fitted<>(
                model,
                buying.logLikelihood() + spend.logLikelihood(),
                estimates,
                covariance,
                buying.iterations() + spend.iterations(),
                buying.fittedOn());
    }

    private static List<Double> padded(int before, List<Double> row, int size) {
        List<Double> padded = new ArrayList<>(Collections.nCopies(size, 0.0));
        for (int i = 0; i < row.size(); i++) {
            padded.set(before + i, row.get(i));
        }
        return padded;
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
