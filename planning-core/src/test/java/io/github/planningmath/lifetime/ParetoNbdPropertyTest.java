package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.internal.UnitIntegral;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class ParetoNbdPropertyTest implements ContinuousBuyerModelContract {

    @Override
    @Provide
    public Arbitrary<BuyerModel> models() {
        Arbitrary<Double> shapes = Arbitraries.doubles().between(0.5, 4);
        Arbitrary<Double> times = Arbitraries.doubles().between(5, 50);
        return Combinators.combine(shapes, times, shapes, times).as(ParetoNbd::new);
    }

    @Override
    public Set<String> times() {
        return Set.of("alpha", "beta");
    }

    @Override
    public Mixing buying(BuyerModel model) {
        ParetoNbd pareto = (ParetoNbd) model;
        return Mixing.gamma(pareto.r(), pareto.alpha());
    }

    @Override
    public Mixing leaving(BuyerModel model) {
        ParetoNbd pareto = (ParetoNbd) model;
        return Mixing.gamma(pareto.s(), pareto.beta());
    }

    @Override
    public double activeLikelihood(PurchaseHistory history, double buying, double leaving) {
        return Math.pow(buying, history.frequency()) * Math.exp(-(buying + leaving) * history.age());
    }

    @Override
    public double leftLikelihood(PurchaseHistory history, double buying, double leaving) {
        double quiet = history.age() - history.recency();
        return Math.pow(buying, history.frequency())
                * leaving
                / (buying + leaving)
                * Math.exp(-(buying + leaving) * history.recency())
                * -Math.expm1(-(buying + leaving) * quiet);
    }

    @Override
    public double expectedOfActive(double duration, double buying, double leaving) {
        return buying * -Math.expm1(-leaving * duration) / leaving;
    }

    @Override
    public double survival(double duration, double buying, double leaving) {
        return Math.exp(-leaving * duration);
    }

    /** By parts, with s = exp(-rate t): the integral of exp(-rate t) dE(t) is that of E(-ln(s) / rate) over s. */
    @Property
    void discountedPurchasesAreALaplaceTransformOfWhatIsExpected(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @DoubleRange(min = 1e-4, max = 2) @Scale(4) double rate) {
        double transform = UnitIntegral.of(
                (s, rest) -> model.expectedPurchases(history, (s < 0.5 ? -Math.log(s) : -Math.log1p(-rest)) / rate));
        assertThat(model.discountedPurchases(history, Discounts.of(Math.expm1(rate)), Discounts.UNIT))
                .isCloseTo(transform, within(1e-10 * transform));
    }

    @Property
    void whoHasBoughtInThisMomentIsActive(
            @ForAll("models") BuyerModel model, @ForAll @DoubleRange(min = 0.1, max = 10_000) double age) {
        assertThat(model.probabilityAlive(PurchaseHistory.of(29, age, age))).isEqualTo(1);
        assertThat(model.probabilityAlive(PurchaseHistory.of(29, Math.nextDown(age), age)))
                .isBetween(1 - 1e-10, 1.0);
    }
}
