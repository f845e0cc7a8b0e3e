package io.github.planningmath.lifetime;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** One customer's days, closed in order of date: a day whose amounts sum to more than 0 is a purchase. */
final class PurchaseTally {

    private final long lastOfCalibration;
    private final Purchases known = new Purchases();

    /** All purchases; the known ones where there are no others. */
    private Purchases all = known;

    private long notPositive;

    PurchaseTally(long lastOfCalibration) {
        this.lastOfCalibration = lastOfCalibration;
    }

    void add(long day, BigDecimal sum) {
        if (sum.signum() <= 0) {
            notPositive++;
        } else if (day <= lastOfCalibration) {
            known.add(day, sum);
        } else {
            if (all == known) {
                all = new Purchases(known);
            }
            all.add(day, sum);
        }
    }

    /** Up to the last day of calibration. */
    Purchases known() {
        return known;
    }

    /** Up to the end. */
    Purchases all() {
        return all;
    }

    long notPositive() {
        return notPositive;
    }

    /** Purchases in order of date. */
    static final class Purchases {

        private long count;
        private long firstDay;
        private long lastDay;
        private BigDecimal repeatSpend = BigDecimal.ZERO;

        private Purchases() {}

        private Purchases(Purchases other) {
            this.count = other.count;
            this.firstDay = other.firstDay;
            this.lastDay = other.lastDay;
            this.repeatSpend = other.repeatSpend;
        }

        private void add(long day, BigDecimal sum) {
            if (count == 0) {
                firstDay = day;
            } else {
                repeatSpend = repeatSpend.add(sum);
            }
            count++;
            lastDay = day;
        }

        long count() {
            return count;
        }

        /** The history up to a day; there must be a purchase. */
        void addTo(HistoryRows rows, String customer, long until, double daysOfUnit) {
            rows.add(
                    customer,
                    (int) (count - 1),
                    (lastDay - firstDay) / daysOfUnit,
                    (until - firstDay) / daysOfUnit,
                    averageSpend());
        }

        private @Nullable Double averageSpend() {
            return count < 2
                    ? null
                    : repeatSpend
                            .divide(BigDecimal.valueOf(count - 1), MathContext.DECIMAL128)
                            .doubleValue();
        }
    }
}
