package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParetoNbdTest {

    @ParameterizedTest
    @CsvSource({
        "r, 0, 1, 1, 1, 0.0",
        "alpha, 1, -2, 1, 1, -2.0",
        "s, 1, 1, NaN, 1, NaN",
        "beta, 1, 1, 1, Infinity, Infinity"
    })
    void aParameterIsAboveZeroAndFinite(String name, double r, double alpha, double s, double beta, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParetoNbd(r, alpha, s, beta))
                .withMessage("ParetoNbd." + name + " must be above 0 and finite, but was " + shown + ".");
    }

    @Test
    void argumentsAreNamed() {
        ParetoNbd model = new ParetoNbd(0.553, 10.578, 0.606, 11.669);
        PurchaseHistory history = PurchaseHistory.of(2, 30.43, 38.86);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.expectedPurchases(history, -1))
                .withMessage("BuyerModel.expectedPurchases.duration must be at least 0 and finite, but was -1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.purchaseProbability(-1, 1))
                .withMessage("BuyerModel.purchaseProbability.purchases must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.purchaseProbability(1, Double.NaN))
                .withMessage("BuyerModel.purchaseProbability.duration must be at least 0 and finite, but was NaN.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.survival(-3))
                .withMessage("BuyerModel.survival.duration must be at least 0 and finite, but was -3.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.discountedPurchases(history, Discounts.of(0), Discounts.UNIT))
                .withMessage("BuyerModel.discountedPurchases.discount must be above 0, but was 0% per day."
                        + " Perhaps a value within a time was meant, which needs none.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.purchasesBetween(-1, 2))
                .withMessage("BuyerModel.purchasesBetween.from must be at least 0 and finite, but was -1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.purchasesBetween(3, 2))
                .withMessage("BuyerModel.purchasesBetween.from must be at most the end, 2.0, but was 3.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.discountedPurchases(history, DiscountRate.annual("10%"), ChronoUnit.HOURS))
                .withMessage("BuyerModel.discountedPurchases.unit must be one of [Days, Weeks, Months, Years], but was"
                        + " Hours.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.scaled(0))
                .withMessage("BuyerModel.scaled.factor must be above 0 and finite, but was 0.0.");
    }

    /** At s = 1 the usual formula divides 0 by 0. */
    @Test
    void theExpectationHasNoGapAtAShapeOfOne() {
        double before = new ParetoNbd(0.5, 10, 1 - 1e-9, 12).expectedPurchases(39);
        double at = new ParetoNbd(0.5, 10, 1, 12).expectedPurchases(39);
        assertThat(at).isCloseTo(before, within(1e-8)).isCloseTo(0.5 / 10 * 12 * Math.log1p(39 / 12.0), within(1e-14));
    }

    /** Thousands of purchases, ten thousand days: numbers where others have none. */
    @ParameterizedTest
    @CsvSource({"1000, 9999, 10000", "5000, 5000, 10000", "100000, 10000, 10000", "0, 0, 10000", "1, 1e-9, 1e9"})
    void extremeHistoriesHaveFiniteFigures(long frequency, double recency, double age) {
        PurchaseHistory history = PurchaseHistory.of(frequency, recency, age);
        for (double alpha : new double[] {1e-3, 10.578, 1e4}) {
            for (double beta : new double[] {1e-3, 11.669, 1e4}) {
                ParetoNbd model = new ParetoNbd(0.553, alpha, 0.606, beta);
                assertThat(model.logLikelihood(history)).isFinite();
                assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
                assertThat(model.expectedPurchases(history, 365)).isFinite().isNotNegative();
                assertThat(model.discountedPurchases(history, Discounts.of(0.0003), Discounts.UNIT))
                        .isFinite()
                        .isNotNegative();
            }
        }
    }
}
