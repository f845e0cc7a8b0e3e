package io.github.planningmath.examples.jmh;

import io.github.planningmath.allocation.AllocationResult;
import io.github.planningmath.allocation.BudgetAllocation;
import io.github.planningmath.allocation.ContinuousAllocation;
import io.github.planningmath.allocation.ExponentialResponse;
import io.github.planningmath.allocation.Hill;
import io.github.planningmath.allocation.LogarithmicResponse;
import io.github.planningmath.allocation.MichaelisMenten;
import io.github.planningmath.allocation.PowerResponse;
import io.github.planningmath.allocation.ResponseColumns;
import io.github.planningmath.allocation.ResponseCurve;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The split of a budget over drawn channels, some of each family of curves, without bounds. The budget is half of what fills
 * all of them to their half-saturation.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AllocationBenchmark {

    private static final long SEED = 20_270_101;

    /** How many channels, and whether their curves are concave. */
    @Param({"5 concave", "1000 concave", "100000 concave", "10 s-shaped", "100 s-shaped"})
    private String channels = "";

    private final ResponseColumns columns = new ResponseColumns();
    private final Map<String, ResponseCurve> curves = new LinkedHashMap<>();
    private double budget;

    /** Draws the channels. */
    @Setup(Level.Trial)
    public void draw() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        String[] kind = channels.split(" ", 2);
        int count = Integer.parseInt(kind[0]);
        for (int channel = 0; channel < count; channel++) {
            double half = 100 + 10_000 * random.nextDouble();
            ResponseCurve curve = kind[1].equals("concave") ? concave(channel, half, random) : sShaped(half, random);
            columns.add(curve, 0, Double.POSITIVE_INFINITY);
            curves.put(String.format(Locale.ROOT, "channel %06d", channel), curve);
            budget += half / 2;
        }
        budget = Math.rint(budget);
    }

    private static ResponseCurve concave(int channel, double half, RandomGenerator random) {
        double scale = 10 + 1_000 * random.nextDouble();
        return switch (channel % 4) {
            case 0 -> new PowerResponse(scale / 10, 0.2 + 0.6 * random.nextDouble());
            case 1 -> new LogarithmicResponse(scale, half);
            case 2 -> new ExponentialResponse(scale, half);
            default -> new MichaelisMenten(scale, half);
        };
    }

    private static ResponseCurve sShaped(double half, RandomGenerator random) {
        return new Hill(10 + 1_000 * random.nextDouble(), half, 1.2 + 2.5 * random.nextDouble());
    }

    /**
     * The inner call, on primitives, without rounding.
     *
     * @return the split
     */
    @Benchmark
    public ContinuousAllocation onColumns() {
        return BudgetAllocation.withDefaults().continuous(budget, columns);
    }

    /**
     * The call on records, in hundredths.
     *
     * @return the split
     */
    @Benchmark
    public AllocationResult onRecords() {
        return BudgetAllocation.withDefaults().best(new BigDecimal(budget), curves);
    }
}
