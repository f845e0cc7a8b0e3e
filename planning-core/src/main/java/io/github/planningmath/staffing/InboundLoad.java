package io.github.planningmath.staffing;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Doubles;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Calls or chats that come in, how long each takes, and how long callers wait before they hang up.
 *
 * <p>Arrivals are random and independent, handling times and patience exponential (Erlang A); where nobody hangs up, Erlang
 * C. Patience makes a queue shorter: Erlang C asks for more agents than it takes where callers do hang up.
 *
 * @param perHour calls in an hour, above 0 and finite
 * @param handlingTime what an agent needs for one on average, after-call work included, above 0
 * @param patience how long callers wait on average before they hang up, above 0; null if they wait as long as it takes
 */
public record InboundLoad(
        Double perHour,
        @DocumentForm.Text Duration handlingTime,
        @DocumentForm.Text @Nullable Duration patience) {

    static final double SECONDS_PER_HOUR = 3600;

    private static final double NANOS_PER_SECOND = 1e9;

    public InboundLoad {
        Doubles.positive(perHour, "InboundLoad.perHour");
        requirePositive(Required.present(handlingTime, "InboundLoad.handlingTime"), "InboundLoad.handlingTime");
        if (patience != null) {
            requirePositive(patience, "InboundLoad.patience");
        }
        requireWork(perHour, handlingTime, "InboundLoad");
    }

    /**
     * Callers who wait as long as it takes.
     *
     * @param perHour calls in an hour, above 0 and finite
     * @param handlingTime what an agent needs for one on average, above 0
     * @return the load
     */
    public static InboundLoad of(double perHour, Duration handlingTime) {
        return new InboundLoad(perHour, handlingTime, null);
    }

    /**
     * This load with callers who hang up.
     *
     * @param patience how long they wait on average, above 0
     * @return the changed load
     */
    public InboundLoad withPatience(Duration patience) {
        return new InboundLoad(perHour, handlingTime, patience);
    }

    /**
     * How many agents the work keeps busy if nobody hangs up.
     *
     * @return {@code arrivals * handling time}, in erlangs
     */
    public double erlangs() {
        return erlangs(perHour, handlingTime);
    }

    static double erlangs(double perHour, Duration handlingTime) {
        return perHour * seconds(handlingTime) / SECONDS_PER_HOUR;
    }

    /**
     * The queue at a number of agents.
     *
     * @param agents at least 1
     * @return the queue in the long run; unstable if nobody hangs up and the agents are no more than the erlangs
     * @throws IllegalArgumentException if the agents are not accepted
     */
    public QueueResult queue(int agents) {
        Required.between(agents, 1, ErlangQueue.MOST_AGENTS, "InboundLoad.agents");
        if (!settles(agents)) {
            return new UnstableQueue(this, agents, leastAgents());
        }
        ErlangQueue model = model(agents);
        return new StableQueue(
                this, agents, model.waiting(), model.lost(), model.averageWait(), Math.min(1, model.occupancy()));
    }

    /**
     * The least number of agents that keeps a promised response time, and whatever else the target bounds.
     *
     * @param target the promise
     * @return at least 1
     * @throws IllegalArgumentException if the target's occupancy would take more than 10,000,000 agents
     */
    public int agentsFor(ResponseTarget target) {
        Required.present(target, "InboundLoad.target");
        if (!(erlangs() <= target.mostErlangs())) {
            throw new IllegalArgumentException("InboundLoad must be work for at most " + (long) target.mostErlangs()
                    + " agents where none is busy for more than " + target.mostOccupancy() + " of the time, but was "
                    + perHour + " an hour of " + handlingTime + " each.");
        }
        return patience == null ? agentsOfThePatient(target) : agentsOfTheImpatient(target);
    }

    private int agentsOfThePatient(ResponseTarget target) {
        double calls = seconds(target.within()) / seconds(handlingTime);
        int inTime = ErlangQueue.agents(erlangs(), calls, target.share().toDouble());
        return target.mostOccupancy() == null
                ? inTime
                : Math.max(inTime, agentsAt(target.mostOccupancy().toDouble()));
    }

    /** The least agents who are busy for no more than a share of their time, where nobody hangs up. */
    private int agentsAt(double occupancy) {
        int agents = Math.max(1, (int) (erlangs() / occupancy));
        while (erlangs() / agents > occupancy) {
            agents++;
        }
        return agents;
    }

    private int agentsOfTheImpatient(ResponseTarget target) {
        int tooFew = 0;
        int enough = Math.max(1, (int) erlangs());
        int step = Math.max(1, (int) Math.sqrt(erlangs()));
        if (keeps(enough, target)) {
            while (enough > step && keeps(enough - step, target)) {
                enough -= step;
                step *= 2;
            }
            tooFew = Math.max(0, enough - step);
        } else {
            do {
                tooFew = enough;
                enough += step;
                step *= 2;
            } while (!keeps(enough, target));
        }
        while (enough - tooFew > 1) {
            int middle = tooFew + (enough - tooFew) / 2;
            if (keeps(middle, target)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    private boolean keeps(int agents, ResponseTarget target) {
        ErlangQueue model = model(agents);
        return model.serviceLevel(seconds(target.within())) >= target.share().toDouble()
                && isAtMost(model.lost(), target.mostLost())
                && isAtMost(model.occupancy(), target.mostOccupancy());
    }

    private static boolean isAtMost(double share, @Nullable Rate most) {
        return most == null || share <= most.toDouble();
    }

    ErlangQueue model(int agents) {
        return ErlangQueue.of(
                perHour / SECONDS_PER_HOUR,
                seconds(handlingTime),
                patience == null ? Double.POSITIVE_INFINITY : seconds(patience),
                agents);
    }

    /** A time in seconds, to the rounding of a double. */
    static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / NANOS_PER_SECOND;
    }

    private boolean settles(int agents) {
        return patience != null || agents > erlangs();
    }

    private int leastAgents() {
        return patience != null ? 1 : (int) Math.floor(erlangs()) + 1;
    }

    static void requireWork(double perHour, Duration handlingTime, String type) {
        if (!(erlangs(perHour, handlingTime) <= ErlangQueue.MOST_AGENTS / 2)) {
            throw new IllegalArgumentException(type + " must be work for at most " + ErlangQueue.MOST_AGENTS / 2
                    + " agents, but was " + perHour + " an hour of " + handlingTime + " each.");
        }
    }

    static void requirePositive(Duration time, String component) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException(component + " must be above 0, but was " + time + "."
                    + (component.endsWith("patience")
                            ? " Perhaps null was meant: callers who wait as long as it takes."
                            : ""));
        }
    }
}
