package io.github.planningmath.plan;

import java.util.function.LongFunction;

/**
 * The search for a number of new deals that reaches the goal while one less does not. Profit is not monotone in whole
 * deals, so the numbers probed must not depend on goal or constants: 0 first, then N's bit length by bisection, then its
 * bits. Of two goals the higher fails wherever the lower fails, so where their paths part the higher goes up: it never
 * gets fewer deals.
 */
final class DealSearch {

    /** Bit lengths up to this are found with five probes; longer ones with five more. */
    private static final int COMMON_LENGTHS = 31;

    private static final int LENGTHS = 61;

    private final LongFunction<Reach> probe;
    private int probes;
    private Reach reachOfEnough = Reach.BLOCKED;

    DealSearch(LongFunction<Reach> probe) {
        this.probe = probe;
    }

    int probes() {
        return probes;
    }

    /** Whether the goal is reached without any deal that has to be asked for. */
    Reach none() {
        return at(0);
    }

    /**
     * The least of a run of numbers that reach the goal or that cannot be made; 0 does not reach it.
     *
     * @return a number whose reach is not {@code SHORT} while that of one less is
     */
    long first() {
        int length = shortest(0, COMMON_LENGTHS);
        if (length == COMMON_LENGTHS) {
            length = shortest(COMMON_LENGTHS, LENGTHS);
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
            if (isShort(middle)) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private int shortest(int from, int until) {
        int least = from;
        int most = until;
        while (least < most) {
            int middle = (least + most) / 2;
            if (isShort(1L << middle)) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least;
    }

    /** What the number that was found comes to. */
    Reach reachOfFirst() {
        return reachOfEnough;
    }

    private boolean isShort(long deals) {
        Reach reach = at(deals);
        if (reach == Reach.SHORT) {
            return true;
        }
        // every later number that is enough is a smaller one: the last seen is the one found
        reachOfEnough = reach;
        return false;
    }

    /** A number too large to count is as good as one too large to make: a smaller one will do, or none. */
    private Reach at(long deals) {
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
}
