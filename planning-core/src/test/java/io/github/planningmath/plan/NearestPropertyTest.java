package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.HostileBusinesses.Hostile;
import io.github.planningmath.plan.HostileBusinesses.Twist;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the planner says of a goal, against every number of deals up to a few hundred tried one by one: a goal that one of them
 * reaches is not refused, none of them comes nearer than the nearest, and the bound that proves it is above all of them.
 */
class NearestPropertyTest {

    private static final int MOST_DEALS = 250;

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 60)
    void atConstantPrices(@ForAll("seeds") long seed) {
        isTheBestThereIs(HostileBusinesses.of(seed));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 60)
    void aroundPins(@ForAll("seeds") long seed) {
        isTheBestThereIs(HostileBusinesses.of(seed, Twist.PINS));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 20)
    void whereChannelsGetFull(@ForAll("seeds") long seed) {
        isTheBestThereIs(HostileBusinesses.of(seed, Twist.CEILINGS));
    }

    /** A fraction of a lead that was left over is paid for already: the cheapest way to so many deals is cheaper by it. */
    @Example
    void whereAFractionOfALeadWasLeftOver() {
        isTheBestThereIs(HostileBusinesses.of(53113, Twist.CEILINGS));
        isTheBestThereIs(HostileBusinesses.of(51627, Twist.CEILINGS));
    }

    /** Where no month that leads reach has a season, what is pinned is made all the same, and the last free month takes the rest. */
    @Example
    void whereOnlyPinsAskForLeads() {
        isTheBestThereIs(HostileBusinesses.of(-5031220450121417148L, Twist.PINS));
        isTheBestThereIs(HostileBusinesses.of(5326993155934573253L, Twist.PINS));
    }

    /** The leads of the last month that is free are pinned: no more than is pinned can be made. */
    @Example
    void whereTheLastFreeMonthHasNoLeadsToAskFor() {
        isTheBestThereIs(HostileBusinesses.of(4954846573299090396L, Twist.PINS));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 20)
    void whereTrafficGetsDearer(@ForAll("seeds") long seed) {
        isTheBestThereIs(HostileBusinesses.of(seed, Twist.DEARER_TRAFFIC));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 20)
    void wherePeopleFollowTheWork(@ForAll("seeds") long seed) {
        isTheBestThereIs(HostileBusinesses.of(seed, Twist.PEOPLE_BY_WORK));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 40)
    void whereAmountsChangeInTimeAndProductsHaveTheirSeasons(@ForAll("seeds") long seed) {
        isTheBestThereIs(HostileBusinesses.of(seed, Twist.CHANGES, Twist.SEASONS));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 40)
    void whereCustomersAtTheEndAreAskedFor(@ForAll("seeds") long seed) {
        isTheBestThereIs(HostileBusinesses.of(seed, Twist.CHANGES, Twist.SEASONS, Twist.CONVERSIONS)
                .with(FinancialGoal.Measure.CUSTOMERS));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 40)
    void whereChannelMixesChangeInTime(@ForAll("seeds") long seed) {
        isTheBestThereIs(
                switch ((int) Math.floorMod(seed, 3L)) {
                    case 0 -> HostileBusinesses.of(seed, Twist.MIXES);
                    case 1 -> HostileBusinesses.of(seed, Twist.MIXES, Twist.CYCLES, Twist.CHANGES);
                    default -> HostileBusinesses.of(seed, Twist.MIXES, Twist.CEILINGS, Twist.DEARER_TRAFFIC);
                });
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 20)
    void withAllOfThat(@ForAll("seeds") long seed) {
        isTheBestThereIs(HostileBusinesses.of(seed, Twist.values()));
    }

    /** At constant prices a higher goal never gets fewer deals, whether or not deals lose money. */
    @Property(shrinking = ShrinkingMode.OFF, tries = 60)
    void aHigherGoalNeverGetsFewerDeals(@ForAll("seeds") long seed) {
        Hostile hostile = HostileBusinesses.of(seed);
        List<@Nullable BigDecimal> amounts = amounts(hostile, 60);
        List<BigDecimal> goals = new ArrayList<>(
                amounts.stream().filter(Objects::nonNull).sorted().toList());
        long before = 0;
        for (BigDecimal goal : goals) {
            Outcome<Plan> outcome = hostile.planned(goal);
            long deals = Objects.requireNonNull(outcome.orThrow().requiredDeals());
            assertThat(deals).as("%s of %s", goal, hostile).isGreaterThanOrEqualTo(before);
            before = deals;
        }
    }

    private static void isTheBestThereIs(Hostile hostile) {
        List<@Nullable BigDecimal> amounts = amounts(hostile, MOST_DEALS);
        isBoundedBy(business(hostile), hostile, amounts);
        BigDecimal best = amounts.stream()
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .orElse(null);
        if (best == null) {
            return;
        }
        assertThat(hostile.planned(best)
                        .orThrow()
                        .projection()
                        .reached(hostile.goal().measure()))
                .isGreaterThanOrEqualTo(best);
        hostile.planned(best.add(BigDecimal.ONE)).fold(plan -> plan, refusal -> {
            FinancialGoal nearest = refusal.nearest();
            assertThat(nearest).as(hostile.toString()).isNotNull();
            assertThat(Objects.requireNonNull(nearest).amount())
                    .as(hostile.toString())
                    .isGreaterThanOrEqualTo(best);
            return refusal;
        });
    }

    private static void isBoundedBy(ResolvedBusiness business, Hostile hostile, List<@Nullable BigDecimal> amounts) {
        MeasureBound bound =
                new MeasureBound(new MarginalDeal(business, hostile.goal().measure()));
        double most = Double.NEGATIVE_INFINITY;
        for (int deals = amounts.size() - 1; deals >= 0; deals--) {
            BigDecimal amount = amounts.get(deals);
            if (amount != null) {
                most = Math.max(most, amount.doubleValue());
                assertThat(bound.most(deals, deals)).isGreaterThanOrEqualTo(amount.doubleValue());
            }
            if (deals % 10 == 0) {
                assertThat(bound.most(deals, amounts.size() - 1))
                        .as("from %s of %s", deals, hostile)
                        .isGreaterThanOrEqualTo(most);
                assertThat(bound.most(deals, MeasureBound.MOST_DEALS)).isGreaterThanOrEqualTo(most);
            }
        }
    }

    private static ResolvedBusiness business(Hostile hostile) {
        return new ResolvedBusiness(
                hostile.constants(), hostile.opening(), hostile.goal().edges(), hostile.pins());
    }

    private static List<@Nullable BigDecimal> amounts(Hostile hostile, int most) {
        ResolvedBusiness business = business(hostile);
        List<@Nullable BigDecimal> amounts = new ArrayList<>();
        for (int deals = 0; deals <= most; deals++) {
            Cascade cascade = new Cascade(business, deals);
            amounts.add(
                    cascade.obstacle() == null
                            ? cascade.projection().reached(hostile.goal().measure())
                            : null);
        }
        return amounts;
    }
}
