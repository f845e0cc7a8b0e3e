package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.quantity.Ratio;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Queues whose figures were computed to many digits. */
class ErlangReferenceTest {

    private static final Percentage TWELVE_DIGITS = withinPercentage(1e-10);

    @ParameterizedTest(name = "{2} agents, {4} erlangs")
    @CsvFileSource(resources = "erlang-c.csv", useHeadersInDisplayName = true)
    void whoWaitsAsLongAsItTakes(
            double callsPerMinute,
            double handlingMinutes,
            int agents,
            double withinMinutes,
            double erlangs,
            double blocked,
            double waits,
            double serviceLevel,
            double averageWait,
            double occupancy,
            double queue) {
        ErlangQueue model = ErlangQueue.of(callsPerMinute, handlingMinutes, Double.POSITIVE_INFINITY, agents);

        assertThat(ErlangQueue.blocked(agents, erlangs)).isCloseTo(blocked, TWELVE_DIGITS);
        assertThat(model.waiting()).isCloseTo(waits, TWELVE_DIGITS);
        assertThat(model.serviceLevel(withinMinutes)).isCloseTo(serviceLevel, TWELVE_DIGITS);
        assertThat(model.averageWait()).isCloseTo(averageWait, TWELVE_DIGITS);
        assertThat(model.occupancy()).isCloseTo(occupancy, TWELVE_DIGITS);
        assertThat(model.queue()).isCloseTo(queue, TWELVE_DIGITS);
        assertThat(model.lost()).isZero();
    }

    @ParameterizedTest(name = "{3} agents, {0} calls a minute")
    @CsvFileSource(resources = "erlang-a.csv", useHeadersInDisplayName = true)
    void whoHangsUp(
            double callsPerMinute,
            double servicesPerMinute,
            double hangUpsPerMinute,
            int agents,
            double withinMinutes,
            double waits,
            double abandons,
            double queue,
            double averageWait,
            double occupancy,
            double serviceLevel) {
        ErlangQueue model = ErlangQueue.of(callsPerMinute, 1 / servicesPerMinute, 1 / hangUpsPerMinute, agents);

        assertThat(model.waiting()).isCloseTo(waits, TWELVE_DIGITS);
        assertThat(model.lost()).isCloseTo(abandons, TWELVE_DIGITS);
        assertThat(model.queue()).isCloseTo(queue, TWELVE_DIGITS);
        assertThat(model.averageWait()).isCloseTo(averageWait, TWELVE_DIGITS);
        assertThat(model.occupancy()).isCloseTo(occupancy, TWELVE_DIGITS);
        assertThat(model.serviceLevel(withinMinutes)).isCloseTo(serviceLevel, TWELVE_DIGITS);
    }

    /** The guide of pyworkforce: 100 calls in half an hour of 3 minutes each, 80 % within 20 seconds, 30 % shrinkage. */
    @Test
    void thePublishedCallCentreTakesFourteenAgentsAndTwentyOnTheRota() {
        InboundLoad load = InboundLoad.of(200, Duration.ofMinutes(3));
        ResponseTarget target = ResponseTarget.of("80%", Duration.ofSeconds(20));

        assertThat(load.agentsFor(target)).isEqualTo(14);
        assertThat(load.queue(14).orThrow().serviceLevel(target.within())).isCloseTo(0.8883500191794669, TWELVE_DIGITS);
        assertThat(load.queue(14).orThrow().occupancy()).isCloseTo(0.7142857142857143, TWELVE_DIGITS);
        assertThat(load.queue(14).orThrow().waiting()).isCloseTo(0.1741319335950498, TWELVE_DIGITS);
        WeeklyRota rota = WeeklyLoad.steady(List.of(DayOfWeek.MONDAY), 9, 10, 200, Duration.ofMinutes(3))
                .rota(target, Ratio.percent(30));
        assertThat(rota.hours()).containsExactly(new WeeklyRota.Hour(DayOfWeek.MONDAY, 9, 200.0, 14L, 20L, 0.0));
    }

    /** A regression test of pyworkforce, five minutes of patience. */
    @Test
    void thePublishedCallCentreWhoseCallersHangUp() {
        StableQueue queue = InboundLoad.of(200, Duration.ofMinutes(3))
                .withPatience(Duration.ofMinutes(5))
                .queue(14)
                .orThrow();

        assertThat(queue.waiting()).isCloseTo(0.14526, withinPercentage(1e-3));
        assertThat(queue.lost()).isCloseTo(0.013984, withinPercentage(1e-2));
        assertThat(queue.occupancy()).isCloseTo(0.704297, withinPercentage(1e-3));
        assertThat(queue.averageWaitSeconds() / 60).isCloseTo(0.069919, withinPercentage(1e-2));
        assertThat(queue.serviceLevel(Duration.ofSeconds(20))).isCloseTo(0.916792, withinPercentage(1e-3));
    }
}
