package io.github.planningmath.lifetime;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The days of one customer's orders, on the way to a {@link PurchaseTally}. */
interface OrderDays {

    /** Adds an order; returns whether its day had one already. */
    boolean add(Order order);

    /** All days, closed. */
    PurchaseTally close();

    /** Orders that come in order of date: only the latest day is open, so a customer costs the same however many there are. */
    final class InOrder implements OrderDays {

        private final PurchaseTally closed;
        private @Nullable BigDecimal openSum;
        private long openDay;

        InOrder(long lastOfCalibration) {
            closed = new PurchaseTally(lastOfCalibration);
        }

        @Override
        public boolean add(Order order) {
            long day = order.date().toEpochDay();
            if (openSum != null && day == openDay) {
                openSum = openSum.add(order.amount());
                return true;
            }
            if (openSum != null) {
                if (day < openDay) {
                    throw outOfOrder(order);
                }
                closed.add(openDay, openSum);
            }
            openDay = day;
            openSum = order.amount();
            return false;
        }

        @Override
        public PurchaseTally close() {
            if (openSum != null) {
                closed.add(openDay, openSum);
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
        private final long lastOfCalibration;

        InAnyOrder(long lastOfCalibration) {
            this.lastOfCalibration = lastOfCalibration;
        }

        @Override
        public boolean add(Order order) {
            int before = sums.size();
            sums.merge(order.date().toEpochDay(), order.amount(), BigDecimal::add);
            return sums.size() == before;
        }

        @Override
        public PurchaseTally close() {
            PurchaseTally tally = new PurchaseTally(lastOfCalibration);
            sums.forEach(tally::add);
            return tally;
        }
    }
}
