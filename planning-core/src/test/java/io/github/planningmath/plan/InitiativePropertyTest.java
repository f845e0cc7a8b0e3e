package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.HostileBusinesses.Hostile;
import io.github.planningmath.plan.HostileBusinesses.Twist;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.traffic.Direction;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Initiatives cost what they say, and what they change is changed as by any other row. */
class InitiativePropertyTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    private static Hostile changing(long seed) {
        return HostileBusinesses.of(seed, Twist.CHANGES, Twist.DEARER_TRAFFIC);
    }

    /** The same constants in which every other row that belongs to a direction is the effect of an initiative, with a cost. */
    private static PlanningConstants withCauses(PlanningConstants constants, Random random) {
        List<Change> kept = new ArrayList<>();
        List<Initiative> initiatives = new ArrayList<>();
        for (Change change : constants.changes()) {
            if (change.driver().factors().isEmpty() || random.nextBoolean()) {
                kept.add(change);
            } else {
                YearMonth month = constants
                        .horizon()
                        .month(random.nextInt(constants.horizon().months()));
                initiatives.add(new Initiative(
                        "initiative " + initiatives.size(),
                        change.driver().factors().get(0).direction(),
                        Department.SHARED,
                        null,
                        List.of(new Initiative.Cost(month, BigDecimal.valueOf(random.nextInt(100_000), 2))),
                        List.of(change)));
            }
        }
        return constants.withChanges(kept).withInitiatives(initiatives);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void anEffectIsAChangeAndACostIsACost(@ForAll("seeds") long seed) {
        Hostile hostile = changing(seed);
        PlanningConstants caused = withCauses(hostile.constants(), new Random(seed));
        assertThat(caused.inForce()).isEqualTo(hostile.constants().inForce());
        Traffic traffic = HostileBusinesses.traffic(seed, caused);
        Projection without = Projection.of(hostile.constants(), hostile.opening(), traffic);
        Projection with = Projection.of(caused, hostile.opening(), traffic);
        BigDecimal cost =
                caused.horizon().all().stream().map(caused::initiativeCost).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(with.revenue()).isEqualByComparingTo(without.revenue());
        assertThat(with.profit()).isEqualByComparingTo(without.profit().subtract(cost));
        Plan plan = Plan.of(hostile.goal(), with);
        BigDecimal months = BigDecimal.ZERO;
        for (YearMonth month : caused.horizon().all()) {
            Derivation why = plan.explain(Kpi.PROFIT, Scope.month(month));
            assertThat(why.evaluate()).isEqualTo(why.value());
            months = months.add(plan.profit(Scope.month(month)));
            assertThat(caused.in(month)).isEqualTo(hostile.constants().in(month));
        }
        assertThat(months).isEqualByComparingTo(with.profit());
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aPlanIsThePiecesJoinedWhereverItIsCut(@ForAll("seeds") long seed) {
        Hostile hostile = changing(seed);
        PlanningConstants constants = withCauses(hostile.constants(), new Random(seed));
        Traffic traffic = HostileBusinesses.traffic(seed, constants);
        BigDecimal profit = BigDecimal.ZERO;
        Position position = hostile.opening();
        for (YearMonth month : constants.horizon().all()) {
            Traffic ofMonth = new Traffic(traffic.cells().stream()
                    .filter(cell -> cell.month().equals(month))
                    .toList());
            Projection piece = Projection.of(constants.withHorizon(Horizon.ofMonths(month, 1)), position, ofMonth);
            profit = profit.add(piece.profit());
            position = piece.closing();
        }
        assertThat(profit)
                .isEqualByComparingTo(
                        Projection.of(constants, hostile.opening(), traffic).profit());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void withoutCostAndEffectNothingChanges(@ForAll("seeds") long seed) {
        Hostile hostile = changing(seed);
        PlanningConstants idle = hostile.constants()
                .plus(Initiative.builder("talk")
                        .direction(Direction.WARM_UP)
                        .department(Department.SALES)
                        .build());
        assertThat(norms(hostile, idle)).isEqualTo(norms(hostile, hostile.constants()));
    }

    private static String norms(Hostile hostile, PlanningConstants constants) {
        return Planner.withDefaults()
                .withPins(hostile.pins())
                .plan(hostile.goal(), constants, hostile.opening())
                .fold(plan -> plan.requiredDeals() + " " + plan.norms().list(), Unreachable::toString);
    }
}
