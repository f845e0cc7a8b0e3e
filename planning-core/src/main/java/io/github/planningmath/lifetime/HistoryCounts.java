package io.github.planningmath.lifetime;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Doubles;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Unique purchase histories with the number of customers who share each: all that a fit needs of a customer base.
 *
 * <p>A million customers in whole days have about a hundred thousand different histories, and many fewer different
 * times. Rows are in the order of their first appearance. Weights other than 1, and weights that are no whole numbers, may
 * be given.
 *
 * <p>As JSON it is a view, which is not read back: how many there are.
 */
public final class HistoryCounts {

    private final int[] frequency;
    private final double[] recency;
    private final double[] age;
    private final double[] weight;

    private HistoryCounts(int[] frequency, double[] recency, double[] age, double[] weight) {
        this.frequency = frequency;
        this.recency = recency;
        this.age = age;
        this.weight = weight;
    }

    /**
     * Counts histories.
     *
     * @param histories one a customer
     * @return the unique histories
     */
    public static HistoryCounts of(List<PurchaseHistory> histories) {
        return of(CustomerColumns.of(histories));
    }

    /**
     * Counts the histories of columns.
     *
     * @param customers one row a customer
     * @return the unique histories
     */
    public static HistoryCounts of(CustomerColumns customers) {
        return of(new HistoryCompression(customers.size()).addAll(customers));
    }

    /**
     * Counts histories that have weights, such as the counts of a table, or of parts of a base counted apart.
     *
     * @param customers one row a history; equal rows are merged
     * @param weights how many customers each row stands for; above 0 and finite
     * @return the unique histories
     * @throws IllegalArgumentException if there is not one weight for each row, or one is not above 0
     */
    public static HistoryCounts weighted(CustomerColumns customers, double[] weights) {
        if (weights.length != customers.size()) {
            throw new IllegalArgumentException("HistoryCounts.weights must be as many as the rows, " + customers.size()
                    + ", but were " + weights.length + ".");
        }
        HistoryCompression compression = new HistoryCompression(customers.size());
        for (int row = 0; row < weights.length; row++) {
            compression.add(
                    customers.frequency(row),
                    customers.recency(row),
                    customers.age(row),
                    Doubles.positive(weights[row], "HistoryCounts.weights[" + row + "]"));
        }
        return of(compression);
    }

    private static HistoryCounts of(HistoryCompression unique) {
        return ofUnique(unique.frequencies(), unique.recencies(), unique.ages(), unique.weights());
    }

    static HistoryCounts ofUnique(int[] frequency, double[] recency, double[] age, double[] weight) {
        return new HistoryCounts(frequency, recency, age, weight);
    }

    /** As they are written: how many there are, without the histories. */
    private record View(int histories, double customers, double repeatBuyers, double repeatPurchases) {}

    @DocumentForm.Written
    View view() {
        return new View(size(), customers(), repeatBuyers(), repeatPurchases());
    }

    /**
     * How many different histories there are.
     *
     * @return the rows
     */
    public int size() {
        return frequency.length;
    }

    /**
     * How many customers there are.
     *
     * @return the sum of the weights
     */
    public double customers() {
        return Arrays.stream(weight).sum();
    }

    /**
     * How many customers bought more than once.
     *
     * @return the sum of their weights
     */
    public double repeatBuyers() {
        return IntStream.range(0, size())
                .filter(row -> frequency[row] > 0)
                .mapToDouble(row -> weight[row])
                .sum();
    }

    /**
     * How many repeat purchases there were.
     *
     * @return the sum of weight times frequency
     */
    public double repeatPurchases() {
        return IntStream.range(0, size())
                .mapToDouble(row -> weight[row] * frequency[row])
                .sum();
    }

    /**
     * One of the different histories.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the history
     */
    public PurchaseHistory history(int row) {
        return PurchaseHistory.of(frequency[row], recency[row], age[row]);
    }

    /**
     * How many customers share a history.
     *
     * @param row from 0 to {@code size() - 1}
     * @return its weight, above 0
     */
    public double weight(int row) {
        return weight[row];
    }

    /**
     * The same counts in an order that does not depend on how they were gathered: by age, then recency, then
     * frequency. A fit adds in the order of the rows, so counts gathered in parts, on several machines, give the very same
     * fit when sorted.
     *
     * @return the sorted counts
     */
    public HistoryCounts sorted() {
        int[] order = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> age[row])
                        .thenComparingDouble(row -> recency[row])
                        .thenComparingInt(row -> frequency[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        return rows(order);
    }

    /** Every n-th row, so that at most so many are left. */
    HistoryCounts thinned(int mostRows) {
        int every = (size() + mostRows - 1) / mostRows;
        return rows(
                IntStream.iterate(0, row -> row < size(), row -> row + every).toArray());
    }

    /** The weighted mean age, above 0 where anybody has been observed for any time. */
    double meanAge() {
        double sum = 0;
        for (int row = 0; row < size(); row++) {
            sum += weight[row] * age[row];
        }
        return sum / customers();
    }

    int frequency(int row) {
        return frequency[row];
    }

    double recency(int row) {
        return recency[row];
    }

    double age(int row) {
        return age[row];
    }

    private HistoryCounts rows(int[] order) {
        return new HistoryCounts(
                Arrays.stream(order).map(row -> frequency[row]).toArray(),
                Arrays.stream(order).mapToDouble(row -> recency[row]).toArray(),
                Arrays.stream(order).mapToDouble(row -> age[row]).toArray(),
                Arrays.stream(order).mapToDouble(row -> weight[row]).toArray());
    }

    @Override
    public String toString() {
        return size() + " histories of " + customers() + " customers";
    }
}
