package io.github.planningmath.examples.jmh;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanVisitor;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.review.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/** From a year's plan and all of its facts to the whole tree of the gap. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH sets parameters and calls the set-up before a run
public class VerdictBenchmark {

    /** Products and channels; times twelve months they are 2,400 and 24,000 cells. */
    @Param({"10x20", "100x20"})
    private String size;

    private Plan plan;
    private Actuals actuals;

    /** Makes a plan, and facts that are up to a fifth above or below it. */
    @Setup
    public void setUp() {
        String[] sides = size.split("x", -1);
        Company company = Company.of(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), true);
        plan = Planner.withDefaults()
                .plan(company.goal(), company.constants(), company.opening())
                .orThrow();
        actuals = Actuals.from(facts(new Random(20_270_131L)));
    }

    private List<Actuals.Cell> facts(Random random) {
        PlanningConstants constants = plan.constants();
        List<Actuals.Cell> cells = new ArrayList<>();
        plan.visit(new PlanVisitor() {
            @Override
            public void cell(int month, int product, int channel, long visits, long contacts, long leads) {
                cells.add(Actuals.Cell.of(
                                constants.horizon().month(month),
                                constants.assortment().products().get(product).name(),
                                constants.channels().get(channel).name())
                        .withVisits(roughly(visits))
                        .withContacts(roughly(contacts))
                        .withLeads(roughly(leads)));
            }

            @Override
            public void product(int month, int product, long newDeals, long repeatDeals, long base) {
                long deals = roughly(newDeals);
                BigDecimal price =
                        constants.assortment().products().get(product).price();
                cells.add(Actuals.Cell.of(
                                constants.horizon().month(month),
                                constants.assortment().products().get(product).name())
                        .withNewDeals(deals)
                        .withRepeatDeals(roughly(repeatDeals))
                        .withBase(roughly(base))
                        .withRevenue(price.multiply(BigDecimal.valueOf(deals + roughly(repeatDeals)))));
            }

            private long roughly(long count) {
                return Math.round(count * (0.8 + 0.4 * random.nextDouble()));
            }
        });
        return cells;
    }

    /**
     * The verdict on revenue, with its tree.
     *
     * @return what marketing answers for
     */
    @Benchmark
    public BigDecimal verdictOnRevenue() {
        return Verdict.of(plan, actuals).of(Department.MARKETING).amount();
    }

    /**
     * The verdict on profit, which takes that on revenue first.
     *
     * @return what marketing answers for
     */
    @Benchmark
    public BigDecimal verdictOnProfit() {
        return Verdict.of(plan, actuals).in(Kpi.PROFIT).of(Department.MARKETING).amount();
    }
}
