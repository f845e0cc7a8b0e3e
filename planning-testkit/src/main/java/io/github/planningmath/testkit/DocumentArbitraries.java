package io.github.planningmath.testkit;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.CatchUp;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Target;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Goals, constants and openings that fit each other, with nothing pinned. */
final class DocumentArbitraries {

    private static final long MOST_DEALS = 1_000_000;
    private static final long MOST_DEALS_AFTER = 1_000;
    private static final long MOST_TARGETED = 100_000;
    private static final double LEAST_MARGIN = 0.001;

    private DocumentArbitraries() {}

    static Arbitrary<PlanDocument> documents() {
        return PlanArbitraries.constants().flatMap(DocumentArbitraries::documents);
    }

    static Arbitrary<PlanDocument> documents(PlanningConstants constants) {
        return Combinators.combine(goals(constants), PositionArbitraries.positions(constants), targets(constants))
                .as((goal, opening, targets) -> new PlanDocument(goal, constants, opening, List.of(), targets));
    }

    /** Beside most goals nothing is to be met, beside others a norm or two of any size. */
    private static Arbitrary<List<Target>> targets(PlanningConstants constants) {
        Arbitrary<Scope> scopes = Arbitraries.oneOf(
                Arbitraries.just(Scope.all()),
                Arbitraries.of(constants.horizon().all()).map(Scope::month),
                Arbitraries.of(constants.assortment().products())
                        .map(product -> Scope.all().product(product.name())));
        Arbitrary<Target> target = Combinators.combine(
                        Arbitraries.of(Kpi.REVENUE, Kpi.CONTRIBUTION, Kpi.DEALS, Kpi.NEW_DEALS, Kpi.BASE),
                        scopes,
                        QuantityArbitraries.counts(MOST_TARGETED))
                .as((kpi, scope, amount) -> new Target(kpi, scope, BigDecimal.valueOf(amount)));
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(List.of())),
                Tuple.of(1, target.list().ofMinSize(1).ofMaxSize(2)));
    }

    /** A goal that takes from no new deal to a million. */
    static Arbitrary<FinancialGoal> goals(PlanningConstants constants) {
        return Combinators.combine(
                        Arbitraries.of(FinancialGoal.Measure.class),
                        QuantityArbitraries.counts(MOST_DEALS),
                        afterHorizons(constants),
                        Arbitraries.of(CatchUp.class))
                .as((measure, deals, after, catchUp) ->
                        new FinancialGoal(measure, amount(constants, measure, deals), after, catchUp));
    }

    /** Where a deal gains nothing worth speaking of, next to nothing: else rounding would ask for countless deals. */
    private static BigDecimal amount(PlanningConstants constants, FinancialGoal.Measure measure, long deals) {
        NewDeal deal = new NewDeal(constants);
        double worth = deal.worth(measure);
        if (measure == FinancialGoal.Measure.DEALS) {
            return BigDecimal.valueOf(deals);
        }
        if (measure == FinancialGoal.Measure.CUSTOMERS) {
            return BigDecimal.valueOf((long) (worth > LEAST_MARGIN ? worth * deals : 0));
        }
        boolean gains = worth > LEAST_MARGIN * deal.worth(FinancialGoal.Measure.REVENUE);
        BigDecimal fromDeals =
                BigDecimal.valueOf(gains ? worth * deals : -Math.abs(worth)).setScale(2, RoundingMode.FLOOR);
        return measure == FinancialGoal.Measure.PROFIT ? fromDeals.subtract(deal.costsOfTheHouse()) : fromDeals;
    }

    private static Arbitrary<AfterHorizon> afterHorizons(PlanningConstants constants) {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(AfterHorizon.goesOn())),
                Tuple.of(
                        1,
                        Arbitraries.integers()
                                .between(1, 100)
                                .map(growth -> new AfterHorizon.GoesOn(Ratio.percent(growth)))),
                Tuple.of(1, Arbitraries.just(AfterHorizon.stops())),
                Tuple.of(2, dues(constants).map(AfterHorizon.Listed::new)));
    }

    /** Every other list has deals, where there are months after the horizon that leads reach. */
    private static Arbitrary<List<AfterHorizon.DealsDue>> dues(PlanningConstants constants) {
        List<Arbitrary<AfterHorizon.DealsDue>> reachable = new ArrayList<>();
        for (Product product : constants.assortment().products()) {
            for (int month = 1; month <= constants.process(product.name()).cycleMonths(); month++) {
                YearMonth due = constants.horizon().last().plusMonths(month);
                reachable.add(QuantityArbitraries.counts(MOST_DEALS_AFTER)
                        .map(deals -> new AfterHorizon.DealsDue(product.name(), due, deals)));
            }
        }
        Arbitrary<List<AfterHorizon.DealsDue>> none = Arbitraries.just(List.of());
        if (reachable.isEmpty()) {
            return none;
        }
        Arbitrary<List<AfterHorizon.DealsDue>> some = Arbitraries.oneOf(reachable)
                .list()
                .ofMinSize(1)
                .ofMaxSize(Math.min(3, reachable.size()))
                .uniqueElements(due -> List.of(due.product(), due.month()));
        return Arbitraries.frequencyOf(Tuple.of(1, none), Tuple.of(1, some));
    }
}
