package io.github.planningmath.examples.jmh;

import io.github.planningmath.resource.InboundLoad;
import io.github.planningmath.resource.Queue;
import io.github.planningmath.resource.ResponseTarget;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the people for calls cost to work out: 200 calls an hour of three minutes each, which are ten erlangs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StaffingBenchmark {

    // Not final: a constant would be folded away.
    private InboundLoad patient = InboundLoad.of(200, Duration.ofMinutes(3));
    private InboundLoad impatient = patient.withPatience(Duration.ofMinutes(5));
    private InboundLoad large = InboundLoad.of(200_000, Duration.ofMinutes(3));
    private ResponseTarget target = ResponseTarget.of("80%", Duration.ofSeconds(20));
    private Queue queue = impatient.queue(14).orThrow();

    /**
     * Erlang C: the agents for a promised response time.
     *
     * @return 14
     */
    @Benchmark
    public int agentsErlangC() {
        return patient.agentsFor(target);
    }

    /**
     * Erlang A: the agents for a promised response time.
     *
     * @return 12
     */
    @Benchmark
    public int agentsErlangA() {
        return impatient.agentsFor(target);
    }

    /**
     * Erlang A: the service level of 14 agents.
     *
     * @return about 0.917
     */
    @Benchmark
    public double serviceLevelErlangA() {
        return queue.serviceLevel(target.within());
    }

    /**
     * Erlang C at ten thousand erlangs: the agents for a promised response time.
     *
     * @return about ten thousand
     */
    @Benchmark
    public int agentsOfLargeCentre() {
        return large.agentsFor(target);
    }
}
