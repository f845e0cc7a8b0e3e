package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.RefusedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What users of other libraries complain about, from orders to values: a correct number, or a refusal that says why.
 *
 * <p>Single figures at the same extremes stand in the reference tables, the scores in {@link ScoringTest}, and the reading of
 * refunds and of the holdout's first day in {@link CustomerHistoriesTest} and {@link HoldoutSplitTest}.
 */
class KnownFailuresTest {

    private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(10_000);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final Rate MARGIN = Rate.percent("40");
    private static final DiscountRate DISCOUNT = DiscountRate.annual("15%");

    /** No number, infinity or parameters run away (lifetimes 25, CLVTools 100 and 112, BTYD from 500 purchases). */
    @ParameterizedTest
    @EnumSource(names = "BG_BB", mode = EnumSource.Mode.EXCLUDE)
    void aThousandPurchasesInTenThousandDaysHaveValues(BuyerModelFamily family) {
        BuyerModel model = family == BuyerModelFamily.PARETO_NBD
                ? new ParetoNbd(1.4, 20, 0.6, 3000)
                : family.model(new double[] {1.4, 20, 0.8, 60});
        List<Order> orders = new BuyerSimulator(model, 25L)
                .orders(800, SPEND, 2, ChronoUnit.DAYS, FIRST, FIRST.plusDays(2000), LAST)
                .toList();
        CustomerHistories histories = CustomerHistories.from(orders, ChronoUnit.DAYS, LAST);
        assertThat(histories.histories()).anyMatch(history -> history.frequency() > 1000);
        assertThat(histories.histories()).anyMatch(history -> history.age() > 9_900);
        FittedModel fitted =
                BuyerModelFitter.withDefaults().fit(family, histories).orThrow();
        assertThat(fitted.buying().expectedPurchases(10_000))
                .isCloseTo(model.expectedPurchases(10_000), withinPercentage(15));
        for (FittedModel.CustomerValue value : fitted.customerValues(MARGIN, DISCOUNT)) {
            assertThat(value.probabilityAlive()).isBetween(0.0, 1.0);
            assertThat(value.lifetimeValue()).isBetween(0.0, 1e7);
        }
    }

    /** Above 1, or no number (CLVTools 100): who bought on the last day has a recency that is the age in every unit. */
    @ParameterizedTest
    @EnumSource(names = {"DAYS", "WEEKS", "MONTHS", "YEARS"})
    void aPurchaseOnTheLastDayIsAtTheAge(ChronoUnit unit) {
        List<Order> orders = IntStream.rangeClosed(1, 9_000)
                .boxed()
                .flatMap(days -> IntStream.of(days, 0)
                        .mapToObj(ago -> new Order("c" + days, LAST.minusDays(ago), BigDecimal.TEN)))
                .toList();
        BgNbd bgNbd = new BgNbd(0.243, 4.414, 0.793, 2.426);
        MbgNbd mbgNbd = new MbgNbd(0.525, 6.183, 0.891, 1.614);
        ParetoNbd paretoNbd = new ParetoNbd(0.553, 10.578, 0.606, 11.669);
        for (PurchaseHistory history :
                CustomerHistories.from(orders, unit, LAST).histories()) {
            assertThat(history.recency()).isEqualTo(history.age());
            assertThat(paretoNbd.probabilityAlive(history)).isEqualTo(1);
            // Left at this very purchase, or not.
            assertThat(bgNbd.probabilityAlive(history)).isCloseTo(2.426 / (2.426 + 0.793), within(1e-15));
            assertThat(mbgNbd.probabilityAlive(history)).isCloseTo(2.614 / (2.614 + 0.891), within(1e-15));
        }
    }

    /** Garbage parameters, or an exception from deep inside (lifetimes 332). */
    @ParameterizedTest
    @EnumSource
    void whereNobodyBoughtAgainThereIsARefusal(BuyerModelFamily family) {
        List<Order> once = IntStream.range(0, 50)
                .mapToObj(customer -> new Order("c" + customer, FIRST.plusDays(customer), BigDecimal.TEN))
                .toList();
        CustomerHistories histories = CustomerHistories.from(once, ChronoUnit.DAYS, LAST);
        NotFitted<FittedModel> refusal = refusal(BuyerModelFitter.withDefaults().fit(family, histories));
        assertThat(refusal.reason()).isEqualTo(NotFitted.Reason.TOO_FEW_REPEAT_BUYERS);
        assertThat(refusal.detail())
                .isEqualTo(family + " has " + family.parameterNames().size()
                        + " parameters and needs at least as many customers who bought again, but 0.0 of"
                        + " 50.0 did.");
    }

    /** No number at a + b below 1 without repeat purchases (lifetimes 302), infinity at a = 1: from the scores as well. */
    @ParameterizedTest
    @CsvSource({
        "0.11, 2.24, 0.31, 0.5, 0, 0, 1, 30, 0.56458861553278472702",
        "0.243, 4.414, 1, 2.426, 2, 30.43, 38.86, 39, 1.102136786039956"
    })
    void removableGapsAreNumbersInTheScoresToo(
            double r,
            double alpha,
            double a,
            double b,
            long frequency,
            double recency,
            double age,
            double duration,
            double expected) {
        PurchaseHistory history = PurchaseHistory.of(frequency, recency, age);
        // Alone, and where times repeat.
        for (int customers : new int[] {1, 5}) {
            Scores scores = Scoring.of(new BgNbd(r, alpha, a, b))
                    .scores(IntStream.range(0, customers).mapToObj(i -> history).toList(), duration);
            assertThat(scores.expectedPurchases()).allMatch(score -> Math.abs(score / expected - 1) < 1e-12);
        }
    }

    /** Values below 0 where the spend that fits has no mean (lifetimes 146, 370). */
    @Test
    void spendWithoutAMeanIsARefusalOfTheSpendAlone() {
        List<Order> orders = new ArrayList<>();
        GammaGamma noMean = new GammaGamma(1.2, 0.5, 15);
        new BuyerSimulator(new BgNbd(0.6, 42, 0.8, 2.4), 146L)
                .orders(2000, noMean, 2, ChronoUnit.DAYS, LAST.minusDays(400), LAST.minusDays(200), LAST)
                .forEach(orders::add);
        FittedModel model = BuyerModel.fit(CustomerHistories.from(orders, ChronoUnit.WEEKS, LAST))
                .orThrow();
        NotFitted<? extends SpendModel> refusal = refusal(model.spend());
        assertThat(refusal.reason()).isEqualTo(NotFitted.Reason.NO_MEAN);
        assertThat(refusal.detail()).contains("with q at most 1 its mean over all customers is infinite");
        assertThat(model.buying().expectedPurchases(26)).isPositive();
        assertThatThrownBy(() -> model.lifetimeValues(MARGIN, DISCOUNT))
                .isInstanceOf(RefusedException.class)
                .hasMessage("No model could be fitted: " + refusal.detail());
    }

    /** Refunds and free orders taken as purchases (lifetimes 378, 134, 211): they are counted apart, and change nothing. */
    @Test
    void refundsAndFreeOrdersAreNoPurchases() {
        List<Order> orders = new BuyerSimulator(new BgNbd(0.6, 42, 0.8, 2.4), 378L)
                .orders(1000, SPEND, 2, ChronoUnit.DAYS, LAST.minusDays(400), LAST.minusDays(200), LAST)
                .toList();
        List<Order> more = new ArrayList<>(orders);
        more.addAll(IntStream.range(0, 300)
                .mapToObj(i -> new Order(
                        orders.get(i).customer(),
                        LAST.minusDays(500 + i),
                        i % 2 == 0 ? BigDecimal.ZERO : new BigDecimal("-25")))
                .toList());
        CustomerHistories plain = CustomerHistories.from(orders, ChronoUnit.WEEKS, LAST);
        CustomerHistories read = CustomerHistories.fromUnsorted(more, ChronoUnit.WEEKS, LAST);
        assertThat(read.customers()).isEqualTo(plain.customers());
        assertThat(Objects.requireNonNull(read.read()).notPositive()).isEqualTo(300);
        assertThat(BuyerModel.fit(read).orThrow().value(MARGIN, DISCOUNT))
                .isEqualTo(BuyerModel.fit(plain).orThrow().value(MARGIN, DISCOUNT));
    }

    /** An annual rate taken for a weekly one (CLVTools 162, 166), days taken for weeks (lifetimes 137, 194, 215). */
    @Test
    void aRateIsOfItsOwnTimeWhateverTheUnitOfTheModel() {
        List<Order> orders = new BuyerSimulator(new BgNbd(0.6, 42, 0.8, 2.4), 162L)
                .orders(1000, SPEND, 2, ChronoUnit.DAYS, LAST.minusDays(400), LAST.minusDays(200), LAST)
                .toList();
        double annual = BuyerModel.fit(CustomerHistories.from(orders, ChronoUnit.WEEKS, LAST))
                .orThrow()
                .value(MARGIN, DISCOUNT);
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.MONTHS, ChronoUnit.YEARS)) {
            assertThat(BuyerModel.fit(CustomerHistories.from(orders, unit, LAST))
                            .orThrow()
                            .value(MARGIN, DISCOUNT))
                    .isCloseTo(annual, withinPercentage(1e-4));
        }
    }

    /** P(alive) is 1 for whoever bought once, however long ago (lifetimes 239, 165, 44): MBG/NBD says what is meant. */
    @Test
    void whoBoughtOnceLongAgoIsLessLikelyToBeActiveUnderMbgNbd() {
        PurchaseHistory longAgo = PurchaseHistory.of(0, 0, 10_000);
        assertThat(new BgNbd(0.243, 30.9, 0.793, 2.426).probabilityAlive(longAgo))
                .isEqualTo(1);
        // 1 / (1 + a / b ((alpha + T) / alpha)^r)
        assertThat(new MbgNbd(0.525, 43.3, 0.891, 1.614).probabilityAlive(longAgo))
                .isCloseTo(1 / (1 + 0.891 / 1.614 * Math.pow(10_043.3 / 43.3, 0.525)), within(1e-14));
    }

    /** Single expectations without an interval (lifetimes 201, 273): what one customer will do has a distribution. */
    @Test
    void aPredictionHasAnInterval() {
        BuyerModel model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        PurchaseHistory often = PurchaseHistory.of(26, 30.86, 31);
        double below = 0;
        long fifth = -1;
        while (below < 0.05) {
            fifth++;
            below += model.purchaseProbability(often, fifth, 39);
        }
        assertThat(fifth).isBetween(0L, 10L);
        assertThat(model.purchaseProbability(often, 0, 39)).isGreaterThan(1 - model.probabilityAlive(often));
        assertThat(model.expectedPurchases(often, 39)).isCloseTo(20.74972614085729, withinPercentage(1e-10));
    }

    private static <M> NotFitted<M> refusal(Fit<M> fit) {
        return fit.fold(
                fitted -> {
                    throw new AssertionError(fitted.toString());
                },
                refusal -> refusal);
    }
}
