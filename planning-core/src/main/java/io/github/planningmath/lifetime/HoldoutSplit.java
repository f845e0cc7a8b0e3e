package io.github.planningmath.lifetime;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * A customer base seen up to a day, and what it bought after that day: for judging a model on purchases that it was not
 * fitted on.
 *
 * <p>A purchase on the last day of calibration belongs to the calibration, one on the day after to the holdout; the ages of
 * the calibration's histories end with its last day. What counts as a purchase, and in which order the orders must come, is
 * said at {@link CustomerHistories}.
 *
 * <p>As JSON it is a view, which is not read back: how many customers there are on both sides, and what they bought.
 */
public final class HoldoutSplit {

    private final CustomerHistories calibration;
    private final CustomerHistories observed;
    private final List<Long> holdoutPurchases;
    private final LocalDate observedUntil;
    private final long newcomers;

    private HoldoutSplit(
            OrderReading.Result result, ChronoUnit unit, LocalDate calibrationUntil, LocalDate observedUntil) {
        this.calibration = new CustomerHistories(unit, calibrationUntil, result.known(), result.read());
        this.observed = new CustomerHistories(unit, observedUntil, result.observed(), result.read());
        this.holdoutPurchases = Collections.unmodifiableList(result.laterPurchases());
        this.observedUntil = observedUntil;
        this.newcomers = result.newcomers();
    }

    /**
     * Splits orders that are in order of date for each customer; memory is proportional to the customers.
     *
     * @param orders each is read once
     * @param unit the unit of all times: days, weeks, months or years
     * @param calibrationUntil the last day of calibration
     * @param observedUntil the last day of the holdout, later than that
     * @return the split
     * @throws IllegalArgumentException if the unit is another, the holdout has no day, or an order of a customer comes after
     *     one of a later date
     */
    public static HoldoutSplit from(
            Iterable<Order> orders, ChronoUnit unit, LocalDate calibrationUntil, LocalDate observedUntil) {
        return split(orders.iterator(), unit, calibrationUntil, observedUntil, OrderDays.InOrder::new);
    }

    /**
     * Splits a stream of orders that are in order of date for each customer.
     *
     * @param orders read sequentially; not closed
     * @param unit the unit of all times: days, weeks, months or years
     * @param calibrationUntil the last day of calibration
     * @param observedUntil the last day of the holdout, later than that
     * @return the split
     * @throws IllegalArgumentException if the unit is another, the holdout has no day, or an order of a customer comes after
     *     one of a later date
     */
    public static HoldoutSplit from(
            Stream<Order> orders, ChronoUnit unit, LocalDate calibrationUntil, LocalDate observedUntil) {
        return split(orders.iterator(), unit, calibrationUntil, observedUntil, OrderDays.InOrder::new);
    }

    /**
     * Splits orders in any order of date; memory is proportional to the days of purchase of all customers.
     *
     * @param orders each is read once
     * @param unit the unit of all times: days, weeks, months or years
     * @param calibrationUntil the last day of calibration
     * @param observedUntil the last day of the holdout, later than that
     * @return the split
     * @throws IllegalArgumentException if the unit is another, or the holdout has no day
     */
    public static HoldoutSplit fromUnsorted(
            Iterable<Order> orders, ChronoUnit unit, LocalDate calibrationUntil, LocalDate observedUntil) {
        return split(orders.iterator(), unit, calibrationUntil, observedUntil, OrderDays.InAnyOrder::new);
    }

    /**
     * Splits a stream of orders in any order of date.
     *
     * @param orders read sequentially; not closed
     * @param unit the unit of all times: days, weeks, months or years
     * @param calibrationUntil the last day of calibration
     * @param observedUntil the last day of the holdout, later than that
     * @return the split
     * @throws IllegalArgumentException if the unit is another, or the holdout has no day
     */
    public static HoldoutSplit fromUnsorted(
            Stream<Order> orders, ChronoUnit unit, LocalDate calibrationUntil, LocalDate observedUntil) {
        return split(orders.iterator(), unit, calibrationUntil, observedUntil, OrderDays.InAnyOrder::new);
    }

    private static HoldoutSplit split(
            Iterator<Order> orders,
            ChronoUnit unit,
            LocalDate calibrationUntil,
            LocalDate observedUntil,
            LongFunction<OrderDays> days) {
        FixedLength.require(unit, "HoldoutSplit.unit");
        Required.present(calibrationUntil, "HoldoutSplit.calibrationUntil");
        Required.present(observedUntil, "HoldoutSplit.observedUntil");
        if (!calibrationUntil.isBefore(observedUntil)) {
            throw new IllegalArgumentException("HoldoutSplit.calibrationUntil must be before the end of observation, "
                    + observedUntil + ", but was " + calibrationUntil + ".");
        }
        return new HoldoutSplit(
                new OrderReading(unit, calibrationUntil, observedUntil, days)
                        .addAll(orders, "HoldoutSplit.from.orders")
                        .result(),
                unit,
                calibrationUntil,
                observedUntil);
    }

    /** As it is written: how many customers there are, and what they bought in the holdout. */
    private record View(
            CustomerHistories calibration,
            CustomerHistories observed,
            LocalDate observedUntil,
            double holdoutDuration,
            long holdoutPurchases,
            long newcomers) {}

    @DocumentForm.Written
    View view() {
        long purchases = holdoutPurchases.stream().mapToLong(Long::longValue).sum();
        return new View(calibration, observed, observedUntil, holdoutDuration(), purchases, newcomers);
    }

    /**
     * What was known on the last day of calibration.
     *
     * @return the histories up to it; their report counts the orders of the holdout as well
     */
    public CustomerHistories calibration() {
        return calibration;
    }

    /**
     * What is known on the last day of the holdout, newcomers included.
     *
     * @return the histories up to it, as {@link CustomerHistories} reads them
     */
    public CustomerHistories observed() {
        return observed;
    }

    /**
     * The purchases of each customer of the calibration in the holdout.
     *
     * @return one element a row of {@link #calibration()}
     */
    public List<Long> holdoutPurchases() {
        return holdoutPurchases;
    }

    /**
     * How long the holdout is.
     *
     * @return days from the last of calibration to the last of observation, in the histories' unit
     */
    public double holdoutDuration() {
        return ChronoUnit.DAYS.between(calibration.observedUntil(), observedUntil)
                / FixedLength.days(calibration.unit());
    }

    /**
     * The customers who made their first purchase in the holdout; they are in no row.
     *
     * @return how many
     */
    public long newcomers() {
        return newcomers;
    }

    @Override
    public String toString() {
        return calibration + ", held out until " + observedUntil;
    }
}
