package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** BG/NBD and MBG/NBD at given parameters, against values of many digits. */
class BetaGeometricReferenceTest {

    /** In percent: a relative error of 1e-11. */
    private static final double PERCENT = 1e-9;

    @ParameterizedTest
    @CsvFileSource(resources = "buyer-model-points.csv", useHeadersInDisplayName = true)
    void aHistoryIsJudgedAsComputed(
            String name,
            String parameters,
            long frequency,
            double recency,
            double age,
            double duration,
            @Nullable Double logLikelihood,
            @Nullable Double probabilityAlive,
            double expectedPurchases) {
        BuyerModel model = model(name, parameters);
        PurchaseHistory history = PurchaseHistory.of(frequency, recency, age);
        assertThat(model.expectedPurchases(history, duration)).isCloseTo(expectedPurchases, withinPercentage(PERCENT));
        if (logLikelihood != null) {
            assertThat(model.logLikelihood(history)).isCloseTo(logLikelihood, withinPercentage(PERCENT));
        }
        if (probabilityAlive != null) {
            assertThat(model.probabilityAlive(history)).isCloseTo(probabilityAlive, withinPercentage(PERCENT));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "buyer-model-counts.csv", useHeadersInDisplayName = true)
    void aCountIsAsProbableAsComputed(
            String name, String parameters, long purchases, double duration, double probability) {
        assertThat(model(name, parameters).purchaseProbability(purchases, duration))
                .isCloseTo(probability, withinPercentage(PERCENT));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "buyer-model-discounted.csv", useHeadersInDisplayName = true)
    void residualTransactionsAreDiscountedAsComputed(
            String name,
            String parameters,
            long frequency,
            double recency,
            double age,
            double rate,
            double discountedPurchases) {
        assertThat(model(name, parameters)
                        .discountedPurchases(
                                PurchaseHistory.of(frequency, recency, age),
                                Discounts.of(Math.expm1(rate)),
                                Discounts.UNIT))
                .isCloseTo(discountedPurchases, withinPercentage(1e-7));
    }

    /**
     * The figures printed by P. S. Fader, B. G. S. Hardie, K. L. Lee, Marketing Science 24(2), 2005, 275-284, table 2 and page
     * 281, at the printed parameters of 3 decimals, from unrounded ones: hence the last digit.
     */
    @Test
    void thePublishedExpectationsAreMet() {
        BgNbd cdnow = new BgNbd(0.243, 4.414, 0.793, 2.426);
        assertThat(cdnow.expectedPurchases(PurchaseHistory.of(2, 30.43, 38.86), 39))
                .isCloseTo(1.226, within(5e-4));
        assertThat(cdnow.expectedPurchases(0.1429)).isCloseTo(0.0078, within(5e-5));
        assertThat(cdnow.expectedPurchases(1)).isCloseTo(0.0532, within(1e-4));
        assertThat(cdnow.expectedPurchases(3)).isCloseTo(0.1506, within(5e-4));
        assertThat(cdnow.expectedPurchases(32)).isCloseTo(1.0437, within(2e-3));
        assertThat(cdnow.expectedPurchases(78)).isCloseTo(1.8576, within(4e-3));
    }

    private static BuyerModel model(String name, String parameters) {
        double[] values = Arrays.stream(parameters.split(";", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return Arrays.stream(BuyerModelFamily.values())
                .filter(family -> family.toString().equals(name))
                .findFirst()
                .orElseThrow()
                .model(values);
    }
}
