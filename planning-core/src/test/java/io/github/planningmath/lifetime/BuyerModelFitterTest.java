package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.quantity.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Fits of buyer models, and why there may be none. */
class BuyerModelFitterTest {

    private static final BuyerModelFitter FITTER = BuyerModelFitter.withDefaults();

    /**
     * The optimum of small-base.csv, found by Newton's method in 40-digit arithmetic (mpmath) on the likelihood written out
     * from its definition; errors from the Hessian there.
     */
    @ParameterizedTest
    @CsvSource({
        "BG_NBD, 0.30662875241768506, 5.5798178914974401, 0.077531445600214782, 1.2190423794764492, -1258.84618746998909,"
                + "0.045491416508, 1.17522540407, 0.113075481722, 2.51907364689, 0.041402247441",
        "MBG_NBD, 0.72596272093166423, 8.0919570039539777, 0.111395820796968, 0.19268558168795353, -1257.97480607019521,"
                + "0.371903439128, 2.65545075012, 0.0654210881965, 0.128699079894, 0.886651732036"
    })
    void theOptimumIsThatOfManyDigits(
            BuyerModelFamily family,
            double r,
            double alpha,
            double a,
            double b,
            double logLikelihood,
            double errorOfR,
            double errorOfAlpha,
            double errorOfA,
            double errorOfB,
            double covarianceOfRAndAlpha) {
        Fitted<BuyerModel> fitted = fitted(FITTER.fit(family, SmallBase.counts()));
        double relative = 1e-5;
        assertThat(fitted.model().parameters().values())
                .usingElementComparator((actual, expected) ->
                        Math.abs(actual / expected - 1) < 1e-7 ? 0 : Double.compare(actual, expected))
                .containsExactly(r, alpha, a, b);
        assertThat(fitted.logLikelihood()).isCloseTo(logLikelihood, within(1e-8));
        assertThat(fitted.estimates())
                .extracting(Fitted.ParameterEstimate::name)
                .containsExactly("r", "alpha", "a", "b");
        assertThat(fitted.estimate("r").standardError()).isCloseTo(errorOfR, withinPercentage(relative));
        assertThat(fitted.estimate("alpha").standardError()).isCloseTo(errorOfAlpha, withinPercentage(relative));
        assertThat(fitted.estimate("a").standardError()).isCloseTo(errorOfA, withinPercentage(relative));
        assertThat(fitted.estimate("b").standardError()).isCloseTo(errorOfB, withinPercentage(relative));
        assertThat(fitted.covariance().get(0).get(1)).isCloseTo(covarianceOfRAndAlpha, withinPercentage(relative));
        assertThat(fitted.aic()).isCloseTo(2 * 4 - 2 * logLikelihood, within(1e-7));
        assertThat(fitted.bic()).isCloseTo(4 * Math.log(277) - 2 * logLikelihood, within(1e-7));
        assertThat(fitted.fittedOn()).isEqualTo(new Fitted.FittedOn(277.0, 112.0, 23));
    }

    @ParameterizedTest
    @EnumSource(names = "BG_BB", mode = EnumSource.Mode.EXCLUDE)
    void compressingAndTheOrderOfCustomersChangeNothing(BuyerModelFamily family) {
        List<PurchaseHistory> shuffled = new ArrayList<>(SmallBase.histories());
        Collections.shuffle(shuffled, new Random(7));
        double[] ones = new double[shuffled.size()];
        Arrays.fill(ones, 1);
        Fit<BuyerModel> plain = FITTER.fit(family, SmallBase.counts());
        assertThat(parameters(FITTER.fit(family, HistoryCounts.of(shuffled).sorted())))
                .isEqualTo(parameters(FITTER.fit(family, SmallBase.counts().sorted())));
        assertClose(FITTER.fit(family, HistoryCounts.weighted(CustomerColumns.of(shuffled), ones)), plain, 1e-9);
        assertClose(FITTER.fit(family, uncompressed(shuffled)), plain, 1e-9);
    }

    @ParameterizedTest
    @EnumSource(names = "BG_BB", mode = EnumSource.Mode.EXCLUDE)
    void anotherUnitOfTimeGivesTheSameModelInThatUnit(BuyerModelFamily family) {
        List<PurchaseHistory> inDays = SmallBase.histories().stream()
                .map(week -> PurchaseHistory.of(week.frequency(), 7 * week.recency(), 7 * week.age()))
                .toList();
        Fitted<BuyerModel> weeks = fitted(FITTER.fit(family, SmallBase.counts()));
        Fitted<BuyerModel> days = fitted(FITTER.fit(family, HistoryCounts.of(inDays)));
        assertThat(days.model().parameters().values())
                .usingElementComparator((actual, expected) ->
                        Math.abs(actual / expected - 1) < 1e-9 ? 0 : Double.compare(actual, expected))
                .containsExactlyElementsOf(weeks.model().scaled(7).parameters().values());
        // A density by time: each repeat purchase has a seventh of it a day.
        assertThat(days.logLikelihood())
                .isCloseTo(
                        weeks.logLikelihood() - SmallBase.counts().repeatPurchases() * Math.log(7),
                        withinPercentage(1e-10));
    }

    @Test
    void aRidgeDrawsParametersTowardsOneAndTheMeanAge() {
        Fitted<BuyerModel> plain = fitted(FITTER.fit(BuyerModelFamily.BG_NBD, SmallBase.counts()));
        Fitted<BuyerModel> drawn = fitted(FITTER.withRidge(1).fit(BuyerModelFamily.BG_NBD, SmallBase.counts()));
        assertThat(Math.abs(Math.log(drawn.estimate("a").value())))
                .isLessThan(Math.abs(Math.log(plain.estimate("a").value())));
        assertThat(drawn.logLikelihood()).isLessThan(plain.logLikelihood());
        assertThat(drawn.estimate("a").standardError())
                .isLessThan(plain.estimate("a").standardError()
                        * drawn.estimate("a").value()
                        / plain.estimate("a").value());
        Fitted<BuyerModel> inDays = fitted(FITTER.withRidge(1)
                .fit(
                        BuyerModelFamily.BG_NBD,
                        HistoryCounts.of(SmallBase.histories().stream()
                                .map(week -> PurchaseHistory.of(week.frequency(), 7 * week.recency(), 7 * week.age()))
                                .toList())));
        assertThat(inDays.estimate("a").value()).isCloseTo(drawn.estimate("a").value(), withinPercentage(1e-7));
    }

    @Test
    void withoutRepeatBuyersThereIsNoModel() {
        HistoryCounts once = HistoryCounts.of(Collections.nCopies(100, PurchaseHistory.of(0, 0, 30)));
        Fit<BuyerModel> fit = FITTER.fit(BuyerModelFamily.BG_NBD, once);
        assertThat(refusal(fit).reason()).isEqualTo(NotFitted.Reason.TOO_FEW_REPEAT_BUYERS);
        assertThat(refusal(fit).best()).isNull();
        assertThatThrownBy(fit::orThrow)
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "No model could be fitted: BG/NBD has 4 parameters and needs at least as many customers who bought"
                                + " again, but 0.0 of 100.0 did.");
    }

    /** Everybody buys to the end: nobody has ever left, so the probability to leave runs to 0. */
    @Test
    void parametersThatRunToABoundaryAreNoModel() {
        List<PurchaseHistory> regular = new ArrayList<>();
        for (int customer = 0; customer < 400; customer++) {
            regular.add(PurchaseHistory.of(3 + customer % 4, 29.9, 30));
        }
        NotFitted<BuyerModel> refusal = refusal(FITTER.fit(BuyerModelFamily.BG_NBD, HistoryCounts.of(regular)));
        assertThat(refusal.reason()).isEqualTo(NotFitted.Reason.PARAMETERS_AT_BOUNDARY);
        assertThat(refusal.detail())
                .startsWith("the likelihood does not settle on one set of parameters; the search ran to r = ")
                .endsWith(". Perhaps the data do not tell the parameters apart, and a simpler model or a ridge would.");
        assertThat(refusal.best()).isNotNull();
        assertThat(refusal.logLikelihood()).isFinite();
        assertThat(fitted(FITTER.withRidge(0.5).fit(BuyerModelFamily.BG_NBD, HistoryCounts.of(regular)))
                        .logLikelihood())
                .isLessThan(refusal.logLikelihood());
    }

    @Test
    void aRidgeBelowZeroIsRefused() {
        assertThatThrownBy(() -> FITTER.withRidge(-0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BuyerModelFitter.ridge must be at least 0 and finite, but was -0.1.");
        assertThatThrownBy(() -> FITTER.withRidge(Double.NaN))
                .hasMessage("BuyerModelFitter.ridge must be at least 0 and finite, but was NaN.");
    }

    /** The same rows, one a customer. */
    private static HistoryCounts uncompressed(List<PurchaseHistory> histories) {
        double[] ones = new double[histories.size()];
        Arrays.fill(ones, 1);
        return HistoryCounts.ofUnique(
                histories.stream()
                        .mapToInt(history -> Math.toIntExact(history.frequency()))
                        .toArray(),
                histories.stream().mapToDouble(PurchaseHistory::recency).toArray(),
                histories.stream().mapToDouble(PurchaseHistory::age).toArray(),
                ones);
    }

    private static void assertClose(Fit<BuyerModel> actual, Fit<BuyerModel> expected, double relative) {
        List<Double> actuals = parameters(actual);
        List<Double> expecteds = parameters(expected);
        for (int i = 0; i < actuals.size(); i++) {
            assertThat(actuals.get(i)).isCloseTo(expecteds.get(i), withinPercentage(100 * relative));
        }
    }

    private static List<Double> parameters(Fit<BuyerModel> fit) {
        return List.copyOf(fit.orThrow().parameters().values());
    }

    private static Fitted<BuyerModel> fitted(Fit<BuyerModel> fit) {
        return fit.fold(fitted -> fitted, refusal -> {
            throw new AssertionError(refusal.toString());
        });
    }

    private static NotFitted<BuyerModel> refusal(Fit<BuyerModel> fit) {
        return fit.fold(
                fitted -> {
                    throw new AssertionError(fitted.toString());
                },
                refusal -> refusal);
    }
}
