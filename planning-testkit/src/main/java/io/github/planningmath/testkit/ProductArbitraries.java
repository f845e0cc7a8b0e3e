package io.github.planningmath.testkit;

import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Packaging;
import io.github.planningmath.product.Product;
import io.github.planningmath.product.Renewal;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What is sold. */
final class ProductArbitraries {

    private static final long DEAREST_CENTS = 50_000_000;

    private ProductArbitraries() {}

    static Arbitrary<Packaging> packagings() {
        return Combinators.combine(QuantityArbitraries.name(), QuantityArbitraries.name(), QuantityArbitraries.name())
                .as(Packaging::new);
    }

    static Arbitrary<Product> products(String name) {
        return Combinators.combine(
                        Arbitraries.of(SalesTier.class),
                        QuantityArbitraries.amounts(DEAREST_CENTS),
                        costPercentages(),
                        commissions(),
                        SalesArbitraries.repeatBehaviours(),
                        renewals().injectNull(0.75),
                        packagings().list().ofMaxSize(2))
                .as((tier, price, costPercent, commission, repeat, renewal, packaging) -> new Product(
                        name,
                        tier,
                        price,
                        percentOf(price, costPercent),
                        commission,
                        repeat,
                        renewal,
                        packaging,
                        null));
    }

    /** Terms of repeat deals, one at least: some cost more than they bring. */
    static Arbitrary<Renewal> renewals() {
        return Combinators.combine(
                        QuantityArbitraries.amounts(DEAREST_CENTS).injectNull(0.3),
                        QuantityArbitraries.counts(DEAREST_CENTS)
                                .map(cents -> BigDecimal.valueOf(cents, 2))
                                .injectNull(0.6),
                        Arbitraries.integers()
                                .between(0, 30)
                                .map(Ratio::percent)
                                .injectNull(0.6))
                .as((price, cost, commission) -> price == null && cost == null && commission == null
                        ? Renewal.at("1")
                        : new Renewal(price, cost, commission));
    }

    static Arbitrary<Product> products() {
        return QuantityArbitraries.name().flatMap(ProductArbitraries::products);
    }

    /** One product in twelve costs more than it brings. */
    private static Arbitrary<Integer> costPercentages() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(10, Arbitraries.integers().between(1, 80)),
                Tuple.of(1, Arbitraries.integers().between(81, 150)));
    }

    private static BigDecimal percentOf(BigDecimal price, int percent) {
        return price.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.FLOOR);
    }

    private static Arbitrary<Rate> commissions() {
        return Arbitraries.integers().between(1, 30).map(Rate::percent).injectNull(0.5);
    }

    static Arbitrary<Assortment> assortments(List<String> names) {
        Arbitrary<List<Product>> products = Combinators.combine(
                        names.stream().map(ProductArbitraries::products).toList())
                .as(List::copyOf);
        return Combinators.combine(products, QuantityArbitraries.mixes(names)).as(Assortment::new);
    }

    static Arbitrary<Assortment> assortments() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(QuantityArbitraries::names)
                .flatMap(ProductArbitraries::assortments);
    }
}
