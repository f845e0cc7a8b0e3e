package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.internal.Objective;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Pareto/NBD and BG/BB at given parameters, against values of many digits and published ones. */
class BuyerModelReferenceTest {

    /** In percent: a relative error of 1e-11. */
    private static final double PERCENT = 1e-9;

    private enum Quantity {
        LOG_LIKELIHOOD,
        PROBABILITY_ALIVE,
        PROBABILITY_ALIVE_NEXT,
        EXPECTED,
        DISCOUNTED,
        COUNT
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = {"pareto-nbd-figures.csv", "bgbb-figures.csv"},
            useHeadersInDisplayName = true)
    void theFigureIsAsComputed(
            String name,
            String parameters,
            Quantity quantity,
            long frequency,
            @Nullable Double recency,
            @Nullable Double age,
            @Nullable Double argument,
            double value) {
        BuyerModel model = model(name, parameters);
        PurchaseHistory history = recency == null || age == null
                ? PurchaseHistory.newCustomer()
                : PurchaseHistory.of(frequency, recency, age);
        double given = argument == null ? 0 : argument;
        double actual = switch (quantity) {
            case LOG_LIKELIHOOD -> model.logLikelihood(history);
            case PROBABILITY_ALIVE -> model.probabilityAlive(history);
            case PROBABILITY_ALIVE_NEXT -> ((BgBb) model).probabilityAliveNext(history);
            case EXPECTED -> model.expectedPurchases(history, given);
            case DISCOUNTED -> model.discountedPurchases(history, Discounts.of(Math.expm1(given)), Discounts.UNIT);
            case COUNT -> model.purchaseProbability(frequency, given);
        };
        assertThat(actual).isCloseTo(value, withinPercentage(PERCENT));
    }

    /**
     * Purchases of a new customer in (from, until], by quadrature in mpmath, agreed by simulation: whether a customer is active
     * at an age tells nothing of how often that one buys. BTYD 2.4.3 gives 7.6e-4 for the first.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 10, 4.400319729288024e-12",
        "39, 78, 0, 0.7902604092488557",
        "39, 78, 1, 0.07421800667484135",
        "39, 78, 5, 0.01279546188608978"
    })
    void countsBetweenTwoAgesAreAsComputed(double from, double until, long purchases, double value) {
        double beta = 11.656223670221493;
        ParetoNbd model = new ParetoNbd(0.55339714326267, 10.580198543586553, 0.606062497103349, beta);
        ParetoNbd ofActive = new ParetoNbd(model.r(), model.alpha(), model.s(), beta + from);
        double active = model.survival(from);
        double probability = active * ofActive.purchaseProbability(purchases, until - from);
        assertThat(purchases == 0 ? 1 - active + probability : probability).isCloseTo(value, withinPercentage(PERCENT));
    }

    /** Gradients by the logarithms, of mpmath with 40 digits on the likelihoods written out from their definitions. */
    @ParameterizedTest
    @CsvSource({
        "PARETO_NBD, 0.5;8;0.7;20, -1264.1447094980468849, 1.40837528837375869;-2.66020113888480577;-13.3520170062002677;7.60725177459585627",
        "PARETO_NBD, 0.9;30;1.5;4, -1467.2362576445447605, 107.310824127165378;-141.132285690829617;-235.480897112221248;109.797355005724825",
        "PARETO_NBD, 2;5;0.1;5, -1597.7870925351729249, -429.340147341647242;268.087264432583833;93.0128262115409017;-63.8247772937684569",
        "BG_BB, 1.2;0.75;0.66;2.8, -33225.596504218305436, 7.65938317397844676;-8.52722809807324209;-6.9783297414338333;5.05971149375551619",
        "BG_BB, 0.3;2.75;1.66;0.8, -57758.543712030703517, 7628.65028568762036;-12050.5717614471792;-12357.1359953475644;7309.82369612724484"
    })
    void theGradientIsAsComputed(BuyerModelFamily family, String parameters, double value, String gradient) {
        HistoryCounts counts = family == BuyerModelFamily.BG_BB ? Donations.counts() : SmallBase.counts();
        Objective likelihood = family.likelihood(counts);
        double[] actual = new double[4];
        double[] point = Arrays.stream(numbers(parameters)).map(Math::log).toArray();
        assertThat(likelihood.value(point, actual)).isCloseTo(value, withinPercentage(PERCENT));
        double[] expected = numbers(gradient);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-12 * Math.abs(value)));
        }
    }

    /** The optimum of mpmath, with 40 digits. The donations: also printed, with fewer digits, by Fader, Hardie and Shang. */
    @ParameterizedTest
    @CsvSource({
        "PARETO_NBD, 0.370149134965926383;6.56287421929518075;0.120922896578023979;7.10493857972415895, -1258.2593919760185234, 0.070057561756455;1.3075040091523;0.11057552442843;12.552085665731, 0.069756566343003",
        "BG_BB, 1.20352235160191393;0.749716358172938893;0.656718208441832434;2.78344223257738075, -33225.581274347006839, 0.069391362388882;0.029447716660386;0.051009858956413;0.32081900304327, 0.0018138922243289"
    })
    void theOptimumIsThatOfManyDigits(
            BuyerModelFamily family, String parameters, double logLikelihood, String errors, double firstCovariance) {
        HistoryCounts counts = family == BuyerModelFamily.BG_BB ? Donations.counts() : SmallBase.counts();
        Fit<BuyerModel> fit = BuyerModelFitter.withDefaults().fit(family, counts);
        Fitted<BuyerModel> fitted = fit.fold(success -> success, refusal -> {
            throw new AssertionError(refusal);
        });
        double[] values = numbers(parameters);
        double[] standardErrors = numbers(errors);
        for (int i = 0; i < values.length; i++) {
            Fitted.ParameterEstimate estimate = fitted.estimates().get(i);
            assertThat(estimate.value()).isCloseTo(values[i], withinPercentage(1e-5));
            assertThat(estimate.standardError()).isCloseTo(standardErrors[i], withinPercentage(1e-4));
        }
        assertThat(fitted.logLikelihood()).isCloseTo(logLikelihood, within(1e-8));
        assertThat(fitted.covariance().get(0).get(1)).isCloseTo(firstCovariance, withinPercentage(1e-4));
    }

    /**
     * The walkthrough of the R package BTYD 2.4.3 (D. McCarthy, E. Wadsworth), at the printed parameters of 3 decimals, from
     * unrounded ones: hence the last digits.
     */
    @Test
    void figuresOfTheBtydWalkthrough() {
        ParetoNbd cdnow = new ParetoNbd(0.553, 10.580, 0.606, 11.656);
        assertThat(cdnow.expectedPurchases(52)).isCloseTo(1.473434, withinPercentage(0.1));
        PurchaseHistory often = PurchaseHistory.of(26, 216 / 7.0, 31);
        assertThat(cdnow.expectedPurchases(often, 52)).isCloseTo(25.45647, withinPercentage(0.02));
        assertThat(cdnow.probabilityAlive(often)).isCloseTo(0.997874, within(1e-5));
        assertThat(cdnow.expectedPurchases(PurchaseHistory.of(10, 20, 39), 52)).isCloseTo(0.7062289, within(5e-4));
        assertThat(cdnow.expectedPurchases(PurchaseHistory.of(25, 20, 39), 52)).isCloseTo(0.00309267, within(5e-6));
    }

    /**
     * P. S. Fader, B. G. S. Hardie, J. Shang, Marketing Science 29(6), 2010, doi:10.1287/mksc.1100.0580, at the printed
     * parameters of 3 decimals.
     */
    @Test
    void publishedFiguresOfBgBb() {
        BgBb donors = new BgBb(1.204, 0.750, 0.657, 2.783);
        assertThat(donors.probabilityAliveNext(PurchaseHistory.of(0, 0, 6))).isCloseTo(0.11, within(5e-3));
        assertThat(donors.probabilityAliveNext(PurchaseHistory.of(2, 4, 6))).isCloseTo(0.59, within(5e-3));
        assertThat(donors.probabilityAliveNext(PurchaseHistory.of(6, 6, 6))).isCloseTo(0.93, within(5e-3));
        double[] expected = {0.4985, 0.9233, 1.2969, 1.6323, 1.9381, 2.2202, 2.4826, 2.7285, 2.9603, 3.1798, 3.3887};
        for (int year = 1; year <= expected.length; year++) {
            assertThat(donors.expectedPurchases(year)).isCloseTo(expected[year - 1], withinPercentage(0.05));
        }
        HistoryCounts counts = Donations.counts();
        double total = 0;
        for (int row = 0; row < counts.size(); row++) {
            total += counts.weight(row) * donors.expectedPurchases(counts.history(row), 5);
        }
        assertThat(total).isCloseTo(12884.2, withinPercentage(0.02));
        assertThat(counts.customers() * donors.purchaseProbability(0, 6)).isCloseTo(3454.9, withinPercentage(0.1));
        assertThat(counts.customers() * donors.purchaseProbability(6, 6)).isCloseTo(1253.1, withinPercentage(0.1));
    }

    private static BuyerModel model(String name, String parameters) {
        return Arrays.stream(BuyerModelFamily.values())
                .filter(family -> family.toString().equals(name))
                .findFirst()
                .orElseThrow()
                .model(numbers(parameters));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(";", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
