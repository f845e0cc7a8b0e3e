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
    static final int FEW = 256;

    /** So many in a row that are no better end a search along a line. */
    private static final int PATIENCE = 24;

    /** Where as many fit, nothing limits the deals. */
    private static final long MOST = 1L << 40;

    private static final int GRID = 16;

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
    private long offered = -1;

    /** The greatest number that fits, but for rounding; -1 if none does. */
    private long last = -1;

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

    /** Compares a number besides those that the search comes upon, which begins with the greatest of them that fits. */
    void offer(long deals) {
        if (at(deals) != null) {
            offered = Math.max(offered, deals);
        }
    }

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
            climb();
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
        return last > FEW && best != null && best > last / 2 && (last >= MOST || !countable.test(last + 1));
    }

    private long lastThatFits() {
        long fits = offered < 0 && at(0) != null ? 0 : offered;
        for (long step = 1; step <= MOST; step *= 2) {
            if (at(fits + step) == null) {
                return fits < 0 ? fits : between(fits, fits + step);
            }
            fits += step;
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

    /** Looks for a peak below the last number, between the neighbours of the best on a grid. */
    private void climb() {
        long width = last / GRID;
        long center = last;
        for (long deals = last - width; deals > 0; deals -= width) {
            center = isBetter(deals, center) ? deals : center;
        }
        if (center == last && risesToTheLast()) {
            return;
        }
        long least = Math.max(0, center - width);
        long most = Math.min(last, center + width);
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

    private boolean risesToTheLast() {
        return best != null && best > last - PATIENCE;
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
