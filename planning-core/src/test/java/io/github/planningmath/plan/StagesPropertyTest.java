package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Position.Cohort;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesStage;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.Traffic;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Processes in stages whose conversions change from month to month, against all paths of every lead. */
class StagesPropertyTest {

    private static final List<String> CHANNELS = List.of("site", "fair");
    private static final List<String> COUNTED = List.of("37/412", "113/780", "1/3", "2/7", "299/300", "1", "1/10007");
    private static final List<String> PLAIN = List.of("20%", "50%", "1", "12.5%", "80%", "1/3", "3/4");
    private static final List<SalesCycle> WAITS = List.of(
            SalesCycle.months(0),
            SalesCycle.months(1),
            SalesCycle.months(2),
            SalesCycle.of("50%", "50%"),
            SalesCycle.of("0%", "1/3", "2/3"),
            SalesCycle.of("40%", "35%", "15%", "10%"),
            SalesCycle.of("1/7", "0", "6/7"));

    /** A business in stages, drawn from a seed. */
    private static final class Drawn {

        final Random random;
        final int months;
        final List<SalesStage> stages = new ArrayList<>();
        /** By month of the horizon and after it, the conversions of the stages. */
        final List<List<Rate>> conversions = new ArrayList<>();

        final PlanningConstants constants;
        final Position opening;
        final Traffic traffic;
        final boolean counted;

        Drawn(long seed) {
            random = new Random(seed);
            months = 2 + random.nextInt(8);
            counted = random.nextInt(3) == 0;
            int count = 2 + random.nextInt(3);
            for (int stage = 0; stage < count; stage++) {
                stages.add(new SalesStage("s" + stage, rate(), pick(WAITS)));
            }
            constants = constants();
            opening = opening();
            traffic = traffic();
        }

        <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        Rate rate() {
            return Rate.of(pick(counted ? COUNTED : PLAIN));
        }

        PlanningConstants constants() {
            SalesProcess process =
                    SalesProcess.inStages(stages, ChannelMix.of("site", Rate.percent(60), "fair", Rate.percent(40)));
            PlanningConstants changing = SmallBusiness.constants()
                    .withHorizon(Horizon.ofMonths(JANUARY, months))
                    .withAssortment(Assortment.only(SmallBusiness.product("crm", "1200", "300")))
                    .withChannels(List.of(
                            SmallBusiness.channel("site", "1", "1", "1"), SmallBusiness.channel("fair", "1", "1", "2")))
                    .withTiers(Map.of(SalesTier.CONSULTATIVE, process));
            boolean isSteady = random.nextInt(3) == 0;
            List<Rate> inForce = stages.stream().map(SalesStage::conversion).toList();
            conversions.add(inForce);
            for (int month = 1; month < months; month++) {
                List<Rate> next = new ArrayList<>(inForce);
                for (int stage = 0; !isSteady && stage < stages.size(); stage++) {
                    if (random.nextBoolean()) {
                        next.set(stage, rate());
                        changing = changing.from(
                                JANUARY.plusMonths(month),
                                Driver.stageConversion(SalesTier.CONSULTATIVE, "s" + stage),
                                next.get(stage));
                    }
                }
                conversions.add(next);
                inForce = next;
            }
            return changing;
        }

        int lastAge() {
            return stages.stream().mapToInt(stage -> stage.waits().lastAge()).sum();
        }

        Position opening() {
            List<Cohort> cohorts = new ArrayList<>();
            for (int before = 1; before <= lastAge(); before++) {
                for (String channel : CHANNELS) {
                    if (random.nextBoolean()) {
                        cohorts.add(Cohort.of("crm", channel, JANUARY.minusMonths(before), random.nextInt(60)));
                    }
                }
            }
            return Position.empty(JANUARY).withCohorts(random.nextInt(4) == 0 ? List.of() : cohorts);
        }

        Traffic traffic() {
            List<Traffic.Visits> visits = new ArrayList<>();
            for (int month = 0; month < months; month++) {
                for (String channel : CHANNELS) {
                    long count = random.nextInt(3) == 0 ? 0 : random.nextInt(200);
                    visits.add(new Traffic.Visits(JANUARY.plusMonths(month), "crm", channel, count));
                }
            }
            return new Traffic(visits.stream().filter(cell -> cell.count() > 0).toList());
        }
    }

    /** A fraction of its own. */
    private record Exact(BigInteger part, BigInteger whole) {

        static final Exact NONE = new Exact(BigInteger.ZERO, BigInteger.ONE);

        Exact plus(Exact other) {
            return new Exact(part.multiply(other.whole).add(other.part.multiply(whole)), whole.multiply(other.whole))
                    .shortened();
        }

        Exact times(long numerator, long denominator) {
            return new Exact(
                            part.multiply(BigInteger.valueOf(numerator)),
                            whole.multiply(BigInteger.valueOf(denominator)))
                    .shortened();
        }

        private Exact shortened() {
            BigInteger divisor = part.gcd(whole);
            return divisor.signum() == 0 ? this : new Exact(part.divide(divisor), whole.divide(divisor));
        }

        long floor() {
            return part.divide(whole).longValueExact();
        }

        /** Whether rounding a state to eighteen decimals may have cost a whole one. */
        boolean isHardlyWhole() {
            return part.mod(whole).multiply(BigInteger.TEN.pow(12)).compareTo(whole) < 0;
        }
    }

    /** Every path of the leads of a month through all stages, added to who reaches each stage in a month of the plan. */
    private static void follow(Drawn drawn, int stage, int month, Exact leads, Map<List<Integer>, Exact> reached) {
        if (stage == drawn.stages.size() || leads.part().signum() == 0) {
            return;
        }
        SalesCycle waits = drawn.stages.get(stage).waits();
        for (int age = 0; age <= waits.lastAge(); age++) {
            int later = month + age;
            if (later < drawn.months) {
                Ratio share = waits.share(age);
                Rate conversion = drawn.conversions.get(Math.max(0, later)).get(stage);
                Exact on = leads.times(share.numerator(), share.denominator())
                        .times(conversion.numerator(), conversion.denominator());
                if (later >= 0) {
                    reached.merge(List.of(stage, later), on, Exact::plus);
                }
                follow(drawn, stage + 1, later, on, reached);
            }
        }
    }

    private static Map<List<Integer>, Exact> reached(Drawn drawn) {
        Map<List<Integer>, Exact> reached = new HashMap<>();
        for (Cohort cohort : drawn.opening.cohorts()) {
            int brought = Math.toIntExact(JANUARY.until(cohort.brought(), java.time.temporal.ChronoUnit.MONTHS));
            follow(
                    drawn,
                    0,
                    brought,
                    Exact.NONE.plus(new Exact(BigInteger.valueOf(cohort.leads()), BigInteger.ONE)),
                    reached);
        }
        for (Traffic.Visits visits : drawn.traffic.cells()) {
            int month = Math.toIntExact(JANUARY.until(visits.month(), java.time.temporal.ChronoUnit.MONTHS));
            follow(drawn, 0, month, new Exact(BigInteger.valueOf(visits.count()), BigInteger.ONE), reached);
        }
        return reached;
    }

    private static long count(Plan plan, Kpi kpi, Scope scope) {
        return ((NormValue.Count) Objects.requireNonNull(plan.norm(kpi, scope)).value()).count();
    }

    @Property
    void whoReachesAStageIsWhoAllPathsLeadThere(@ForAll long seed) {
        Drawn drawn = new Drawn(seed);
        Plan plan = Plan.of(FinancialGoal.profit("1"), Projection.of(drawn.constants, drawn.opening, drawn.traffic));
        Map<List<Integer>, Exact> reached = reached(drawn);
        for (int stage = 0; stage < drawn.stages.size(); stage++) {
            boolean isDeal = stage == drawn.stages.size() - 1;
            Exact sum = Exact.NONE;
            for (int month = 0; month < drawn.months; month++) {
                sum = sum.plus(reached.getOrDefault(List.of(stage, month), Exact.NONE));
                Scope through = Scope.months(JANUARY, JANUARY.plusMonths(month));
                long counted = isDeal
                        ? count(plan, Kpi.NEW_DEALS, through)
                        : count(plan, Kpi.STAGE_ENTRIES, through.stage("s" + stage));
                if (!(drawn.counted && sum.isHardlyWhole())) {
                    assertThat(counted).as("s%s through month %s", stage, month).isEqualTo(sum.floor());
                }
            }
        }
    }

    /** Law 6: two pieces joined at any month are the one. */
    @Property
    void joinedAnywhereItIsTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int at) {
        Drawn drawn = new Drawn(seed);
        int join = 1 + at % Math.max(1, drawn.months - 1);
        Plan whole = Plan.of(FinancialGoal.profit("1"), Projection.of(drawn.constants, drawn.opening, drawn.traffic));
        YearMonth from = JANUARY.plusMonths(join);
        Plan first = piece(drawn, JANUARY, join, drawn.opening);
        Plan second = piece(drawn, from, drawn.months - join, first.closing());
        assertThat(second.closing()).isEqualTo(whole.closing());
        for (int month = 0; month < drawn.months; month++) {
            Scope scope = Scope.month(JANUARY.plusMonths(month));
            Plan piece = month < join ? first : second;
            assertThat(count(piece, Kpi.NEW_DEALS, scope)).isEqualTo(count(whole, Kpi.NEW_DEALS, scope));
            for (int stage = 0; stage < drawn.stages.size() - 1; stage++) {
                Scope ofStage = scope.stage("s" + stage);
                assertThat(count(piece, Kpi.STAGE_ENTRIES, ofStage))
                        .isEqualTo(count(whole, Kpi.STAGE_ENTRIES, ofStage));
            }
        }
    }

    private static Plan piece(Drawn drawn, YearMonth first, int months, Position opening) {
        Horizon horizon = Horizon.ofMonths(first, months);
        PlanningConstants constants = drawn.constants.withHorizon(horizon);
        Traffic traffic = new Traffic(drawn.traffic.cells().stream()
                .filter(cell -> !cell.month().isBefore(first) && !cell.month().isAfter(horizon.last()))
                .toList());
        return Plan.of(FinancialGoal.profit("1"), Projection.of(constants, opening, traffic));
    }

    /** A plan for a number of deals makes them, no deal less does, and every derivation evaluates to its norm. */
    @Property(tries = 60)
    void aPlanMakesItsDealsAndSaysWhy(@ForAll long seed) {
        Drawn drawn = new Drawn(seed);
        FinancialGoal goal = FinancialGoal.deals(1 + drawn.random.nextInt(40));
        Planner.withDefaults()
                .plan(goal, drawn.constants, drawn.opening)
                .<Object>fold(
                        plan -> {
                            assertThat(plan.newDeals(Scope.all()))
                                    .isGreaterThanOrEqualTo(goal.amount().longValue());
                            assertThat(Projection.of(plan.constants(), plan.opening(), plan.traffic())
                                            .newDeals())
                                    .isEqualTo(plan.newDeals(Scope.all()));
                            assertThat(plan.norms())
                                    .allSatisfy(norm -> assertThat(
                                                    norm.derivation().evaluate().isSameNumberAs(norm.value()))
                                            .as("%s", norm)
                                            .isTrue());
                            return plan;
                        },
                        refusal -> {
                            assertThat(refusal.obstacles()).isNotEmpty();
                            return refusal;
                        });
    }

    /** Without changes, and in parts that add up, stages are their product and their waits in a row. */
    @Property
    void withoutChangesStagesFold(@ForAll long seed) {
        Drawn drawn = new Drawn(seed);
        PlanningConstants steady = drawn.constants.withChanges(List.of());
        SalesProcess process = steady.tier(SalesTier.CONSULTATIVE);
        if (process.cycle().shares().stream().anyMatch(share -> share.denominator() > 1_000_000)) {
            return;
        }
        PlanningConstants folded = steady.withTier(SalesTier.CONSULTATIVE, SalesProcess::withoutStages);
        FinancialGoal goal = FinancialGoal.deals(1 + drawn.random.nextInt(40));
        Position none = Position.empty(JANUARY);
        Outcome<Plan> inStages = Planner.withDefaults().plan(goal, steady, none);
        Outcome<Plan> plain = Planner.withDefaults().plan(goal, folded, none);
        assertThat(inStages.<Object>fold(StagesPropertyTest::leads, Object::toString))
                .isEqualTo(plain.<Object>fold(StagesPropertyTest::leads, Object::toString));
    }

    private static Object leads(Plan plan) {
        return List.of(plan.traffic(), plan.requiredDeals(), plan.newDeals(Scope.all()), plan.profit(Scope.all()));
    }
}
