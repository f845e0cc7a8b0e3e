package io.github.planningmath.examples.jmh;

import io.github.planningmath.plan.Outcome;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.InboundLoad;
import io.github.planningmath.staffing.ResponseTarget;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.StableQueue;
import io.github.planningmath.staffing.WorkingTime;
import java.time.Duration;
import java.util.Map;
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

/**
 * What people cost to work out: those for 200 calls an hour of three minutes each, which are ten erlangs, and the managers of a
 * plan.
 */
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
    private StableQueue queue = impatient.queue(14).orThrow();
    private Company company = staffed(Company.of(10, 20, true));

    /** A company whose managers follow the plan. */
    private static Company staffed(Company company) {
        HandlingEffort effort = HandlingEffort.of("45", "3", "90");
        SalesTeam managers = new SalesTeam(
                Map.of(SalesTier.CONSULTATIVE, effort, SalesTier.STRATEGIC, effort),
                WorkingTime.of("160", "80%"),
                20L,
                HiringTerms.of("3000")
                        .withRampUp("25%", "60%")
                        .withAttrition("1%")
                        .withLeadMonths(2));
        return new Company(company.constants().withPeopleCost(managers), company.opening(), company.goal());
    }

    /**
     * A plan of 10 products over 20 channels whose managers are staffed for every number of deals that is tried.
     *
     * @return the plan, or why there is none
     */
    @Benchmark
    public Outcome<Plan> planWithManagers() {
        return Planner.withDefaults().plan(company.goal(), company.constants(), company.opening());
    }

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
