package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.HostileBusinesses.Hostile;
import io.github.planningmath.plan.HostileBusinesses.Twist;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.ChannelMix;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Law 3 beyond the number of deals, with its conditions: where no channel can be full and no conversion of leads changes by month, a
 * further deal lowers no count of a product and channel, cumulative to any month's end; of visits, where no rate of a channel
 * changes either.
 */
class HigherGoalPropertyTest {

    private static final int MOST_DEALS = 400;

    @Property(shrinking = ShrinkingMode.OFF)
    void aFurtherDealLowersNoCount(@ForAll("seeds") long seed) {
        lowersNothing(seed, HostileBusinesses.of(seed), true);
    }

    /**
     * Prices, costs and behaviour may change, for they do not say how many leads a deal takes; nor do rates of a channel, but a lead
     * that a further deal takes early may save the visits of a later month in which it takes more of them.
     */
    @Property(shrinking = ShrinkingMode.OFF)
    void norWhereAmountsAndSeasonsChange(@ForAll("seeds") long seed) {
        lowersNothing(seed, HostileBusinesses.of(seed, Twist.CHANGES, Twist.SEASONS, Twist.DEARER_TRAFFIC), false);
    }

    private static void lowersNothing(long seed, Hostile hostile, boolean visits) {
        ResolvedBusiness business = new ResolvedBusiness(
                hostile.constants(), hostile.opening(), hostile.goal().edges(), hostile.pins());
        if (business.isBounded()) {
            return;
        }
        long deals = new SplittableRandom(seed).nextInt(MOST_DEALS);
        Cascade fewer = new Cascade(business, deals);
        Cascade more = new Cascade(business, deals + 1);
        if (fewer.obstacle() != null || more.obstacle() != null) {
            return;
        }
        Cells before = fewer.projection().cells();
        Cells after = more.projection().cells();
        for (ProductLine line : business.lines()) {
            int p = line.index();
            for (int month = 0; month < business.months(); month++) {
                String where = "%s deals, %s, month %s of %s".formatted(deals, p, month, hostile);
                assertThat(after.deals()[p].through(month, 0))
                        .as(where)
                        .isGreaterThanOrEqualTo(before.deals()[p].through(month, 0));
                for (int c = 0; c < line.channels(); c++) {
                    assertThat(after.leads()[p].through(month, c))
                            .as(where)
                            .isGreaterThanOrEqualTo(before.leads()[p].through(month, c));
                    if (visits) {
                        assertThat(after.visits()[p].through(month, c))
                                .as(where)
                                .isGreaterThanOrEqualTo(before.visits()[p].through(month, c));
                    }
                }
            }
        }
    }

    /**
     * Where a conversion falls, one deal more early saves ten leads late: season 34, 32, 34, every lead of the first month is a deal and
     * every tenth of the others. By hand: of two deals one is due in each of the first two months, so 1 and 10 leads; of three, two are
     * due at once, then none is, and the last takes ten leads.
     */
    @Example
    void whereAConversionFallsAFurtherDealMayLowerLeads() {
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            indices.put(month, Ratio.of(month == Month.FEBRUARY ? 32 : 34));
        }
        PlanningConstants falling = SmallBusiness.constants()
                .withHorizon(Horizon.ofMonths(JANUARY, 3))
                .withSeason(new Season.OfYear(indices))
                .withTiers(Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.ONE, 0, ChannelMix.only("site"))))
                .from(JANUARY.plusMonths(1), Driver.managerConversion(SalesTier.CONSULTATIVE), Rate.percent(10));
        assertThat(leads(falling, 2)).containsExactly(1, 10, 0);
        assertThat(leads(falling, 3)).containsExactly(2, 0, 10);
    }

    private static long[] leads(PlanningConstants constants, int deals) {
        ResolvedBusiness business = new ResolvedBusiness(
                constants, SmallBusiness.NOTHING, SettledGoal.revenue("1").edges(), List.of());
        CumulativeCounts leads =
                new Cascade(business, deals).projection().cells().leads()[0];
        return IntStream.range(0, 3).mapToLong(month -> leads.in(month, 0)).toArray();
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }
}
