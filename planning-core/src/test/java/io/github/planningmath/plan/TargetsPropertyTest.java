package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.HostileBusinesses.Hostile;
import io.github.planningmath.plan.HostileBusinesses.Twist;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** Several goals at once, against every number of deals up to a limit. */
class TargetsPropertyTest {

    private static final int MOST_DEALS = 90;
    private static final List<Kpi> KPIS =
            List.of(Kpi.REVENUE, Kpi.CONTRIBUTION, Kpi.PROFIT, Kpi.DEALS, Kpi.NEW_DEALS, Kpi.REPEAT_DEALS, Kpi.BASE);

    @Property(shrinking = ShrinkingMode.OFF, tries = 80)
    void areAllMetAndNotWithOneDealLess(@ForAll("seeds") long seed) {
        isPlannedAsItShouldBe(seed, HostileBusinesses.of(seed));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 60)
    void soAreTheyAroundPinsAndUnderCeilings(@ForAll("seeds") long seed) {
        isPlannedAsItShouldBe(seed, HostileBusinesses.of(seed, Twist.PINS, Twist.CEILINGS, Twist.DEARER_TRAFFIC));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 60)
    void soAreTheyWhereConstantsChange(@ForAll("seeds") long seed) {
        isPlannedAsItShouldBe(
                seed, HostileBusinesses.of(seed, Twist.CHANGES, Twist.SEASONS, Twist.CONVERSIONS, Twist.MIXES));
    }

    /** What the bound excludes no number of deals brings. */
    @Property(shrinking = ShrinkingMode.OFF, tries = 80)
    void noNumberOfDealsBringsMoreThanTheBound(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Hostile hostile = HostileBusinesses.of(
                seed,
                seed % 2 == 0
                        ? new Twist[] {Twist.PINS}
                        : new Twist[] {Twist.CHANGES, Twist.SEASONS, Twist.CONVERSIONS, Twist.MIXES});
        ResolvedBusiness business = business(hostile);
        Target target = target(random, hostile, null);
        DealSearch.Bound bound = TargetBound.of(business, target);
        long from = random.nextLong(MOST_DEALS);
        long to = from + random.nextLong(MOST_DEALS);
        for (long deals = from; deals <= to; deals++) {
            Projection projection = projection(business, deals);
            if (projection != null) {
                double reached = TargetSearch.reached(target, projection).doubleValue();
                assertThat(bound.most(deals, deals))
                        .as("%s of %s", target, hostile)
                        .isGreaterThanOrEqualTo(reached);
                assertThat(bound.most(from, to)).as("%s of %s", target, hostile).isGreaterThanOrEqualTo(reached);
                assertThat(bound.most(from, MeasureBound.MOST_DEALS)).isGreaterThanOrEqualTo(reached);
            }
        }
    }

    private static void isPlannedAsItShouldBe(long seed, Hostile hostile) {
        SplittableRandom random = new SplittableRandom(seed);
        ResolvedBusiness business = business(hostile);
        List<@Nullable Projection> tried = new ArrayList<>();
        for (int deals = 0; deals <= MOST_DEALS; deals++) {
            tried.add(projection(business, deals));
        }
        Projection some = tried.get(random.nextInt(MOST_DEALS / 2));
        if (some == null) {
            return;
        }
        FinancialGoal goal =
                hostile.goal().withAmount(some.reached(hostile.goal().measure()));
        Projection another = tried.get(random.nextInt(MOST_DEALS));
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            targets.add(target(random, hostile, another));
        }
        Planner planner = Planner.withDefaults().withPins(hostile.pins()).withTargets(targets);
        String what = "%s with %s of %s".formatted(goal, targets, hostile);
        planner.plan(goal, hostile.constants(), hostile.opening())
                .fold(
                        plan -> {
                            isEnoughAndMinimal(plan, goal, targets, isFree(plan, hostile) ? List.of() : tried, what);
                            return plan;
                        },
                        refusal -> {
                            isRightlyRefused(refusal, goal, targets, tried, hostile, what);
                            return refusal;
                        });
    }

    /** The plan without pins that has just what is pinned is the plan with them, though fewer deals may then do. */
    private static boolean isFree(Plan plan, Hostile hostile) {
        if (hostile.pins().isEmpty()) {
            return false;
        }
        Outcome<Plan> free = Planner.withDefaults()
                .withTargets(plan.targets())
                .plan(plan.goal(), hostile.constants(), hostile.opening());
        return free instanceof Outcome.Reached<Plan> reached
                && Objects.equals(reached.value().requiredDeals(), plan.requiredDeals());
    }

    private static void isEnoughAndMinimal(
            Plan plan, FinancialGoal goal, List<Target> targets, List<@Nullable Projection> tried, String what) {
        assertThat(reachesAll(plan.projection(), goal, targets)).as(what).isTrue();
        assertThat(plan.targets()).isEqualTo(targets);
        long fewer = Objects.requireNonNull(plan.requiredDeals()) - 1;
        if (fewer >= 0 && fewer < tried.size()) {
            assertThat(reachesAll(tried.get((int) fewer), goal, targets))
                    .as(what)
                    .isFalse();
        }
        for (Target target : targets) {
            Derivation why = plan.explain(target.kpi(), target.scope());
            assertThat(why.evaluate()).isEqualTo(why.value());
        }
    }

    private static void isRightlyRefused(
            Unreachable<Plan> refusal,
            FinancialGoal goal,
            List<Target> targets,
            List<@Nullable Projection> tried,
            Hostile hostile,
            String what) {
        assertThat(tried.stream().noneMatch(each -> reachesAll(each, goal, targets)))
                .as("%s: %s", what, refusal)
                .isTrue();
        assertThat(refusal.nearest()).as(what).isEqualTo(goal);
        assertThat(refusal.obstacles()).as(what).hasAtLeastOneElementOfType(Obstacle.TargetMissed.class);
        List<Target> nearest = new ArrayList<>();
        for (Target target : targets) {
            nearest.add(refusal.obstacles().stream()
                    .filter(Obstacle.TargetMissed.class::isInstance)
                    .map(Obstacle.TargetMissed.class::cast)
                    .filter(missed -> missed.target().equals(target))
                    .map(missed -> new Target(target.kpi(), target.scope(), missed.nearest()))
                    .findFirst()
                    .orElse(target));
        }
        assertThat(Planner.withDefaults()
                        .withPins(hostile.pins())
                        .withTargets(nearest)
                        .plan(goal, hostile.constants(), hostile.opening()))
                .as("%s, nearest %s", what, nearest)
                .isInstanceOf(Outcome.Reached.class);
    }

    private static boolean reachesAll(@Nullable Projection projection, FinancialGoal goal, List<Target> targets) {
        return projection != null
                && projection.reached(goal.measure()).compareTo(goal.amount()) >= 0
                && targets.stream()
                        .allMatch(target ->
                                TargetSearch.reached(target, projection).compareTo(target.atLeast()) >= 0);
    }

    /** As much as another number of deals brings of it, or now and then a little more. */
    private static Target target(SplittableRandom random, Hostile hostile, @Nullable Projection another) {
        Kpi kpi = KPIS.get(random.nextInt(KPIS.size()));
        List<YearMonth> months = hostile.constants().horizon().all();
        int first = random.nextInt(months.size());
        int last = first + random.nextInt(Math.min(3, months.size() - first));
        Scope scope = random.nextInt(3) == 0 ? Scope.all() : Scope.months(months.get(first), months.get(last));
        if (kpi != Kpi.PROFIT && random.nextInt(3) == 0) {
            scope = scope.product(
                    hostile.constants().assortment().products().get(0).name());
        }
        Target nothing = new Target(kpi, scope, BigDecimal.ZERO);
        BigDecimal amount = another == null ? BigDecimal.ZERO : TargetSearch.reached(nothing, another);
        return new Target(kpi, scope, random.nextInt(4) == 0 ? amount.add(BigDecimal.ONE) : amount);
    }

    private static ResolvedBusiness business(Hostile hostile) {
        return new ResolvedBusiness(
                hostile.constants(), hostile.opening(), hostile.goal().edges(), hostile.pins());
    }

    private static @Nullable Projection projection(ResolvedBusiness business, long deals) {
        Cascade cascade = new Cascade(business, deals);
        return cascade.obstacle() == null ? cascade.projection() : null;
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }
}
