package io.github.planningmath.testkit;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The additive norms of a plan, each looked up once, and the scopes that a scope is made of. */
final class NormTable {

    /** What is counted where channels bring it. */
    static final Set<Kpi> OF_CHANNELS =
            EnumSet.of(Kpi.TRAFFIC, Kpi.CONTACTS, Kpi.LEADS, Kpi.OPEN_LEADS, Kpi.TRAFFIC_COST);

    /** What is there at a month's end, and not over it. */
    static final Set<Kpi> STOCKS = EnumSet.of(Kpi.BASE, Kpi.OPEN_LEADS);

    /** Everything that adds up. */
    static final Set<Kpi> ADDITIVE = EnumSet.complementOf(EnumSet.of(
            Kpi.AVERAGE_CHECK,
            Kpi.SITE_CONVERSION,
            Kpi.WARM_UP_RATE,
            Kpi.MANAGER_CONVERSION,
            Kpi.RETENTION_RATE,
            Kpi.REPEAT_RATE,
            Kpi.MARKET_PENETRATION,
            Kpi.STAGE_ENTRIES,
            Kpi.RECURRING_REVENUE,
            Kpi.NET_REVENUE_RETENTION,
            Kpi.GROSS_REVENUE_RETENTION));

    private final Plan plan;
    private final List<String> products;
    private final List<String> channels;
    private final Map<Kpi, Map<Scope, BigDecimal>> known = new HashMap<>();

    NormTable(Plan plan) {
        this.plan = plan;
        products = products(plan.constants());
        channels = plan.constants().channels().stream().map(Channel::name).toList();
    }

    private static List<String> products(PlanningConstants constants) {
        return constants.assortment().products().stream().map(Product::name).toList();
    }

    List<String> products() {
        return products;
    }

    List<YearMonth> months() {
        return plan.constants().horizon().all();
    }

    /** A count or an amount. */
    BigDecimal value(Kpi kpi, Scope scope) {
        return known.computeIfAbsent(kpi, each -> new HashMap<>())
                .computeIfAbsent(
                        scope,
                        each -> number(
                                Objects.requireNonNull(plan.norm(kpi, each)).value()));
    }

    private static BigDecimal number(NormValue value) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()))
                .stripTrailingZeros();
    }

    /** A KPI cumulative to a month's end. */
    BigDecimal through(Kpi kpi, Scope scope, YearMonth month) {
        return months().stream()
                .filter(each -> !each.isAfter(month))
                .map(each -> value(kpi, scope.in(each)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The ways to take a scope apart so that a KPI's parts sum up to the whole. */
    List<List<Scope>> partitions(Kpi kpi, Scope scope) {
        List<List<Scope>> partitions = new ArrayList<>();
        if (scope.month() == null) {
            partitions.add(overMonths(kpi, scope));
        }
        if (scope.product() == null && kpi != Kpi.PROFIT) {
            partitions.add(products.stream()
                    .filter(product -> scope.tier() == null || tier(product) == scope.tier())
                    .map(product -> new Scope(scope.month(), scope.through(), product, scope.channel(), null))
                    .toList());
            if (scope.tier() == null) {
                partitions.add(plan.constants().tiers().keySet().stream()
                        .map(scope::tier)
                        .toList());
            }
        }
        if (scope.channel() == null && OF_CHANNELS.contains(kpi)) {
            partitions.add(channels.stream().map(scope::channel).toList());
        }
        return partitions;
    }

    private List<Scope> overMonths(Kpi kpi, Scope scope) {
        return STOCKS.contains(kpi)
                ? List.of(scope.in(plan.constants().horizon().last()))
                : months().stream().map(scope::in).toList();
    }

    private SalesTier tier(String product) {
        return plan.constants().assortment().product(product).tier();
    }

    /** Every product over every channel that a KPI is known by. */
    Stream<Scope> cells(Kpi kpi) {
        if (kpi == Kpi.PROFIT) {
            return Stream.of(Scope.all());
        }
        Stream<Scope> byProduct = products.stream().map(Scope.all()::product);
        return OF_CHANNELS.contains(kpi)
                ? byProduct.flatMap(scope -> channels.stream().map(scope::channel))
                : byProduct;
    }
}
