package io.github.planningmath.lifetime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days of one customer's orders, on the way to a {@link PurchaseTally}. */
interface OrderDays {

    /** Adds an order; returns whether its day had one already. */
    boolean add(Order order, long lastOfCalibration);

    /** All days, closed. */
    PurchaseTally close(long lastOfCalibration);

    /** Orders that come in order of date: only the latest day is open, so a customer costs the same however many there are. */
    final class InOrder implements OrderDays {

        private final PurchaseTally closed = new PurchaseTally();
        private @Nullable BigDecimal openSum;
        private long openDay;

        @Override
        public boolean add(Order order, long lastOfCalibration) {
            long day = order.date().toEpochDay();
            if (openSum != null && day == openDay) {
                openSum = openSum.add(order.amount());
                return true;
            }
            if (openSum != null) {
                if (day < openDay) {
                    throw outOfOrder(order);
                }
                closed.add(openDay, openSum, lastOfCalibration);
            }
            openDay = day;
            openSum = order.amount();
            return false;
        }

        @Override
        public PurchaseTally close(long lastOfCalibration) {
            if (openSum != null) {
                closed.add(openDay, openSum, lastOfCalibration);
                openSum = null;
            }
            return closed;
        }

        private IllegalArgumentException outOfOrder(Order order) {
            return new IllegalArgumentException("Orders must come in order of date for each customer, but "
                    + order.customer() + "'s of " + order.date() + " came after one of "
                    + LocalDate.ofEpochDay(openDay)
                    + ". Perhaps they need sorting, or fromUnsorted, which keeps every day of every customer.");
        }
    }

    /** Orders that come in any order: every day is kept until the end. */
    final class InAnyOrder implements OrderDays {

        private final TreeMap<Long, BigDecimal> sums = new TreeMap<>();

        @Override
        public boolean add(Order order, long lastOfCalibration) {
            int before = sums.size();
            sums.merge(order.date().toEpochDay(), order.amount(), BigDecimal::add);
            return sums.size() == before;
        }

        @Override
        public PurchaseTally close(long lastOfCalibration) {
            PurchaseTally tally = new PurchaseTally();
            sums.forEach((day, sum) -> tally.add(day, sum, lastOfCalibration));
            return tally;
        }
    }
}
