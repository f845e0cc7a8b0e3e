package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.AMOUNT;
import static io.github.planningmath.plan.Derivation.Kind.COUNT;
import static io.github.planningmath.plan.Derivation.Kind.EXACT;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.product.Product;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Derives the amounts of a plan from its deals and its traffic. */
final class MoneyExplanation {

    private final Projection projection;
    private final ResolvedBusiness business;
    private final KpiValues values;

    /** Derives the counts that the amounts are made from. */
    private final BiFunction<Kpi, Scope, Derivation> counts;

    MoneyExplanation(Projection projection, KpiValues values, BiFunction<Kpi, Scope, Derivation> counts) {
        this.projection = projection;
        this.business = projection.business();
        this.values = values;
        this.counts = counts;
    }

    /**
     * What a deal brings or costs: one amount for all deals of a product, or another for repeat deals where it renews at terms of
     * its own.
     */
    private record Each(
            Kpi kpi,
            String label,
            Function<Product, BigDecimal> ofDeal,
            Function<Product, BigDecimal> ofRepeat,
            @Nullable Function<String, Driver<?>> driver,
            @Nullable Function<String, Driver<?>> ofRenewal) {}

    private static final Each PRICE =
            new Each(Kpi.REVENUE, "price", Product::price, Product::renewalPrice, Driver::price, Driver::renewalPrice);

    private static final Each CONTRIBUTION = new Each(
            Kpi.CONTRIBUTION, "contribution per deal", Product::contribution, Product::renewalContribution, null, null);

    private static final Each COST = new Each(
            Kpi.VARIABLE_COST,
            "cost per deal",
            product -> product.price().subtract(product.contribution()),
            product -> product.renewalPrice().subtract(product.renewalContribution()),
            null,
            null);

    Derivation revenue(Selection selection) {
        return perDeal(PRICE, selection);
    }

    Derivation contribution(Selection selection) {
        return perDeal(CONTRIBUTION, selection);
    }

    Derivation variableCost(Selection selection) {
        return perDeal(COST, selection);
    }

    private static NormValue amount(BigDecimal amount) {
        return new NormValue.Amount(amount);
    }

    private Derivation perDeal(Each each, Selection selection) {
        if (selection.lines().isEmpty()) {
            return Given.amount(each.kpi().label(), BigDecimal.ZERO);
        }
        return Calculated.sum(
                selection.label(each.kpi()),
                AMOUNT,
                () -> values.known(each.kpi(), selection),
                selection.lines().size(),
                () -> {
                    List<Derivation> terms = new ArrayList<>();
                    for (ProductLine line : selection.lines()) {
                        terms.add(perDeal(each, selection, line));
                    }
                    return terms;
                });
    }

    private Derivation perDeal(Each each, Selection selection, ProductLine line) {
        String product = line.product().name();
        Scope ofProduct = selection.scope().product(product);
        String name = each.kpi().label() + " · " + ofProduct;
        boolean renews = business.stretches().stream()
                .anyMatch(stretch -> stretch.constants()
                                .assortment()
                                .products()
                                .get(line.index())
                                .renewal()
                        != null);
        Driver<?> driver = each.driver() == null ? null : each.driver().apply(product);
        if (!renews) {
            return inRuns(
                    name,
                    selection,
                    runs(selection, line, each.ofDeal()),
                    each.label(),
                    driver,
                    Kpi.DEALS,
                    ofProduct,
                    run -> projection.deals(line, run.from(), run.to()));
        }
        Driver<?> ofRenewal = each.ofRenewal() == null ? null : each.ofRenewal().apply(product);
        return Calculated.sum(
                name,
                AMOUNT,
                List.of(
                        inRuns(
                                name + " of new deals",
                                selection,
                                runs(selection, line, each.ofDeal()),
                                each.label(),
                                driver,
                                Kpi.NEW_DEALS,
                                ofProduct,
                                run -> projection.newDeals(line, run.from(), run.to())),
                        inRuns(
                                name + " of repeat deals",
                                selection,
                                runs(selection, line, each.ofRepeat()),
                                each.label() + " on renewal",
                                ofRenewal,
                                Kpi.REPEAT_DEALS,
                                ofProduct,
                                run -> projection.repeatDeals(line, run.from(), run.to()))));
    }

    private List<AmountRun> runs(Selection selection, ProductLine line, Function<Product, BigDecimal> each) {
        return AmountRun.of(
                business,
                selection,
                constants -> each.apply(constants.assortment().products().get(line.index())));
    }

    /** A count times an amount, run by run of months in which the amount is the same. */
    private Derivation inRuns(
            String name,
            Selection selection,
            List<AmountRun> runs,
            String label,
            @Nullable Driver<?> driver,
            Kpi count,
            Scope scope,
            ToLongFunction<AmountRun> counted) {
        List<Derivation> terms = new ArrayList<>();
        for (AmountRun run : runs) {
            BigDecimal product = run.amount().multiply(BigDecimal.valueOf(counted.applyAsLong(run)));
            terms.add(Calculated.known(
                    run.isAllOf(selection) ? name : name + " " + months(run),
                    AMOUNT,
                    Operator.TIMES,
                    amount(product),
                    () -> List.of(
                            run.isAllOf(selection) ? counts.apply(count, scope) : count(count, scope, run, counted),
                            Given.amount(run.label(label), run.amount()).on(basis(driver, run)))));
        }
        return Calculated.sum(name, AMOUNT, terms);
    }

    private Basis.@Nullable Row basis(@Nullable Driver<?> driver, AmountRun run) {
        return driver == null
                ? null
                : business.constants().row(business.horizon().month(run.from()), driver);
    }

    /** A count of some months, which no scope has by itself. */
    private Derivation count(Kpi kpi, Scope scope, AmountRun run, ToLongFunction<AmountRun> counted) {
        return Calculated.sum(
                kpi.label() + " · " + scope + " " + months(run),
                COUNT,
                () -> new NormValue.Count(counted.applyAsLong(run)),
                run.to() - run.from() + 1,
                () -> {
                    List<Derivation> months = new ArrayList<>();
                    for (int month = run.from(); month <= run.to(); month++) {
                        months.add(counts.apply(kpi, scope.in(business.horizon().month(month))));
                    }
                    return months;
                });
    }

    private String months(AmountRun run) {
        YearMonth first = business.horizon().month(run.from());
        return run.from() == run.to()
                ? "in " + first
                : "from " + first + " to " + business.horizon().month(run.to());
    }

    Derivation averageCheck(Selection selection) {
        NormValue mean = values.known(Kpi.AVERAGE_CHECK, selection);
        return Calculated.known(
                selection.label(Kpi.AVERAGE_CHECK),
                EXACT,
                Operator.OVER,
                new NormValue.Exact(mean.numerator(), mean.denominator()),
                () -> List.of(revenue(selection), counts.apply(Kpi.DEALS, selection.scope())));
    }

    Derivation trafficCost(Selection selection) {
        int channels = selection.scope().channel() == null
                ? business.constants().channels().size()
                : 1;
        return Calculated.sum(
                selection.label(Kpi.TRAFFIC_COST),
                AMOUNT,
                () -> values.known(Kpi.TRAFFIC_COST, selection),
                channels,
                () -> {
                    List<Derivation> terms = new ArrayList<>();
                    for (int c = 0; c < business.constants().channels().size(); c++) {
                        if (selection.takesChannel(c)) {
                            terms.add(trafficCost(
                                    selection, business.constants().channels().get(c), c));
                        }
                    }
                    return terms;
                });
    }

    private Derivation trafficCost(Selection selection, Channel channel, int index) {
        String label = "cost of the traffic from " + channel.name();
        if (channel.cost().perVisit() == null) {
            return pricedAsAWhole(selection, label, index);
        }
        List<AmountRun> runs = AmountRun.of(
                business,
                selection,
                constants -> Objects.requireNonNull(
                        constants.channels().get(index).cost().perVisit()));
        return inRuns(
                label,
                selection,
                runs,
                "per visit",
                Driver.costPerVisit(channel.name()),
                Kpi.TRAFFIC,
                selection.scope().channel(channel.name()),
                run -> values.visits(selection, index, run.from(), run.to()));
    }

    private Derivation pricedAsAWhole(Selection selection, String label, int channel) {
        List<Derivation> terms = new ArrayList<>();
        for (int month = selection.from(); month <= selection.to(); month++) {
            SharedTrafficCost cost = new SharedTrafficCost(projection, channel, month);
            if (selection.takesAllProducts()) {
                terms.add(Given.amount(
                        label + " in " + business.horizon().month(month), projection.trafficCost(channel, month)));
            } else {
                selection.lines().stream()
                        .filter(cost::concerns)
                        .map(cost::derivation)
                        .forEach(terms::add);
            }
        }
        return terms.isEmpty() ? Given.amount(label, BigDecimal.ZERO) : Calculated.sum(label, AMOUNT, terms);
    }

    Derivation profit(Selection selection) {
        return Calculated.known(
                selection.label(Kpi.PROFIT),
                AMOUNT,
                Operator.DIFFERENCE,
                values.known(Kpi.PROFIT, selection),
                () -> List.of(contribution(selection), costs(selection)));
    }

    private Derivation costs(Selection selection) {
        List<Derivation> costs = new ArrayList<>(List.of(
                trafficCost(selection),
                Given.amount("people", values.people(selection)),
                Given.amount("fixed costs", values.fixedCosts(selection))));
        for (Initiative initiative : business.constants().initiatives()) {
            BigDecimal cost = BigDecimal.ZERO;
            for (int month = selection.from(); month <= selection.to(); month++) {
                cost = cost.add(initiative.cost(business.horizon().month(month)));
            }
            costs.add(Given.amount("initiative " + initiative.name(), cost));
        }
        return Calculated.of("traffic, people and fixed costs", AMOUNT, Operator.SUM, costs);
    }
}
