package io.github.planningmath.plan;

import io.github.planningmath.plan.HostileBusinesses.Hostile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What every number of new deals from 0 to a limit comes to: brute force, by {@link SlowBusiness}. */
final class EveryNumberOfDeals {

    private final List<@Nullable BigDecimal> amounts = new ArrayList<>();
    private final boolean isMoney;
    private int bestDeals = -1;

    private EveryNumberOfDeals(boolean isMoney) {
        this.isMoney = isMoney;
    }

    /** As far as the limit, or until several products want a full channel. */
    static EveryNumberOfDeals of(Hostile hostile, int most) {
        EveryNumberOfDeals tried =
                new EveryNumberOfDeals(hostile.goal().measure().kpi().isMoney());
        SlowBusiness slow = hostile.slow();
        for (int deals = 0; deals <= most; deals++) {
            try {
                SlowBusiness.Course course = slow.plan(deals);
                tried.add(course == null ? null : course.amount());
            } catch (SlowBusiness.SharedCeiling undocumented) {
                break;
            }
        }
        return tried;
    }

    private void add(@Nullable BigDecimal amount) {
        BigDecimal best = best();
        if (amount != null && (best == null || amount.compareTo(best) > 0)) {
            bestDeals = amounts.size();
        }
        amounts.add(amount);
    }

    boolean isKnown(long deals) {
        return deals >= 0 && deals < amounts.size();
    }

    /** What a number of deals comes to; null where it cannot be made. */
    @Nullable
    BigDecimal amount(long deals) {
        return amounts.get(Math.toIntExact(deals));
    }

    /** The most that any number comes to; null where none can be made. */
    @Nullable
    BigDecimal best() {
        return bestDeals < 0 ? null : amounts.get(bestDeals);
    }

    /** The least number of deals that comes to the most; -1 where none can be made. */
    int bestDeals() {
        return bestDeals;
    }

    /** Amounts worth asking for: the most, a cent more, and what some number comes to, or one far below or beyond. */
    List<BigDecimal> amountsToAskFor(long seed) {
        BigDecimal best = best();
        if (best == null) {
            return List.of(BigDecimal.ZERO);
        }
        SplittableRandom random = new SplittableRandom(seed);
        BigDecimal some = amounts.get(random.nextInt(amounts.size()));
        BigDecimal another = switch (random.nextInt(8)) {
            case 0 -> best.negate().subtract(new BigDecimal(isMoney ? "123456.78" : "123456"));
            case 1 -> best.abs().multiply(BigDecimal.TEN).add(BigDecimal.TEN);
            case 2 -> BigDecimal.ZERO;
            case 3 -> new BigDecimal("1e9");
            default -> some == null ? BigDecimal.ONE : some;
        };
        return List.of(best, best.add(isMoney ? new BigDecimal("0.01") : BigDecimal.ONE), another);
    }
}
