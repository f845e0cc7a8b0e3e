package io.github.planningmath.examples.jmh;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.resource.Bottleneck;
import io.github.planningmath.resource.Feasibility;
import io.github.planningmath.resource.Resources;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.WorkingTime;
import java.math.BigDecimal;
import java.util.Map;
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

/** The goal and the means of a year, side by side, with every shadow price. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets parameters and calls the set-up before a run
public class BottleneckBenchmark {

    /** Products and channels. */
    @Param({"10x20", "100x20"})
    private String size;

    private Company company;
    private Resources money;
    private Resources ceiling;

    /** Makes the company, and resources that are a fifth less than its plan takes. */
    @Setup
    public void setUp() {
        String[] sides = size.split("x", -1);
        company = Company.of(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), true);
        Plan plan = Planner.withDefaults()
                .plan(company.goal(), company.constants(), company.opening())
                .orThrow();
        HandlingEffort effort = HandlingEffort.of("45", "3", "90");
        SalesTeam managers = new SalesTeam(
                Map.of(SalesTier.CONSULTATIVE, effort, SalesTier.STRATEGIC, effort),
                WorkingTime.of("160", "80%"),
                1L,
                HiringTerms.of("3000"));
        long most = managers.staffed(plan.workload()).mostStaff();
        money = Resources.unlimited()
                .withBudget(plan.projection().trafficCost().multiply(new BigDecimal("0.8")))
                .withManagers(new SalesTeam(managers.effort(), managers.workingTime(), most * 4 / 5, managers.terms()));
        long visits = plan.traffic(io.github.planningmath.plan.Scope.all().channel("channel 0"));
        ceiling = money.withVisitCeilings(Map.of("channel 0", visits / 20));
    }

    private Feasibility feasibility(Resources resources) {
        return Bottleneck.withDefaults()
                .feasibility(company.goal(), company.constants(), company.opening(), resources)
                .orThrow();
    }

    /**
     * Limited by a budget and by managers.
     *
     * @return the most, beside the goal
     */
    @Benchmark
    public Feasibility budgetAndManagers() {
        return feasibility(money);
    }

    /**
     * With a channel that is full besides.
     *
     * @return the most, beside the goal
     */
    @Benchmark
    public Feasibility withAFullChannel() {
        return feasibility(ceiling);
    }
}
