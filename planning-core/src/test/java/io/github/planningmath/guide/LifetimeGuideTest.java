package io.github.planningmath.guide;

import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.FittedModel;
import io.github.planningmath.lifetime.GammaGamma;
import io.github.planningmath.lifetime.HoldoutSplit;
import io.github.planningmath.lifetime.ModelRepeat;
import io.github.planningmath.lifetime.Order;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.RepeatBehaviour;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calls on lifetime value that a user makes, as the guide shows them. */
class LifetimeGuideTest {

    private final LocalDate start = LocalDate.of(2025, 1, 1);
    private final LocalDate observedUntil = LocalDate.of(2025, 12, 31);
    private final List<Order> orders = new BuyerSimulator(new BgNbd(0.6, 6, 0.8, 2.4), 1L)
            .orders(800, new GammaGamma(6.25, 3.74, 15.44), 2, WEEKS, start, start.plusDays(90), observedUntil)
            .toList();

    @Test
    void fromOrdersToAValuePerCustomer() {
        DiscountRate annualDiscount = DiscountRate.annual("12%");
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders, WEEKS, observedUntil))
                .orThrow();
        Map<String, Double> values = model.lifetimeValues(Rate.percent("40"), annualDiscount);
        assertThat(values)
                .hasSize(800)
                .allSatisfy((customer, value) -> assertThat(value).isPositive());
    }

    @Test
    void aModelIsJudgedOnWhatItHasNotSeen() {
        HoldoutSplit split = HoldoutSplit.from(orders, WEEKS, LocalDate.of(2025, 9, 30), observedUntil);
        BuyerModel model = BuyerModelFitter.withDefaults()
                .fit(BuyerModelFamily.BG_NBD, split.calibration().counts())
                .orThrow();
        double expected = split.calibration().histories().stream()
                .mapToDouble(history -> model.expectedPurchases(history, split.holdoutDuration()))
                .sum();
        double made =
                split.holdoutPurchases().stream().mapToLong(Long::longValue).sum();
        assertThat(expected / made).isBetween(0.8, 1.25);
    }

    @Test
    void aPlanTakesItsRepeatSalesFromAFittedModel() {
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders, WEEKS, observedUntil))
                .orThrow();
        RepeatBehaviour behaviour = new ModelRepeat(model.buying(), WEEKS);
        assertThat(behaviour.retention(1).toDouble()).isBetween(0.5, 1.0);
        assertThat(behaviour.repeat(0).toDouble()).isBetween(0.1, 1.0);
    }
}
