package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.internal.UnitIntegral;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.numbers.gamma.LogGamma;

/** What holds for every {@link BuyerModel} in continuous time. */
@SuppressWarnings("exports") // jqwik is no part of the module
interface ContinuousBuyerModelContract extends BuyerModelContract {

    /** The parameters that are times. */
    Set<String> times();

    @Override
    @Provide
    default Arbitrary<PurchaseHistory> histories() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(
                        Arbitraries.longs().between(0, 20),
                        Arbitraries.doubles().between(4, 40),
                        shares)
                .as((frequency, age, share) ->
                        PurchaseHistory.of(frequency, frequency == 0 ? 0 : age * (1 - 0.99 * share), age));
    }

    @Override
    @Provide
    default Arbitrary<Double> durations() {
        return Arbitraries.doubles().between(0.1, 15);
    }

    @Override
    default double step() {
        return 0.5;
    }

    /** The earlier purchases lie anywhere before the last: {@code integral of L(x, u, t) u^(x - 1) / (x - 1)! du}. */
    @Override
    default double countFromLikelihoods(BuyerModel model, int purchases, double duration) {
        if (purchases == 0) {
            return Math.exp(model.logLikelihood(PurchaseHistory.of(0, 0, duration)));
        }
        double logArrangements = LogGamma.value(purchases);
        return duration
                * UnitIntegral.of((place, rest) ->
                        Math.exp(model.logLikelihood(PurchaseHistory.of(purchases, place * duration, duration))
                                + (purchases - 1) * Math.log(place * duration)
                                - logArrangements));
    }

    @Property
    default void anotherUnitOfTimeChangesTimesAndNothingElse(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll("durations") double duration,
            @ForAll @DoubleRange(min = 0.01, max = 365) double factor) {
        BuyerModel scaled = model.scaled(factor);
        Map<String, Double> expected = new LinkedHashMap<>(model.parameters());
        times().forEach(time -> expected.computeIfPresent(time, (name, value) -> value * factor));
        assertThat(scaled.parameters()).isEqualTo(expected);
        assertThat(scaled.family()).isEqualTo(model.family());
        PurchaseHistory inUnits =
                PurchaseHistory.of(history.frequency(), factor * history.recency(), factor * history.age());
        double logLikelihood = model.logLikelihood(history) - history.frequency() * Math.log(factor);
        assertThat(scaled.logLikelihood(inUnits))
                .isCloseTo(logLikelihood, within(1e-11 * (1 + Math.abs(logLikelihood))));
        assertClose(scaled.probabilityAlive(inUnits), model.probabilityAlive(history));
        assertClose(scaled.expectedPurchases(inUnits, factor * duration), model.expectedPurchases(history, duration));
        assertClose(scaled.survival(factor * duration), model.survival(duration));
        assertClose(
                scaled.discountedPurchases(inUnits, Discounts.of(Math.expm1(Math.log1p(0.3) / factor)), Discounts.UNIT),
                model.discountedPurchases(history, Discounts.of(0.3), Discounts.UNIT));
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, withinPercentage(1e-9));
    }
}
