package io.github.planningmath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.DealVolumes;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FinancialGoal.Measure;
import io.github.planningmath.plan.Initiative;
import io.github.planningmath.plan.Norm;
import io.github.planningmath.plan.OrderedDeals;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanDocument;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.Season;
import io.github.planningmath.plan.Solution;
import io.github.planningmath.plan.Solver;
import io.github.planningmath.plan.Target;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.Direction;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of every plan, as assertions for a test: a plan's traffic is enough, it is minimal, totals add up, a
 * higher goal takes no less, order means nothing, two pieces are one.
 *
 * <p>Each assertion throws an {@link AssertionError} that names the cell where a law is broken.
 */
public final class PlanLaws {

    private static final Set<Kpi> FLOWS_OF_LEADS = EnumSet.of(Kpi.TRAFFIC, Kpi.CONTACTS, Kpi.LEADS, Kpi.NEW_DEALS);

    /** What says how many leads and visits a deal takes. */
    private static final Set<Driver.Kind> LEADS_OF_DEALS = EnumSet.of(
            Driver.Kind.SITE_CONVERSION,
            Driver.Kind.WARM_UP_RATE,
            Driver.Kind.MANAGER_CONVERSION,
            Driver.Kind.PRODUCT_CONVERSION,
            Driver.Kind.CHANNEL_MIX,
            Driver.Kind.PRODUCT_CHANNEL_MIX);

    private PlanLaws() {}

    /**
     * Asserts every law that can be checked of one plan made without pins: enough, minimal, adds up, order-free,
     * derivations, initiatives, directions, and continuity at half of its months.
     *
     * @param plan a plan of {@link Planner} or {@link Solver}
     */
    public static void assertHolds(Plan plan) {
        assertEnough(plan);
        assertAddsUp(plan);
        assertDirectionsAddUp(plan);
        assertDerivationsEvaluate(plan);
        if (plan.requiredDeals() != null) {
            assertMinimal(plan);
            assertOrderFree(plan);
            assertIdleInitiativesChangeNothing(plan);
        }
        int months = plan.constants().horizon().months();
        if (months > 1) {
            assertContinuity(plan, months / 2);
        }
    }

    /**
     * Asserts law 1, <i>enough</i>: projecting the plan's traffic forward reaches the goal, gives the plan's own counts
     * in every cell, meets the targets beside the goal, and leaves a pipeline that makes the deals due after the horizon, cumulative
     * to every month that new leads of the plan reach. Where deals of a month's leads are made over months, single months after the
     * horizon may make fewer than are due; what leads were ordered for is made or still to come.
     *
     * <p>The contact norm is a need and rounded up; projected contacts may be one lower through a month's end, and one
     * higher where the opening position carries a remainder; over a channel whose warm-up rate changes in time, where a fraction
     * of a contact too many may spare several later, they are not compared.
     *
     * @param plan a plan
     */
    public static void assertEnough(Plan plan) {
        Projection projection = Projection.of(plan.constants(), plan.opening(), plan.traffic());
        assertThat(projection.reached(plan.goal().measure()))
                .as("what the plan's traffic reaches of %s", plan.goal())
                .isGreaterThanOrEqualTo(plan.goal().amount());
        Plan forward = projected(plan.constants(), plan.opening(), plan.traffic());
        plan.targets()
                .forEach(target -> assertThat(new NormTable(forward).value(target.kpi(), target.scope()))
                        .as("what the plan's traffic reaches of %s", target)
                        .isGreaterThanOrEqualTo(target.atLeast()));
        assertSamePosition(forward.closing(), plan.closing());
        assertSameCells(new NormTable(plan), new NormTable(forward));
        assertContactsSuffice(plan, forward);
        assertDuesAreMet(plan);
    }

    private static void assertSameCells(NormTable plan, NormTable forward) {
        for (Kpi kpi : EnumSet.complementOf(EnumSet.of(Kpi.CONTACTS))) {
            if (!NormTable.ADDITIVE.contains(kpi)) {
                continue;
            }
            for (YearMonth month : plan.months()) {
                plan.cells(kpi)
                        .forEach(cell -> assertThat(forward.value(kpi, cell.in(month)))
                                .as("%s projected in %s", kpi.label(), cell.in(month))
                                .isEqualTo(plan.value(kpi, cell.in(month))));
            }
        }
    }

    private static void assertContactsSuffice(Plan plan, Plan forward) {
        NormTable needs = new NormTable(plan);
        NormTable yields = new NormTable(forward);
        long atMostHigher = plan.opening().remainders().isEmpty() ? 0 : 1;
        for (YearMonth month : needs.months()) {
            needs.cells(Kpi.CONTACTS)
                    .filter(cell -> isWarmedUpAlike(plan, cell))
                    .forEach(cell -> {
                        BigDecimal need = needs.through(Kpi.CONTACTS, cell, month);
                        BigDecimal yield = yields.through(Kpi.CONTACTS, cell, month);
                        assertThat(yield.subtract(need).longValueExact())
                                .as("contacts projected beyond those needed in %s through %s", cell, month)
                                .isBetween(plan.requiredDeals() == null ? 0L : -1L, atMostHigher);
                    });
        }
    }

    /** Whether a contact makes as much of a lead in any month: else a fraction of one too many spares others later. */
    private static boolean isWarmedUpAlike(Plan plan, Scope cell) {
        Driver<Rate> warmUp = Driver.warmUpRate(Objects.requireNonNull(cell.channel()));
        return plan.constants().inForce().stream()
                .noneMatch(change -> change.constant().equals(warmUp));
    }

    /** Runs the plan's traffic on past the horizon, where nothing is brought any more. */
    private static void assertDuesAreMet(Plan plan) {
        assertOrdersAreMade(plan);
        List<AfterHorizon.DealsDue> dues = plan.requiredDeals() == null ? List.of() : plan.dueAfterHorizon();
        if (dues.isEmpty()) {
            return;
        }
        YearMonth first = plan.constants().horizon().first();
        YearMonth last = dues.stream()
                .map(AfterHorizon.DealsDue::month)
                .max(YearMonth::compareTo)
                .orElseThrow();
        PlanningConstants longer = over(plan.constants(), Horizon.of(first, last));
        Plan beyond = projected(longer, plan.opening(), plan.traffic());
        dues.stream()
                .filter(due -> isReachedByNewLeads(plan, due))
                .forEach(due -> assertThat(madeAfterHorizon(plan, beyond, due))
                        .as("deals of %s after the horizon through %s", due.product(), due.month())
                        .isGreaterThanOrEqualTo(wantedAfterHorizon(plan, due)));
    }

    private static boolean isReachedByNewLeads(Plan plan, AfterHorizon.DealsDue due) {
        SalesCycle cycle = plan.constants().process(due.product()).cycle();
        return !cycle.spreads()
                && !due.month().isBefore(plan.constants().horizon().first().plusMonths(cycle.lastAge()));
    }

    /** Through every month, what is made and still to come is all that leads were brought for, and what the pipeline brings. */
    private static void assertOrdersAreMade(Plan plan) {
        if (plan.requiredDeals() == null) {
            return;
        }
        Map<String, Long> more = new TreeMap<>();
        for (OrderedDeals deals : plan.orderedDeals()) {
            long made = more.merge(deals.product(), deals.made() - Objects.requireNonNull(deals.ordered()), Long::sum);
            // what is ordered is rounded up, what is to come is rounded down
            assertThat(made + deals.toCome())
                    .as("deals of %s made and to come beyond those ordered through %s", deals.product(), deals.month())
                    .isGreaterThanOrEqualTo(-1);
        }
    }

    /**
     * As the business goes on, what is due need not be whole deals: of their sum one may be missing. And where an open lead
     * makes part of a deal within the horizon, a lead that was rounded up there may have made it a whole one, which is then
     * missing after it.
     */
    private static long wantedAfterHorizon(Plan plan, AfterHorizon.DealsDue due) {
        boolean startsWhole = plan.opening().openLeads().isEmpty()
                && plan.opening().remainders().isEmpty();
        long inWhole = plan.goal().afterHorizon() instanceof AfterHorizon.Listed ? 0 : startsWhole ? 1 : 2;
        return plan.dueAfterHorizon().stream()
                        .filter(each -> each.product().equals(due.product())
                                && !each.month().isAfter(due.month()))
                        .mapToLong(AfterHorizon.DealsDue::deals)
                        .sum()
                - inWhole;
    }

    private static long madeAfterHorizon(Plan plan, Plan beyond, AfterHorizon.DealsDue due) {
        YearMonth next = plan.constants().horizon().last().plusMonths(1);
        Scope product = Scope.all().product(due.product());
        return Horizon.of(next, due.month()).all().stream()
                .mapToLong(month -> beyond.newDeals(product.in(month)))
                .sum();
    }

    /**
     * Asserts law 1, <i>minimal</i>, of a plan made without pins.
     *
     * @param plan a plan that was solved for
     * @see #assertMinimal(Plan, Planner)
     */
    public static void assertMinimal(Plan plan) {
        assertMinimal(plan, Planner.withDefaults());
    }

    /**
     * Asserts law 1, <i>minimal</i>: one new deal less does not reach the goal, or misses a target beside it, or cannot be made, or
     * there is none less.
     *
     * @param plan a plan that was solved for
     * @param planner the planner it was made with
     */
    public static void assertMinimal(Plan plan, Planner planner) {
        long deals = Objects.requireNonNull(plan.requiredDeals(), "a plan that was solved for");
        if (deals == 0) {
            return;
        }
        DealVolumes<Projection> volumes =
                planner.volumes(plan.goal(), plan.constants(), plan.opening(), projection -> projection);
        BigDecimal reached = volumes.amount(deals - 1);
        if (reached != null && plan.targets().stream().allMatch(target -> isMet(target, volumes.plan(deals - 1)))) {
            assertThat(reached)
                    .as("what %s new deals reach of %s", deals - 1, plan.goal())
                    .isLessThan(plan.goal().amount());
        }
    }

    private static boolean isMet(Target target, Plan plan) {
        return new NormTable(plan).value(target.kpi(), target.scope()).compareTo(target.atLeast()) >= 0;
    }

    /**
     * Asserts law 2, <i>adds up</i>: every total equals the sum of its cells, exactly: flows along months, products,
     * tiers and channels, stocks (base, open leads) across products, tiers and channels at each month's end.
     *
     * @param plan a plan
     */
    public static void assertAddsUp(Plan plan) {
        NormTable norms = new NormTable(plan);
        plan.norms().stream()
                .filter(norm -> NormTable.ADDITIVE.contains(norm.kpi()))
                .forEach(norm -> assertAddsUp(norms, norm));
        assertDealsAreNewOrRepeat(plan, norms);
    }

    private static void assertAddsUp(NormTable norms, Norm norm) {
        for (List<Scope> parts : norms.partitions(norm.kpi(), norm.scope())) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Scope part : parts) {
                sum = sum.add(norms.value(norm.kpi(), part));
            }
            assertThat(sum)
                    .as("the sum of %s in %s over %s", norm.kpi().label(), norm.scope(), parts)
                    .isEqualByComparingTo(norms.value(norm.kpi(), norm.scope()));
        }
    }

    private static void assertDealsAreNewOrRepeat(Plan plan, NormTable norms) {
        plan.norms()
                .of(Kpi.DEALS)
                .forEach(norm -> assertThat(norms.value(Kpi.NEW_DEALS, norm.scope())
                                .add(norms.value(Kpi.REPEAT_DEALS, norm.scope())))
                        .as("new and repeat deals in %s", norm.scope())
                        .isEqualByComparingTo(norms.value(Kpi.DEALS, norm.scope())));
    }

    /**
     * Asserts law 3, <i>monotone</i>: a higher goal never lowers new deals, in total or of a product; and, where no
     * channel has a ceiling and no conversion and no channel mix changes in time, nor any count of a product or channel (visits, contacts, leads, new deals), cumulative to
     * any month-end. Where conversions or mixes change, a deal more early may save leads and deals later: then it is the number of
     * new deals that the goal requires, and no other.
     *
     * <p>Repeat deals may be one lower where deals move between months: the base is kept to nine decimals, rounded down.
     *
     * @param lower a plan
     * @param higher the plan for a goal that is as high or higher, all else equal
     */
    public static void assertMonotone(Plan lower, Plan higher) {
        assertThat(higher.goal().amount())
                .as("the higher goal")
                .isGreaterThanOrEqualTo(lower.goal().amount());
        assertThat(higher.requiredDeals()).as("new deals").isGreaterThanOrEqualTo(lower.requiredDeals());
        if (!leadsOfDealsAreHeld(lower.constants())) {
            return;
        }
        NormTable below = new NormTable(lower);
        NormTable above = new NormTable(higher);
        for (String product : below.products()) {
            Scope scope = Scope.all().product(product);
            assertThat(higher.newDeals(scope))
                    .as("new deals of %s", product)
                    .isGreaterThanOrEqualTo(lower.newDeals(scope));
        }
        if (hasNoCeiling(lower.constants())) {
            assertNoCountFalls(below, above, FLOWS_OF_LEADS);
        }
    }

    private static boolean leadsOfDealsAreHeld(PlanningConstants constants) {
        return constants.inForce().stream().noneMatch(change -> LEADS_OF_DEALS.contains(change.driver()));
    }

    private static void assertNoCountFalls(NormTable below, NormTable above, Set<Kpi> kpis) {
        for (Kpi kpi : kpis) {
            below.cells(kpi).forEach(cell -> {
                BigDecimal more = BigDecimal.ZERO;
                for (YearMonth month : below.months()) {
                    more = more.add(above.value(kpi, cell.in(month))).subtract(below.value(kpi, cell.in(month)));
                    assertThat(more)
                            .as("%s in %s through %s that the greater plan adds", kpi.label(), cell, month)
                            .isNotNegative();
                }
            });
        }
    }

    /**
     * Asserts law 3 of conversions: where no channel has a ceiling, no product's contribution is negative and a deal is
     * worth the same in every month, a better site conversion, warm-up rate or manager conversion never raises the new
     * deals that the goal requires, nor leads and visits.
     *
     * <p>A deal is worth the same in every month where nobody buys again, no constant changes in time, a visit costs the
     * same whenever it comes, all deals of a month's leads are made in one and the goal is not one of customers. Leads are
     * whole: at 93 % three leads bring a deal and its successor a month before 99 % does. Where that month counts, as one of
     * repeat deals more does or the horizon's end where deals come over months, the better conversion may take a deal
     * more, and nothing is asserted.
     *
     * <p>Of a goal of profit, each product's deal must besides bring more than the leads and visits that it may take: where
     * a product costs more than it brings, profit falls with some deals more, and the number of deals that is found first
     * at one conversion may not be the least at another.
     *
     * <p>It concerns {@link Plan#requiredDeals()}: the opening pipeline may make more deals at a better conversion than
     * the goal requires. Nothing is asserted where the opening position has open leads or a carried fraction of a deal:
     * their deals are rounded down at each conversion, and the better one may leave less over for the next deal, so that
     * a deal due after the horizon takes a lead more.
     *
     * @param plan a plan
     * @param better the plan for the same goal on constants that differ in better conversions only
     */
    public static void assertBetterConversionTakesNoMore(Plan plan, Plan better) {
        if (!hasNoCeiling(plan.constants())
                || !plan.targets().isEmpty()
                || losesMoneySomewhere(plan.constants())
                || countsTheMonthOfADeal(plan)
                || !new NewDeal(plan.constants()).alwaysPays(plan.goal())
                || hasPipeline(plan.opening())) {
            return;
        }
        assertThat(better.requiredDeals()).as("new deals").isLessThanOrEqualTo(plan.requiredDeals());
        assertNoCountFalls(new NormTable(better), new NormTable(plan), EnumSet.of(Kpi.LEADS, Kpi.TRAFFIC));
    }

    private static boolean countsTheMonthOfADeal(Plan plan) {
        PlanningConstants constants = plan.constants();
        return plan.goal().measure() == Measure.CUSTOMERS
                || !constants.changes().isEmpty()
                || constants.assortment().products().stream()
                        .anyMatch(product ->
                                constants.process(product.name()).cycle().spreads())
                || constants.assortment().products().stream()
                        .anyMatch(product -> !product.repeat().equals(RepeatBehaviour.none()))
                || constants.channels().stream().anyMatch(channel -> !(channel.cost() instanceof CostPerVisit));
    }

    private static boolean hasNoCeiling(PlanningConstants constants) {
        return constants.channels().stream().allMatch(channel -> channel.visitCeiling() == null);
    }

    private static boolean hasPipeline(Position opening) {
        return !opening.openLeads().isEmpty()
                || !opening.cohorts().isEmpty()
                || opening.remainders().stream()
                        .anyMatch(remainder -> remainder.counted() == Position.Rounded.NEW_DEALS);
    }

    private static boolean losesMoneySomewhere(PlanningConstants constants) {
        return constants.assortment().products().stream()
                .anyMatch(product -> product.contribution().signum() < 0
                        || product.renewalContribution().signum() < 0);
    }

    /**
     * Asserts law 4, <i>order-free</i>, of a plan made without pins: with products, channels, tiers and the cells of goal
     * and position in another order, planning gives the same norms and the same closing position.
     *
     * @param plan a plan that was solved for
     */
    public static void assertOrderFree(Plan plan) {
        assertOrderFree(plan, new Random(0));
    }

    /**
     * Asserts law 4, <i>order-free</i>, for an order drawn at random.
     *
     * @param plan a plan that was solved for, without pins
     * @param random the source of the order
     */
    public static void assertOrderFree(Plan plan, Random random) {
        PlanDocument document =
                new PlanDocument(plan.goal(), plan.constants(), plan.opening(), List.of(), plan.targets());
        PlanDocument other = new Shuffling(random).document(document);
        Plan replanned = other.outcome().orThrow();
        assertSameNorms(plan, replanned);
        assertSamePosition(plan.closing(), replanned.closing());
    }

    /**
     * Asserts law 5, <i>inverse</i>: the solution for an unknown reaches the goal, and one unit worse does not.
     *
     * @param solution what a {@link Solver} found
     * @param oneUnitWorse the held traffic projected with the unknown one unit worse; null where no value is worse
     */
    public static void assertInverse(Solution solution, @Nullable Projection oneUnitWorse) {
        FinancialGoal goal = solution.plan().goal();
        assertThat(solution.plan().projection().reached(goal.measure()))
                .as("what %s reaches of %s", solution, goal)
                .isGreaterThanOrEqualTo(goal.amount());
        if (oneUnitWorse != null) {
            assertThat(oneUnitWorse.reached(goal.measure()))
                    .as("what one unit worse than %s reaches of %s", solution, goal)
                    .isLessThan(goal.amount());
        }
    }

    /**
     * Asserts law 6, <i>continuity</i>: projecting the plan's traffic in two pieces, the closing position of the first
     * opening the second, gives the counts of every month, and the closing position, of projecting it in one. So no
     * customer and no lead is lost, and none is counted twice. The people of the pieces are those of the whole plan: a team
     * that follows the work is hired for what lies ahead of it.
     *
     * @param plan a plan
     * @param months how many months the first piece has, at least 1 and less than the horizon has
     */
    public static void assertContinuity(Plan plan, int months) {
        assertContinuity(plan, months, UnaryOperator.identity());
    }

    /**
     * Asserts law 6, <i>continuity</i>, of pieces between which the position is written and read, such as by a store of one's own.
     *
     * @param plan a plan
     * @param months how many months the first piece has, at least 1 and less than the horizon has
     * @param writtenAndRead what is read of a position that was written
     */
    public static void assertContinuity(Plan plan, int months, UnaryOperator<Position> writtenAndRead) {
        Horizon horizon = plan.constants().horizon();
        YearMonth cut = horizon.month(months);
        PlanningConstants constants = plan.constants().withPeopleCost(plan.people());
        Plan whole = projected(constants, plan.opening(), plan.traffic());
        Plan first = projected(
                over(constants, Horizon.ofMonths(horizon.first(), months)),
                plan.opening(),
                within(plan.traffic(), horizon.first(), cut));
        Plan second = projected(
                over(constants, Horizon.of(cut, horizon.last())),
                writtenAndRead.apply(first.closing()),
                within(plan.traffic(), cut, horizon.last().plusMonths(1)));
        NormTable both = new NormTable(whole);
        assertSamePiece(both, new NormTable(first));
        assertSamePiece(both, new NormTable(second));
        assertSamePosition(second.closing(), whole.closing());
    }

    private static void assertSamePiece(NormTable whole, NormTable piece) {
        for (Kpi kpi : NormTable.ADDITIVE) {
            for (YearMonth month : piece.months()) {
                whole.cells(kpi)
                        .forEach(cell -> assertThat(piece.value(kpi, cell.in(month)))
                                .as("%s in %s, projected in pieces", kpi.label(), cell.in(month))
                                .isEqualTo(whole.value(kpi, cell.in(month))));
            }
        }
    }

    /**
     * Asserts law 6 of re-planning: with the new deals of the first months pinned to the plan's own, planning gives the
     * same norms and the same closing position.
     *
     * @param plan a plan that was solved for, without pins
     * @param months how many months are past, at least 1 and at most the horizon's
     */
    public static void assertPinningThePastChangesNothing(Plan plan, int months) {
        List<Pin> past = new ArrayList<>();
        for (Product product : plan.constants().assortment().products()) {
            for (YearMonth month : plan.constants().horizon().all().subList(0, months)) {
                Scope cell = Scope.month(month).product(product.name());
                past.add(new Pin.Deals(product.name(), month, plan.newDeals(cell)));
            }
        }
        Plan replanned = Planner.withDefaults()
                .withPins(past)
                .withTargets(plan.targets())
                .plan(plan.goal(), plan.constants(), plan.opening())
                .orThrow();
        assertSameNorms(plan, replanned);
        assertSamePosition(plan.closing(), replanned.closing());
    }

    /**
     * Asserts the law of initiatives: one for each direction that costs nothing and changes nothing leaves every number as it is, of
     * the plan and of the closing position.
     *
     * @param plan a plan that was solved for, without pins
     */
    public static void assertIdleInitiativesChangeNothing(Plan plan) {
        PlanningConstants idle = plan.constants();
        for (Direction direction : Direction.values()) {
            idle = idle.plus(Initiative.builder(idleName(idle, direction))
                    .direction(direction)
                    .department(Department.SHARED)
                    .build());
        }
        Plan replanned = Planner.withDefaults()
                .withTargets(plan.targets())
                .plan(plan.goal(), idle, plan.opening())
                .orThrow();
        assertSameNorms(plan, replanned);
        assertThat(replanned.profit(Scope.all())).as("profit").isEqualTo(plan.profit(Scope.all()));
        assertSamePosition(replanned.closing(), plan.closing());
    }

    private static String idleName(PlanningConstants constants, Direction direction) {
        String name = "idle " + direction;
        while (isTaken(constants, name)) {
            name += "+";
        }
        return name;
    }

    private static boolean isTaken(PlanningConstants constants, String name) {
        return constants.initiatives().stream().anyMatch(each -> each.name().equals(name));
    }

    /**
     * Asserts the law of directions: every norm is of one direction or of none, and what one direction hands on the next takes over. Of
     * each product and month, customers kept and lost are those of its start, those kept and the new deals are those of its end, new and
     * repeat deals are all deals; flows add up along months, products and channels, as {@link #assertAddsUp(Plan)} has it.
     *
     * @param plan a plan
     */
    public static void assertDirectionsAddUp(Plan plan) {
        assertEachNormIsOfOneDirection(plan);
        NormTable norms = new NormTable(plan);
        for (String product : norms.products()) {
            BigDecimal start = BigDecimal.valueOf(plan.opening().base(product));
            for (YearMonth month : norms.months()) {
                Scope scope = Scope.month(month).product(product);
                BigDecimal kept = norms.value(Kpi.CUSTOMERS_KEPT, scope);
                assertThat(kept.add(norms.value(Kpi.CUSTOMERS_LOST, scope)))
                        .as("customers kept and lost in %s", scope)
                        .isEqualByComparingTo(start);
                start = norms.value(Kpi.BASE, scope);
                assertThat(kept.add(norms.value(Kpi.NEW_DEALS, scope)))
                        .as("customers kept and won in %s", scope)
                        .isEqualByComparingTo(start);
            }
        }
        assertDealsAreNewOrRepeat(plan, norms);
    }

    private static void assertEachNormIsOfOneDirection(Plan plan) {
        long ofNone = plan.norms().list().stream()
                .filter(norm -> norm.kpi().direction() == null)
                .count();
        long ofDirections = 0;
        for (Direction direction : Direction.values()) {
            ofDirections += plan.norms().of(direction).list().size();
        }
        assertThat(ofDirections + ofNone)
                .as("norms of the five directions, and those of none")
                .isEqualTo(plan.norms().list().size());
    }

    /**
     * Asserts that every norm of a plan is explained.
     *
     * @param plan a plan
     * @see #assertDerivationsEvaluate(Iterable)
     */
    public static void assertDerivationsEvaluate(Plan plan) {
        assertDerivationsEvaluate(plan.norms());
    }

    /**
     * Asserts that norms are explained: evaluating the derivation of each again gives its value.
     *
     * @param norms norms of a plan
     */
    public static void assertDerivationsEvaluate(Iterable<Norm> norms) {
        for (Norm norm : norms) {
            assertThat(norm.derivation().evaluate())
                    .as("%s, evaluated again", norm)
                    .matches(norm.value()::isSameNumberAs, "is " + norm.value());
        }
    }

    /** What becomes of traffic, with norms to look at. */
    private static Plan projected(PlanningConstants constants, Position opening, Traffic traffic) {
        return Solver.withDefaults().greatestGoal(Measure.REVENUE, BigDecimal.ONE, constants, opening, traffic);
    }

    /** Other months; the season has no part in a projection, and might sell nothing in them. */
    private static PlanningConstants over(PlanningConstants constants, Horizon horizon) {
        return constants.withSeason(Season.even()).withHorizon(horizon);
    }

    private static Traffic within(Traffic traffic, YearMonth from, YearMonth before) {
        return new Traffic(traffic.cells().stream()
                .filter(cell -> !cell.month().isBefore(from) && cell.month().isBefore(before))
                .toList());
    }

    static void assertSameNorms(Plan plan, Plan other) {
        assertThat(plan.requiredDeals()).as("new deals").isEqualTo(other.requiredDeals());
        assertThat(plan.compare(other).differences()).as("norms that differ").isEmpty();
    }

    /** The same cells, in whatever order. */
    private static void assertSamePosition(Position actual, Position expected) {
        assertThat(actual.opens()).as("month of the position").isEqualTo(expected.opens());
        assertThat(cells(actual)).as("closing position").isEqualTo(cells(expected));
    }

    private static Map<String, Object> cells(Position position) {
        Map<String, Object> cells = new TreeMap<>();
        position.customers().forEach(each -> cells.put("customers " + each.product() + " " + each.age(), each));
        position.cohorts()
                .forEach(each ->
                        cells.put("cohort " + each.product() + " " + each.channel() + " " + each.brought(), each));
        position.stages().forEach(each -> cells.put("stage " + each, each));
        position.openLeads()
                .forEach(each -> cells.put("leads " + each.product() + " " + each.channel() + " " + each.due(), each));
        position.remainders()
                .forEach(each ->
                        cells.put("rest " + each.counted() + " " + each.product() + " " + each.channel(), each));
        return cells;
    }
}
