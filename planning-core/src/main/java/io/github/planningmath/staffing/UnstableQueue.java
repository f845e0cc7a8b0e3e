package io.github.planningmath.staffing;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.RefusedException;
import java.util.function.Function;

/**
 * More work comes in than the agents can do, and nobody hangs up: the queue grows without end.
 *
 * @param load what comes in and by whom it is to be handled
 * @param agents the agents
 * @param leastAgents the least number of agents at which the queue settles
 */
public record UnstableQueue(InboundLoad load, Integer agents, Integer leastAgents) implements QueueResult {

    public UnstableQueue {
        Required.present(load, "UnstableQueue.load");
        Required.present(agents, "UnstableQueue.agents");
        Required.present(leastAgents, "UnstableQueue.leastAgents");
    }

    @Override
    public StableQueue orThrow() {
        throw new RefusedException(this);
    }

    @Override
    public <R> R fold(
            Function<? super StableQueue, ? extends R> onQueue,
            Function<? super UnstableQueue, ? extends R> otherwise) {
        return otherwise.apply(this);
    }

    @Override
    public String toString() {
        return "The queue grows without end: " + load.erlangs() + " agents' work comes in, and there are " + agents
                + ". It takes at least " + leastAgents + ".";
    }
}
