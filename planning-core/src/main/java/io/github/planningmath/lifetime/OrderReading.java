package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads orders once, customer by customer, and counts what becomes of each. */
final class OrderReading {

    private final ChronoUnit unit;
    private final LocalDate calibrationUntil;
    private final LocalDate observedUntil;
    private final Supplier<OrderDays> daysOfCustomer;
    private final Map<String, OrderDays> days = new LinkedHashMap<>();

    private long orders;
    private long afterEnd;
    private long merged;
    private long refunds;
    private long zeroAmounts;

    /** A reading that keeps histories up to one day and counts the purchases from there up to another. */
    OrderReading(
            ChronoUnit unit, LocalDate calibrationUntil, LocalDate observedUntil, Supplier<OrderDays> daysOfCustomer) {
        this.unit = unit;
        this.calibrationUntil = calibrationUntil;
        this.observedUntil = observedUntil;
        this.daysOfCustomer = daysOfCustomer;
    }

    OrderReading addAll(Iterator<Order> all, String component) {
        while (all.hasNext()) {
            add(Required.present(all.next(), component));
        }
        return this;
    }

    private void add(Order order) {
        orders++;
        OrderDays ofCustomer = days.computeIfAbsent(order.customer(), name -> daysOfCustomer.get());
        if (order.date().isAfter(observedUntil)) {
            afterEnd++;
            return;
        }
        if (order.amount().signum() < 0) {
            refunds++;
        } else if (order.amount().signum() == 0) {
            zeroAmounts++;
        }
        if (ofCustomer.add(order, calibrationUntil.toEpochDay())) {
            merged++;
        }
    }

    /** Closes all days; to be called once. */
    Result result() {
        long lastOfCalibration = calibrationUntil.toEpochDay();
        HistoryRows rows = new HistoryRows(days.size());
        List<Long> laterPurchases = new ArrayList<>();
        long purchases = 0;
        long notPositive = 0;
        long newcomers = 0;
        for (Map.Entry<String, OrderDays> entry : days.entrySet()) {
            PurchaseTally tally = entry.getValue().close(lastOfCalibration);
            purchases += tally.purchases() + tally.laterPurchases();
            notPositive += tally.notPositive();
            if (tally.purchases() > 0) {
                rows.add(
                        entry.getKey(),
                        (int) (tally.purchases() - 1),
                        tally.daysToLast() / FixedLength.days(unit),
                        tally.daysUntil(lastOfCalibration) / FixedLength.days(unit),
                        tally.averageSpend());
                laterPurchases.add(tally.laterPurchases());
            } else if (tally.laterPurchases() > 0) {
                newcomers++;
            }
        }
        OrdersRead read = new OrdersRead(
                orders,
                afterEnd,
                merged,
                notPositive,
                purchases,
                refunds,
                zeroAmounts,
                (long) days.size(),
                days.size() - rows.size() - newcomers);
        return new Result(rows.histories(unit, calibrationUntil, read), laterPurchases, newcomers);
    }

    /**
     * What reading gives.
     *
     * @param histories of the customers with a purchase up to the end of calibration
     * @param laterPurchases of each of them, after it
     * @param newcomers customers whose first purchase was after it
     */
    record Result(CustomerHistories histories, List<Long> laterPurchases, long newcomers) {}
}
