package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.HostileBusinesses.Hostile;
import io.github.planningmath.plan.HostileBusinesses.Twist;
import io.github.planningmath.product.Product;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** Plans and projections against {@link SlowBusiness}, cell by cell, on every kind of {@link HostileBusinesses}. */
class SlowBusinessPropertyTest {

    private static final int MOST_DEALS = 60;

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    /** What pinned leads kept from being made within the horizon is not made good after it, where no season asks for it. */
    @Example
    void whatPinsKeptFromBeingMadeIsNotMadeGoodAfterTheHorizon() {
        Hostile hostile = HostileBusinesses.of(-2661208114089089321L, Twist.PINS);
        isSamePlan(hostile.planned(new BigDecimal("39659.38224")).orThrow(), hostile);
    }

    /** Pinned leads make a deal more than is asked for: leads for the months after the horizon are not brought on top of it. */
    @Example
    void whatPinnedLeadsMakeBesidesCountsForTheMonthsAfterTheHorizon() {
        Hostile hostile = HostileBusinesses.of(-3431, Twist.PINS);
        isSamePlan(hostile.planned(new BigDecimal("26021.0732")).orThrow(), hostile);
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void trafficComesToWhatTheSlowModelSays(@ForAll("seeds") long seed) {
        Hostile hostile = HostileBusinesses.of(
                seed,
                Twist.DEARER_TRAFFIC,
                Twist.PEOPLE_BY_WORK,
                Twist.CHANGES,
                Twist.CONVERSIONS,
                Twist.CYCLES,
                Twist.MIXES);
        Traffic traffic = HostileBusinesses.traffic(seed, hostile.constants());
        Projection projection = Projection.of(hostile.constants(), hostile.opening(), traffic);
        SlowBusiness.Course course = hostile.slow().forward(traffic);
        assertThat(projection.reached(hostile.goal().measure()))
                .as(hostile.toString())
                .isEqualByComparingTo(course.amount());
        isSamePosition(projection.closing(), course.closing());
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansHaveTheCellsOfTheSlowModel(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansWithPinsHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed, Twist.PINS));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansWhoseChannelsGetFullHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed, Twist.CEILINGS));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansWhoseAmountsChangeInTimeHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed, Twist.CHANGES));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansWhoseManagerConversionsChangeInTimeHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed, Twist.CONVERSIONS));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void soDoThoseWithPins(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed, Twist.CONVERSIONS, Twist.PINS));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansWhoseDealsComeOverMonthsHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed, Twist.CYCLES));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void soDoThoseWhoseConversionsChangeBesides(@ForAll("seeds") long seed) {
        hasSameCells(
                seed,
                HostileBusinesses.of(seed, Twist.CYCLES, Twist.CONVERSIONS, Twist.SEASONS, Twist.PINS, Twist.CEILINGS));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansWhoseChannelMixesChangeInTimeHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed, Twist.MIXES));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void soDoThoseWithPinsAndCeilings(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed, Twist.MIXES, Twist.PINS, Twist.CEILINGS));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void soDoThoseWhoseProcessesAndConversionsChangeBesides(@ForAll("seeds") long seed) {
        hasSameCells(
                seed,
                seed % 2 == 0
                        ? HostileBusinesses.of(seed, Twist.MIXES, Twist.PROCESSES, Twist.CONVERSIONS, Twist.SEASONS)
                        : HostileBusinesses.of(seed, Twist.MIXES, Twist.CYCLES, Twist.CONVERSIONS, Twist.CHANGES));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansWhoseProductsHaveSeasonsOfTheirOwnHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed, Twist.SEASONS));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansForANumberOfDealsHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(
                seed,
                HostileBusinesses.of(seed, Twist.PINS, Twist.CHANGES, Twist.SEASONS)
                        .with(FinancialGoal.Measure.DEALS));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansWhoseProductsHaveAProcessOfTheirOwnHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(
                seed,
                seed % 2 == 0
                        ? HostileBusinesses.of(seed, Twist.PROCESSES, Twist.CONVERSIONS, Twist.SEASONS)
                        : HostileBusinesses.of(seed, Twist.PROCESSES, Twist.PINS, Twist.CHANGES));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansWhoseRepeatDealsHaveTermsOfTheirOwnHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(
                seed,
                seed % 2 == 0
                        ? HostileBusinesses.of(seed, Twist.RENEWALS, Twist.CYCLES)
                        : HostileBusinesses.of(seed, Twist.RENEWALS, Twist.CHANGES, Twist.PINS));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansForCustomersHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(
                seed, HostileBusinesses.of(seed, Twist.CHANGES, Twist.SEASONS).with(FinancialGoal.Measure.CUSTOMERS));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void plansWithAllOfThatAndPeopleWhoFollowTheWorkHaveThemToo(@ForAll("seeds") long seed) {
        hasSameCells(seed, HostileBusinesses.of(seed, Twist.values()));
    }

    /** The plan for what some number of deals comes to, where there is one: it may be the plan for another number. */
    private static void hasSameCells(long seed, Hostile hostile) {
        SlowBusiness.@Nullable Course some = made(hostile, new SplittableRandom(seed).nextInt(MOST_DEALS));
        if (some == null) {
            return;
        }
        hostile.planned(some.amount())
                .fold(
                        plan -> {
                            isSamePlan(plan, hostile);
                            return plan;
                        },
                        refusal -> refusal);
    }

    private static SlowBusiness.@Nullable Course made(Hostile hostile, int deals) {
        try {
            return hostile.slow().plan(deals);
        } catch (SlowBusiness.SharedCeiling undocumented) {
            return null;
        }
    }

    /** A plan's cells and its closing position; those of its traffic, where a full channel is shared in no known way. */
    static void isSamePlan(Plan plan, Hostile hostile) {
        long deals = Objects.requireNonNull(plan.requiredDeals());
        if (deals > 20_000) {
            return;
        }
        SlowBusiness slow = modelOf(plan, hostile);
        SlowBusiness.@Nullable Course course;
        try {
            course = slow.plan(deals);
        } catch (SlowBusiness.SharedCeiling undocumented) {
            course = slow.forward(plan.traffic());
        }
        assertThat(course)
                .as("planned with %s deals, which cannot be made", deals)
                .isNotNull();
        try {
            isSameInEveryCell(plan, Objects.requireNonNull(course));
            isSamePosition(plan.closing(), course.closing());
        } catch (AssertionError difference) {
            throw new AssertionError(plan.goal() + " of " + hostile + ": " + difference.getMessage(), difference);
        }
    }

    /** Where the plan without pins has just the pinned numbers, it is the plan ({@link Planner#withPins}). */
    private static SlowBusiness modelOf(Plan plan, Hostile hostile) {
        Hostile free = new Hostile(hostile.goal(), hostile.constants(), hostile.opening(), List.of());
        boolean isFree =
                free.planned(plan.goal().amount()).fold(unpinned -> holdsPins(unpinned, hostile), refusal -> false);
        return (isFree ? free : hostile).slow();
    }

    private static boolean holdsPins(Plan plan, Hostile hostile) {
        SlowBusiness slow = hostile.slow();
        List<YearMonth> months = plan.constants().horizon().all();
        List<Product> products = plan.constants().assortment().products();
        List<Channel> channels = plan.constants().channels();
        for (int month = 0; month < months.size(); month++) {
            for (int product = 0; product < products.size(); product++) {
                Scope cell = Scope.month(months.get(month))
                        .product(products.get(product).name());
                Long deals = slow.pinnedDeals(product, month);
                if (deals != null && plan.newDeals(cell) != deals) {
                    return false;
                }
                for (int channel = 0; channel < channels.size(); channel++) {
                    Long leads = slow.pinnedLeads(product, channel, month);
                    if (leads != null
                            && plan.leads(cell.channel(channels.get(channel).name())) != leads) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static void isSameInEveryCell(Plan plan, SlowBusiness.Course course) {
        List<YearMonth> months = plan.constants().horizon().all();
        List<Product> products = plan.constants().assortment().products();
        List<Channel> channels = plan.constants().channels();
        for (int month = 0; month < months.size(); month++) {
            SlowBusiness.Month slow = course.month(month);
            Scope all = Scope.month(months.get(month));
            for (int product = 0; product < products.size(); product++) {
                Scope scope = all.product(products.get(product).name());
                for (int channel = 0; channel < channels.size(); channel++) {
                    if (slow.visits()[product][channel] > 0) {
                        Scope cell = scope.channel(channels.get(channel).name());
                        assertThat(plan.traffic(cell))
                                .as("traffic in %s", cell)
                                .isEqualTo(slow.visits()[product][channel]);
                        assertThat(plan.contacts(cell))
                                .as("contacts in %s", cell)
                                .isEqualTo(course.contactsNeeded(month, product, channel));
                        assertThat(plan.leads(cell)).as("leads in %s", cell).isEqualTo(slow.leads()[product][channel]);
                        assertThat(plan.openLeads(cell))
                                .as("open leads in %s", cell)
                                .isEqualTo(slow.open()[product][channel]);
                    }
                }
                assertThat(plan.leads(scope)).as("leads in %s", scope).isEqualTo(sum(slow.leads()[product]));
                assertThat(plan.newDeals(scope)).as("new deals in %s", scope).isEqualTo(slow.newDeals()[product]);
                assertThat(plan.repeatDeals(scope))
                        .as("repeat deals in %s", scope)
                        .isEqualTo(slow.repeatDeals()[product]);
                assertThat(plan.base(scope)).as("base in %s", scope).isEqualTo(slow.base()[product]);
                assertThat(plan.revenue(scope))
                        .as("revenue in %s", scope)
                        .isEqualByComparingTo(course.revenue(month, product));
                assertThat(plan.variableCost(scope))
                        .as("variable cost in %s", scope)
                        .isEqualByComparingTo(course.variableCost(month, product));
            }
            for (int channel = 0; channel < channels.size(); channel++) {
                if (course.trafficCost(month, channel).signum() > 0) {
                    Scope scope = all.channel(channels.get(channel).name());
                    assertThat(plan.trafficCost(scope))
                            .as("traffic cost in %s", scope)
                            .isEqualByComparingTo(course.trafficCost(month, channel));
                }
            }
            assertThat(plan.profit(all)).as("profit in %s", all).isEqualByComparingTo(course.profit(month));
        }
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Whatever the order, and whether or not cells that are 0 are listed. */
    static void isSamePosition(Position position, Position slow) {
        assertThat(position.opens()).isEqualTo(slow.opens());
        assertThat(new HashSet<>(customers(position))).isEqualTo(new HashSet<>(customers(slow)));
        assertThat(new HashSet<>(cohorts(position))).isEqualTo(new HashSet<>(cohorts(slow)));
        assertThat(new HashSet<>(openLeads(position))).isEqualTo(new HashSet<>(openLeads(slow)));
        assertThat(new HashSet<>(position.remainders())).isEqualTo(new HashSet<>(slow.remainders()));
    }

    private static List<Position.Customers> customers(Position position) {
        List<Position.Customers> some = new ArrayList<>(position.customers());
        some.removeIf(cohort -> cohort.count() == 0 && cohort.billionths() == 0);
        return some;
    }

    private static List<Position.Cohort> cohorts(Position position) {
        List<Position.Cohort> some = new ArrayList<>(position.cohorts());
        some.removeIf(cohort -> cohort.leads() == 0);
        return some;
    }

    private static List<Position.OpenLeads> openLeads(Position position) {
        List<Position.OpenLeads> some = new ArrayList<>(position.openLeads());
        some.removeIf(cell -> cell.count() == 0);
        return some;
    }
}
