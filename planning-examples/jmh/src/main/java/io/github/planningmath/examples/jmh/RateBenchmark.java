package io.github.planningmath.examples.jmh;

import io.github.planningmath.quantity.Rate;
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

/** What one exact need costs: the operation that a plan does for every cell. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RateBenchmark {

    // Not final: a constant would be folded away.
    private Rate rate = Rate.of(37, 1200);
    private long deals = 123_456_789;

    /**
     * The leads that the deals need.
     *
     * @return the leads
     */
    @Benchmark
    public long need() {
        return rate.needFor(deals);
    }
}
