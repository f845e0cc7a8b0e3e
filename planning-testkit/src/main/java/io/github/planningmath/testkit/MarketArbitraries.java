package io.github.planningmath.testkit;

import io.github.planningmath.lifetime.BassDiffusion;
import io.github.planningmath.lifetime.CurveRepeat;
import io.github.planningmath.lifetime.CustomerAcquisition;
import io.github.planningmath.lifetime.CustomerEquity;
import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.lifetime.ModelRepeat;
import io.github.planningmath.lifetime.Payback;
import io.github.planningmath.lifetime.ValueBasis;
import io.github.planningmath.lifetime.ValueToCost;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What customers cost, how many there could be, and what a plan takes from curves and models. */
final class MarketArbitraries {

    private static final long MOST_CENTS = 1_000_000_000;
    private static final long MOST_CUSTOMERS = 100_000_000;

    private MarketArbitraries() {}

    static Arbitrary<CustomerAcquisition> acquisitions() {
        return Combinators.combine(
                        QuantityArbitraries.counts(MOST_CENTS).map(cents -> BigDecimal.valueOf(cents, 2)),
                        QuantityArbitraries.counts(MOST_CUSTOMERS).map(count -> count + 1))
                .as(CustomerAcquisition::new);
    }

    private static Arbitrary<Double> amounts() {
        return Arbitraries.doubles().between(0.01, 1e9);
    }

    static Arbitrary<ValueToCost> valuesToCost() {
        return Combinators.combine(Arbitraries.of(ValueBasis.class), amounts(), amounts())
                .as(ValueToCost::new);
    }

    static Arbitrary<Payback.PaidBack> paidBack() {
        return Combinators.combine(
                        Arbitraries.of(ValueBasis.class),
                        Arbitraries.integers().between(1, 120),
                        Arbitraries.doubles().between(0, 1))
                .as((basis, periods, part) -> new Payback.PaidBack(basis, periods, periods - part));
    }

    static Arbitrary<Payback.NotPaidBack> notPaidBack() {
        return Combinators.combine(
                        Arbitraries.of(ValueBasis.class),
                        amounts(),
                        Arbitraries.doubles().between(0, 1),
                        RetentionArbitraries.horizons())
                .as((basis, cost, share, horizon) -> new Payback.NotPaidBack(basis, cost, share * cost, horizon));
    }

    static Arbitrary<CustomerEquity> equities() {
        return Combinators.combine(amounts(), amounts(), amounts()).as(CustomerEquity::new);
    }

    static Arbitrary<MarketPotential> potentials() {
        return Combinators.combine(
                        QuantityArbitraries.counts(MOST_CUSTOMERS),
                        QuantityArbitraries.shares(),
                        QuantityArbitraries.shares())
                .as(MarketPotential::new);
    }

    /** With the coefficients that are met: p mostly below 0.05, q between 0 and 0.8. */
    static Arbitrary<BassDiffusion> diffusions() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.001, 0.2),
                        Arbitraries.doubles().between(0, 0.8),
                        QuantityArbitraries.counts(MOST_CUSTOMERS))
                .as(BassDiffusion::new);
    }

    static Arbitrary<BassDiffusion.Year> years() {
        return Combinators.combine(
                        diffusions(),
                        Arbitraries.integers().between(1, 30),
                        amounts(),
                        RetentionArbitraries.discounts())
                .as((diffusion, year, value, discount) ->
                        diffusion.byYear(year, value, discount).get(year - 1));
    }

    static Arbitrary<CurveRepeat> curveRepeats() {
        return Combinators.combine(RetentionArbitraries.curves(), QuantityArbitraries.ratios())
                .as(CurveRepeat::new);
    }

    /** Purchases at opportunities are taken for monthly ones. */
    static Arbitrary<ModelRepeat> modelRepeats() {
        return Combinators.combine(BuyerArbitraries.models(), RetentionArbitraries.units())
                .as((model, unit) -> new ModelRepeat(model, BuyerArbitraries.unitOf(model, unit)));
    }
}
