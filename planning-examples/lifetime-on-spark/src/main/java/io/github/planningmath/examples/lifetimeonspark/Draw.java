package io.github.planningmath.examples.lifetimeonspark;

import io.github.planningmath.lifetime.BgNbd;
import io.github.planningmath.lifetime.BuyerSimulator;
import io.github.planningmath.lifetime.CustomerColumns;
import java.io.Serializable;

/**
 * Simulated customers, won over twelve weeks, and observed for 27 to 39.
 *
 * @param customers how many
 * @param seed of the random numbers
 */
record Draw(int customers, long seed) implements Serializable {

    private static final int BLOCK = 50_000;
    private static final int LEAST_AGE = 27 * 7;
    private static final int GREATEST_AGE = 39 * 7;

    /** In days: on average a purchase in four months, and one customer in four leaves after it. */
    private static BgNbd model() {
        return new BgNbd(0.24, 31, 0.8, 2.4);
    }

    long blocks() {
        return ((long) customers + BLOCK - 1) / BLOCK;
    }

    /** The customers of a block; the last has what is left. */
    CustomerColumns block(long block) {
        int size = (int) Math.min(BLOCK, customers - block * BLOCK);
        return new BuyerSimulator(model(), seed + block).wholeHistories(size, LEAST_AGE, GREATEST_AGE);
    }

    String customer(long block, int row) {
        return "customer-" + (block * BLOCK + row + 1);
    }
}
