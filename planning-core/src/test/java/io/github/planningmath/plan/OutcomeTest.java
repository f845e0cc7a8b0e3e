package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.outcome;
import static io.github.planningmath.plan.SmallBusiness.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.RefusedException;
import io.github.planningmath.traffic.CostPerVisit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final PlanningConstants LOSING =
            constants().withChannel("site", site -> site.withCost(CostPerVisit.of("3")));

    @Test
    void aReachedGoalHasBothDoors() {
        Outcome<Plan> outcome = outcome(SettledGoal.revenue("1000"), constants(), NOTHING);
        assertThat(outcome.orThrow().newDeals(Scope.all())).isEqualTo(1);
        assertThat(outcome.<String>fold(plan -> "reached", refusal -> "refused"))
                .isEqualTo("reached");
    }

    @Test
    void aRefusalHasBothDoorsToo() {
        Outcome<Plan> outcome = outcome(SettledGoal.profit("1"), LOSING, NOTHING);
        assertThat(outcome.<String>fold(plan -> "reached", refusal -> "refused"))
                .isEqualTo("refused");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(outcome::orThrow)
                .withMessage(
                        "Goal profit 1 cannot be reached: a new deal contributes 700, but its leads cost 750; most is"
                                + " lost on crm, whose dearest leads come from site. Nearest: profit 0.")
                .satisfies(thrown -> assertThat(thrown.refusal()).isEqualTo(refusal(outcome)));
    }

    @Test
    void severalObstaclesAreReadInOneLine() {
        Unreachable<Plan> refusal = new Unreachable<>(
                SettledGoal.profit("1"),
                null,
                List.of(
                        new Obstacle.BeyondHorizon("crm", 3, 1L),
                        new Obstacle.PinConflict("5 deals of crm in 2027-01", 0L)));
        assertThat(refusal)
                .hasToString(
                        "Goal profit 1 cannot be reached: the sales cycle of crm is 3 months, too long for new leads,"
                                + " and of its open pipeline the plan gets 1 deal; pinned: 5 deals of crm in 2027-01, but the plan"
                                + " gives 0. No plan can be made around that.");
    }

    @Test
    void everyObstacleSaysWhatStandsInTheWay() {
        assertThat(new Obstacle.LosesMoney(new BigDecimal("700"), new BigDecimal("750.5"), "crm", "site"))
                .hasToString(
                        "a new deal contributes 700, but its leads cost 750.5; most is lost on crm, whose dearest leads"
                                + " come from site");
        assertThat(new Obstacle.BeyondHorizon("crm", 3, 4L))
                .hasToString("the sales cycle of crm is 3 months, too long for new leads, and of its open pipeline the"
                        + " plan gets 4 deals");
        assertThat(new Obstacle.PeopleTooDear(6L))
                .hasToString("beyond 6 new deals the people and the traffic for more cost more than they contribute");
        assertThat(new Obstacle.TrafficTooDear(6L))
                .hasToString("beyond 6 new deals the traffic for a further one costs more than it contributes");
        assertThat(new Obstacle.CeilingsBind(
                        "crm",
                        List.of(
                                new Obstacle.Ceiling("site", JANUARY, 2_000L),
                                new Obstacle.Ceiling("mail", FEBRUARY, 0L))))
                .hasToString(
                        "the channels of crm are full: site at 2000 visits in 2027-01, mail at 0 visits in 2027-02");
        assertThat(new Obstacle.PinConflict("leads of crm", null)).hasToString("pinned: leads of crm");
        assertThat(new Obstacle.Inadmissible("site conversion of site", "100%", "140%"))
                .hasToString("site conversion of site of 100% does not suffice; about 140% would be needed");
        assertThat(new Obstacle.Inadmissible("fixed costs", "0", null))
                .hasToString("fixed costs of 0 does not suffice, nor would any other");
        assertThat(new Obstacle.Unlimited("unit cost of crm"))
                .hasToString("the goal is reached whatever the unit cost of crm");
    }

    @Test
    void aRefusalWithoutReasonIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Unreachable<>(SettledGoal.profit("1"), null, List.of()))
                .withMessage("Unreachable.obstacles must hold at least one, but was empty.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Obstacle.CeilingsBind("crm", List.of()))
                .withMessage("CeilingsBind.ceilings must hold at least one, but was empty.");
    }

    @Test
    void countsBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Obstacle.TrafficTooDear(-1L))
                .withMessage("TrafficTooDear.deals must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Obstacle.PeopleTooDear(-1L))
                .withMessage("PeopleTooDear.deals must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Obstacle.Ceiling("site", JANUARY, -1L))
                .withMessage("Ceiling.visits must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Obstacle.BeyondHorizon("crm", 3, -1L))
                .withMessage("BeyondHorizon.pipelineDeals must be at least 0, but was -1.");
    }

    @Test
    void aMeanOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormValue.Mean(BigDecimal.TEN, 0L))
                .withMessage("Mean.count must be above 0, but was 0.");
    }

    @Test
    void aNumberOverNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormValue.Exact(BigInteger.ONE, BigInteger.ZERO))
                .withMessage("Exact.denominator must be above 0, but was 0.");
    }
}
