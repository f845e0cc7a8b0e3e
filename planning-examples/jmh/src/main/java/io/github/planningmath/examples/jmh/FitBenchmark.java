package io.github.planningmath.examples.jmh;

import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.BuyerModelFamily;
import io.github.planningmath.lifetime.BuyerModelFitter;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CustomerColumns;
import io.github.planningmath.lifetime.HistoryCounts;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the histories of a customer base, by column, to a fitted buyer model: compression, search and standard errors. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets parameters and calls the set-up before a run
public class FitBenchmark {

    private static final double DAYS_A_WEEK = 7;

    @Param({"2357", "1000000"})
    private int customers;

    /** Whether times are whole days, or every time is another. */
    @Param({"true", "false"})
    private boolean wholeDays;

    @Param({"BG_NBD", "MBG_NBD", "PARETO_NBD"})
    private BuyerModelFamily family;

    private CustomerColumns columns;

    /** Draws a base that first bought in a quarter of a year, 27 to 39 weeks ago. */
    @Setup
    public void setUp() {
        BuyerModel weekly = new BgNbd(0.243, 4.414, 0.793, 2.426);
        columns = wholeDays
                ? new BuyerSimulator(weekly.scaled(DAYS_A_WEEK), 20_250_705L).wholeHistories(customers, 189, 273)
                : new BuyerSimulator(weekly, 20_250_705L).histories(customers, 27, 39);
    }

    /**
     * The fit.
     *
     * @return the model
     */
    @Benchmark
    public BuyerModel fitFromColumns() {
        return BuyerModelFitter.withDefaults()
                .fit(family, HistoryCounts.of(columns))
                .orThrow();
    }
}
