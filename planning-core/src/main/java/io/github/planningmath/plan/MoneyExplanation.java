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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Derives the amounts of a plan from its deals and its traffic. */
final class MoneyExplanation {

    private final Projection projection;
    private final Business business;

    /** What the amounts are made from. */
    private final Explanation explanation;

    MoneyExplanation(Projection projection, Explanation explanation) {
        this.projection = projection;
        this.business = projection.business();
        this.explanation = explanation;
    }

    Derivation revenue(Scope scope) {
        return perDeal(Kpi.REVENUE, scope, Product::price, "price");
    }

    Derivation contribution(Scope scope) {
        return perDeal(Kpi.CONTRIBUTION, scope, Product::contribution, "contribution per deal");
    }

    Derivation variableCost(Scope scope) {
        return perDeal(
                Kpi.VARIABLE_COST, scope, product -> product.price().subtract(product.contribution()), "cost per deal");
    }

    private Derivation perDeal(Kpi kpi, Scope scope, Function<Product, BigDecimal> each, String label) {
        List<Derivation> terms = new ArrayList<>();
        for (ProductLine line : Ledger.selectedLines(business, scope)) {
            Scope ofProduct = scope.product(line.product().name());
            terms.add(Calculated.of(
                    kpi.label() + " · " + ofProduct,
                    AMOUNT,
                    Operator.TIMES,
                    List.of(explanation.of(Kpi.DEALS, ofProduct), Given.amount(label, each.apply(line.product())))));
        }
        return terms.isEmpty()
                ? Given.amount(kpi.label(), BigDecimal.ZERO)
                : Calculated.sum(kpi.label() + " · " + scope, AMOUNT, terms);
    }

    Derivation averageCheck(Scope scope) {
        return Calculated.of(
                Kpi.AVERAGE_CHECK.label() + " · " + scope,
                EXACT,
                Operator.OVER,
                List.of(revenue(scope), explanation.of(Kpi.DEALS, scope)));
    }

    Derivation trafficCost(Scope scope) {
        List<Derivation> terms = new ArrayList<>();
        for (int c = 0; c < business.constants().channels().size(); c++) {
            Channel channel = business.constants().channels().get(c);
            if (scope.channel() == null || channel.name().equals(scope.channel())) {
                terms.add(trafficCost(scope, channel, c));
            }
        }
        return Calculated.sum(Kpi.TRAFFIC_COST.label() + " · " + scope, AMOUNT, terms);
    }

    private Derivation trafficCost(Scope scope, Channel channel, int index) {
        BigDecimal perVisit = channel.cost().perVisit();
        if (perVisit == null) {
            return pricedAsAWhole(scope, channel, index);
        }
        return Calculated.of(
                "cost of the traffic from " + channel.name(),
                AMOUNT,
                Operator.TIMES,
                List.of(
                        explanation.of(Kpi.TRAFFIC, scope.channel(channel.name())),
                        Given.amount("per visit", perVisit)));
    }

    private Derivation pricedAsAWhole(Scope scope, Channel channel, int index) {
        YearMonth month = scope.month();
        int from = month == null ? 0 : business.horizon().indexOf(month);
        int to = month == null ? business.months() - 1 : from;
        List<ProductLine> lines = Ledger.selectedLines(business, scope);
        List<Derivation> terms = new ArrayList<>();
        for (int each = from; each <= to; each++) {
            SharedTrafficCost cost = new SharedTrafficCost(projection, index, each);
            if (lines.size() == business.lines().size()) {
                terms.add(Given.amount(
                        "cost of the traffic from " + channel.name() + " in "
                                + business.horizon().month(each),
                        projection.trafficCost(index, each)));
            } else {
                lines.stream().filter(cost::concerns).map(cost::derivation).forEach(terms::add);
            }
        }
        String label = "cost of the traffic from " + channel.name();
        return terms.isEmpty() ? Given.amount(label, BigDecimal.ZERO) : Calculated.sum(label, AMOUNT, terms);
    }

    Derivation profit(Scope scope) {
        List<YearMonth> months = scope.month() == null ? business.horizon().all() : List.of(scope.month());
        BigDecimal fixed = BigDecimal.ZERO;
        BigDecimal people = BigDecimal.ZERO;
        for (YearMonth month : months) {
            fixed = fixed.add(business.fixedCost(month));
            people = people.add(projection.people().cost(month));
        }
        Derivation costs = Calculated.of(
                "traffic, people and fixed costs",
                AMOUNT,
                Operator.SUM,
                List.of(trafficCost(scope), Given.amount("people", people), Given.amount("fixed costs", fixed)));
        return Calculated.of(
                Kpi.PROFIT.label() + " · " + scope, AMOUNT, Operator.DIFFERENCE, List.of(contribution(scope), costs));
    }
}
