package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** With markets that are soon exhausted, every number of deals can be tried. */
class MarketLimitPropertyTest {

    private static final int MOST = 30;

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void isRefusedWhereNoNumberReachesAndNearestIsTheBestOfAll(@ForAll Random random) {
        DrawnBusinesses draw = new DrawnBusinesses(random);
        PlanningConstants constants = draw.constants(3);
        Position opening = draw.opening(constants);
        PlanningConstants limited = constants;
        for (var product : constants.assortment().products()) {
            limited = limited.withPotential(
                    product.name(),
                    new MarketPotential(opening(opening, product.name()) + random.nextInt(MOST), Ratio.ONE, Ratio.ONE));
        }
        FinancialGoal goal = draw.goal();
        List<Pin> pins = List.of();
        BigDecimal best = null;
        boolean reaches = false;
        DealVolumes<Long> volumes = Planner.withDefaults().volumes(goal, constants, opening, Projection::newDeals);
        for (long deals = 0; deals <= 3 * MOST; deals++) {
            BigDecimal amount = isWithin(limited, opening, deals) ? volumes.amount(deals) : null;
            if (amount != null) {
                best = best == null ? amount : best.max(amount);
                reaches |= amount.compareTo(goal.amount()) >= 0;
            }
        }
        Outcome<Plan> outcome = Planner.withDefaults().withPins(pins).plan(goal, limited, opening);
        assertThat(outcome instanceof Outcome.Reached).isEqualTo(reaches);
        if (outcome instanceof Unreachable<Plan> unreachable) {
            BigDecimal nearest =
                    unreachable.nearest() == null ? null : unreachable.nearest().amount();
            assertThat(nearest)
                    .usingComparator(java.util.Comparator.nullsFirst(BigDecimal::compareTo))
                    .isEqualTo(best);
        }
    }

    /** By Webster, unit by unit as the library documents it. */
    private static boolean isWithin(PlanningConstants limited, Position opening, long deals) {
        long[] split = new ResolvedBusiness(
                        limited, opening, new Edges(AfterHorizon.stops(), CatchUp.AT_ONCE), List.of())
                .productMix()
                .split(deals);
        for (int p = 0; p < split.length; p++) {
            String name = limited.assortment().products().get(p).name();
            MarketPotential market = java.util.Objects.requireNonNull(
                    limited.potentialByProduct().get(name));
            if (split[p] > market.obtainableCustomers() - opening(opening, name)) {
                return false;
            }
        }
        return true;
    }

    private static long opening(Position opening, String product) {
        return opening.customers().stream()
                        .filter(cohort -> cohort.product().equals(product))
                        .mapToLong(cohort -> cohort.count() * 1_000_000_000 + cohort.billionths())
                        .sum()
                / 1_000_000_000;
    }
}
