package io.github.planningmath.examples.lifetimevalue;

import io.github.planningmath.examples.terminal.WrongInputException;
import io.github.planningmath.lifetime.DiscountRate;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What orders are valued with.
 *
 * @param unit the unit of times
 * @param lastDay the last day of observation; absent for the day of the last order
 * @param firstOfHoldout the first day that models are judged on; absent for the last third of the time
 * @param margin the contribution margin of a sale
 * @param discount what later money is worth less
 */
record Assumptions(
        ChronoUnit unit,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate firstOfHoldout,
        Rate margin,
        DiscountRate discount) {

    private static final double SECONDS_A_DAY = 86_400;

    Assumptions {
        if (discount.rate().equals(Ratio.ZERO)) {
            throw new WrongInputException("--discount must be above 0: without one, value has no end");
        }
    }

    LocalDate until(OrdersFound orders) {
        return lastDay == null ? orders.last() : lastDay;
    }

    LocalDate calibrationUntil(OrdersFound orders) {
        LocalDate until = until(orders);
        LocalDate holdout = firstOfHoldout == null ? orders.lastThird(until) : firstOfHoldout;
        if (!holdout.isAfter(orders.first()) || holdout.isAfter(until)) {
            throw new WrongInputException("--holdout must be after the first order, " + orders.first()
                    + ", and not after the last day, " + until + ", but was " + holdout);
        }
        return holdout.minusDays(1);
    }

    double daysAUnit() {
        return unit.getDuration().toSeconds() / SECONDS_A_DAY;
    }

    /** A year in units. */
    double year() {
        return ChronoUnit.YEARS.getDuration().toSeconds()
                / (double) unit.getDuration().toSeconds();
    }
}
