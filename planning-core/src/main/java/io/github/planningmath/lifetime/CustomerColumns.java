package io.github.planningmath.lifetime;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import java.util.Arrays;
import java.util.List;

/**
 * Purchase histories of many customers, by column: one array for each number, one row a customer.
 *
 * <p>Every row keeps the rules of {@link PurchaseHistory}. The arrays are checked once and not copied, so that millions of
 * rows cost nothing: they must not be changed afterwards.
 *
 * <p>As JSON it is a view, which is not read back: the three columns.
 */
public final class CustomerColumns {

    private final int[] frequency;
    private final double[] recency;
    private final double[] age;

    private CustomerColumns(int[] frequency, double[] recency, double[] age) {
        this.frequency = frequency;
        this.recency = recency;
        this.age = age;
    }

    /**
     * Takes columns over.
     *
     * @param frequency repeat purchases by customer
     * @param recency time from the first purchase to the last
     * @param age time from the first purchase to the end of observation
     * @return the columns, backed by the arrays
     * @throws IllegalArgumentException if the arrays differ in length, or a row breaks a rule of {@link PurchaseHistory}; the
     *     message names the row
     */
    public static CustomerColumns of(int[] frequency, double[] recency, double[] age) {
        Required.present(frequency, "CustomerColumns.frequency");
        Required.present(recency, "CustomerColumns.recency");
        Required.present(age, "CustomerColumns.age");
        if (frequency.length != recency.length || frequency.length != age.length) {
            throw new IllegalArgumentException("CustomerColumns must have columns of one length, but frequency had "
                    + frequency.length + " rows, recency " + recency.length + " and age " + age.length + ".");
        }
        for (int row = 0; row < frequency.length; row++) {
            if (!holds(frequency[row], recency[row], age[row])) {
                throw refusal(row, frequency[row], recency[row], age[row]);
            }
        }
        return new CustomerColumns(frequency, recency, age);
    }

    /**
     * Lays histories out by column.
     *
     * @param histories one a customer
     * @return columns of as many rows, in the same order
     */
    public static CustomerColumns of(List<PurchaseHistory> histories) {
        int size = Required.present(histories, "CustomerColumns.histories").size();
        int[] frequency = new int[size];
        double[] recency = new double[size];
        double[] age = new double[size];
        int row = 0;
        for (PurchaseHistory history : histories) {
            frequency[row] = Math.toIntExact(history.frequency());
            recency[row] = history.recency();
            age[row] = history.age();
            row++;
        }
        return new CustomerColumns(frequency, recency, age);
    }

    /** As they are written: by column. */
    private record View(List<Integer> frequency, List<Double> recency, List<Double> age) {}

    @DocumentForm.Written
    View view() {
        return new View(
                Arrays.stream(frequency).boxed().toList(),
                Arrays.stream(recency).boxed().toList(),
                Arrays.stream(age).boxed().toList());
    }

    /**
     * How many customers there are.
     *
     * @return the rows
     */
    public int size() {
        return frequency.length;
    }

    /**
     * A customer's history.
     *
     * @param row from 0 to {@code size() - 1}
     * @return the row as a record
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public PurchaseHistory history(int row) {
        return PurchaseHistory.of(frequency[row], recency[row], age[row]);
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

    private static boolean holds(int frequency, double recency, double age) {
        return age < Double.POSITIVE_INFINITY
                && recency <= age
                && (frequency > 0 ? recency > 0 : frequency == 0 && recency == 0);
    }

    private static IllegalArgumentException refusal(int row, int frequency, double recency, double age) {
        try {
            PurchaseHistory.of(frequency, recency, age);
        } catch (IllegalArgumentException broken) {
            return new IllegalArgumentException("Row " + row + ": " + broken.getMessage(), broken);
        }
        throw new AssertionError("A row was refused that a history accepts: " + row);
    }

    @Override
    public String toString() {
        return size() + " customers";
    }
}
