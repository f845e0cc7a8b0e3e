package io.github.planningmath.examples.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.examples.terminal.Progress;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.FittedModel.CustomerValue;
import io.github.planningmath.lifetime.HoldoutSplit;
import io.github.planningmath.lifetime.PurchaseHistory;
import io.github.planningmath.quantity.Rate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class StudyTest {

    private static final Study STUDY = Study.of(
            new SimulatedShop(11).read(Progress.silent()),
            new Assumptions(ChronoUnit.WEEKS, null, null, Rate.percent(40), DiscountRate.annual("15%")),
            Progress.silent());

    /** The tracking counts days of purchase on its own. */
    @Test
    void tracksThePurchasesOfTheHistories() {
        HoldoutSplit split = STUDY.comparison().split();
        long before = split.calibration().histories().stream()
                .mapToLong(PurchaseHistory::frequency)
                .sum();
        long after =
                split.holdoutPurchases().stream().mapToLong(Long::longValue).sum();
        assertThat(STUDY.tracking().last().actual()).isEqualTo(before + after);
        assertThat(STUDY.tracking().last().date()).isEqualTo(STUDY.histories().observedUntil());
    }

    /** The model knows nothing of the shop but its orders. */
    @Test
    void theModelFindsTheShopBehindTheOrders() {
        Tracking.Point last = STUDY.tracking().last();
        assertThat(last.expected()).isCloseTo((double) last.actual(), within(0.05 * last.actual()));
        assertThat(STUDY.comparison().samePace().meanAbsoluteError())
                .isGreaterThan(STUDY.comparison()
                        .contestants()
                        .get(0)
                        .forecastOrThrow()
                        .meanAbsoluteError());
    }

    @Test
    void theBaseIsWorthWhatItsCustomersAre() {
        double sum = 0;
        for (CustomerValue value : STUDY.values()) {
            assertThat(value.lifetimeValue()).isNotNegative();
            assertThat(Study.atRisk(value)).isBetween(0.0, value.lifetimeValue());
            sum += value.lifetimeValue();
        }
        assertThat(STUDY.equity()).isCloseTo(sum, withinPercentage(1e-9));
    }
}
