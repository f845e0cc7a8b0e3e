package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.RefusedException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundLoadTest {

    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);
    private static final InboundLoad LOAD = InboundLoad.of(200, THREE_MINUTES);

    @Test
    void twoAgentsForOneErlangLetAThirdWait() {
        assertThat(InboundLoad.of(60, Duration.ofMinutes(1)).queue(2).orThrow().waiting())
                .isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void asManyAgentsAsErlangsAreNoQueueThatSettles() {
        InboundLoad load = InboundLoad.of(60, Duration.ofMinutes(10));

        assertThat(load.queue(10)).isEqualTo(new UnstableQueue(load, 10, 11));
        assertThat(load.queue(10).<String>fold(queue -> "settles", UnstableQueue::toString))
                .isEqualTo(
                        "The queue grows without end: 10.0 agents' work comes in, and there are 10. It takes at least 11.");
        assertThatThrownBy(() -> load.queue(10).orThrow())
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        thrown -> assertThat(thrown.refusal()).isEqualTo(new UnstableQueue(load, 10, 11)))
                .hasMessage(
                        "The queue grows without end: 10.0 agents' work comes in, and there are 10. It takes at least 11.");
        assertThat(load.queue(11).<String>fold(queue -> "settles", UnstableQueue::toString))
                .isEqualTo("settles");
    }

    @Test
    void aFirstResponseWithinAQuarterOfAnHourTakesFewerThanOneWithinSeconds() {
        assertThat(LOAD.agentsFor(ResponseTarget.of("90%", Duration.ofMinutes(15))))
                .isEqualTo(11);
        assertThat(LOAD.agentsFor(ResponseTarget.of("90%", Duration.ofSeconds(20))))
                .isEqualTo(15);
    }

    @Test
    void whoHangsUpWasNotAnsweredInTime() {
        InboundLoad hasty = LOAD.withPatience(Duration.ofSeconds(10));
        Duration soon = Duration.ofSeconds(20);
        StableQueue one = hasty.queue(1).orThrow();

        assertThat(one.lost()).isGreaterThan(0.85);
        assertThat(one.serviceLevelOfServed(soon)).isGreaterThan(0.8);
        assertThat(one.serviceLevel(soon)).isLessThan(1 - one.lost());
        int agents = hasty.agentsFor(ResponseTarget.of("80%", soon));
        assertThat(hasty.queue(agents).orThrow().lost()).isLessThan(0.2);
        int strict = hasty.agentsFor(ResponseTarget.of("80%", soon).withMostLost("3%"));
        assertThat(strict).isGreaterThan(agents);
        assertThat(hasty.queue(strict).orThrow().lost()).isLessThanOrEqualTo(0.03);
        assertThat(hasty.queue(strict - 1).orThrow().lost()).isGreaterThan(0.03);
    }

    @Test
    void lostCallsTakeTheirRevenueAlong() {
        StableQueue queue = LOAD.withPatience(Duration.ofMinutes(5)).queue(14).orThrow();

        assertThat(queue.lostPerHour()).isCloseTo(200 * 0.013983744122408938, within(1e-11));
        assertThat(queue.lostRevenuePerHour(new BigDecimal("50")))
                .isCloseTo(50 * 200 * 0.013983744122408938, within(1e-9));
    }

    @Test
    void tenThousandAgentsAreCounted() {
        InboundLoad large = InboundLoad.of(200_000, THREE_MINUTES);
        ResponseTarget target = ResponseTarget.of("80%", Duration.ofSeconds(20));
        int agents = large.agentsFor(target);

        assertThat(large.erlangs()).isCloseTo(10_000, within(1e-9));
        assertThat(agents).isBetween(10_001, 10_100);
        assertThat(large.queue(agents).orThrow().serviceLevel(target.within())).isBetween(0.8, 1.0);
        InboundLoad overloaded = large.withPatience(THREE_MINUTES);
        assertThat(overloaded.queue(8_000).orThrow().lost()).isCloseTo(0.2, within(1e-9));
        assertThat(overloaded.queue(20_000).orThrow().waiting()).isCloseTo(0, within(1e-15));
        assertThat(overloaded.queue(10_000).orThrow().waiting()).isBetween(0.4, 0.6);
    }

    /** Ten erlangs: fourteen agents keep 80 % in 20 seconds, but are busy for 71.4 % of their time. */
    @Test
    void agentsWhoAreBusyForAtMostSeventyPercentAreFifteen() {
        ResponseTarget target = ResponseTarget.of("80%", Duration.ofSeconds(20));

        assertThat(LOAD.agentsFor(target)).isEqualTo(14);
        assertThat(LOAD.agentsFor(target.withMostOccupancy("70%"))).isEqualTo(15);
        assertThat(LOAD.agentsFor(target.withMostOccupancy("72%"))).isEqualTo(14);
        assertThat(LOAD.agentsFor(target.withMostOccupancy("10%"))).isEqualTo(100);
        InboundLoad impatient = LOAD.withPatience(Duration.ofMinutes(5));
        int agents = impatient.agentsFor(target.withMostOccupancy("70%"));
        assertThat(impatient.queue(agents).orThrow().occupancy()).isLessThanOrEqualTo(0.7);
        assertThat(impatient.queue(agents - 1).orThrow().occupancy()).isGreaterThan(0.7);
    }

    @Test
    void anOccupancyTakesNoMoreAgentsThanAreCounted() {
        ResponseTarget idle = ResponseTarget.of("80%", Duration.ofSeconds(20)).withMostOccupancy("0.01%");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> InboundLoad.of(40_000, THREE_MINUTES).agentsFor(idle))
                .withMessage(
                        "InboundLoad must be work for at most 1000 agents where none is busy for more than 0.01% of the"
                                + " time, but was 40000.0 an hour of PT3M each.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InboundDesk.of(
                        WeeklyLoad.steady(List.of(DayOfWeek.MONDAY), 9, 10, 40_000, THREE_MINUTES),
                        idle,
                        "0",
                        WorkingWeek.of(5, 8),
                        "1"))
                .withMessage(
                        "InboundDesk.week must be work for at most 1000 agents at once, the most with this target, but"
                                + " was 40000.0 an hour of PT3M each.");
    }

    /** Five million erlangs and ten years of patience: some 10^13 callers a patience. Erlang C has no figure beside it. */
    @Test
    void tenYearsOfPatienceAreNearlyWaitingAsLongAsItTakes() {
        InboundLoad patient = InboundLoad.of(100_000_000, THREE_MINUTES);
        InboundLoad nearly = patient.withPatience(Duration.ofDays(3_650));
        ResponseTarget target = ResponseTarget.of("80%", Duration.ofSeconds(20));
        int agents = nearly.agentsFor(target);

        assertThat(agents).isEqualTo(patient.agentsFor(target));
        assertThat(nearly.queue(agents).orThrow().waiting())
                .isCloseTo(patient.queue(agents).orThrow().waiting(), within(1e-3));
        assertThat(nearly.queue(4_900_000).orThrow().lost()).isCloseTo(0.02, within(1e-14));
        assertThat(nearly.queue(5_000_100).orThrow().serviceLevel(target.within()))
                .isCloseTo(patient.queue(5_000_100).orThrow().serviceLevel(target.within()), within(1e-6));
    }

    @Test
    void callsMustComeIn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InboundLoad.of(0, THREE_MINUTES))
                .withMessage("InboundLoad.perHour must be above 0 and finite, but was 0.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InboundLoad.of(Double.NaN, THREE_MINUTES))
                .withMessage("InboundLoad.perHour must be above 0 and finite, but was NaN.");
    }

    @Test
    void handlingTakesTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InboundLoad.of(1, Duration.ZERO))
                .withMessage("InboundLoad.handlingTime must be above 0, but was PT0S.");
    }

    @Test
    void zeroPatienceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOAD.withPatience(Duration.ZERO))
                .withMessage(
                        "InboundLoad.patience must be above 0, but was PT0S. Perhaps null was meant: callers who wait as"
                                + " long as it takes.");
    }

    @Test
    void moreWorkThanForFiveMillionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InboundLoad.of(1e9, Duration.ofHours(1)))
                .withMessage(
                        "InboundLoad must be work for at most 5000000 agents, but was 1.0E9 an hour of PT1H each.");
    }

    @Test
    void someoneMustAnswer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOAD.queue(0))
                .withMessage("InboundLoad.agents must be from 1 to 10000000, but was 0.");
    }

    @Test
    void noNumberOfAgentsAnswersEveryCallInTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseTarget.of("100%", Duration.ofSeconds(20)))
                .withMessage(
                        "ResponseTarget.share must be below 100%, but was 100%. Perhaps 99.9% was meant: no number of"
                                + " agents answers every call in time.");
    }

    @Test
    void noPromiseIsForThePast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseTarget.of("80%", Duration.ofSeconds(-1)))
                .withMessage("ResponseTarget.within must be at least 0, but was PT-1S.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOAD.queue(14).orThrow().serviceLevel(Duration.ofSeconds(-1)))
                .withMessage("StableQueue.serviceLevel must be within at least 0, but was PT-1S.");
    }
}
