package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.Fit;
import io.github.planningmath.lifetime.Fitted;
import io.github.planningmath.lifetime.HistoryCounts;
import io.github.planningmath.lifetime.HoldoutSplit;
import io.github.planningmath.lifetime.NotFitted;
import io.github.planningmath.lifetime.PurchaseHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All models, fitted on the time before the holdout and judged on the purchases in it.
 *
 * @param split what the models knew, and what came then
 * @param contestants the models
 * @param samePace what each customer would buy in the holdout at the pace so far: what a model should do better than
 */
record ModelComparison(HoldoutSplit split, List<Contestant> contestants, Forecast samePace) {

    static ModelComparison of(HoldoutSplit split, Progress progress) {
        HistoryCounts counts = split.calibration().counts();
        List<BuyerModelFamily> families = families(counts);
        List<Contestant> contestants = new ArrayList<>();
        try (Progress.Steps fits = progress.steps("Fitting", families.size())) {
            for (BuyerModelFamily family : families) {
                contestants.add(Contestant.of(family, counts, split));
                fits.done(family.toString());
            }
        }
        double duration = split.holdoutDuration();
        Forecast samePace =
                Forecast.of(split, history -> history.age() == 0 ? 0 : history.frequency() / history.age() * duration);
        return new ModelComparison(split, contestants, samePace);
    }

    /**
     * BG/BB counts opportunities, so it takes part where all times are whole: in days. There its likelihood, a probability
     * for each day, compares with the densities of the others, which are for each day as well.
     */
    private static List<BuyerModelFamily> families(HistoryCounts counts) {
        boolean isWhole = IntStream.range(0, counts.size())
                .mapToObj(counts::history)
                .allMatch(history -> isWhole(history.age()) && isWhole(history.recency()));
        return Arrays.stream(BuyerModelFamily.values())
                .filter(family -> isWhole || family != BuyerModelFamily.BG_BB)
                .toList();
    }

    private static boolean isWhole(double time) {
        return time == Math.rint(time);
    }

    /** The fitted model with the least information criterion. */
    Fitted<BuyerModel> best() {
        return contestants.stream()
                .map(Contestant::fitted)
                .flatMap(List::stream)
                .min(Comparator.comparingDouble(Fitted::aic))
                .orElseThrow(() -> new NoModelException(
                        contestants.get(0).family().toString(),
                        contestants.get(0).refusal()));
    }

    /**
     * A model, and how it did.
     *
     * @param family which model
     * @param fit the fit on the time before the holdout
     * @param forecast of the holdout; absent where there is no fit
     */
    record Contestant(
            BuyerModelFamily family,
            Fit<BuyerModel> fit,
            @Nullable Forecast forecast) {

        static Contestant of(BuyerModelFamily family, HistoryCounts counts, HoldoutSplit split) {
            Fit<BuyerModel> fit = BuyerModelFitter.withDefaults().fit(family, counts);
            double duration = split.holdoutDuration();
            return new Contestant(
                    family,
                    fit,
                    fit.fold(
                            fitted ->
                                    Forecast.of(split, history -> fitted.model().expectedPurchases(history, duration)),
                            refusal -> null));
        }

        /** The fit, or nothing. */
        List<Fitted<BuyerModel>> fitted() {
            return fit.fold(fitted -> List.<Fitted<BuyerModel>>of(fitted), refusal -> List.of());
        }

        /** The forecast of a model that was fitted. */
        Forecast forecastOrThrow() {
            return Objects.requireNonNull(forecast);
        }

        /** Why there is no fit. */
        NotFitted<BuyerModel> refusal() {
            return fit.fold(
                    fitted -> {
                        throw new IllegalStateException(family + " is fitted.");
                    },
                    refusal -> refusal);
        }
    }

    /**
     * What was expected in the holdout, and what came.
     *
     * @param expected purchases of all customers
     * @param actual purchases of all customers
     * @param meanAbsoluteError the mean distance between a customer's expected and actual purchases
     */
    record Forecast(double expected, long actual, double meanAbsoluteError) {

        static Forecast of(HoldoutSplit split, ToDoubleFunction<PurchaseHistory> expectation) {
            // Customers share histories.
            Map<PurchaseHistory, Double> known = new HashMap<>();
            List<PurchaseHistory> histories = split.calibration().histories();
            double expected = 0;
            long actual = 0;
            double distance = 0;
            for (int row = 0; row < histories.size(); row++) {
                double one = known.computeIfAbsent(histories.get(row), expectation::applyAsDouble);
                long came = split.holdoutPurchases().get(row);
                expected += one;
                actual += came;
                distance += Math.abs(one - came);
            }
            return new Forecast(expected, actual, distance / histories.size());
        }

        double error() {
            return expected / actual - 1;
        }
    }
}
