package io.github.planningmath.lifetime;

import io.github.planningmath.internal.DocumentForm;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a model expects of many customers, by column: one row a customer.
 *
 * <p>As JSON it is a view, which is not read back: the two columns.
 */
public final class Scores {

    private final double[] probabilityAlive;
    private final double[] expectedPurchases;

    /** Rows to be filled by {@link ScoringRun}. */
    Scores(int size) {
        this.probabilityAlive = new double[size];
        this.expectedPurchases = new double[size];
    }

    /** As they are written: by column. */
    private record View(List<Double> probabilitiesAlive, List<Double> expectedPurchases) {}

    @DocumentForm.Written
    View view() {
        return new View(
                probabilitiesAlive().boxed().toList(),
                expectedPurchases().boxed().toList());
    }

    /**
     * How many customers there are.
     *
     * @return the rows
     */
    public int size() {
        return probabilityAlive.length;
    }

    /**
     * The probability that a customer is still active at the end of observation.
     *
     * @param row from 0 to {@code size() - 1}
     * @return from 0 to 1
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double probabilityAlive(int row) {
        return probabilityAlive[row];
    }

    /**
     * The purchases to expect of a customer in the duration that was asked for.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the expected number
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double expectedPurchases(int row) {
        return expectedPurchases[row];
    }

    /**
     * The column of the probabilities to be still active.
     *
     * @return one element a row
     */
    public DoubleStream probabilitiesAlive() {
        return Arrays.stream(probabilityAlive);
    }

    /**
     * The column of the purchases to expect.
     *
     * @return one element a row
     */
    public DoubleStream expectedPurchases() {
        return Arrays.stream(expectedPurchases);
    }

    void set(int row, double alive, double expected) {
        probabilityAlive[row] = alive;
        expectedPurchases[row] = expected;
    }

    @Override
    public String toString() {
        return size() + " scores";
    }
}
