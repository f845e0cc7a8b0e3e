package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.HostileBusinesses.Hostile;
import io.github.planningmath.plan.HostileBusinesses.Twist;
import java.math.BigDecimal;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * The search against every number of deals, tried one by one: no goal is refused that some number reaches, no nearest goal
 * is missed, none is planned for with a deal too many. Each property tries a kind of {@link HostileBusinesses}, the more of
 * them the sooner one is tried through.
 */
class EveryNumberOfDealsPropertyTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 600)
    void withPipelinesAndProductsThatLoseMoney(@ForAll("seeds") long seed) {
        isPlannedAsItShouldBe(seed, HostileBusinesses.of(seed));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 100)
    void whereChannelsGetFullOrTrafficGetsDearer(@ForAll("seeds") long seed) {
        isPlannedAsItShouldBe(
                seed,
                switch ((int) Math.floorMod(seed, 3L)) {
                    case 0 -> HostileBusinesses.of(seed, Twist.CEILINGS);
                    case 1 -> HostileBusinesses.of(seed, Twist.DEARER_TRAFFIC);
                    default -> HostileBusinesses.of(seed, Twist.CEILINGS, Twist.DEARER_TRAFFIC);
                });
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 60)
    void whereManagerConversionsChangeInTime(@ForAll("seeds") long seed) {
        isPlannedAsItShouldBe(
                seed,
                switch ((int) Math.floorMod(seed, 5L)) {
                    case 0 -> HostileBusinesses.of(seed, Twist.CONVERSIONS, Twist.CEILINGS, Twist.DEARER_TRAFFIC);
                    case 1 -> HostileBusinesses.of(seed, Twist.CONVERSIONS, Twist.CHANGES);
                    default -> HostileBusinesses.of(seed, Twist.CONVERSIONS);
                });
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 60)
    void whereChannelMixesChangeInTime(@ForAll("seeds") long seed) {
        isPlannedAsItShouldBe(
                seed,
                switch ((int) Math.floorMod(seed, 4L)) {
                    case 0 -> HostileBusinesses.of(seed, Twist.MIXES, Twist.CEILINGS, Twist.DEARER_TRAFFIC);
                    case 1 -> HostileBusinesses.of(seed, Twist.MIXES, Twist.CONVERSIONS, Twist.CHANGES);
                    case 2 -> HostileBusinesses.of(seed, Twist.MIXES, Twist.PEOPLE_BY_WORK, Twist.DEARER_TRAFFIC);
                    default -> HostileBusinesses.of(seed, Twist.MIXES);
                });
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 60)
    void whereRepeatDealsHaveTermsOfTheirOwn(@ForAll("seeds") long seed) {
        isPlannedAsItShouldBe(
                seed,
                switch ((int) Math.floorMod(seed, 3L)) {
                    case 0 -> HostileBusinesses.of(seed, Twist.RENEWALS, Twist.CEILINGS, Twist.DEARER_TRAFFIC);
                    case 1 -> HostileBusinesses.of(seed, Twist.RENEWALS, Twist.CHANGES);
                    default -> HostileBusinesses.of(seed, Twist.RENEWALS, Twist.CYCLES);
                });
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 40)
    void wherePeopleFollowTheWork(@ForAll("seeds") long seed) {
        isPlannedAsItShouldBe(
                seed,
                seed % 2 == 0
                        ? HostileBusinesses.of(seed, Twist.PEOPLE_BY_WORK)
                        : HostileBusinesses.of(seed, Twist.PEOPLE_BY_WORK, Twist.CEILINGS, Twist.DEARER_TRAFFIC));
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 100)
    void whereCustomersAtTheEndAreAskedFor(@ForAll("seeds") long seed) {
        Hostile hostile = seed % 2 == 0
                ? HostileBusinesses.of(seed, Twist.CHANGES, Twist.SEASONS)
                : HostileBusinesses.of(seed, Twist.CEILINGS);
        isPlannedAsItShouldBe(seed, hostile.with(FinancialGoal.Measure.CUSTOMERS));
    }

    /** Every number of deals up to 40 is tried, of one business in four up to 150, of one in four hundred up to 2,000. */
    private static int mostDeals(long seed) {
        return Math.floorMod(seed, 400L) == 0 ? 2_000 : Math.floorMod(seed, 4L) == 0 ? 150 : 40;
    }

    static void isPlannedAsItShouldBe(long seed, Hostile hostile) {
        EveryNumberOfDeals tried = EveryNumberOfDeals.of(hostile, mostDeals(seed));
        for (BigDecimal amount : tried.amountsToAskFor(seed)) {
            try {
                hostile.planned(amount)
                        .fold(
                                plan -> {
                                    isEnoughAndMinimal(plan, amount, hostile, tried);
                                    SlowBusinessPropertyTest.isSamePlan(plan, hostile);
                                    return plan;
                                },
                                refusal -> {
                                    isRightlyRefused(refusal, amount, hostile, tried);
                                    return refusal;
                                });
            } catch (ArithmeticException tooLarge) {
                // as documented: more deals are needed than can be counted, so none of the few that were tried reaches
                // it
                assertThat(tried.best() == null || tried.best().compareTo(amount) < 0)
                        .as("%s %s of %s: %s", hostile.goal().measure(), amount, hostile, tooLarge.getMessage())
                        .isTrue();
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(
                        "%s %s of %s: %s".formatted(hostile.goal().measure(), amount, hostile, failure.getMessage()),
                        failure);
            }
        }
    }

    private static void isEnoughAndMinimal(Plan plan, BigDecimal amount, Hostile hostile, EveryNumberOfDeals tried) {
        long deals = Objects.requireNonNull(plan.requiredDeals());
        assertThat(plan.projection().reached(hostile.goal().measure())).isGreaterThanOrEqualTo(amount);
        if (tried.isKnown(deals - 1)) {
            BigDecimal fewer = tried.amount(deals - 1);
            assertThat(fewer == null || fewer.compareTo(amount) < 0)
                    .as("planned with %s deals, but one less brings %s", deals, fewer)
                    .isTrue();
        }
    }

    private static void isRightlyRefused(
            Unreachable<Plan> refusal, BigDecimal amount, Hostile hostile, EveryNumberOfDeals tried) {
        BigDecimal best = tried.best();
        FinancialGoal nearest = refusal.nearest();
        assertThat(best == null || best.compareTo(amount) < 0)
                .as("false refusal: %s, but %s deals bring %s", refusal, tried.bestDeals(), best)
                .isTrue();
        assertThat(best == null || (nearest != null && nearest.amount().compareTo(best) >= 0))
                .as("not the nearest: %s, but %s deals bring %s", refusal, tried.bestDeals(), best)
                .isTrue();
        if (nearest != null) {
            Plan plan = hostile.planned(nearest.amount()).orThrow();
            assertThat(plan.projection().reached(hostile.goal().measure())).isGreaterThanOrEqualTo(nearest.amount());
        }
    }
}
