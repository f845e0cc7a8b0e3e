package io.github.planningmath.testkit;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.CatchUp;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.plan.Target;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What a plan stands on, and what is asked of it. */
final class PlanArbitraries {

    private static final long DEAREST_MONTH_CENTS = 100_000_000;
    private static final int YEAR = Month.values().length;

    /** How large a business is. */
    record Size(int months, int products, int channels) {}

    private PlanArbitraries() {}

    /** Mostly small, so that a thousand plans take seconds; a few of the size of a real one. */
    static Arbitrary<Size> sizes() {
        return Arbitraries.frequencyOf(
                Tuple.of(40, Arbitraries.just(new Size(1, 1, 1))),
                Tuple.of(200, sizes(new Size(6, 3, 3))),
                Tuple.of(80, sizes(new Size(12, 6, 6))),
                Tuple.of(4, sizes(new Size(24, 12, 8))),
                Tuple.of(1, Arbitraries.just(new Size(12, 20, 20))));
    }

    private static Arbitrary<Size> sizes(Size largest) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, largest.months()),
                        Arbitraries.integers().between(1, largest.products()),
                        Arbitraries.integers().between(1, largest.channels()))
                .as(Size::new);
    }

    /** Every month alike, a year of shares, or a season that sells nothing in some months. */
    static Arbitrary<Season> seasons() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Season.even())),
                Tuple.of(3, seasons(Arbitraries.integers().between(20, 300).map(Ratio::percent))),
                Tuple.of(1, seasons(Arbitraries.integers().between(0, 2).map(Ratio::of))));
    }

    private static Arbitrary<Season> seasons(Arbitrary<Ratio> indices) {
        return indices.list().ofSize(YEAR).map(list -> {
            Map<Month, Ratio> byMonth = new EnumMap<>(Month.class);
            for (Month month : Month.values()) {
                byMonth.put(month, list.get(month.getValue() - 1));
            }
            return new Season.OfYear(byMonth);
        });
    }

    /** A season that sells in at least one month of the horizon. */
    private static Arbitrary<Season> seasons(Horizon horizon) {
        return seasons().map(season -> season.sellsIn(horizon) ? season : Season.even());
    }

    static Arbitrary<FixedCosts> fixedCosts() {
        return Combinators.combine(houseCosts(), Arbitraries.of(FixedCosts.Period.class))
                .as(FixedCosts::new);
    }

    static Arbitrary<Payroll> payrolls() {
        return houseCosts().map(Payroll::new);
    }

    private static Arbitrary<BigDecimal> houseCosts() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(BigDecimal.ZERO)),
                Tuple.of(2, QuantityArbitraries.amounts(DEAREST_MONTH_CENTS)));
    }

    static Arbitrary<Ownership> ownerships() {
        Arbitrary<Ownership> changed = Combinators.combine(
                        Arbitraries.of(Factor.class), Arbitraries.of(SalesTier.class), Arbitraries.of(Department.class))
                .as(Ownership.withDefaults()::withOwner);
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(Ownership.withDefaults())), Tuple.of(1, changed));
    }

    static Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "USD", "JPY", "KWD").map(Currency::getInstance);
    }

    static Arbitrary<PlanningConstants> constants() {
        return sizes().flatMap(PlanArbitraries::constants);
    }

    static Arbitrary<PlanningConstants> constants(Size size) {
        return Combinators.combine(
                        QuantityArbitraries.horizons(size.months()),
                        QuantityArbitraries.names(size.products()),
                        QuantityArbitraries.names(size.channels()))
                .flatAs(PlanArbitraries::constants);
    }

    private static Arbitrary<PlanningConstants> constants(
            Horizon horizon, List<String> products, List<String> channels) {
        return Combinators.combine(
                        currencies(),
                        seasons(horizon),
                        ProductArbitraries.assortments(products),
                        TrafficArbitraries.channels(channels),
                        tiers(channels),
                        fixedCosts(),
                        payrolls(),
                        ownerships())
                .as((currency, season, assortment, surfaces, tiers, fixed, payroll, ownership) ->
                        constants(currency, horizon, season, assortment, surfaces, tiers, fixed, payroll, ownership))
                .flatMap(PlanArbitraries::withOwnProcesses)
                .flatMap(ChangeArbitraries::changing)
                .flatMap(PlanArbitraries::withOwnSeasons)
                .flatMap(PlanArbitraries::withPotentials);
    }

    /** Of most constants all products are sold as their tier is, of others some have a process of their own. */
    private static Arbitrary<PlanningConstants> withOwnProcesses(PlanningConstants constants) {
        List<String> channels = constants.channels().stream().map(Channel::name).toList();
        Arbitrary<PlanningConstants> own = Combinators.combine(
                        Arbitraries.of(constants.assortment().products())
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(2),
                        SalesArbitraries.processes(channels),
                        SalesArbitraries.processes(channels))
                .as((products, first, last) -> constants
                        .withProcess(products.get(0).name(), first)
                        .withProcess(products.get(products.size() - 1).name(), last));
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(constants)), Tuple.of(1, own));
    }

    /** Of most constants every product has the season of all, of others up to two are launched or have one of their own. */
    private static Arbitrary<PlanningConstants> withOwnSeasons(PlanningConstants constants) {
        Arbitrary<Season> own = Arbitraries.frequencyOf(
                Tuple.of(3, launches(constants.horizon())), Tuple.of(1, seasons(constants.horizon())));
        Arbitrary<PlanningConstants> changed = Combinators.combine(
                        Arbitraries.of(constants.assortment().products()), own)
                .as((product, season) ->
                        (UnaryOperator<PlanningConstants>) each -> each.withSeason(product.name(), season))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(changes -> ChangeArbitraries.changed(constants, changes));
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(constants)), Tuple.of(1, changed));
    }

    /** Before, in or after the horizon, with a ramp that may pause. */
    private static Arbitrary<Season> launches(Horizon horizon) {
        Arbitrary<Ratio> indices = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Ratio.ZERO)),
                Tuple.of(6, Arbitraries.integers().between(1, 250).map(Ratio::percent)));
        return Combinators.combine(
                        Arbitraries.integers().between(-3, horizon.months() - 1),
                        indices.list().ofMaxSize(4),
                        Arbitraries.integers().between(1, 100).map(Ratio::percent))
                .as((month, ramp, last) -> {
                    List<Ratio> all = new ArrayList<>(ramp);
                    all.add(last);
                    return new Season.Launch(horizon.first().plusMonths(month), all);
                });
    }

    /** Of most constants the market is not known, of others it is that of a product or two. */
    private static Arbitrary<PlanningConstants> withPotentials(PlanningConstants constants) {
        Arbitrary<PlanningConstants> known = Combinators.combine(
                        Arbitraries.of(constants.assortment().products()), MarketArbitraries.potentials())
                .as((product, potential) ->
                        (UnaryOperator<PlanningConstants>) each -> each.withPotential(product.name(), potential))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(changes -> ChangeArbitraries.changed(constants, changes));
        return Arbitraries.frequencyOf(Tuple.of(7, Arbitraries.just(constants)), Tuple.of(1, known));
    }

    /** A tier that nothing is sold in may have a process or none. */
    private static PlanningConstants constants(
            Currency currency,
            Horizon horizon,
            Season season,
            Assortment assortment,
            List<Channel> channels,
            Map<SalesTier, SalesProcess> tiers,
            FixedCosts fixed,
            Payroll payroll,
            Ownership ownership) {
        Map<SalesTier, SalesProcess> kept = new EnumMap<>(tiers);
        if (channels.size() > 1) {
            kept.keySet().removeIf(tier -> assortment.products().stream().noneMatch(each -> each.tier() == tier));
        }
        return new PlanningConstants(
                currency,
                horizon,
                season,
                assortment,
                channels,
                kept,
                fixed,
                payroll,
                ownership,
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
    }

    private static Arbitrary<Map<SalesTier, SalesProcess>> tiers(List<String> channels) {
        Arbitrary<SalesProcess> process = SalesArbitraries.processes(channels);
        return Combinators.combine(process, process, process)
                .as((transactional, consultative, strategic) -> new EnumMap<>(Map.of(
                        SalesTier.TRANSACTIONAL, transactional,
                        SalesTier.CONSULTATIVE, consultative,
                        SalesTier.STRATEGIC, strategic)));
    }

    static Arbitrary<FinancialGoal> goals() {
        return Combinators.combine(
                        Arbitraries.of(FinancialGoal.Measure.class),
                        QuantityArbitraries.amounts(1_000_000_000_000L),
                        Arbitraries.of(1, 1, 1, -1),
                        Arbitraries.of(AfterHorizon.goesOn(), AfterHorizon.stops()),
                        Arbitraries.of(CatchUp.class))
                .as((measure, amount, sign, after, catchUp) -> new FinancialGoal(
                        measure,
                        (measure.kpi().isMoney() ? amount : amount.setScale(0, RoundingMode.FLOOR))
                                .multiply(BigDecimal.valueOf(sign)),
                        after,
                        catchUp));
    }

    static Arbitrary<Pin.Deals> dealsPins() {
        return Combinators.combine(
                        QuantityArbitraries.name(), QuantityArbitraries.months(), QuantityArbitraries.counts(1_000))
                .as(Pin.Deals::new);
    }

    static Arbitrary<Pin.Leads> leadsPins() {
        return Combinators.combine(
                        QuantityArbitraries.name(),
                        QuantityArbitraries.name().injectNull(0.5),
                        QuantityArbitraries.months(),
                        QuantityArbitraries.counts(10_000))
                .as(Pin.Leads::new);
    }

    /** Some months and nothing else. */
    private static Arbitrary<Scope> periods() {
        return Arbitraries.oneOf(
                Arbitraries.just(Scope.all()),
                QuantityArbitraries.months().map(Scope::month),
                QuantityArbitraries.months().map(Scope::quarter));
    }

    static Arbitrary<Target> targets() {
        return Combinators.combine(
                        Arbitraries.of(Kpi.REVENUE, Kpi.DEALS, Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.BASE),
                        periods(),
                        QuantityArbitraries.counts(1_000_000))
                .as((kpi, scope, amount) -> new Target(kpi, scope, BigDecimal.valueOf(amount)));
    }

    static Arbitrary<Scope> scopes() {
        return Combinators.combine(
                        periods(),
                        QuantityArbitraries.name().injectNull(0.5),
                        QuantityArbitraries.name().injectNull(0.5),
                        Arbitraries.of(SalesTier.class).injectNull(0.5))
                .as((period, product, channel, tier) ->
                        new Scope(period.month(), period.through(), product, channel, tier));
    }
}
