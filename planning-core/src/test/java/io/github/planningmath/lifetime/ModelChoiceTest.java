package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which family is taken, and what is said about it. */
class ModelChoiceTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);

    private static List<Order> orders(BuyerModel model, int customers, long seed) {
        return new BuyerSimulator(model, seed)
                .orders(customers, SPEND, 2, ChronoUnit.WEEKS, START, START.plusDays(180), END)
                .toList();
    }

    private static FittedModel fit(BuyerModel model, int customers, long seed) {
        return BuyerModel.fit(CustomerHistories.from(orders(model, customers, seed), ChronoUnit.WEEKS, END))
                .orThrow();
    }

    private static ModelChoice choice(FittedModel model) {
        return Objects.requireNonNull(model.choice());
    }

    static List<BuyerModel> makers() {
        return List.of(
                new Nbd(0.8, 6),
                new BgNbd(0.8, 4, 0.9, 2.5),
                new MbgNbd(1.6, 8, 0.6, 0.9),
                new ParetoNbd(1.2, 6, 0.5, 60));
    }

    /** The family that made the orders explains them best, or as well as any. */
    @ParameterizedTest
    @MethodSource("makers")
    void theFamilyThatMadeTheOrdersIsTakenOrIsClose(BuyerModel maker) {
        FittedModel model = fit(maker, 4_000, 11L);
        ModelChoice choice = choice(model);
        assertThat(choice.candidates())
                .extracting(ModelChoice.Candidate::family)
                .containsExactly(
                        BuyerModelFamily.NBD,
                        BuyerModelFamily.BG_NBD,
                        BuyerModelFamily.MBG_NBD,
                        BuyerModelFamily.PARETO_NBD);
        double least = bic(choice, choice.family());
        for (ModelChoice.Candidate candidate : choice.candidates()) {
            candidate.fit().fold(fitted -> assertThat(fitted.bic()).isGreaterThanOrEqualTo(least), refusal -> null);
        }
        assertThat(bic(choice, maker.family())).isLessThan(least + 6);
        assertThat(model.buying().family()).isEqualTo(choice.family());
    }

    private static double bic(ModelChoice choice, BuyerModelFamily family) {
        return choice.candidates().stream()
                .filter(candidate -> candidate.family() == family)
                .map(candidate -> Objects.requireNonNull(candidate.fitted()).bic())
                .findFirst()
                .orElseThrow();
    }

    /** Nobody leaves: the other families run to their boundary, and the simplest is left. */
    @Test
    void whereNobodyLeavesTheNbdIsTaken() {
        FittedModel model = fit(new Nbd(0.8, 6), 1_500, 3L);
        assertThat(model.buying()).isInstanceOf(Nbd.class);
        assertThat(choice(model).reason()).startsWith("NBD has the least BIC, ");
        assertThat(model.newCustomerValue(Rate.percent("40"), DiscountRate.annual("15%")))
                .isPositive();
    }

    /** Fitted by hand on what the split shows; the reason gives the figures. */
    @Test
    void aHoldoutIsForeseenAndSaid() {
        List<Order> orders = orders(new MbgNbd(1.6, 8, 0.6, 0.9), 2_000, 5L);
        HoldoutSplit split = HoldoutSplit.from(orders, ChronoUnit.WEEKS, LocalDate.of(2025, 4, 30), END);
        FittedModel model = BuyerModel.fit(split).orThrow();
        ModelChoice choice = choice(model);
        assertThat(model.histories().observedUntil()).isEqualTo(END);
        assertThat(model.buying())
                .isEqualTo(BuyerModelFitter.withDefaults()
                        .fit(
                                choice.family(),
                                CustomerHistories.from(orders, ChronoUnit.WEEKS, END)
                                        .counts())
                        .orThrow());
        for (ModelChoice.Candidate candidate : choice.candidates()) {
            Fitted<BuyerModel> fitted = Objects.requireNonNull(candidate.fitted());
            double expected = 0;
            double squares = 0;
            long actual = 0;
            for (int row = 0; row < split.calibration().size(); row++) {
                double purchases = fitted.model()
                        .expectedPurchases(split.calibration().histories().get(row), split.holdoutDuration());
                long came = split.holdoutPurchases().get(row);
                expected += purchases;
                actual += came;
                squares += (purchases - came) * (purchases - came);
            }
            ModelChoice.Holdout holdout = Objects.requireNonNull(candidate.holdout());
            assertThat(holdout.expected()).isCloseTo(expected, within(1e-9 * expected));
            assertThat(holdout.actual()).isEqualTo(actual);
            assertThat(holdout.rootMeanSquareError())
                    .isCloseTo(Math.sqrt(squares / split.calibration().size()), within(1e-9));
        }
        assertThat(choice.reason()).contains("; of the holdout's ").contains(" purchases it expected ");
    }

    private static ModelChoice.Candidate candidate(BuyerModelFamily family, double logLikelihood, double error) {
        BuyerModel model = family.model(new double[] {1, 1, 1, 1});
        return new ModelChoice.Candidate(
                family,
                new Fitted<>(
                        model,
                        logLikelihood,
                        model.parameters().keySet().stream()
                                .map(name -> new Fitted.ParameterEstimate(name, 1.0, "b".equals(name) ? 5.4 : 0.1))
                                .toList(),
                        List.of(),
                        1,
                        new Fitted.FittedOn(Math.E, 2.0, 3)),
                new ModelChoice.Holdout(10.25, 12L, error));
    }

    /** BIC of n = e customers: as many as parameters, less twice the log-likelihood. */
    @Test
    void theHoldoutDecidesBetweenFamiliesThatAreClose() {
        ModelChoice.Candidate refused = new ModelChoice.Candidate(
                BuyerModelFamily.PARETO_NBD,
                NotFitted.unsearched(NotFitted.Reason.PARAMETERS_AT_BOUNDARY, "a ridge."),
                null);
        assertThat(reason(
                        candidate(BuyerModelFamily.NBD, -110, 0.1),
                        candidate(BuyerModelFamily.BG_NBD, -100.5, 0.3),
                        candidate(BuyerModelFamily.MBG_NBD, -100, 0.4),
                        refused))
                .isEqualTo("BG/NBD foresaw the holdout best of those within 2 of the least BIC; its own is 205.0"
                        + " (MBG/NBD -1.0, NBD +17.0); no fit: Pareto/NBD PARAMETERS_AT_BOUNDARY;"
                        + " of the holdout's 12 purchases it expected 10.3; weakly known: b = 1.000 ± 5.4.");
        assertThat(reason(
                        candidate(BuyerModelFamily.NBD, -110, 0.1),
                        candidate(BuyerModelFamily.BG_NBD, -101.5, 0.3),
                        candidate(BuyerModelFamily.MBG_NBD, -100, 0.4)))
                .isEqualTo("MBG/NBD has the least BIC, 204.0 (BG/NBD +3.0, NBD +18.0);"
                        + " of the holdout's 12 purchases it expected 10.3; weakly known: b = 1.000 ± 5.4.");
    }

    private static String reason(ModelChoice.Candidate... candidates) {
        return ModelChoice.among(List.of(candidates), ModelChoice::toString, refusal -> {
            throw new AssertionError(refusal.toString());
        });
    }

    /** A standard error above half the value, and not a jot less. */
    @Test
    void weakParametersAreNamed() {
        Fitted<BuyerModel> fitted = BuyerModelFitter.withDefaults()
                .fit(BuyerModelFamily.BG_NBD, SmallBase.counts())
                .fold(each -> each, refusal -> {
                    throw new AssertionError(refusal.toString());
                });
        // 0.0775 ± 0.113 and 1.219 ± 2.519: see BuyerModelFitterTest.
        assertThat(fitted.weaklyKnown())
                .extracting(Fitted.ParameterEstimate::name)
                .containsExactly("a", "b");
        assertThat(fitted.weaklyKnown().get(1)).hasToString("b = 1.219 ± 2.5");
    }

    /** What a few customers say of leaving is next to nothing, and is called so. */
    @Test
    void tenCustomersAreTooFewAndTheReasonSaysSo() {
        List<PurchaseHistory> few = new ArrayList<>();
        Random random = new Random(4);
        for (int customer = 0; customer < 10; customer++) {
            int purchases = 1 + random.nextInt(6);
            few.add(PurchaseHistory.of(purchases, 10 + 30 * random.nextDouble(), 40));
        }
        Fit<BuyerModel> fit = BuyerModelFitter.withDefaults().fit(BuyerModelFamily.BG_NBD, HistoryCounts.of(few));
        assertThat(fit.<Boolean>fold(fitted -> !fitted.weaklyKnown().isEmpty(), refusal -> true))
                .isTrue();
    }

    /** Givers at yearly occasions, whose orders come on any day of the year. */
    @Test
    void occasionsAreFittedByBgBb() {
        BgBb maker = new BgBb(1.2, 0.75, 0.66, 2.8);
        Random random = new Random(8);
        List<Order> orders = new ArrayList<>();
        for (int customer = 0; customer < 1_500; customer++) {
            int first = 2015;
            orders.add(new Order("c" + customer, LocalDate.ofYearDay(first, 1 + random.nextInt(365)), BigDecimal.TEN));
            for (double year : maker.purchaseTimes(9, random)) {
                orders.add(new Order(
                        "c" + customer,
                        LocalDate.ofYearDay(first + (int) year, 1 + random.nextInt(365)),
                        BigDecimal.TEN));
            }
        }
        CustomerHistories years = CustomerHistories.byOccasion(orders, ChronoUnit.YEARS, LocalDate.of(2024, 12, 31));
        FittedModel model = BuyerModel.fit(years).orThrow();
        assertThat(model.buying()).isInstanceOf(BgBb.class);
        assertThat(model.buying().expectedPurchases(9)).isCloseTo(maker.expectedPurchases(9), within(0.25));
        assertThat(model.lifetimeValues(Rate.percent("40"), DiscountRate.annual("0%"), 3, ChronoUnit.YEARS))
                .hasSize(1_500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerHistories.byOccasion(orders, ChronoUnit.HOURS, END))
                .withMessage("CustomerHistories.occasion must be one of [Days, Weeks, Months, Years], but was Hours.");
    }

    @Test
    void otherTimesAreARefusalOfBgBb() {
        CustomerHistories months =
                CustomerHistories.from(orders(new BgNbd(0.8, 4, 0.9, 2.5), 200, 2L), ChronoUnit.MONTHS, END);
        NotFitted<FittedModel> refusal = BuyerModelFitter.withDefaults()
                .fit(BuyerModelFamily.BG_BB, months)
                .fold(
                        fitted -> {
                            throw new AssertionError(fitted.toString());
                        },
                        each -> each);
        assertThat(refusal.reason()).isEqualTo(NotFitted.Reason.NOT_BY_OCCASION);
        assertThat(refusal.detail())
                .isEqualTo(
                        "BG/BB needs histories that count opportunities, at most one purchase at each, but these have"
                                + " other times. Perhaps CustomerHistories.byOccasion was meant.");
    }
}
