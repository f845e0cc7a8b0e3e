package io.github.planningmath.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The number of deals that earns the most where people follow the work. Whole people make profit a sawtooth: it rises deal by
 * deal and drops with every further person, so no search that climbs finds the highest tooth.
 *
 * <p>Intervals are divided, the one that may hold the most first, until none may hold more than was found: from {@code a} to
 * {@code b} deals no profit is above what {@code b} bring before people less the people for {@code a}, since both rise with
 * deals but for rounding.
 */
final class PeopleSearch {

    /** Powers of two up to this are looked at. */
    private static final int MOST_LENGTH = 40;

    /** Beyond so many, the best found is taken: teeth of the same height could be compared without end. */
    private static final int MOST_TRIED = 2_000;

    /** So many are compared one by one: with few deals, rounding counts for more than anything else. */
    private static final long FEW = 256;

    /** How many deals' worth rounding may hide; as many are compared one by one. */
    private static final int ROUNDING_WINDOW = 16;

    private static final BigDecimal WINDOW = BigDecimal.valueOf(ROUNDING_WINDOW);

    /**
     * What a number of deals comes to.
     *
     * @param beforePeople the profit before fixed costs and people
     * @param house fixed costs and people
     */
    record Worth(BigDecimal beforePeople, BigDecimal house) {

        BigDecimal profit() {
            return beforePeople.subtract(house);
        }
    }

    /** From one number of deals to another, and the most that may be earned in between. */
    private record Interval(long from, long to, BigDecimal most) {}

    private final LongFunction<@Nullable Worth> worth;
    private final boolean rising;
    private final Map<Long, @Nullable Worth> tried = new HashMap<>();
    private final PriorityQueue<Interval> intervals =
            new PriorityQueue<>(Comparator.comparing(Interval::most).reversed());
    private long best;
    private @Nullable BigDecimal mostProfit;

    /**
     * A search.
     *
     * @param worth what a number of deals comes to; nothing where they cannot be made
     * @param rising whether what deals bring before people rises with their number
     */
    PeopleSearch(LongFunction<@Nullable Worth> worth, boolean rising) {
        this.worth = worth;
        this.rising = rising;
    }

    long best() {
        for (long deals = 0; deals <= FEW; deals++) {
            at(deals);
        }
        coverAll();
        while (!intervals.isEmpty() && tried.size() < MOST_TRIED) {
            Interval widest = intervals.remove();
            if (mostProfit != null && widest.most.compareTo(mostProfit) <= 0) {
                break;
            }
            divide(widest);
        }
        return best;
    }

    private void coverAll() {
        long from = 0;
        for (int length = 0; length <= MOST_LENGTH; length++) {
            long to = 1L << length;
            if (at(to) == null) {
                add(from, lastBefore(from, to));
                return;
            }
            add(from, to);
            from = to;
        }
    }

    /** The most deals that can be made, below a number that cannot. */
    private long lastBefore(long possible, long impossible) {
        long least = possible;
        long most = impossible;
        while (most - least > 1) {
            long middle = least + (most - least) / 2;
            if (at(middle) == null) {
                most = middle;
            } else {
                least = middle;
            }
        }
        return least;
    }

    private void divide(Interval interval) {
        if (interval.to - interval.from <= ROUNDING_WINDOW) {
            for (long deals = interval.from + 1; deals < interval.to; deals++) {
                at(deals);
            }
            return;
        }
        long middle = interval.from + (interval.to - interval.from) / 2;
        add(interval.from, middle);
        add(middle, interval.to);
    }

    private void add(long from, long to) {
        Worth left = at(from);
        Worth right = at(to);
        if (left != null && right != null && to - from > 1) {
            BigDecimal apart = right.beforePeople.subtract(left.beforePeople).abs();
            BigDecimal hidden = rising && to - from > ROUNDING_WINDOW
                    ? apart.multiply(WINDOW).divide(BigDecimal.valueOf(to - from), RoundingMode.CEILING)
                    : apart.multiply(WINDOW);
            Worth fewer = at(Math.max(0, from - ROUNDING_WINDOW));
            BigDecimal house = fewer == null ? left.house : fewer.house.min(left.house);
            BigDecimal most =
                    right.beforePeople.max(left.beforePeople).add(hidden).subtract(house);
            intervals.add(new Interval(from, to, most));
        }
    }

    private @Nullable Worth at(long deals) {
        if (!tried.containsKey(deals)) {
            Worth found = worth.apply(deals);
            tried.put(deals, found);
            if (found != null && (mostProfit == null || found.profit().compareTo(mostProfit) > 0)) {
                best = deals;
                mostProfit = found.profit();
            }
        }
        return tried.get(deals);
    }
}
