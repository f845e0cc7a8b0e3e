package io.github.planningmath.lifetime;

import java.util.Arrays;

/**
 * Numbers different times from 0 in the order in which they are first asked for: whole times, as days are, in an array, others
 * in an open hash table, hardly filled.
 */
final class TimePlaces {

    /** The place of a time that finds no room. */
    static final int NONE = -1;

    /** More different times than days in 80 years. */
    private static final int MOST_TIMES = 1 << 15;

    private static final int SLOTS_A_TIME = 8;
    private static final int SMALLEST = 1 << 12;

    /** By slot: time (not a number where the slot is free) and place. */
    private double[] entries = free(SMALLEST);

    /** By whole time, one more than its place; 0 where it has none. */
    private final int[] afterWhole = new int[MOST_TIMES];

    private int slots = SMALLEST;
    private int size;

    /** The place of a time that was asked for before; {@link #NONE} for any other. */
    int known(double time) {
        int whole = (int) time;
        if (isWhole(time, whole)) {
            return afterWhole[whole] - 1;
        }
        int at = 2 * slot(time);
        return entries[at] == time ? (int) entries[at + 1] : NONE;
    }

    int place(double time) {
        int known = known(time);
        return known == NONE && size < MOST_TIMES ? added(time) : known;
    }

    private static boolean isWhole(double time, int whole) {
        return whole == time && whole < MOST_TIMES;
    }

    private int added(double time) {
        int whole = (int) time;
        if (isWhole(time, whole)) {
            afterWhole[whole] = size + 1;
        } else {
            enter(time);
        }
        return size++;
    }

    private void enter(double time) {
        if (SLOTS_A_TIME * (size + 1) > slots) {
            grow();
        }
        int at = 2 * slot(time);
        entries[at] = time;
        entries[at + 1] = size;
    }

    /** The slot of a time, or the free one where it belongs. */
    private int slot(double time) {
        long hash = Double.doubleToRawLongBits(time) * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 44) & (slots - 1);
        while (entries[2 * slot] != time && !Double.isNaN(entries[2 * slot])) {
            slot = (slot + 1) & (slots - 1);
        }
        return slot;
    }

    private void grow() {
        double[] old = entries;
        slots *= 4;
        entries = free(slots);
        for (int from = 0; from < old.length; from += 2) {
            if (!Double.isNaN(old[from])) {
                System.arraycopy(old, from, entries, 2 * slot(old[from]), 2);
            }
        }
    }

    private static double[] free(int slots) {
        double[] entries = new double[2 * slots];
        Arrays.fill(entries, Double.NaN);
        return entries;
    }
}
