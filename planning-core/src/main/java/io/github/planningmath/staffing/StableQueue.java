package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Function;

/**
 * A queue of callers that settles, in the long run. All figures are statistics.
 *
 * @param load what comes in and how it is handled
 * @param agents the agents who answer
 * @param waiting the share of callers who wait at all, from 0 to 1
 * @param lost the share of callers who hang up, from 0 to 1; 0 where all wait
 * @param averageWaitSeconds the mean waiting time of all callers, those who hang up included
 * @param occupancy the share of their time that agents are busy, from 0 to 1
 */
public record StableQueue(
        InboundLoad load, Integer agents, Double waiting, Double lost, Double averageWaitSeconds, Double occupancy)
        implements QueueResult {

    public StableQueue {
        Required.present(load, "StableQueue.load");
        Required.between(agents, 1, ErlangQueue.MOST_AGENTS, "StableQueue.agents");
        Doubles.between(waiting, 0, 1, "StableQueue.waiting");
        Doubles.between(lost, 0, 1, "StableQueue.lost");
        Doubles.notNegative(averageWaitSeconds, "StableQueue.averageWaitSeconds");
        Doubles.between(occupancy, 0, 1, "StableQueue.occupancy");
    }

    /**
     * The share of all callers who are answered within a time. Who hangs up is not answered.
     *
     * @param within at least 0
     * @return from 0 to 1
     * @throws IllegalArgumentException if the time is below 0
     */
    public double serviceLevel(Duration within) {
        return load.model(agents).serviceLevel(seconds(within, "StableQueue.serviceLevel"));
    }

    /**
     * The share of the callers who do not hang up who are answered within a time.
     *
     * @param within at least 0
     * @return from 0 to 1; {@link #serviceLevel} where nobody hangs up
     * @throws IllegalArgumentException if the time is below 0
     */
    public double serviceLevelOfServed(Duration within) {
        return load.model(agents).serviceLevelOfServed(seconds(within, "StableQueue.serviceLevelOfServed"));
    }

    private static double seconds(Duration within, String method) {
        if (within.isNegative()) {
            throw new IllegalArgumentException(method + " must be within at least 0, but was " + within + ".");
        }
        return InboundLoad.seconds(within);
    }

    /**
     * How many callers wait at a time, on average.
     *
     * @return {@code arrivals * average wait}
     */
    public double length() {
        return load.perHour() * averageWaitSeconds / InboundLoad.SECONDS_PER_HOUR;
    }

    /**
     * How many callers hang up in an hour.
     *
     * @return {@code arrivals * lost}
     */
    public double lostPerHour() {
        return load.perHour() * lost;
    }

    /**
     * The revenue that goes with the callers who hang up.
     *
     * @param perCall what a call brings on average, at least 0, in the plan's currency
     * @return {@code calls lost in an hour * revenue per call}, a statistic
     */
    public double lostRevenuePerHour(BigDecimal perCall) {
        return lostPerHour()
                * Amounts.notNegative(perCall, "StableQueue.lostRevenuePerHour").doubleValue();
    }

    @Override
    public StableQueue orThrow() {
        return this;
    }

    @Override
    public <R> R fold(
            Function<? super StableQueue, ? extends R> onQueue,
            Function<? super UnstableQueue, ? extends R> otherwise) {
        return onQueue.apply(this);
    }
}
