package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Required;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Reads orders once, customer by customer, and counts what becomes of each. */
final class OrderReading {

    private final ChronoUnit unit;
    private final LocalDate calibrationUntil;
    private final LocalDate observedUntil;
    private final long lastOfCalibration;
    private final LongFunction<OrderDays> daysOfCustomer;
    private final Map<String, OrderDays> days = new LinkedHashMap<>();

    private long orders;
    private long afterEnd;
    private long merged;
    private long refunds;
    private long zeroAmounts;

    /** A reading that keeps histories up to one day and counts the purchases from there up to another. */
    OrderReading(
            ChronoUnit unit,
            LocalDate calibrationUntil,
            LocalDate observedUntil,
            LongFunction<OrderDays> daysOfCustomer) {
        this.unit = unit;
        this.calibrationUntil = calibrationUntil;
        this.observedUntil = observedUntil;
        this.lastOfCalibration = calibrationUntil.toEpochDay();
        this.daysOfCustomer = daysOfCustomer;
    }

    OrderReading addAll(Iterator<Order> all, String component) {
        while (all.hasNext()) {
            add(Required.present(all.next(), component));
        }
        return this;
    }

    void add(Order order) {
        orders++;
        OrderDays ofCustomer = days.computeIfAbsent(order.customer(), name -> daysOfCustomer.apply(lastOfCalibration));
        if (order.date().isAfter(observedUntil)) {
            afterEnd++;
            return;
        }
        if (order.amount().signum() < 0) {
            refunds++;
        } else if (order.amount().signum() == 0) {
            zeroAmounts++;
        }
        if (ofCustomer.add(order)) {
            merged++;
        }
    }

    /** Closes all days; to be called once. */
    Result result() {
        double daysOfUnit = FixedLength.days(unit);
        boolean isSplit = calibrationUntil.isBefore(observedUntil);
        HistoryRows rows = new HistoryRows(days.size());
        HistoryRows observed = new HistoryRows(isSplit ? days.size() : 0);
        List<Long> laterPurchases = new ArrayList<>();
        long purchases = 0;
        long notPositive = 0;
        long newcomers = 0;
        for (Map.Entry<String, OrderDays> entry : days.entrySet()) {
            PurchaseTally tally = entry.getValue().close();
            long known = tally.known().count();
            long all = tally.all().count();
            purchases += all;
            notPositive += tally.notPositive();
            if (known > 0) {
                tally.known().addTo(rows, entry.getKey(), lastOfCalibration, daysOfUnit);
                laterPurchases.add(all - known);
            } else if (all > 0) {
                newcomers++;
            }
            if (isSplit && all > 0) {
                tally.all().addTo(observed, entry.getKey(), observedUntil.toEpochDay(), daysOfUnit);
            }
        }
        CustomerHistories.OrdersRead read = new CustomerHistories.OrdersRead(
                orders,
                afterEnd,
                merged,
                notPositive,
                purchases,
                refunds,
                zeroAmounts,
                (long) days.size(),
                days.size() - rows.size() - newcomers);
        return new Result(rows, isSplit ? observed : rows, read, laterPurchases, newcomers);
    }

    /**
     * What reading gives.
     *
     * @param known the customers with a purchase up to the end of calibration, and their histories up to it
     * @param observed all customers with a purchase up to the end of observation, and their histories up to that
     * @param read what became of the orders
     * @param laterPurchases of each of the former, after it
     * @param newcomers customers whose first purchase was after it
     */
    record Result(
            HistoryRows known,
            HistoryRows observed,
            CustomerHistories.OrdersRead read,
            List<Long> laterPurchases,
            long newcomers) {}
}
