package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.quantity.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must be true of every queue. */
class InboundLoadPropertyTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Provide
    Arbitrary<InboundLoad> loads() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.1, 2_000).ofScale(2),
                        Arbitraries.integers().between(10, 1_200))
                .as((calls, seconds) -> InboundLoad.of(calls, Duration.ofSeconds(seconds)));
    }

    @Provide
    Arbitrary<ResponseTarget> targets() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 999),
                        Arbitraries.integers().between(0, 1_800))
                .as((share, seconds) ->
                        new ResponseTarget(Rate.of(share, 1_000), Duration.ofSeconds(seconds), null, null));
    }

    @Provide
    Arbitrary<Duration> patience() {
        return Arbitraries.integers().between(5, 3_600).map(Duration::ofSeconds);
    }

    @Property
    void theAgentsKeepThePromiseAndOneFewerDoesNot(
            @ForAll("loads") InboundLoad load, @ForAll("targets") ResponseTarget target) {
        int agents = load.agentsFor(target);

        requireLeast(load, target, agents);
    }

    @Property
    void soDoTheyWhereCallersHangUp(
            @ForAll("loads") InboundLoad load,
            @ForAll("targets") ResponseTarget target,
            @ForAll("patience") Duration patience) {
        InboundLoad impatient = load.withPatience(patience);

        requireLeast(impatient, target, impatient.agentsFor(target));
    }

    @Property
    void soDoTheyWhereFewMayBeLost(
            @ForAll("loads") InboundLoad load,
            @ForAll("targets") ResponseTarget target,
            @ForAll("patience") Duration patience) {
        InboundLoad impatient = load.withPatience(patience);
        ResponseTarget strict = target.withMostLost("2%");
        int agents = impatient.agentsFor(strict);

        assertThat(agents).isGreaterThanOrEqualTo(impatient.agentsFor(target));
        assertThat(impatient.queue(agents).orThrow().lost()).isLessThanOrEqualTo(0.02);
        if (agents > impatient.agentsFor(target)) {
            assertThat(impatient.queue(agents - 1).orThrow().lost()).isGreaterThan(0.02);
        }
    }

    private static void requireLeast(InboundLoad load, ResponseTarget target, int agents) {
        double share = target.share().toDouble();
        assertThat(load.queue(agents).orThrow().serviceLevel(target.within())).isGreaterThanOrEqualTo(share - 1e-14);
        if (agents > 1 && load.queue(agents - 1) instanceof StableQueue fewer) {
            assertThat(fewer.serviceLevel(target.within())).isLessThan(share + 1e-14);
        }
    }

    @Property
    void moreCallsNeverTakeFewerAgents(
            @ForAll("loads") InboundLoad load,
            @ForAll("targets") ResponseTarget target,
            @ForAll @DoubleRange(min = 1, max = 3) double factor) {
        InboundLoad more = new InboundLoad(load.perHour() * factor, load.handlingTime(), null);

        assertThat(more.agentsFor(target)).isGreaterThanOrEqualTo(load.agentsFor(target));
    }

    @Property
    void norWhereCallersHangUp(
            @ForAll("loads") InboundLoad load,
            @ForAll("targets") ResponseTarget target,
            @ForAll("patience") Duration patience,
            @ForAll @DoubleRange(min = 1, max = 3) double factor) {
        InboundLoad impatient = load.withPatience(patience);
        InboundLoad more = new InboundLoad(load.perHour() * factor, load.handlingTime(), patience);

        assertThat(more.agentsFor(target)).isGreaterThanOrEqualTo(impatient.agentsFor(target));
    }

    @Property
    void aStricterPromiseNeverTakesFewerAgents(
            @ForAll("loads") InboundLoad load,
            @ForAll("targets") ResponseTarget one,
            @ForAll("targets") ResponseTarget other) {
        ResponseTarget strict = new ResponseTarget(
                one.share().compareTo(other.share()) >= 0 ? one.share() : other.share(),
                one.within().compareTo(other.within()) <= 0 ? one.within() : other.within(),
                null,
                null);

        assertThat(load.agentsFor(strict)).isGreaterThanOrEqualTo(load.agentsFor(one));
        assertThat(load.agentsFor(strict)).isGreaterThanOrEqualTo(load.agentsFor(other));
    }

    @Property
    void patienceIsNeverWorseThanWaiting(
            @ForAll("loads") InboundLoad load,
            @ForAll("patience") Duration patience,
            @ForAll @IntRange(max = 50) int spare,
            @ForAll @IntRange(max = 600) int seconds) {
        int agents = (int) load.erlangs() + 1 + spare;
        StableQueue patient = load.queue(agents).orThrow();
        StableQueue impatient = load.withPatience(patience).queue(agents).orThrow();
        Duration within = Duration.ofSeconds(seconds);

        assertThat(impatient.waiting()).isLessThanOrEqualTo(patient.waiting() * (1 + 1e-12));
        assertThat(impatient.averageWaitSeconds()).isLessThanOrEqualTo(patient.averageWaitSeconds() * (1 + 1e-12));
        assertThat(impatient.occupancy()).isLessThanOrEqualTo(patient.occupancy() * (1 + 1e-12));
        assertThat(impatient.serviceLevelOfServed(within))
                .isGreaterThanOrEqualTo(patient.serviceLevelOfServed(within) - 1e-12);
        assertThat(impatient.serviceLevelOfServed(within)).isGreaterThanOrEqualTo(impatient.serviceLevel(within));
    }

    @Property
    void longPatienceIsLikeWaitingAsLongAsItTakes(
            @ForAll("loads") InboundLoad load, @ForAll @IntRange(max = 20) int spare) {
        int agents = (int) Math.ceil(load.erlangs() * 1.05) + 1 + spare;
        StableQueue patient = load.queue(agents).orThrow();
        double before = Double.POSITIVE_INFINITY;
        for (long days = 1; days <= 10_000; days *= 100) {
            StableQueue impatient =
                    load.withPatience(DAY.multipliedBy(days)).queue(agents).orThrow();
            double apart = Math.abs(impatient.waiting() - patient.waiting());
            assertThat(apart).isLessThanOrEqualTo(before + 1e-12);
            before = apart;
        }
        assertThat(before).isLessThan(1e-5);
    }

    @Property
    void sharesAreShares(
            @ForAll("loads") InboundLoad load,
            @ForAll("patience") Duration patience,
            @ForAll @IntRange(min = 1, max = 200) int agents,
            @ForAll @IntRange(max = 600) int seconds) {
        StableQueue queue = load.withPatience(patience).queue(agents).orThrow();

        assertThat(queue.lost()).isLessThanOrEqualTo(queue.waiting() * (1 + 1e-12));
        assertThat(queue.serviceLevel(Duration.ofSeconds(seconds))).isBetween(0.0, 1.0);
        assertThat(queue.lostRevenuePerHour(BigDecimal.TEN)).isCloseTo(10 * queue.lostPerHour(), within(1e-9));
        assertThat(queue.length() * 3600 / patience.toSeconds())
                .as("hang-ups are the waiting callers' rate of losing patience")
                .isCloseTo(queue.lostPerHour(), within(1e-9 * load.perHour()));
    }

    /** Against the state probabilities themselves, summed up with thirty digits. */
    @Property
    void theSumOverAllStatesGivesTheSame(
            @ForAll @DoubleRange(min = 0.1, max = 8) double arrivals,
            @ForAll @DoubleRange(min = 0.2, max = 5) double patience,
            @ForAll @IntRange(min = 1, max = 12) int agents) {
        MathContext digits = new MathContext(30);
        BigDecimal state = BigDecimal.ONE;
        BigDecimal all = state;
        BigDecimal waiting = agents == 0 ? state : BigDecimal.ZERO;
        BigDecimal queue = BigDecimal.ZERO;
        for (int calls = 1; calls < 400; calls++) {
            double leave = Math.min(calls, agents) + Math.max(0, calls - agents) / patience;
            state = state.multiply(new BigDecimal(arrivals)).divide(new BigDecimal(leave), digits);
            all = all.add(state);
            if (calls >= agents) {
                waiting = waiting.add(state);
                queue = queue.add(state.multiply(BigDecimal.valueOf(calls - agents)));
            }
        }
        ErlangQueue model = ErlangQueue.of(arrivals, 1, patience, agents);

        assertThat(model.waiting()).isCloseTo(waiting.divide(all, digits).doubleValue(), within(1e-12));
        assertThat(model.queue()).isCloseTo(queue.divide(all, digits).doubleValue(), within(1e-11));
    }

    /** A series and an integral, on both sides of where the one takes over from the other. */
    @Property
    void theIntegralOfWaitsIsTheSumOverStates(
            @ForAll @DoubleRange(min = 0.5, max = 2_000) double erlangs,
            @ForAll @DoubleRange(min = 0.2, max = 400) double patience,
            @ForAll @DoubleRange(min = -4, max = 6) double spare,
            @ForAll @DoubleRange(min = 0, max = 2) double time) {
        int agents = (int) Math.max(1, erlangs + spare * Math.sqrt(erlangs));
        double x = agents * patience;
        double y = erlangs * patience;
        // summed from the first state upwards
        double state = 1;
        double states = 0;
        double moment = 0;
        double largest = 1;
        for (int waiting = 0; waiting == 0 || state > 1e-20 * states; waiting++) {
            states += state;
            moment += waiting * state;
            state *= y / (x + waiting + 1);
            largest = Math.max(largest, state);
        }
        Assume.that(largest < 1e250);
        OfferedWait wait = OfferedWait.of(erlangs, 1, patience, agents);

        assertThat(wait.sum() / wait.first()).isCloseTo(states, withinPercentage(1e-9));
        assertThat(wait.moment() / wait.first()).isCloseTo(moment, withinPercentage(1e-9));
        double late = wait.late(time / patience);
        assertThat(wait.late(0)).isCloseTo(1 - moment / states / y, within(1e-11));
        assertThat(late).isBetween(0.0, 1.0 + 1e-12).isLessThanOrEqualTo(wait.late(0) * (1 + 1e-12));
    }
}
