package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.lifetime.BuyerModel;
import io.github.planningmath.lifetime.Order;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Repeat purchases since the first order, added up: those that came, and those that a model expects of these customers, of
 * whom it knows the day of the first purchase alone.
 *
 * @param points in order of date
 */
record Tracking(List<Point> points) {

    private static final int MOST_POINTS = 60;
    private static final int DAYS_A_WEEK = 7;

    /**
     * Where things stand on a day.
     *
     * @param date the day
     * @param actual repeat purchases up to it
     * @param expected repeat purchases up to it
     */
    record Point(LocalDate date, long actual, double expected) {}

    /** Tracks the customers of the calibration up to the end of observation. */
    static Tracking of(
            List<Order> orders, BuyerModel model, double daysAUnit, LocalDate calibrationUntil, LocalDate until) {
        TreeMap<LocalDate, Long> firsts = new TreeMap<>();
        TreeMap<LocalDate, Long> repeats = new TreeMap<>();
        for (List<LocalDate> days : purchaseDays(orders, until)) {
            if (!days.isEmpty() && !days.get(0).isAfter(calibrationUntil)) {
                firsts.merge(days.get(0), 1L, Long::sum);
                days.subList(1, days.size()).forEach(day -> repeats.merge(day, 1L, Long::sum));
            }
        }
        Map<Long, Double> expectations = new HashMap<>();
        List<Point> points = new ArrayList<>();
        for (LocalDate day : days(firsts.firstKey(), until)) {
            long actual = repeats.headMap(day, true).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            double expected = firsts.headMap(day, true).entrySet().stream()
                    .mapToDouble(first -> first.getValue()
                            * expectations.computeIfAbsent(
                                    day.toEpochDay() - first.getKey().toEpochDay(),
                                    age -> model.expectedPurchases(age / daysAUnit)))
                    .sum();
            points.add(new Point(day, actual, expected));
        }
        return new Tracking(points);
    }

    /** The days on which a customer's amounts sum to more than 0: what the library counts as a purchase. */
    private static List<List<LocalDate>> purchaseDays(List<Order> orders, LocalDate until) {
        Map<String, TreeMap<LocalDate, BigDecimal>> amounts = new HashMap<>();
        for (Order order : orders) {
            if (!order.date().isAfter(until)) {
                amounts.computeIfAbsent(order.customer(), customer -> new TreeMap<>())
                        .merge(order.date(), order.amount(), BigDecimal::add);
            }
        }
        return amounts.values().stream()
                .map(days -> days.entrySet().stream()
                        .filter(day -> day.getValue().signum() > 0)
                        .map(Map.Entry::getKey)
                        .toList())
                .toList();
    }

    /** Every week, or every few, up to the end. */
    private static List<LocalDate> days(LocalDate first, LocalDate until) {
        long weeks = (until.toEpochDay() - first.toEpochDay()) / DAYS_A_WEEK;
        long step = DAYS_A_WEEK * (weeks / MOST_POINTS + 1);
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = until; !day.isBefore(first); day = day.minusDays(step)) {
            days.add(0, day);
        }
        return days;
    }

    Point last() {
        return points.get(points.size() - 1);
    }
}
