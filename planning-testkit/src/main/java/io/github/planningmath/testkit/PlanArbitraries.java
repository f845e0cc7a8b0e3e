package io.github.planningmath.testkit;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Factor;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.CatchUp;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.plan.Target;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.time.YearMonth;
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
                .flatMap(PlanArbitraries::changing)
                .flatMap(PlanArbitraries::launching);
    }

    /** Of most constants every product has the season of all, of others one is launched within the horizon. */
    private static Arbitrary<PlanningConstants> launching(PlanningConstants constants) {
        Arbitrary<PlanningConstants> launching = Combinators.combine(
                        Arbitraries.of(constants.assortment().products()),
                        Arbitraries.of(constants.horizon().all()),
                        Arbitraries.integers()
                                .between(1, 100)
                                .map(Ratio::percent)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4))
                .as((product, from, ramp) -> constants.withSeason(product.name(), new Season.Launch(from, ramp)));
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(constants)), Tuple.of(1, launching));
    }

    /** Most constants hold in all months; of others up to three amounts and rates change, perhaps more than once. */
    private static Arbitrary<PlanningConstants> changing(PlanningConstants constants) {
        if (constants.horizon().months() == 1) {
            return Arbitraries.just(constants);
        }
        Arbitrary<UnaryOperator<PlanningConstants>> change = Combinators.combine(
                        Arbitraries.integers().between(1, constants.horizon().months() - 1),
                        Arbitraries.of(changeable(constants)),
                        Arbitraries.integers().between(50, 200))
                .as((month, driver, percent) ->
                        before -> changed(before, constants.horizon().month(month), driver, percent));
        Arbitrary<PlanningConstants> changing = change.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(changes -> {
                    PlanningConstants changed = constants;
                    for (UnaryOperator<PlanningConstants> each : changes) {
                        changed = each.apply(changed);
                    }
                    return changed;
                });
        return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(constants)), Tuple.of(1, changing));
    }

    private static List<Driver<?>> changeable(PlanningConstants constants) {
        List<Driver<?>> drivers = new ArrayList<>();
        for (Product product : constants.assortment().products()) {
            drivers.add(Driver.price(product.name()));
            drivers.add(Driver.unitCost(product.name()));
            drivers.add(Driver.retention(product.name()));
            drivers.add(Driver.repeatRate(product.name()));
        }
        for (Channel channel : constants.channels()) {
            drivers.add(Driver.siteConversion(channel.name()));
            drivers.add(Driver.warmUpRate(channel.name()));
            drivers.add(Driver.visitCeiling(channel.name()));
            if (channel.cost().perVisit() != null) {
                drivers.add(Driver.costPerVisit(channel.name()));
            }
        }
        return drivers;
    }

    private static <V> PlanningConstants changed(
            PlanningConstants constants, YearMonth month, Driver<V> driver, int percent) {
        V value = constants.in(month).value(driver);
        return value == null ? constants : constants.from(month, driver, times(value, percent));
    }

    /** A value times a percentage; of a rate only a lower one, which is a rate in any case. */
    @SuppressWarnings("unchecked") // of the type that it was
    private static <V> V times(V value, int percent) {
        if (value instanceof BigDecimal amount) {
            return (V) amount.multiply(BigDecimal.valueOf(percent, 2));
        }
        if (value instanceof Rate rate) {
            return (V) rate.times(Rate.percent(Math.min(percent, 100)));
        }
        if (value instanceof Long count) {
            return (V) Long.valueOf(Ratio.percent(percent).yieldOf(count));
        }
        return (V) ((Ratio) value).times(Ratio.percent(Math.min(percent, 100)));
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
