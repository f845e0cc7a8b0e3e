package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.APRIL;
import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.MARCH;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.cycle;
import static io.github.planningmath.plan.SmallBusiness.months;
import static io.github.planningmath.plan.SmallBusiness.outcome;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static io.github.planningmath.plan.SmallBusiness.refusal;
import static io.github.planningmath.plan.SmallBusiness.season;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.traffic.Traffic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rest of a year whose season is over: what is left to sell is the open pipeline. */
class OutOfSeasonTest {

    /** Sold in January and February only, a month after the lead; March and April are what is left. */
    private static final PlanningConstants REST =
            cycle(months(constants(), 2), 1).withSeason(season("1", "1")).withHorizon(Horizon.ofMonths(MARCH, 2));

    /** 50 leads at 20 % make ten deals in March. */
    private static final Position OPENING =
            Position.of(MARCH, List.of(), List.of(Position.OpenLeads.of("crm", "site", MARCH, 50)));

    @Test
    void nothingIsAskedForButThePipelineIsSold() {
        Plan plan = plan(SettledGoal.revenue("10000"), REST, OPENING);
        assertThat(plan.requiredDeals()).isZero();
        assertThat(plan.newDeals(Scope.month(MARCH))).isEqualTo(10);
        assertThat(plan.newDeals(Scope.month(APRIL))).isZero();
        assertThat(plan.leads(Scope.all())).isZero();
        assertThat(plan.norms())
                .allSatisfy(norm -> assertThat(norm.derivation().evaluate().isSameNumberAs(norm.value()))
                        .as(norm.toString())
                        .isTrue());
    }

    @Test
    void moreThanThatIsOutOfReachAndTheSeasonIsNamed() {
        Unreachable<Plan> refusal = refusal(outcome(SettledGoal.revenue("10001"), REST, OPENING));
        assertThat(refusal.obstacles())
                .containsExactly(new Obstacle.OutOfSeason("crm", MARCH, APRIL))
                .hasToString("[the season of crm has no month from 2027-03 to 2027-04: its indices there are 0]");
        assertThat(refusal.nearest()).isEqualTo(SettledGoal.revenue("10000"));
    }

    @Test
    void pinsAreHeldThereAsAnywhere() {
        Plan plan = plan(SettledGoal.revenue("10000"), REST, OPENING, new Pin.Deals("crm", APRIL, 3L));
        assertThat(plan.newDeals(Scope.month(APRIL))).isEqualTo(3);
        assertThat(plan.leads(Scope.month(MARCH))).isEqualTo(15);
    }

    @Test
    void aYearIsProjectedInPiecesThatSellNothing() {
        PlanningConstants year = cycle(months(constants(), 4), 1).withSeason(season("1", "1"));
        Plan whole = plan(SettledGoal.revenue("10000"), year, Position.empty(JANUARY));
        Projection first = Projection.of(
                year.withHorizon(Horizon.ofMonths(JANUARY, 2)),
                Position.empty(JANUARY),
                new Traffic(whole.traffic().cells().stream()
                        .filter(cell -> !cell.month().isAfter(FEBRUARY))
                        .toList()));
        Plan rest = plan(SettledGoal.revenue("0"), year.withHorizon(Horizon.ofMonths(MARCH, 2)), first.closing());
        assertThat(rest.closing()).isEqualTo(whole.closing());
        assertThat(rest.explain(Kpi.NEW_DEALS, Scope.all()).value()).isEqualTo(new NormValue.Count(0L));
    }

    /** Ten deals come of the pipeline, but none can be asked for, so that totals and cells agree on it. */
    @Test
    void totalsDoNotTakeThePipelineForWhatIsAskedFor() {
        ResolvedBusiness business = new ResolvedBusiness(REST, OPENING, Edges.NONE, List.of());
        FinancialGoal goal = SettledGoal.revenue("20000");
        assertThat(new Totals(business, goal).reach(0)).isEqualTo(Reach.SHORT);
        assertThat(new Totals(business, goal).reach(1)).isEqualTo(Reach.BLOCKED);
        assertThat(new Cascade(business, 1).obstacle()).isEqualTo(new Obstacle.OutOfSeason("crm", MARCH, APRIL));
    }
}
