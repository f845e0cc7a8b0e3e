package io.github.planningmath.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The number of deals that comes to the most, where numbers may be refused for reasons of their own: resources that they do
 * not fit.
 *
 * <p>What fits is a range from below, but for rounding: whole counts trade a unit between months, so near the end of the range
 * a number may fit where one less does not. Up to {@value #FEW} deals every number is tried. Beyond, the end of the range is
 * found by halving, and the best is sought from there in both directions, until so many numbers in a row bring no better; if
 * profit may have a peak before that end, it is sought on a grid and between its neighbours as well.
 */
final class VolumeSearch {

    /** If no more deals can be made, they are compared one by one. */
    static final int FEW = 512;

    /** So many in a row that are no better end a search along a line. */
    private static final int PATIENCE = 48;

    /** Powers of two up to this are tried: where they all fit, nothing limits the deals. */
    private static final int MOST_LENGTH = 40;

    private static final int GRID = 32;

    /** How what deals come to depends on their number. */
    enum Shape {
        /** On a line that rises, but for rounding. */
        RISING,
        /** On a sawtooth: with every further person it falls. */
        SAWTOOTH,
        /** On any curve, such as one with a peak. */
        CURVED
    }

    private final LongFunction<PeopleSearch.@Nullable Worth> worth;
    private final Shape shape;
    private final Map<Long, PeopleSearch.@Nullable Worth> tried = new HashMap<>();
    private @Nullable Long best;

    /**
     * A search.
     *
     * @param worth what a number of deals comes to; nothing where it cannot be made or does not fit
     * @param shape how that depends on the number
     */
    VolumeSearch(LongFunction<PeopleSearch.@Nullable Worth> worth, Shape shape) {
        this.worth = worth;
        this.shape = shape;
    }

    /** The greatest number that fits, but for rounding; -1 if none does. */
    private long last = -1;

    /**
     * The number that comes to the most, the least of several; nothing if none fits.
     *
     * @return the number
     */
    @Nullable
    Long best() {
        last = lastThatFits();
        if (last <= FEW) {
            for (long deals = 0; deals <= Math.max(0, last) + PATIENCE; deals++) {
                at(deals);
            }
            return best;
        }
        if (shape == Shape.SAWTOOTH) {
            at(new PeopleSearch(this::at, false).best());
        }
        around(last);
        if (shape == Shape.CURVED) {
            climb(bestOfGrid());
        }
        return best;
    }

    /**
     * Whether there is no most: profit rises as far as deals can be counted.
     *
     * @param countable whether a number of deals can be counted
     * @return whether nothing ends the range
     */
    boolean unlimited(java.util.function.LongPredicate countable) {
        return last > FEW
                && best != null
                && best > last / 2
                && (last >= 1L << MOST_LENGTH || !countable.test(last + 1));
    }

    private long lastThatFits() {
        long fits = at(0) == null ? -1 : 0;
        for (int length = 0; length <= MOST_LENGTH; length++) {
            if (at(1L << length) == null) {
                return fits < 0 ? fits : between(fits, 1L << length);
            }
            fits = 1L << length;
        }
        return fits;
    }

    private long between(long fitting, long failing) {
        long least = fitting;
        long most = failing;
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

    private void around(long center) {
        at(center);
        along(center, -1);
        along(center, 1);
    }

    private void along(long from, int step) {
        int without = 0;
        for (long deals = from + step; deals >= 0 && without < PATIENCE; deals += step) {
            without = at(deals) != null && best != null && best == deals ? 0 : without + 1;
        }
    }

    /** The best of evenly spaced numbers and of powers of two: the width of its neighbourhood. */
    private long[] bestOfGrid() {
        long center = 0;
        long width = 1;
        for (long deals = 1; deals < last; deals *= 2) {
            if (isBetter(deals, center)) {
                center = deals;
                width = deals;
            }
        }
        for (int place = 1; place <= GRID; place++) {
            long deals = last / GRID * place;
            if (isBetter(deals, center)) {
                center = deals;
                width = last / GRID;
            }
        }
        return new long[] {Math.max(0, center - width), Math.min(last, center + width)};
    }

    private void climb(long[] range) {
        long least = range[0];
        long most = range[1];
        while (most - least > 8) {
            long left = least + (most - least) / 3;
            long right = most - (most - least) / 3;
            if (isBetter(right, left)) {
                least = left;
            } else {
                most = right;
            }
        }
        around((least + most) / 2);
    }

    private boolean isBetter(long deals, long than) {
        PeopleSearch.Worth value = at(deals);
        PeopleSearch.Worth other = at(than);
        return value != null && (other == null || value.profit().compareTo(other.profit()) > 0);
    }

    private PeopleSearch.@Nullable Worth at(long deals) {
        if (!tried.containsKey(deals)) {
            tried.put(deals, worth.apply(deals));
            if (best == null ? tried.get(deals) != null : isBetter(deals, best) || isEqualAndFewer(deals, best)) {
                best = deals;
            }
        }
        return tried.get(deals);
    }

    private boolean isEqualAndFewer(long deals, long than) {
        PeopleSearch.Worth value = tried.get(deals);
        PeopleSearch.Worth other = tried.get(than);
        return deals < than && value != null && other != null && value.profit().compareTo(other.profit()) == 0;
    }
}
