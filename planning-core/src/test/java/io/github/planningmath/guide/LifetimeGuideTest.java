package io.github.planningmath.guide;

import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.lifetime.BgBb;
import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CohortTable;
import io.github.planningmath.lifetime.CurveRepeat;
import io.github.planningmath.lifetime.CustomerAcquisition;
import io.github.planningmath.lifetime.CustomerColumns;
import io.github.planningmath.lifetime.CustomerHistories;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.lifetime.FirstMargin;
import io.github.planningmath.lifetime.FittedModel;
import io.github.planningmath.lifetime.GammaGamma;
import io.github.planningmath.lifetime.HoldoutSplit;
import io.github.planningmath.lifetime.LifetimeHorizon;
import io.github.planningmath.lifetime.LifetimeTerms;
import io.github.planningmath.lifetime.ModelChoice;
import io.github.planningmath.lifetime.ModelRepeat;
import io.github.planningmath.lifetime.Order;
import io.github.planningmath.lifetime.Payback;
import io.github.planningmath.lifetime.RetentionCurve;
import io.github.planningmath.lifetime.Scores;
import io.github.planningmath.lifetime.Scoring;
import io.github.planningmath.lifetime.ShiftedBetaGeometric;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
    void theChoiceAmongFamiliesHasAReason() {
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders, WEEKS, observedUntil))
                .orThrow();
        ModelChoice choice = Objects.requireNonNull(model.choice());
        String reason = choice.reason();
        assertThat(reason).contains(" has the least BIC, ");
        assertThat(choice.candidates()).hasSize(4);
        LocalDate calibrationUntil = LocalDate.of(2025, 8, 31);
        HoldoutSplit split = HoldoutSplit.from(orders, WEEKS, calibrationUntil, observedUntil);
        FittedModel judged = BuyerModel.fit(split).orThrow();
        assertThat(Objects.requireNonNull(judged.choice()).reason()).contains("of the holdout's");
    }

    @Test
    void valuesAreOfALifetimeOrWithinATime() {
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders, WEEKS, observedUntil))
                .orThrow();
        Map<String, Double> lifetime = model.lifetimeValues(Rate.percent("40"), DiscountRate.annual("12%"));
        Map<String, Double> year = model.lifetimeValues(Rate.percent("40"), DiscountRate.annual("0%"), 12, MONTHS);
        assertThat(year).hasSize(800).containsOnlyKeys(lifetime.keySet());
        DiscountRate annual = DiscountRate.annual("12%");
        assertThat(model.buying()
                        .discountedPurchases(model.histories().histories().get(0), annual, WEEKS))
                .isPositive();
    }

    @Test
    void occasionsAreCountedFromOrders() {
        BgBb givers = new BgBb(1.2, 0.75, 0.66, 2.8);
        Random random = new Random(4);
        List<Order> gifts = IntStream.range(0, 600)
                .boxed()
                .flatMap(giver -> DoubleStream.concat(
                                DoubleStream.of(0), DoubleStream.of(givers.purchaseTimes(8, random)))
                        .mapToObj(year -> new Order(
                                "giver " + giver,
                                LocalDate.ofYearDay(2017 + (int) year, 1 + random.nextInt(365)),
                                BigDecimal.TEN)))
                .toList();
        LocalDate until = LocalDate.of(2025, 12, 31);
        CustomerHistories years = CustomerHistories.byOccasion(gifts, YEARS, until);
        FittedModel model = BuyerModel.fit(years).orThrow();
        assertThat(model.buying().family()).isEqualTo(BuyerModelFamily.BG_BB);
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
    void millionsAreScoredByColumn() {
        BuyerModel model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        int[] frequency = {2, 0};
        double[] recency = {30.43, 0};
        double[] age = {38.86, 38.86};
        CustomerColumns customers = CustomerColumns.of(frequency, recency, age);
        Scores scores = Scoring.of(model).onAllCores().scores(customers, 39);
        assertThat(scores.probabilityAlive(0)).isCloseTo(0.72657857, within(1e-8));
        assertThat(scores.expectedPurchases(0)).isCloseTo(1.22602817, within(1e-8));
        assertThat(scores.probabilityAlive(1)).isEqualTo(1);
    }

    @Test
    void contractsAreValuedByTheirCohorts() {
        CohortTable cohorts = CohortTable.of(
                CohortTable.Cohort.of("2025-01", 1000, 869, 743, 653), CohortTable.Cohort.of("2026-01", 800, 702));
        RetentionCurve curve = ShiftedBetaGeometric.fit(cohorts).orThrow();
        LifetimeTerms terms = new LifetimeTerms(
                new BigDecimal("120"), YEARS, DiscountRate.annual("10%"), FirstMargin.NOW, LifetimeHorizon.unbounded());
        double value = terms.lifetimeValue(curve);
        CustomerAcquisition acquisition = CustomerAcquisition.of("90000", 300);
        double ratio = acquisition.valueToCost(terms, curve).ratio();
        Payback payback = acquisition.discountedPayback(terms, curve);
        assertThat(value).isBetween(500.0, 900.0);
        assertThat(ratio).isCloseTo(value / 300, within(1e-12));
        // 120 + 120 * 0.87 / 1.1 + 120 * 0.75 / 1.21 is 289, and a third renewal brings some 60 more.
        assertThat(payback.orThrow().periods()).isEqualTo(3);
        RepeatBehaviour contracts = new CurveRepeat(curve, Ratio.percent("30"));
        assertThat(contracts.retention(0).toDouble()).isCloseTo(curve.survival(1), within(1e-9));
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
