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
 * The search for a number of new deals: the first of a run that reaches a goal, the last that can be made, and the one that
 * comes to the most. What a number comes to is looked up once.
 *
 * <p>For the first, the numbers probed must not depend on goal or constants, for profit is not monotone in whole deals: N's
 * bit length by bisection, then its bits. Of two goals the higher fails wherever the lower fails, so where their paths part the
 * higher goes up: it never gets fewer deals.
 *
 * <p>For the one that comes to the most, ranges of numbers are divided, the one that may hold the most first, until none may
 * hold more than was found: then it is proved.
 */
final class DealSearch {

    /** Bit lengths up to this are found with five probes; longer ones with five more. */
    private static final int COMMON_LENGTHS = 31;

    private static final int LENGTHS = 61;

    /** A range of so many numbers is not divided: each of them is tried. */
    private static final long FEW = 16;

    /** As many numbers on either side of the best as rounding may lift above it. */
    private static final long SAW = 128;

    /** So many from 0 on are tried in any case: with few deals, rounding counts for more than anything else. */
    private static final long ALWAYS = 64;

    /** To look what a range can come to takes less than to try a number: so many times as many are looked at. */
    private static final int DIVISIONS = 4;

    private final LongFunction<@Nullable BigDecimal> amount;
    private final Map<Long, @Nullable BigDecimal> tried = new HashMap<>();
    private int probes;
    private Reach reachOfEnough = Reach.BLOCKED;

    /**
     * A search.
     *
     * @param amount what a number of deals comes to; nothing where it cannot be made, counted or is not admitted
     */
    DealSearch(LongFunction<@Nullable BigDecimal> amount) {
        this.amount = amount;
    }

    int probes() {
        return probes;
    }

    int tried() {
        return tried.size();
    }

    /** What a number of deals comes to; nothing where it cannot be made. */
    @Nullable
    BigDecimal at(long deals) {
        if (!tried.containsKey(deals)) {
            tried.put(deals, amount.apply(deals));
        }
        return tried.get(deals);
    }

    /**
     * The least of a run of numbers that reach the goal or that cannot be made; 0 does not reach it.
     *
     * @param probe how far a number reaches
     * @return a number whose reach is not {@code SHORT} while that of one less is, or 1
     */
    long first(LongFunction<Reach> probe) {
        int length = shortest(probe, 0, COMMON_LENGTHS);
        if (length == COMMON_LENGTHS) {
            length = shortest(probe, COMMON_LENGTHS, LENGTHS);
        }
        if (length == LENGTHS) {
            throw PlanOverflow.of("deals");
        }
        if (length == 0) {
            return 1;
        }
        long tooFew = 1L << (length - 1);
        long enough = 1L << length;
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (isShort(probe, middle)) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private int shortest(LongFunction<Reach> probe, int from, int until) {
        int least = from;
        int most = until;
        while (least < most) {
            int middle = (least + most) / 2;
            if (isShort(probe, 1L << middle)) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least;
    }

    /** How far the number that was found reaches. */
    Reach reachOfFirst() {
        return reachOfEnough;
    }

    private boolean isShort(LongFunction<Reach> probe, long deals) {
        Reach reach = reach(probe, deals);
        if (reach == Reach.SHORT) {
            return true;
        }
        // every later number that is enough is a smaller one: the last seen is the one found
        reachOfEnough = reach;
        return false;
    }

    /** A number too large to count is as good as one too large to make: a smaller one will do, or none. */
    Reach reach(LongFunction<Reach> probe, long deals) {
        probes++;
        try {
            return probe.apply(deals);
        } catch (ArithmeticException tooLarge) {
            if (deals == 0) {
                throw tooLarge;
            }
            return Reach.BLOCKED;
        }
    }

    /**
     * The last number that can be made, if from some number on none can; found by doubling steps and halving.
     *
     * @param known a number that can be made, or -1
     * @param most where to stop
     * @return the number; -1 if neither 0 nor 1 can be made
     */
    long last(long known, long most) {
        long made = known < 0 && at(0) != null ? 0 : known;
        for (long step = 1; step <= most; step *= 2) {
            if (at(made + step) == null) {
                return made < 0 ? made : between(made, made + step);
            }
            made += step;
        }
        return made;
    }

    private long between(long possible, long impossible) {
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

    /** The most that any number of a range can come to: negative infinity where none can be made. */
    interface Bound {
        double most(long from, long to);
    }

    /**
     * The number that comes to the most.
     *
     * @param deals the number, the least of those that were tried and come to as much; absent where none can be made
     * @param excluded no number comes to more than this: what the number comes to, or more where the search ended before
     * @param proved whether no number comes to more
     */
    record Peak(@Nullable Long deals, double excluded, boolean proved) {}

    /**
     * What a search that ended before its proof says of a goal: a bound that is not below it says nothing that anybody could use.
     *
     * @param digits the digits after the point to which the bound is rounded up
     */
    Obstacle.NotAllTried ended(Peak peak, FinancialGoal goal, int digits) {
        BigDecimal most = Double.isFinite(peak.excluded())
                        && peak.excluded() < goal.amount().doubleValue()
                ? new BigDecimal(peak.excluded()).setScale(digits, RoundingMode.CEILING)
                : null;
        return new Obstacle.NotAllTried((long) tried(), most);
    }

    /**
     * How hard a search tries.
     *
     * @param step what two different amounts differ by at least, or 0
     * @param bold so many numbers are tried in the hope that this proves the most
     * @param first if it does not, all up to this number are tried
     * @param limit and no more than so many in all
     */
    record Effort(double step, long bold, long first, long limit) {}

    /**
     * The number that comes to the most.
     *
     * @param most the greatest number in question
     * @param bound what a range can come to
     * @param effort how hard to try
     * @return the number, and whether it is proved that none comes to more
     */
    Peak peak(long most, Bound bound, Effort effort) {
        return new PeakSearch(bound, effort).peak(most);
    }

    /** Ranges of numbers, the most promising first. */
    private final class PeakSearch {

        /** Numbers between two others that were tried or excluded, and the most that any of them can come to. */
        private record Range(long from, long to, double most) {}

        private final Bound bound;
        private final Effort effort;
        private final PriorityQueue<Range> ranges = new PriorityQueue<>(
                Comparator.comparingDouble(Range::most).reversed().thenComparingLong(Range::from));
        private long divided;
        private @Nullable Long best;
        private double worth = Double.NEGATIVE_INFINITY;

        PeakSearch(Bound bound, Effort effort) {
            this.bound = bound;
            this.effort = effort;
        }

        Peak peak(long most) {
            for (Long known : tried.keySet().stream().sorted().toList()) {
                compare(known);
            }
            add(0, Math.min(most, ALWAYS));
            if (most > ALWAYS) {
                add(ALWAYS + 1, most);
            }
            divideUpTo(effort.bold);
            if (!ranges.isEmpty()) {
                climb(most);
                for (long deals = 0; deals <= Math.min(most, effort.first) && tried.size() < effort.limit; deals++) {
                    compare(deals);
                }
                divideUpTo(effort.limit);
                if (!ranges.isEmpty()) {
                    walk(most);
                }
            }
            Range open = ranges.peek();
            return open == null ? new Peak(best, worth, true) : new Peak(best, open.most, false);
        }

        /** Divides the most promising range until none is left or so many numbers are tried. */
        private void divideUpTo(long count) {
            while (!ranges.isEmpty()) {
                if (!mayHoldMore(ranges.element())) {
                    ranges.remove();
                } else if (tried.size() < count && divided < DIVISIONS * count) {
                    divide(ranges.remove());
                } else {
                    return;
                }
            }
        }

        /** Goes up from the best power of two, as if there were one peak. */
        private void climb(long most) {
            long center = 1;
            for (int length = 0; length < LENGTHS && 1L << length <= most && at(1L << length) != null; length++) {
                center = isBetter(1L << length, center) ? 1L << length : center;
            }
            long least = center / 2;
            // Fibonacci's numbers: of the two within a range, one was looked at in the range before
            long shorter = 1;
            long longer = 1;
            while (longer < Math.min(most, 2 * center) - least) {
                long next = shorter + longer;
                shorter = longer;
                longer = next;
            }
            while (longer > FEW) {
                long left = least + longer - shorter;
                long right = least + shorter;
                if (right <= most && isBetter(right, left)) {
                    least = left;
                }
                long rest = longer - shorter;
                longer = shorter;
                shorter = rest;
            }
            for (long deals = Math.max(0, least - FEW); deals <= Math.min(most, least + longer); deals++) {
                compare(deals);
            }
        }

        /**
         * Whole counts make a saw of any slope: some numbers on either side of the best, until none of them is better or as many
         * were tried as before.
         */
        private void walk(long most) {
            long width = Math.min(SAW, effort.limit / FEW);
            Long center = null;
            while (best != null && !best.equals(center) && tried.size() < 2 * effort.limit) {
                center = best;
                for (long deals = Math.max(0, center - width); deals <= Math.min(most, center + width); deals++) {
                    compare(deals);
                }
            }
        }

        private boolean isBetter(long deals, long than) {
            compare(deals);
            BigDecimal value = at(deals);
            BigDecimal other = at(than);
            return value != null && (other == null || value.compareTo(other) > 0);
        }

        private boolean mayHoldMore(Range range) {
            return range.most > Double.NEGATIVE_INFINITY
                    && (best == null || range.most >= worth + (range.from < best ? 0 : effort.step));
        }

        private void add(long from, long to) {
            Range range = new Range(from, to, bound.most(from, to));
            if (mayHoldMore(range)) {
                ranges.add(range);
            }
        }

        private void divide(Range range) {
            if (range.to - range.from < FEW || (range.from == 0 && range.to <= ALWAYS)) {
                for (long deals = range.from; deals <= range.to; deals++) {
                    compare(deals);
                }
                return;
            }
            // where there is no end, ranges double
            long middle = range.to >= MeasureBound.MOST_DEALS
                    ? Math.min(2 * range.from, MeasureBound.MOST_DEALS - 1)
                    : range.from + (range.to - range.from) / 2;
            if (tried.size() < effort.bold) {
                compare(middle);
            }
            divided++;
            add(range.from, middle);
            add(middle + 1, range.to);
        }

        private void compare(long deals) {
            BigDecimal value = at(deals);
            BigDecimal than = best == null ? null : at(best);
            int order = value == null ? -1 : than == null ? 1 : value.compareTo(than);
            if (value != null && (order > 0 || (order == 0 && best != null && deals < best))) {
                best = deals;
                worth = value.doubleValue();
            }
        }
    }
}
