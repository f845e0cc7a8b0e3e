package io.github.planningmath.lifetime;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** One customer's days, closed in order of date: a day whose amounts sum to more than 0 is a purchase. */
final class PurchaseTally {

    private long purchases;
    private long laterPurchases;
    private long notPositive;
    private long firstDay;
    private long lastDay;
    private BigDecimal repeatSpend = BigDecimal.ZERO;

    /** Adds a day; a purchase after the last day of calibration is counted, and nothing else of it is kept. */
    void add(long day, BigDecimal sum, long lastOfCalibration) {
        if (sum.signum() <= 0) {
            notPositive++;
        } else if (day > lastOfCalibration) {
            laterPurchases++;
        } else {
            if (purchases == 0) {
                firstDay = day;
            } else {
                repeatSpend = repeatSpend.add(sum);
            }
            purchases++;
            lastDay = day;
        }
    }

    long purchases() {
        return purchases;
    }

    long laterPurchases() {
        return laterPurchases;
    }

    long notPositive() {
        return notPositive;
    }

    long daysToLast() {
        return lastDay - firstDay;
    }

    long daysUntil(long day) {
        return day - firstDay;
    }

    @Nullable
    Double averageSpend() {
        return purchases < 2
                ? null
                : repeatSpend
                        .divide(BigDecimal.valueOf(purchases - 1), MathContext.DECIMAL128)
                        .doubleValue();
    }
}
