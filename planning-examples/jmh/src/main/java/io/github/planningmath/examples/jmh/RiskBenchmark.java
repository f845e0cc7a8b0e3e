package io.github.planningmath.examples.jmh;

import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.risk.Chance;
import io.github.planningmath.risk.Doubt;
import io.github.planningmath.risk.PlanRisk;
import io.github.planningmath.risk.Uncertainty;
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

/** How likely a year's plan is to reach its goal, every conversion being known from counts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets parameters and calls the set-up before a run
public class RiskBenchmark {

    private static final long TRIALS = 2_000;

    /** Products and channels; doubted are two rates of each channel and one of each of three tiers. */
    @Param({"5x8", "100x20"})
    private String size;

    @Param({"1024", "4096"})
    private int points;

    private Plan plan;
    private Uncertainty uncertainty;
    private PlanRisk risk;

    /** Makes the company, its plan and its risk. */
    @Setup
    public void setUp() {
        String[] sides = size.split("x", -1);
        Company company = Company.of(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), true);
        plan = Planner.withDefaults()
                .plan(company.goal(), company.constants(), company.opening())
                .orThrow();
        uncertainty = counted(company.constants());
        risk = PlanRisk.of(plan, uncertainty).withPoints(points);
    }

    static Uncertainty counted(PlanningConstants constants) {
        Uncertainty uncertainty = Uncertainty.none();
        for (Driver<?> driver : Driver.all(constants)) {
            boolean isConversion = switch (driver.kind()) {
                case SITE_CONVERSION, WARM_UP_RATE, MANAGER_CONVERSION -> true;
                default -> false;
            };
            if (isConversion && constants.value(driver) instanceof Rate rate) {
                uncertainty = uncertainty.with(driver, Doubt.observed(rate.yieldOf(TRIALS), TRIALS));
            }
        }
        return uncertainty;
    }

    /**
     * The chance, the draws being made.
     *
     * @return the chance of the goal
     */
    @Benchmark
    public Chance chance() {
        return risk.chance(plan.goal());
    }

    /**
     * From a plan to its chance: quantiles, draws and all.
     *
     * @return the chance of the goal
     */
    @Benchmark
    public Chance fromPlanToChance() {
        return PlanRisk.of(plan, uncertainty).withPoints(points).chance(plan.goal());
    }
}
