package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * What holds for every {@link BuyerModel}. A member's test says how one customer with known traits behaves; all else follows by
 * integrating over the traits, without any formula of the model.
 */
@SuppressWarnings("exports") // jqwik is no part of the module
interface BuyerModelContract {

    /** In percent: the relative error of 1e-6 that brute force leaves. */
    double BRUTE_FORCE = 1e-4;

    /** Members of the family under test. */
    Arbitrary<BuyerModel> models();

    /** Histories that it accepts. */
    Arbitrary<PurchaseHistory> histories();

    /** Durations that it accepts. */
    Arbitrary<Double> durations();

    /** How the trait of buying differs from customer to customer. */
    Mixing buying(BuyerModel model);

    /** How the trait of leaving differs from customer to customer. */
    Mixing leaving(BuyerModel model);

    /** The likelihood of a history and of being active at its end, for a customer with known traits. */
    double activeLikelihood(PurchaseHistory history, double buying, double leaving);

    /** The likelihood of a history and of having left before its end, for a customer with known traits. */
    double leftLikelihood(PurchaseHistory history, double buying, double leaving);

    /** The purchases of a customer with known traits in the duration after being active. */
    double expectedOfActive(double duration, double buying, double leaving);

    /** The probability that a new customer with known traits is still active after the duration. */
    double survival(double duration, double buying, double leaving);

    /** The probability of a count, from the likelihoods of all histories of that count. */
    double countFromLikelihoods(BuyerModel model, int purchases, double duration);

    /** A step of time for sums over the future. */
    double step();

    @Property
    default void whatIsExpectedIsTheBruteForceIntegralOfTheLikelihood(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("durations") double duration) {
        Mixing buying = buying(model);
        Mixing leaving = leaving(model);
        double active = 0;
        double left = 0;
        double purchases = 0;
        double survivors = 0;
        for (int i = 0; i < buying.size(); i++) {
            for (int j = 0; j < leaving.size(); j++) {
                double weight = buying.weight(i) * leaving.weight(j);
                if (weight > 0) {
                    double alive = weight * activeLikelihood(history, buying.place(i), leaving.place(j));
                    active += alive;
                    survivors += weight * survival(duration, buying.place(i), leaving.place(j));
                    left += weight * leftLikelihood(history, buying.place(i), leaving.place(j));
                    purchases += alive * expectedOfActive(duration, buying.place(i), leaving.place(j));
                }
            }
        }
        assertThat(model.logLikelihood(history)).isCloseTo(Math.log(active + left), within(BRUTE_FORCE / 100));
        assertThat(model.probabilityAlive(history)).isCloseTo(active / (active + left), withinPercentage(BRUTE_FORCE));
        assertThat(model.expectedPurchases(history, duration))
                .isCloseTo(purchases / (active + left), withinPercentage(BRUTE_FORCE));
        assertThat(model.survival(duration)).isCloseTo(survivors, withinPercentage(BRUTE_FORCE));
    }

    @Property
    default void countsAddUpToOneAndTheirMeanIsWhatIsExpected(
            @ForAll("models") BuyerModel model, @ForAll("durations") double duration) {
        double sum = 0;
        double mean = 0;
        double expected = model.expectedPurchases(duration);
        for (long count = 0; count < 3000 && 1 - sum > 1e-13 && expected - mean > 1e-11 * expected; count++) {
            double probability = model.purchaseProbability(count, duration);
            assertThat(probability).isBetween(0.0, 1.0 + 1e-14);
            sum += probability;
            mean += count * probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(expected, within(1e-8 * expected));
    }

    @Property
    default void aCountIsAsProbableAsAllItsHistories(
            @ForAll("models") BuyerModel model,
            @ForAll @IntRange(max = 12) int purchases,
            @ForAll("durations") double duration) {
        double probability = model.purchaseProbability(purchases, duration);
        assertThat(countFromLikelihoods(model, purchases, duration)).isCloseTo(probability, within(1e-9 * probability));
    }

    @Property
    default void theProbabilityToBeActiveIsAtMostOneAndRisesWithRecency(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory earlier,
            @ForAll("histories") PurchaseHistory other) {
        double alive = model.probabilityAlive(earlier);
        assertThat(alive).isBetween(0.0, 1.0);
        if (earlier.frequency() > 0 && other.recency() >= earlier.recency() && other.recency() <= earlier.age()) {
            PurchaseHistory later = PurchaseHistory.of(earlier.frequency(), other.recency(), earlier.age());
            assertThat(model.probabilityAlive(later)).isGreaterThanOrEqualTo(alive * (1 - 1e-13));
        }
    }

    @Property
    default void aLongerSilenceLowersTheProbabilityToBeActive(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("durations") double silence) {
        PurchaseHistory later = PurchaseHistory.of(history.frequency(), history.recency(), history.age() + silence);
        assertThat(model.probabilityAlive(later)).isLessThanOrEqualTo(model.probabilityAlive(history) * (1 + 1e-13));
    }

    @Property
    default void aNewCustomerIsOneWithoutHistory(
            @ForAll("models") BuyerModel model,
            @ForAll("durations") double duration,
            @ForAll @DoubleRange(min = 0.01, max = 1) double discount) {
        PurchaseHistory none = PurchaseHistory.newCustomer();
        assertThat(model.expectedPurchases(duration)).isEqualTo(model.expectedPurchases(none, duration));
        assertThat(model.discountedPurchases(Discounts.of(discount), Discounts.UNIT))
                .isEqualTo(model.discountedPurchases(none, Discounts.of(discount), Discounts.UNIT));
    }

    @Property
    default void whatIsKnownOfActiveCustomersIsAModelOfItsOwn(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("durations") double duration,
            @ForAll @DoubleRange(min = 0.01, max = 1) double discount) {
        BuyerModel active = model.givenActive(history);
        double alive = model.probabilityAlive(history);
        double expected = model.expectedPurchases(history, duration);
        double discounted = model.discountedPurchases(history, Discounts.of(discount), Discounts.UNIT);
        assertThat(active.probabilityAlive(PurchaseHistory.newCustomer())).isEqualTo(1);
        assertThat(alive * active.expectedPurchases(duration)).isCloseTo(expected, within(1e-11 * expected));
        assertThat(alive * active.discountedPurchases(Discounts.of(discount), Discounts.UNIT))
                .isCloseTo(discounted, within(1e-9 * discounted));
    }

    @Property
    default void countsOfAKnownCustomerAddUpToOneAndTheirMeanIsWhatIsExpected(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("durations") double duration) {
        double sum = 0;
        double mean = 0;
        double expected = model.expectedPurchases(history, duration);
        for (long count = 0; count < 3000 && (1 - sum > 1e-13 || expected - mean > 1e-11 * expected); count++) {
            double probability = model.purchaseProbability(history, count, duration);
            assertThat(probability).isBetween(0.0, 1.0 + 1e-14);
            sum += probability;
            mean += count * probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(expected, within(1e-8 * expected));
    }

    @Property
    default void countsOfANewCustomerAreThoseOfOneWithoutHistory(
            @ForAll("models") BuyerModel model,
            @ForAll @IntRange(max = 12) int purchases,
            @ForAll("durations") double duration) {
        double probability = model.purchaseProbability(purchases, duration);
        assertThat(model.purchaseProbability(PurchaseHistory.newCustomer(), purchases, duration))
                .isCloseTo(probability, within(1e-11 * probability));
    }

    @Property
    default void noFutureHasNoPurchases(
            @ForAll("models") BuyerModel model, @ForAll("histories") PurchaseHistory history) {
        assertThat(model.expectedPurchases(history, 0)).isZero();
        assertThat(model.purchaseProbability(0, 0)).isCloseTo(1, within(1e-13));
        assertThat(model.purchaseProbability(1, 0)).isZero();
    }

    @Property
    default void moreTimeBringsMorePurchasesAndFewerSurvivors(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("durations") double one,
            @ForAll("durations") double other) {
        double less = Math.min(one, other);
        double more = Math.max(one, other);
        assertThat(model.expectedPurchases(history, more))
                .isGreaterThanOrEqualTo(model.expectedPurchases(history, less) * (1 - 1e-13));
        assertThat(model.survival(0)).isCloseTo(model.probabilityAlive(PurchaseHistory.newCustomer()), within(1e-13));
        assertThat(model.survival(more)).isBetween(0.0, model.survival(less) * (1 + 1e-13));
    }

    /** Purchases of a step are worth what they are at its begin at most, and at its end at least. */
    @Property
    default void discountedPurchasesLieBetweenTwoSums(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @DoubleRange(min = 0.2, max = 2) double discount) {
        double atEnd = 0;
        double before = 0;
        double worth = 1;
        double factor = Math.pow(1 + discount, -step());
        for (int k = 1; worth > 1e-9; k++) {
            worth *= factor;
            double expected = model.expectedPurchases(history, k * step());
            atEnd += worth * (expected - before);
            before = expected;
        }
        double discounted = model.discountedPurchases(history, Discounts.of(discount), Discounts.UNIT);
        assertThat(discounted).isGreaterThanOrEqualTo(atEnd * (1 - 1e-12));
        assertThat(discounted).isLessThanOrEqualTo(atEnd / factor * (1 + 1e-6));
    }

    /** By parts of the time, each worth what it is at its begin at most, and at its end at least. */
    @Property(tries = 100)
    default void discountedPurchasesWithinATimeLieBetweenTwoSums(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @IntRange(min = 1, max = 24) int steps,
            @ForAll @DoubleRange(max = 2) double discount) {
        double atEnd = 0;
        double before = 0;
        for (int k = 1; k <= steps; k++) {
            double expected = model.expectedPurchases(history, k * step());
            atEnd += Math.pow(1 + discount, -k * step()) * (expected - before);
            before = expected;
        }
        double discounted = model.discountedPurchases(history, steps * step(), Discounts.of(discount), Discounts.UNIT);
        assertThat(discounted).isGreaterThanOrEqualTo(atEnd * (1 - 1e-12));
        assertThat(discounted).isLessThanOrEqualTo(atEnd * Math.pow(1 + discount, step()) * (1 + 1e-12));
        if (discount == 0) {
            assertThat(discounted).isCloseTo(before, within(1e-13 * before));
        }
    }

    @Property
    default void whatIsExpectedBetweenTwoTimesIsTheDifference(
            @ForAll("models") BuyerModel model, @ForAll("durations") double one, @ForAll("durations") double other) {
        double from = Math.min(one, other);
        double to = Math.max(one, other);
        double all = model.expectedPurchases(to);
        assertThat(model.purchasesBetween(from, to))
                .isCloseTo(all - model.expectedPurchases(from), within(1e-12 * all));
        assertThat(model.purchasesBetween(0, to)).isCloseTo(all, within(1e-12 * all));
        assertThat(model.purchasesBetween(to, to)).isZero();
    }

    @Property
    default void theFitsLikelihoodIsThatOfTheModel(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory one,
            @ForAll("histories") PurchaseHistory other) {
        HistoryCounts counts = HistoryCounts.weighted(CustomerColumns.of(List.of(one, other)), new double[] {3, 0.5});
        double[] point =
                model.parameters().values().stream().mapToDouble(Math::log).toArray();
        double expected = 3 * model.logLikelihood(one) + 0.5 * model.logLikelihood(other);
        assertThat(model.family().likelihood(counts).value(point, new double[point.length]))
                .isCloseTo(expected, within(1e-11 * (1 + Math.abs(expected))));
    }

    @Property
    default void theGradientIsTheSlopeOfTheLikelihood(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory one,
            @ForAll("histories") PurchaseHistory other) {
        Likelihoods.assertGradient(
                model.family().likelihood(HistoryCounts.of(List.of(one, other))),
                model.parameters().values().stream().mapToDouble(Math::log).toArray());
    }

    @Property
    default void aTimeBelowZeroOrNoNumberIsRefused(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @LongRange(min = -5, max = -1) long negative) {
        for (double refused : new double[] {negative, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> model.expectedPurchases(history, refused));
            assertThatIllegalArgumentException().isThrownBy(() -> model.purchaseProbability(1, refused));
            assertThatIllegalArgumentException().isThrownBy(() -> model.purchaseProbability(history, 1, refused));
            assertThatIllegalArgumentException().isThrownBy(() -> model.survival(refused));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.discountedPurchases(history, refused, Discounts.of(0.1), Discounts.UNIT));
            assertThatIllegalArgumentException().isThrownBy(() -> model.purchasesBetween(0, refused));
            assertThatIllegalArgumentException().isThrownBy(() -> model.purchasesBetween(refused, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> model.scaled(refused));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> model.purchaseProbability(negative, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> model.purchaseProbability(history, negative, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.discountedPurchases(history, Discounts.of(0), Discounts.UNIT));
    }
}
