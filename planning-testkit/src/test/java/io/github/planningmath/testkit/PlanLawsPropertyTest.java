package io.github.planningmath.testkit;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Solver;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import org.opentest4j.TestAbortedException;

@Domain(PlanningDomain.class)
class PlanLawsPropertyTest {

    /** How many norms of a plan are evaluated again; large plans have a hundred thousand. */
    private static final int NORMS = 50;

    @Property
    void aPlansTrafficIsEnough(@ForAll Plan plan) {
        PlanLaws.assertEnough(plan);
    }

    @Property
    void oneDealLessDoesNotReachTheGoal(@ForAll Plan plan) {
        PlanLaws.assertMinimal(plan);
    }

    @Property
    void everyTotalIsTheSumOfItsCells(@ForAll Plan plan) {
        PlanLaws.assertAddsUp(plan);
    }

    @Property
    void aHigherGoalLowersNoCount(@ForAll Plan plan, @ForAll @LongRange(min = 0, max = 1_000) long deals) {
        FinancialGoal goal = plan.goal();
        double more = Math.abs(new NewDeal(plan.constants()).worth(goal.measure())) * deals / 3;
        int decimals = goal.measure().kpi().isMoney() ? 4 : 0;
        FinancialGoal higher =
                goal.withAmount(goal.amount().add(BigDecimal.valueOf(more).setScale(decimals, RoundingMode.FLOOR)));
        Plan raised = reached(new PlanDocument(higher, plan.constants(), plan.opening(), List.of(), plan.targets()));
        PlanLaws.assertMonotone(plan, raised);
    }

    /** Nobody buys again and nothing changes: where the month of a deal counts, the law does not hold. */
    @Property
    void aBetterConversionTakesNoMoreDealsLeadsOrVisits(
            @ForAll Plan drawn, @ForAll Rate rate, @ForAll @IntRange(max = 1_000) int place) {
        PlanningConstants constants = boughtOnce(drawn.constants());
        Plan plan = reached(new PlanDocument(drawn.goal(), constants, drawn.opening(), List.of(), List.of()));
        PlanningConstants better = Betterment.of(constants, rate, place);
        PlanLaws.assertBetterConversionTakesNoMore(
                plan, reached(new PlanDocument(plan.goal(), better, plan.opening(), List.of(), List.of())));
    }

    private static PlanningConstants boughtOnce(PlanningConstants constants) {
        PlanningConstants once = constants.withChanges(List.of());
        for (Product product : constants.assortment().products()) {
            once = once.withProduct(product.name(), each -> each.withRepeat(RepeatBehaviour.none()));
        }
        return once;
    }

    @Property
    void theOrderOfPartsMeansNothing(@ForAll Plan plan, @ForAll Random random) {
        PlanLaws.assertOrderFree(plan, random);
    }

    @Property
    void twoPiecesAreOne(@ForAll Plan plan, @ForAll @IntRange(min = 1, max = 23) int months) {
        int all = plan.constants().horizon().months();
        Assume.that(all > 1);
        PlanLaws.assertContinuity(plan, 1 + months % (all - 1));
    }

    /** As a store of one's own may do it: every cell as text, and the cells in another order. */
    @Property
    void twoPiecesAreOneWhereThePositionIsWrittenAndReadBetween(
            @ForAll Plan plan, @ForAll Random random, @ForAll @IntRange(min = 1, max = 23) int months) {
        int all = plan.constants().horizon().months();
        Assume.that(all > 1);
        PlanLaws.assertContinuity(
                plan,
                1 + months % (all - 1),
                position -> WrittenPosition.of(position, random).read());
    }

    @Property
    void idleInitiativesChangeNothing(@ForAll Plan plan) {
        PlanLaws.assertIdleInitiativesChangeNothing(plan);
    }

    @Property
    void theNormsOfTheDirectionsAddUp(@ForAll Plan plan) {
        PlanLaws.assertDirectionsAddUp(plan);
    }

    @Property
    void pinningThePastChangesNothing(@ForAll Plan plan, @ForAll @IntRange(max = 23) int months) {
        PlanLaws.assertPinningThePastChangesNothing(
                plan, 1 + months % plan.constants().horizon().months());
    }

    @Property
    void everyNormIsExplained(@ForAll Plan plan, @ForAll Random random) {
        List<Norm> norms = new ArrayList<>(plan.norms().list());
        Collections.shuffle(norms, random);
        PlanLaws.assertDerivationsEvaluate(norms.subList(0, Math.min(NORMS, norms.size())));
    }

    /** A quadratic price is one of the month as a whole: its cost reaches products by their visits, to the last unit. */
    @Property
    void trafficThatGetsDearerAddsUpAndIsExplained(
            @ForAll Plan plan, @ForAll @LongRange(min = 1, max = 999) long price) {
        // a month's cost that is split over products has at most 18 digits
        Assume.that(plan.traffic().cells().stream().allMatch(cell -> cell.count() < 1_000_000_000));
        TrafficCost dearer = visits -> BigDecimal.valueOf(visits)
                .pow(2)
                .multiply(BigDecimal.valueOf(price, 9))
                .setScale(2, RoundingMode.CEILING);
        PlanningConstants constants = plan.constants()
                .withChanges(plan.constants().changes().stream()
                        .filter(change -> change.driver() != Driver.Kind.COST_PER_VISIT)
                        .toList());
        for (Channel channel : constants.channels()) {
            constants = constants.withChannel(channel.name(), each -> each.withCost(dearer));
        }
        Plan projected = Solver.withDefaults()
                .greatestGoal(FinancialGoal.Measure.REVENUE, BigDecimal.ONE, constants, plan.opening(), plan.traffic());

        PlanLaws.assertAddsUp(projected);
        PlanLaws.assertDerivationsEvaluate(
                projected.norms().of(Kpi.TRAFFIC_COST).stream().limit(NORMS).toList());
    }

    /** The plan of a document; a try whose goal cannot be reached, or not in longs, does not count. */
    private static Plan reached(PlanDocument document) {
        try {
            Outcome<Plan> outcome = document.outcome();
            Assume.that(outcome instanceof Outcome.Reached);
            return outcome.orThrow();
        } catch (ArithmeticException tooLarge) {
            throw new TestAbortedException("too many deals to count", tooLarge);
        }
    }
}
