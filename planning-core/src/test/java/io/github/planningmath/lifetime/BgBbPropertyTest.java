package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.numbers.gamma.LogGamma;

class BgBbPropertyTest implements BuyerModelContract {

    @Override
    @Provide
    public Arbitrary<BuyerModel> models() {
        Arbitrary<Double> shapes = Arbitraries.doubles().between(0.5, 4);
        return Combinators.combine(shapes, shapes, shapes, shapes).as(BgBb::new);
    }

    @Override
    @Provide
    public Arbitrary<PurchaseHistory> histories() {
        return Arbitraries.integers()
                .between(0, 25)
                .flatMap(age -> Arbitraries.integers()
                        .between(0, age)
                        .flatMap(recency -> Arbitraries.integers()
                                .between(Math.min(1, recency), recency)
                                .map(frequency -> PurchaseHistory.of(frequency, recency, age))));
    }

    @Override
    @Provide
    public Arbitrary<Double> durations() {
        return Arbitraries.integers().between(1, 20).map(Integer::doubleValue);
    }

    @Override
    public double step() {
        return 1;
    }

    @Override
    public Mixing buying(BuyerModel model) {
        BgBb bgBb = (BgBb) model;
        return Mixing.beta(bgBb.alpha(), bgBb.beta());
    }

    @Override
    public Mixing leaving(BuyerModel model) {
        BgBb bgBb = (BgBb) model;
        return Mixing.beta(bgBb.gamma(), bgBb.delta());
    }

    @Override
    public double activeLikelihood(PurchaseHistory history, double buying, double leaving) {
        return sequence(history.frequency(), history.age(), buying) * Math.pow(1 - leaving, history.age());
    }

    @Override
    public double leftLikelihood(PurchaseHistory history, double buying, double leaving) {
        double sum = 0;
        for (double i = history.recency(); i < history.age(); i++) {
            sum += sequence(history.frequency(), i, buying) * leaving * Math.pow(1 - leaving, i);
        }
        return sum;
    }

    private static double sequence(double purchases, double opportunities, double buying) {
        return Math.pow(buying, purchases) * Math.pow(1 - buying, opportunities - purchases);
    }

    @Override
    public double expectedOfActive(double duration, double buying, double leaving) {
        double sum = 0;
        for (int j = 1; j <= duration; j++) {
            sum += buying * Math.pow(1 - leaving, j);
        }
        return sum;
    }

    @Override
    public double survival(double duration, double buying, double leaving) {
        return Math.pow(1 - leaving, duration);
    }

    /** The last purchase is at any opportunity, the earlier ones are at any before it. */
    @Override
    public double countFromLikelihoods(BuyerModel model, int purchases, double duration) {
        if (purchases == 0) {
            return Math.exp(model.logLikelihood(PurchaseHistory.of(0, 0, duration)));
        }
        double sum = 0;
        for (int last = purchases; last <= duration; last++) {
            double logArrangements =
                    LogGamma.value(last) - LogGamma.value(purchases) - LogGamma.value(last - purchases + 1);
            sum += Math.exp(logArrangements + model.logLikelihood(PurchaseHistory.of(purchases, last, duration)));
        }
        return sum;
    }

    @Property
    void discountedPurchasesAreTheSumOverOpportunities(
            @ForAll("models") BuyerModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @DoubleRange(min = 0.1, max = 2) double discount) {
        double sum = 0;
        double before = 0;
        double worth = 1;
        for (int j = 1; worth > 1e-14; j++) {
            worth /= 1 + discount;
            double expected = model.expectedPurchases(history, j);
            sum += worth * (expected - before);
            before = expected;
        }
        assertThat(model.discountedPurchases(history, Discounts.of(discount), Discounts.UNIT))
                .isCloseTo(sum, within(1e-10 * sum));
    }

    @Property
    void theNextOpportunityIsReachedByFewer(
            @ForAll("models") BuyerModel model, @ForAll("histories") PurchaseHistory history) {
        BgBb bgBb = (BgBb) model;
        assertThat(bgBb.probabilityAliveNext(history)).isBetween(0.0, bgBb.probabilityAlive(history));
    }
}
