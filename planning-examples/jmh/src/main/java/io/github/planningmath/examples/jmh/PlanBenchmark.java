package io.github.planningmath.examples.jmh;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Scope;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a goal to every cell of a year's plan, with cost and totals, and forward again from its traffic. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH sets parameters and calls the set-up before a run
public class PlanBenchmark {

    /** Products and channels; times twelve months they are 240, 2,400, 24,000 and 240,000 cells. */
    @Param({"4x5", "10x20", "100x20", "500x40"})
    private String size;

    /** Whether the company has customers and open leads already. */
    @Param({"false", "true"})
    private boolean running;

    private Company company;
    private Plan plan;

    /** Makes the company and its plan. */
    @Setup
    public void setUp() {
        String[] sides = size.split("x", -1);
        company = Company.of(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), running);
        plan = plan();
    }

    private Plan plan() {
        return Planner.withDefaults()
                .plan(company.goal(), company.constants(), company.opening())
                .orThrow();
    }

    /**
     * The plan.
     *
     * @return its profit
     */
    @Benchmark
    public BigDecimal planFromGoal() {
        return plan().profit(Scope.all());
    }

    /**
     * The projection of the plan's traffic, read from records.
     *
     * @return its profit
     */
    @Benchmark
    public BigDecimal projectionOfTraffic() {
        return Projection.of(company.constants(), company.opening(), plan.traffic())
                .profit();
    }
}
