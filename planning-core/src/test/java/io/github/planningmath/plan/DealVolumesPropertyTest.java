package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The most that a condition admits, against every number of deals tried one by one. */
class DealVolumesPropertyTest {

    private static final int MOST_DEALS = 700;

    /** Each business is tried at every number of deals. */
    private static final int TRIES = 150;

    /** Each visit of a month costs a cent more than the one before. */
    private record RisingCost(int cents) implements TrafficCost {

        @Override
        public BigDecimal cost(long visits) {
            return BigDecimal.valueOf(visits)
                    .multiply(BigDecimal.valueOf(visits - 1))
                    .multiply(BigDecimal.valueOf(cents))
                    .movePointLeft(4);
        }
    }

    @Provide
    Arbitrary<SmallBusinesses.Task> tasks() {
        return SmallBusinesses.tasks();
    }

    private static DealVolumes<Projection> volumes(SmallBusinesses.Task task, PlanningConstants constants) {
        return Planner.withDefaults().volumes(task.goal(), constants, task.opening(), projection -> projection);
    }

    /** The best of all numbers of deals; nothing where none is admitted. */
    private static @Nullable BigDecimal best(
            SmallBusinesses.Task task, PlanningConstants constants, Predicate<Projection> admits) {
        ResolvedBusiness business =
                new ResolvedBusiness(constants, task.opening(), task.goal().edges(), List.of());
        BigDecimal best = null;
        for (long deals = 0; deals <= MOST_DEALS; deals++) {
            Cascade cascade = new Cascade(business, deals);
            if (cascade.obstacle() == null && admits.test(cascade.projection())) {
                BigDecimal amount = cascade.projection().reached(task.goal().measure());
                best = best == null || amount.compareTo(best) > 0 ? amount : best;
            }
        }
        return best;
    }

    private static void isTheBestOfAll(
            SmallBusinesses.Task task, PlanningConstants constants, Predicate<Projection> admits) {
        @Nullable BigDecimal best = best(task, constants, admits);
        Outcome<Plan> most = volumes(task, constants).most(admits);
        @Nullable
        BigDecimal found = most.<@Nullable BigDecimal>fold(plan -> plan.goal().amount(), refusal -> null);
        assertThat(found).usingComparator(BigDecimal::compareTo).isEqualTo(best);
        if (most instanceof Outcome.Reached<Plan> reached) {
            Projection projection = reached.value().projection();
            assertThat(admits.test(projection)).isTrue();
            assertThat(projection.reached(task.goal().measure())).isEqualByComparingTo(found);
        }
    }

    /** Few enough leads that every number of deals can be tried; each admits some, but for the pipeline. */
    private static boolean isWithin(Projection plan, int leads) {
        return plan.newDeals() <= 200 && plan.workload().work().stream().allMatch(cell -> cell.leads() <= leads);
    }

    @Property(tries = TRIES)
    void underABudgetAndWithLeadsThatCanBeHandled(
            @ForAll("tasks") SmallBusinesses.Task task,
            @ForAll @IntRange(max = 20_000) int budget,
            @ForAll @IntRange(max = 300) int leads) {
        isTheBestOfAll(
                task,
                task.constants(),
                plan -> isWithin(plan, leads) && plan.trafficCost().compareTo(BigDecimal.valueOf(budget)) <= 0);
    }

    @Property(tries = TRIES)
    void underABudgetOfEveryMonth(
            @ForAll("tasks") SmallBusinesses.Task task, @ForAll @IntRange(max = 5_000) int budget) {
        isTheBestOfAll(
                task,
                task.constants(),
                plan -> isWithin(plan, 500)
                        && task.constants().horizon().all().stream()
                                .allMatch(month -> plan.trafficCost(month).compareTo(BigDecimal.valueOf(budget)) <= 0));
    }

    @Property(tries = TRIES)
    void whereChannelsGetFull(
            @ForAll("tasks") SmallBusinesses.Task task,
            @ForAll @IntRange(max = 9_000) int site,
            @ForAll @IntRange(max = 200) int leads) {
        PlanningConstants constants =
                task.constants().withChannel("site", channel -> channel.withVisitCeiling((long) site));
        isTheBestOfAll(task, constants, plan -> isWithin(plan, leads));
    }

    @Property(tries = TRIES)
    void whereTrafficGetsDearer(
            @ForAll("tasks") SmallBusinesses.Task task,
            @ForAll @IntRange(max = 50) int cents,
            @ForAll @IntRange(max = 300) int leads) {
        PlanningConstants constants =
                task.constants().withChannel("site", channel -> channel.withCost(new RisingCost(cents)));
        isTheBestOfAll(task, constants, plan -> isWithin(plan, leads));
    }

    @Property(tries = TRIES)
    void whereAgentsFollowTheLeads(
            @ForAll("tasks") SmallBusinesses.Task task,
            @ForAll @IntRange(max = 5_000) int salary,
            @ForAll @IntRange(min = 1, max = 100) int leadsEach,
            @ForAll @IntRange(max = 300) int leads) {
        PlanningConstants constants =
                task.constants().withPeopleCost(new HostileBusinesses.LeadDesk(BigDecimal.valueOf(salary), leadsEach));
        isTheBestOfAll(task, constants, plan -> isWithin(plan, leads));
    }
}
