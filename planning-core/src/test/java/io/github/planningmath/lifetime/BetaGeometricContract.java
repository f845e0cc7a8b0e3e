package io.github.planningmath.lifetime;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

/** What holds for BG/NBD and MBG/NBD, which differ in whether the first purchase is a chance to leave. */
@SuppressWarnings("exports") // jqwik is no part of the module
interface BetaGeometricContract extends ContinuousBuyerModelContract {

    /** 1 where the first purchase is a chance to leave, else 0. */
    int firstChance();

    /** The member's parameters. */
    BetaGeometric process(BuyerModel model);

    @Override
    default Set<String> times() {
        return Set.of("alpha");
    }

    @Override
    @Provide
    default Arbitrary<BuyerModel> models() {
        Arbitrary<Double> shapes = Arbitraries.doubles().between(0.5, 4);
        BuyerModelFamily family = firstChance() == 0 ? BuyerModelFamily.BG_NBD : BuyerModelFamily.MBG_NBD;
        return Combinators.combine(shapes, Arbitraries.doubles().between(5, 50), shapes, shapes)
                .as((r, alpha, a, b) -> family.model(new double[] {r, alpha, a, b}));
    }

    @Override
    default Mixing buying(BuyerModel model) {
        BetaGeometric process = process(model);
        return Mixing.gamma(process.r(), process.alpha());
    }

    @Override
    default Mixing leaving(BuyerModel model) {
        BetaGeometric process = process(model);
        return Mixing.beta(process.a(), process.b());
    }

    @Override
    default double activeLikelihood(PurchaseHistory history, double buying, double leaving) {
        double x = history.frequency();
        return Math.pow(1 - leaving, x + firstChance()) * Math.pow(buying, x) * Math.exp(-buying * history.age());
    }

    @Override
    default double leftLikelihood(PurchaseHistory history, double buying, double leaving) {
        double x = history.frequency();
        return x + firstChance() == 0
                ? 0
                : leaving
                        * Math.pow(1 - leaving, x + firstChance() - 1)
                        * Math.pow(buying, x)
                        * Math.exp(-buying * history.recency());
    }

    @Override
    default double survival(double duration, double buying, double leaving) {
        return Math.pow(1 - leaving, firstChance()) * Math.exp(-buying * leaving * duration);
    }

    /** A customer leaves at rate {@code buying * leaving}. */
    @Override
    default double expectedOfActive(double duration, double buying, double leaving) {
        return -Math.expm1(-buying * leaving * duration) / leaving;
    }
}
