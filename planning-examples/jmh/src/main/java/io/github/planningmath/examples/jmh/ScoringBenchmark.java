package io.github.planningmath.examples.jmh;

import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CustomerColumns;
import io.github.planningmath.lifetime.MbgNbd;
import io.github.planningmath.lifetime.ParetoNbd;
import io.github.planningmath.lifetime.Scores;
import io.github.planningmath.lifetime.Scoring;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time a customer takes to be scored: the probability to be still active and the purchases of the next 39 weeks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@SuppressWarnings("NullAway.Init") // JMH sets parameters and calls the set-up before a run
public class ScoringBenchmark {

    private static final int CUSTOMERS = 1_000_000;
    private static final double WEEKS = 39;
    private static final double DAYS_A_WEEK = 7;

    /** Whether times are whole days, or every time is another. */
    @Param({"true", "false"})
    private boolean wholeDays;

    @Param({"BG_NBD", "MBG_NBD", "PARETO_NBD"})
    private String family;

    private CustomerColumns columns;
    private BuyerModel model;
    private double duration;

    /** Draws a base that first bought in a quarter of a year, 27 to 39 weeks ago. */
    @Setup
    public void setUp() {
        BuyerModel weekly = new BgNbd(0.243, 4.414, 0.793, 2.426);
        columns = wholeDays
                ? new BuyerSimulator(weekly.scaled(DAYS_A_WEEK), 20_250_705L).wholeHistories(CUSTOMERS, 189, 273)
                : new BuyerSimulator(weekly, 20_250_705L).histories(CUSTOMERS, 27, 39);
        double unit = wholeDays ? DAYS_A_WEEK : 1;
        model = published().scaled(unit);
        duration = WEEKS * unit;
    }

    /** Published parameters, in weeks. */
    private BuyerModel published() {
        return switch (family) {
            case "BG_NBD" -> new BgNbd(0.243, 4.414, 0.793, 2.426);
            case "MBG_NBD" -> new MbgNbd(0.525, 6.183, 0.891, 1.614);
            default -> new ParetoNbd(0.553, 10.578, 0.606, 11.669);
        };
    }

    /**
     * On one core.
     *
     * @return the scores
     */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public Scores onOneCore() {
        return Scoring.of(model).scores(columns, duration);
    }

    /**
     * On all cores; time, not CPU time.
     *
     * @return the scores
     */
    @Benchmark
    @OperationsPerInvocation(CUSTOMERS)
    public Scores onAllCores() {
        return Scoring.of(model).onAllCores().scores(columns, duration);
    }
}
