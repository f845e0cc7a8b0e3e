package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.AMOUNT;
import static io.github.planningmath.plan.Derivation.Kind.EXACT;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.product.Product;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

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

    Derivation revenue(Selection selection) {
        return perDeal(Kpi.REVENUE, selection, Product::price, "price");
    }

    Derivation contribution(Selection selection) {
        return perDeal(Kpi.CONTRIBUTION, selection, Product::contribution, "contribution per deal");
    }

    Derivation variableCost(Selection selection) {
        return perDeal(
                Kpi.VARIABLE_COST,
                selection,
                product -> product.price().subtract(product.contribution()),
                "cost per deal");
    }

    private static NormValue amount(BigDecimal amount) {
        return new NormValue.Amount(amount);
    }

    private Derivation perDeal(Kpi kpi, Selection selection, Function<Product, BigDecimal> each, String label) {
        if (selection.lines().isEmpty()) {
            return Given.amount(kpi.label(), BigDecimal.ZERO);
        }
        return Calculated.sum(
                selection.label(kpi),
                AMOUNT,
                () -> values.known(kpi, selection),
                selection.lines().size(),
                () -> {
                    List<Derivation> terms = new ArrayList<>();
                    for (ProductLine line : selection.lines()) {
                        BigDecimal perDeal = each.apply(line.product());
                        Scope ofProduct =
                                selection.scope().product(line.product().name());
                        terms.add(Calculated.known(
                                kpi.label() + " · " + ofProduct,
                                AMOUNT,
                                Operator.TIMES,
                                amount(perDeal.multiply(BigDecimal.valueOf(values.deals(selection, line)))),
                                () -> List.of(counts.apply(Kpi.DEALS, ofProduct), Given.amount(label, perDeal))));
                    }
                    return terms;
                });
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
        BigDecimal perVisit = channel.cost().perVisit();
        if (perVisit == null) {
            return pricedAsAWhole(selection, label, index);
        }
        return Calculated.known(
                label,
                AMOUNT,
                Operator.TIMES,
                amount(values.trafficCost(selection, index)),
                () -> List.of(
                        counts.apply(Kpi.TRAFFIC, selection.scope().channel(channel.name())),
                        Given.amount("per visit", perVisit)));
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
        return Calculated.of(
                "traffic, people and fixed costs",
                AMOUNT,
                Operator.SUM,
                List.of(
                        trafficCost(selection),
                        Given.amount("people", values.people(selection)),
                        Given.amount("fixed costs", values.fixedCosts(selection))));
    }
}
