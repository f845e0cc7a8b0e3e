package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.HostileBusinesses.Twist;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** Law 1 where only the inside can ask what one deal less comes to, and the totals that the search goes by. */
class MinimalDealsPropertyTest {

    @Property
    void oneDealLessFallsShortOrCannotBeMade(@ForAll("tasks") SmallBusinesses.Task task) {
        Outcome<Plan> outcome = Planner.withDefaults().plan(task.goal(), task.constants(), task.opening());
        Assume.that(outcome instanceof Outcome.Reached);
        long deals = Objects.requireNonNull(outcome.orThrow().requiredDeals());
        assertThat(cellByCell(task, deals)).isEqualTo(Reach.REACHED);
        if (deals > 0) {
            assertThat(cellByCell(task, deals - 1)).isNotEqualTo(Reach.REACHED);
        }
    }

    @Property
    void totalsReachWhatTheCellsReach(
            @ForAll("tasks") SmallBusinesses.Task any, @ForAll @LongRange(min = 0, max = 500) long deals) {
        SmallBusinesses.Task task = countable(any);
        ResolvedBusiness business = task.business();
        assertThat(Totals.suffice(business, task.goal().measure())).isTrue();
        assertThat(new Totals(business, task.goal()).reach(deals)).isEqualTo(cellByCell(task, deals));
    }

    /** A goal that is exactly what the cells come to is reached, and a cent or a deal more is not. */
    @Property
    void totalsAreThoseOfTheCellsToTheCent(
            @ForAll("tasks") SmallBusinesses.Task any, @ForAll @LongRange(min = 0, max = 500) long deals) {
        SmallBusinesses.Task task = countable(any);
        ResolvedBusiness business = task.business();
        Cascade cascade = new Cascade(business, deals);
        Assume.that(cascade.obstacle() == null);
        FinancialGoal exactly = task.goal()
                .withAmount(Projection.of(business, cascade.visits())
                        .reached(task.goal().measure()));
        BigDecimal least = exactly.measure() == FinancialGoal.Measure.DEALS ? BigDecimal.ONE : new BigDecimal("0.01");
        FinancialGoal more = exactly.withAmount(exactly.amount().add(least));
        assertThat(new Totals(business, exactly).reach(deals)).isEqualTo(Reach.REACHED);
        assertThat(new Totals(business, more).reach(deals)).isEqualTo(Reach.SHORT);
    }

    /** Most of the businesses that nobody would plan spread what their pipeline lacks; none carries a fraction here. */
    @Property(shrinking = ShrinkingMode.OFF)
    void totalsAreThoseOfTheCellsWhereThePipelinesLackIsSpread(
            @ForAll long seed, @ForAll @LongRange(max = 3_000) long deals) {
        HostileBusinesses.Hostile hostile = HostileBusinesses.of(seed);
        FinancialGoal goal = hostile.goal().withCatchUp(CatchUp.SPREAD);
        Position opening = new Position(
                hostile.opening().opens(),
                hostile.opening().customers(),
                List.of(),
                hostile.opening().openLeads(),
                List.of());
        ResolvedBusiness business = new ResolvedBusiness(hostile.constants(), opening, goal.edges(), List.of());
        totalsAreThoseOfTheCells(hostile, business, goal, deals);
    }

    /** Cycles over months, with cohorts, opportunities and fractions of a deal that are open, at conversions that stay. */
    @Property(shrinking = ShrinkingMode.OFF)
    void totalsAreThoseOfTheCellsWhereDealsComeOverMonths(
            @ForAll long seed, @ForAll boolean spread, @ForAll @LongRange(max = 3_000) long deals) {
        HostileBusinesses.Hostile hostile = seed % 4 == 0
                ? HostileBusinesses.of(seed, Twist.CYCLES, Twist.SEASONS, Twist.MIXES)
                : HostileBusinesses.of(seed, Twist.CYCLES, Twist.SEASONS);
        FinancialGoal goal = hostile.goal().withCatchUp(spread ? CatchUp.SPREAD : CatchUp.AT_ONCE);
        ResolvedBusiness business =
                new ResolvedBusiness(hostile.constants(), hostile.opening(), goal.edges(), List.of());
        totalsAreThoseOfTheCells(hostile, business, goal, deals);
    }

    private static void totalsAreThoseOfTheCells(
            HostileBusinesses.Hostile hostile, ResolvedBusiness business, FinancialGoal goal, long deals) {
        Assume.that(Totals.suffice(business, goal.measure()));
        Cascade cascade = new Cascade(business, deals);
        BigDecimal ofCells = cascade.obstacle() == null
                ? Projection.of(business, cascade.visits()).reached(goal.measure())
                : null;
        assertThat(new Totals(business, goal).amount(deals))
                .as(hostile.toString())
                .isEqualTo(ofCells);
        if (ofCells != null) {
            BigDecimal more = ofCells.add(new BigDecimal("0.01"));
            assertThat(new Totals(business, goal.withAmount(ofCells)).reach(deals))
                    .isEqualTo(Reach.REACHED);
            assertThat(new Totals(business, goal.withAmount(more)).reach(deals)).isEqualTo(Reach.SHORT);
        }
    }

    @Property
    void theSearchTakesSixProbesAndOneForEveryBit(@ForAll("tasks") SmallBusinesses.Task task) {
        Outcome<Plan> outcome = Planner.withDefaults().plan(task.goal(), task.constants(), task.opening());
        Assume.that(outcome instanceof Outcome.Reached);
        long deals = Objects.requireNonNull(outcome.orThrow().requiredDeals());
        int wholeLog2 = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, deals));
        assertThat(outcome.orThrow().probes()).isLessThanOrEqualTo(6 + wholeLog2);
    }

    /** Each projection that is valued asks every channel for the cost of its visits. */
    @Property
    void theSearchValuesAtMostThreeProjections(@ForAll("tasks") SmallBusinesses.Task any) {
        SmallBusinesses.Task task = any.settled();
        AtomicInteger asked = new AtomicInteger();
        List<Channel> counting = task.constants().channels().stream()
                .map(channel -> channel.withCost(counted(channel.cost(), asked)))
                .toList();
        Outcome<Plan> outcome =
                Planner.withDefaults().plan(task.goal(), task.constants().withChannels(counting), task.opening());
        Assume.that(outcome instanceof Outcome.Reached);
        assertThat(asked.get()).isLessThanOrEqualTo(3 * counting.size());
    }

    private static TrafficCost counted(TrafficCost cost, AtomicInteger asked) {
        return new TrafficCost() {
            @Override
            public BigDecimal cost(long visits) {
                asked.incrementAndGet();
                return cost.cost(visits);
            }

            @Override
            public @Nullable BigDecimal perVisit() {
                return cost.perVisit();
            }
        };
    }

    @Provide
    Arbitrary<SmallBusinesses.Task> tasks() {
        return SmallBusinesses.tasks();
    }

    /** With a goal that totals tell of. */
    private static SmallBusinesses.Task countable(SmallBusinesses.Task any) {
        if (Totals.suffice(any.business(), any.goal().measure())) {
            return any;
        }
        boolean isOfCustomers = any.goal().measure() == FinancialGoal.Measure.CUSTOMERS;
        return (isOfCustomers ? any.with(FinancialGoal.Measure.DEALS) : any).settled();
    }

    private static Reach cellByCell(SmallBusinesses.Task task, long deals) {
        ResolvedBusiness business = task.business();
        Cascade cascade = new Cascade(business, deals);
        if (cascade.obstacle() != null) {
            return Reach.BLOCKED;
        }
        boolean reached = Projection.of(business, cascade.visits())
                        .reached(task.goal().measure())
                        .compareTo(task.goal().amount())
                >= 0;
        return reached ? Reach.REACHED : Reach.SHORT;
    }
}
