package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgBbTest {

    private static final BgBb DONORS = new BgBb(1.204, 0.75, 0.657, 2.783);

    @ParameterizedTest
    @CsvSource({
        "alpha, 0, 1, 1, 1, 0.0",
        "beta, 1, -2, 1, 1, -2.0",
        "gamma, 1, 1, NaN, 1, NaN",
        "delta, 1, 1, 1, Infinity, Infinity"
    })
    void aParameterIsAboveZeroAndFinite(
            String name, double alpha, double beta, double gamma, double delta, String shown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BgBb(alpha, beta, gamma, delta))
                .withMessage("BgBb." + name + " must be above 0 and finite, but was " + shown + ".");
    }

    @Test
    void timesAreWholeOpportunities() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DONORS.probabilityAlive(PurchaseHistory.of(1, 2.5, 6)))
                .withMessage("BgBb.history.recency must be a whole number of opportunities, at least 0, but was 2.5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DONORS.logLikelihood(PurchaseHistory.of(1, 2, 38.86)))
                .withMessage("BgBb.history.age must be a whole number of opportunities, at least 0, but was 38.86.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DONORS.expectedPurchases(PurchaseHistory.newCustomer(), 0.5))
                .withMessage(
                        "BgBb.expectedPurchases.duration must be a whole number of opportunities, at least 0, but was 0.5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DONORS.purchaseProbability(1, Double.NaN))
                .withMessage(
                        "BgBb.purchaseProbability.duration must be a whole number of opportunities, at least 0, but was NaN.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DONORS.survival(-1))
                .withMessage(
                        "BgBb.survival.duration must be a whole number of opportunities, at least 0, but was -1.0.");
    }

    @Test
    void thereIsAtMostOnePurchaseAtAnOpportunity() {
        String message =
                "BgBb.history.frequency must be at most the recency, 2.0, because there is at most one purchase at"
                        + " each opportunity, but was 3.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DONORS.probabilityAlive(PurchaseHistory.of(3, 2, 6)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BuyerModelFamily.BG_BB.likelihood(HistoryCounts.of(List.of(PurchaseHistory.of(3, 2, 6)))))
                .withMessage(message);
        assertThat(DONORS.purchaseProbability(3, 2)).isZero();
    }

    @Test
    void opportunitiesHaveNoOtherUnit() {
        assertThat(DONORS.scaled(1)).isEqualTo(DONORS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DONORS.scaled(7))
                .withMessage(
                        "BgBb.scaled.factor must be 1, because its time is a count of opportunities, but was 7.0.");
    }

    /** At gamma = 1 the usual formula divides 0 by 0. */
    @Test
    void theExpectationHasNoGapAtAShapeOfOne() {
        double before = new BgBb(1.2, 0.7, 1 - 1e-9, 2.8).expectedPurchases(20);
        assertThat(new BgBb(1.2, 0.7, 1, 2.8).expectedPurchases(20)).isCloseTo(before, within(1e-8));
    }
}
