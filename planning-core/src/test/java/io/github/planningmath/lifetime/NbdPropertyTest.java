package io.github.planningmath.lifetime;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;

class NbdPropertyTest implements ContinuousBuyerModelContract {

    @Override
    public Set<String> times() {
        return Set.of("alpha");
    }

    @Override
    @Provide
    public Arbitrary<BuyerModel> models() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.5, 4),
                        Arbitraries.doubles().between(5, 50))
                .as(Nbd::new);
    }

    @Override
    public Mixing buying(BuyerModel model) {
        Nbd nbd = (Nbd) model;
        return Mixing.gamma(nbd.r(), nbd.alpha());
    }

    /** Nobody leaves: any will do. */
    @Override
    public Mixing leaving(BuyerModel model) {
        return Mixing.beta(2, 2);
    }

    @Override
    public double activeLikelihood(PurchaseHistory history, double buying, double leaving) {
        return Math.pow(buying, history.frequency()) * Math.exp(-buying * history.age());
    }

    @Override
    public double leftLikelihood(PurchaseHistory history, double buying, double leaving) {
        return 0;
    }

    @Override
    public double expectedOfActive(double duration, double buying, double leaving) {
        return buying * duration;
    }

    @Override
    public double survival(double duration, double buying, double leaving) {
        return 1;
    }
}
