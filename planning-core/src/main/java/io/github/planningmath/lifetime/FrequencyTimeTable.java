package io.github.planningmath.lifetime;

/**
 * A few numbers for each pair of a frequency and a time, computed when first asked for: an open hash table. When it is full,
 * further pairs are computed each time they are asked for.
 */
abstract class FrequencyTimeTable {

    private static final int KEYS = 2;
    private static final int SMALLEST = 1 << 10;
    private static final int LARGEST = 1 << 18;

    private final int stride;

    /** By slot: frequency + 1 (0 where the slot is free), time, values. The last slot is for pairs that find no room. */
    private double[] entries;

    private int slots;
    private int size;

    FrequencyTimeTable(int values) {
        this.stride = KEYS + values;
        this.slots = SMALLEST;
        this.entries = new double[(slots + 1) * stride];
    }

    /** Where the first value of a pair is. */
    final int place(int frequency, double time) {
        int at = slot(frequency, time) * stride;
        if (entries[at] != 0) {
            return at + KEYS;
        }
        return added(frequency, time, at);
    }

    final double value(int place) {
        return entries[place];
    }

    /** Computes the values of a pair. */
    abstract void fill(int frequency, double time, double[] values, int place);

    private int added(int frequency, double time, int freeAt) {
        int at = freeAt;
        if (2 * (size + 1) > slots) {
            if (slots == LARGEST) {
                at = slots * stride;
                fill(frequency, time, entries, at + KEYS);
                return at + KEYS;
            }
            grow();
            at = slot(frequency, time) * stride;
        }
        entries[at] = frequency + 1.0;
        entries[at + 1] = time;
        fill(frequency, time, entries, at + KEYS);
        size++;
        return at + KEYS;
    }

    /** The slot of a pair, or the free one where it belongs. */
    private int slot(int frequency, double time) {
        double key = frequency + 1.0;
        long hash = (Double.doubleToRawLongBits(time) + frequency * 0xD1B54A32D192ED03L) * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 44) & (slots - 1);
        for (int at = slot * stride; entries[at] != 0 && !(entries[at] == key && entries[at + 1] == time); ) {
            slot = (slot + 1) & (slots - 1);
            at = slot * stride;
        }
        return slot;
    }

    private void grow() {
        double[] old = entries;
        int oldSlots = slots;
        slots = 4 * oldSlots;
        entries = new double[(slots + 1) * stride];
        for (int at = 0; at < oldSlots * stride; at += stride) {
            if (old[at] != 0) {
                System.arraycopy(old, at, entries, slot((int) (old[at] - 1), old[at + 1]) * stride, stride);
            }
        }
    }
}
