package io.github.planningmath.testkit;

import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.traffic.Channel;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** States of a business at a date. */
final class PositionArbitraries {

    private static final long MOST_CUSTOMERS = 1_000_000;
    private static final long MOST_OPEN_LEADS = 100_000;
    private static final int OLDEST = 30;
    private static final int LATEST_DUE = 20;
    private static final int LONGEST_SPREAD = 6;
    private static final int BILLIONTHS = 999_999_999;

    private PositionArbitraries() {}

    static Arbitrary<Position.Customers> customers(List<String> products) {
        Arbitrary<Integer> billionths = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(0, BILLIONTHS)));
        return Combinators.combine(
                        Arbitraries.of(products),
                        Arbitraries.integers().between(0, OLDEST),
                        QuantityArbitraries.counts(MOST_CUSTOMERS),
                        billionths)
                .as(Position.Customers::new);
    }

    static Arbitrary<Position.OpenLeads> openLeads(YearMonth opens, List<String> products, List<String> channels) {
        return Combinators.combine(
                        Arbitraries.of(products),
                        Arbitraries.of(channels),
                        Arbitraries.integers().between(0, LATEST_DUE).map(opens::plusMonths),
                        QuantityArbitraries.counts(MOST_OPEN_LEADS))
                .as(Position.OpenLeads::new);
    }

    static Arbitrary<Position.Remainder> remainders(List<String> products, List<String> channels) {
        return Combinators.combine(
                        Arbitraries.of(Position.Rounded.class)
                                .filter(counted -> counted != Position.Rounded.STAGE_ENTRIES),
                        Arbitraries.of(products),
                        Arbitraries.of(channels),
                        fractions())
                .as((counted, product, channel, fraction) ->
                        new Position.Remainder(counted, product, hasChannel(counted) ? channel : null, fraction));
    }

    private static boolean hasChannel(Position.Rounded counted) {
        return counted == Position.Rounded.CONTACTS || counted == Position.Rounded.LEADS;
    }

    private static Arbitrary<Ratio> fractions() {
        return Arbitraries.of(
                Ratio.of(1, 2), Ratio.of(1, 3), Ratio.of(3, 4), Ratio.of(99, 100), Ratio.of(1, 1_000_000));
    }

    /** Leads by the month that brought them, as long as deals of them may be to come. */
    private static Arbitrary<Position.Cohort> cohorts(
            YearMonth opens, String product, List<String> channels, int lastAge, boolean isStaged) {
        Arbitrary<Ratio> matured = Arbitraries.of(Ratio.ZERO, Ratio.of(2, 5), Ratio.of(1, 3), Ratio.ONE);
        return Combinators.combine(
                        Arbitraries.of(channels),
                        Arbitraries.integers().between(1, isStaged ? lastAge : lastAge + 2),
                        QuantityArbitraries.counts(MOST_OPEN_LEADS),
                        matured,
                        Arbitraries.integers().between(0, 3))
                .as((channel, age, leads, due, kind) -> new Position.Cohort(
                        product,
                        channel,
                        opens.minusMonths(age),
                        leads,
                        !isStaged && (age > lastAge || kind == 0) ? due : null));
    }

    /** A position that names what the constants know; half of them have neither customers nor leads. */
    static Arbitrary<Position> positions(PlanningConstants constants) {
        YearMonth opens = constants.horizon().first();
        List<String> products =
                constants.assortment().products().stream().map(Product::name).toList();
        List<String> channels = constants.channels().stream().map(Channel::name).toList();
        List<Arbitrary<Position.Cohort>> cohorts = new ArrayList<>();
        for (String product : products) {
            SalesCycle cycle = constants.process(product).cycle();
            boolean isStaged = constants.process(product).stages().size() > 1;
            if (cycle.spreads() || (isStaged && cycle.lastAge() > 0)) {
                cohorts.add(cohorts(opens, product, channels, cycle.lastAge(), isStaged));
            }
        }
        return positions(opens, products, channels, cohorts);
    }

    static Arbitrary<Position> positions() {
        return Combinators.combine(
                        QuantityArbitraries.months(), QuantityArbitraries.names(2), QuantityArbitraries.names(2))
                .flatAs((opens, products, channels) -> positions(
                        opens,
                        products,
                        channels,
                        List.of(cohorts(opens, products.get(0), channels, LONGEST_SPREAD, false))));
    }

    private static Arbitrary<Position> positions(
            YearMonth opens,
            List<String> products,
            List<String> channels,
            List<Arbitrary<Position.Cohort>> ofProducts) {
        Arbitrary<List<Position.Cohort>> cohorts = ofProducts.isEmpty()
                ? Arbitraries.just(List.of())
                : Arbitraries.oneOf(ofProducts)
                        .list()
                        .ofMaxSize(6)
                        .uniqueElements(each -> List.of(each.product(), each.channel(), each.brought()));
        Arbitrary<List<Position.Customers>> customers =
                customers(products).list().ofMaxSize(4).uniqueElements(each -> List.of(each.product(), each.age()));
        Arbitrary<List<Position.OpenLeads>> leads = openLeads(opens, products, channels)
                .list()
                .ofMaxSize(4)
                .uniqueElements(each -> List.of(each.product(), each.channel(), each.due()));
        Arbitrary<List<Position.Remainder>> remainders = remainders(products, channels)
                .list()
                .ofMaxSize(4)
                .uniqueElements(each -> List.of(each.counted(), each.product(), String.valueOf(each.channel())));
        Arbitrary<Position> facts = Combinators.combine(customers, cohorts, leads)
                .as((base, brought, open) -> Position.of(opens, base, open).withCohorts(brought));
        Arbitrary<Position> closings = Combinators.combine(customers, cohorts, leads, remainders)
                .as((base, brought, open, left) -> new Position(opens, base, brought, open, left));
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Position.empty(opens))), Tuple.of(1, facts), Tuple.of(1, closings));
    }
}
