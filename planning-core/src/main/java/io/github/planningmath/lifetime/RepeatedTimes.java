package io.github.planningmath.lifetime;

import java.util.Arrays;

/** Whether customers share ages, as they do in whole days: told from an even sample of the rows. */
final class RepeatedTimes {

    private static final int SAMPLE = 1 << 13;

    /** Where fewer of the sampled ages are different, tables by time pay. */
    private static final double MOST_DIFFERENT = 0.75;

    private RepeatedTimes() {}

    static boolean in(CustomerColumns customers) {
        int size = Math.min(SAMPLE, customers.size());
        double[] ages = new double[size];
        for (int i = 0; i < size; i++) {
            ages[i] = customers.age((int) ((long) customers.size() * i / size));
        }
        Arrays.sort(ages);
        int different = size == 0 ? 0 : 1;
        for (int i = 1; i < size; i++) {
            different += ages[i] == ages[i - 1] ? 0 : 1;
        }
        return different < MOST_DIFFERENT * size;
    }
}
