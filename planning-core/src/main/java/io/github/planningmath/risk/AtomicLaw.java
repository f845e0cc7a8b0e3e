package io.github.planningmath.risk;

import java.util.Arrays;

/**
 * The law of a sum that takes few values: these in order, and the chance of each.
 *
 * @param values in order
 * @param chances of them; they sum to 1 but for what is too small to count
 * @param raised the most by which the sum may be above the value that stands for it
 */
@SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
record AtomicLaw(double[] values, double[] chances, double raised) {

    /** Chances below this are left out: all of them together are less than 1e-12. */
    private static final double NOTHING = 1e-18;

    private static final int MOST_PAIRS = 1 << 18;

    private static final int CELLS = 1 << 14;

    int size() {
        return values.length;
    }

    /** The law of a lattice. */
    static AtomicLaw ofLattice(double step, long first, double[] chances) {
        int size = 0;
        double[] values = new double[chances.length];
        double[] kept = new double[chances.length];
        for (int i = 0; i < chances.length; i++) {
            if (chances[i] > NOTHING) {
                values[size] = (first + i) * step;
                kept[size++] = chances[i];
            }
        }
        return new AtomicLaw(Arrays.copyOf(values, size), Arrays.copyOf(kept, size), 0);
    }

    /** The law of the sum with another that is independent: exact, or rounded down to a grid where there are too many values. */
    AtomicLaw plus(AtomicLaw other) {
        return (long) size() * other.size() <= MOST_PAIRS ? pairs(other) : onGrid(other);
    }

    private AtomicLaw pairs(AtomicLaw other) {
        int all = size() * other.size();
        long[] order = new long[all];
        double least = values[0] + other.values[0];
        double range = values[size() - 1] + other.values[other.size() - 1] - least;
        double scale = range == 0 ? 0 : (1L << 40) / range;
        for (int i = 0, at = 0; i < size(); i++) {
            for (int j = 0; j < other.size(); j++, at++) {
                long key = (long) ((values[i] + other.values[j] - least) * scale);
                order[at] = key << 18 | at;
            }
        }
        Arrays.sort(order);
        double[] sums = new double[all];
        double[] products = new double[all];
        int count = 0;
        double nearness = range * 1e-11;
        for (long each : order) {
            int at = (int) (each & (MOST_PAIRS - 1));
            double sum = values[at / other.size()] + other.values[at % other.size()];
            double product = chances[at / other.size()] * other.chances[at % other.size()];
            if (count > 0 && sum - sums[count - 1] <= nearness) {
                products[count - 1] += product;
            } else if (product > NOTHING) {
                sums[count] = sum;
                products[count++] = product;
            }
        }
        return new AtomicLaw(Arrays.copyOf(sums, count), Arrays.copyOf(products, count), raised + other.raised);
    }

    private AtomicLaw onGrid(AtomicLaw other) {
        double least = values[0] + other.values[0];
        double width = (values[size() - 1] + other.values[other.size() - 1] - least) / (CELLS - 2);
        double[] cells = new double[CELLS];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                cells[(int) ((values[i] + other.values[j] - least) / width)] += chances[i] * other.chances[j];
            }
        }
        double[] sums = new double[CELLS];
        double[] kept = new double[CELLS];
        int count = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            if (cells[cell] > NOTHING) {
                sums[count] = least + cell * width;
                kept[count++] = cells[cell];
            }
        }
        return new AtomicLaw(
                Arrays.copyOf(sums, count), Arrays.copyOf(kept, count), raised + other.raised + width * (1 + 1e-9));
    }

    /** The chance that the sum with another, which is independent, is at least an amount, as if nothing were raised. */
    double atLeast(AtomicLaw other, double amount) {
        double tail = 0;
        double sum = 0;
        int from = other.size();
        for (int i = 0; i < size(); i++) {
            while (from > 0 && values[i] + other.values[from - 1] >= amount) {
                from--;
                tail += other.chances[from];
            }
            sum += chances[i] * tail;
        }
        return Math.min(1, sum);
    }

    double mean() {
        double mean = 0;
        for (int i = 0; i < size(); i++) {
            mean += values[i] * chances[i];
        }
        return mean;
    }

    /** 0, and the second to the fourth moment about the mean. */
    double[] centralMoments() {
        double mean = mean();
        double[] moments = new double[RawMoments.ORDER];
        for (int i = 0; i < size(); i++) {
            double off = values[i] - mean;
            moments[1] += off * off * chances[i];
            moments[2] += off * off * off * chances[i];
            moments[3] += off * off * off * off * chances[i];
        }
        return moments;
    }

    static AtomicLaw certain(double value) {
        return new AtomicLaw(new double[] {value}, new double[] {1}, 0);
    }
}
