package io.github.planningmath.lifetime;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import java.util.Arrays;
import java.util.List;

/**
 * What customers spent, by column: one row a customer who bought again.
 *
 * <p>As JSON it is a view, which is not read back: the two columns.
 */
public final class SpendColumns {

    /** Averages that differ by no more than this, relative, are of one amount: it is what dividing sums leaves. */
    static final double SAME_AMOUNT = 1e-12;

    private final int[] purchases;
    private final double[] average;

    private SpendColumns(int[] purchases, double[] average) {
        this.purchases = purchases;
        this.average = average;
    }

    /**
     * Takes columns over; they must not be changed afterwards.
     *
     * @param purchases how many purchases a customer's average is of, at least 1
     * @param average the mean amount of these purchases, above 0 and finite
     * @return the columns, backed by the arrays
     * @throws IllegalArgumentException if the arrays differ in length, or a row is not accepted; the message names the row
     */
    public static SpendColumns of(int[] purchases, double[] average) {
        Required.present(purchases, "SpendColumns.purchases");
        Required.present(average, "SpendColumns.average");
        if (purchases.length != average.length) {
            throw new IllegalArgumentException("SpendColumns must have columns of one length, but purchases had "
                    + purchases.length + " rows and average " + average.length + ".");
        }
        for (int row = 0; row < purchases.length; row++) {
            if (!(purchases[row] >= 1)) {
                throw new IllegalArgumentException("SpendColumns.purchases[" + row + "] must be at least 1, but was "
                        + purchases[row] + ". Perhaps customers without a repeat purchase were meant to be left out.");
            }
            if (!(average[row] > 0 && average[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("SpendColumns.average[" + row
                        + "] must be above 0 and finite, but was " + average[row]
                        + ". Perhaps refunds or free orders were counted as purchases.");
            }
        }
        return new SpendColumns(purchases, average);
    }

    /** As they are written: by column. */
    private record View(List<Integer> purchases, List<Double> average) {}

    @DocumentForm.Written
    View view() {
        return new View(
                Arrays.stream(purchases).boxed().toList(),
                Arrays.stream(average).boxed().toList());
    }

    /** The rows with a repeat purchase. */
    static SpendColumns ofRepeatBuyers(CustomerColumns customers, double[] averageSpend) {
        int[] purchases = new int[customers.size()];
        double[] average = new double[customers.size()];
        int size = 0;
        for (int row = 0; row < customers.size(); row++) {
            if (customers.frequency(row) > 0) {
                purchases[size] = customers.frequency(row);
                average[size] = averageSpend[row];
                size++;
            }
        }
        return new SpendColumns(Arrays.copyOf(purchases, size), Arrays.copyOf(average, size));
    }

    /**
     * How many customers there are.
     *
     * @return the rows
     */
    public int size() {
        return purchases.length;
    }

    /** The least average; of no rows infinite. */
    double least() {
        return Arrays.stream(average).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The greatest average; of no rows 0. */
    double greatest() {
        return Arrays.stream(average).max().orElse(0);
    }

    int purchases(int row) {
        return purchases[row];
    }

    double average(int row) {
        return average[row];
    }

    @Override
    public String toString() {
        return size() + " customers who bought again";
    }
}
