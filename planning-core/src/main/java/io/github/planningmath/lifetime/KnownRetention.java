package io.github.planningmath.lifetime;

import io.github.planningmath.internal.Doubles;
import java.util.function.IntToDoubleFunction;

/**
 * A curve known for a number of periods, with a tail.
 *
 * @param type the curve's type, for messages
 * @param last the last known period, at least 1
 * @param survivals the known survival
 * @param retentions the known retention; 0 where nobody is left to stay
 * @param tail what comes after the last period
 */
record KnownRetention(
        String type, int last, IntToDoubleFunction survivals, IntToDoubleFunction retentions, RetentionTail tail) {

    /** No renewal: nobody stays. */
    static final int NONE = 0;

    double survival(int period) {
        RetentionPeriods.requirePeriod(period, type + ".survival");
        return period <= last
                ? survivals.applyAsDouble(period)
                : survivals.applyAsDouble(last) * Math.pow(rate(beyond(period, ".survival")), period - (double) last);
    }

    double retention(int period) {
        return rate(renewal(period));
    }

    /** The known renewal whose retention is taken for that of a period, or {@link #NONE}. */
    int renewal(int period) {
        RetentionPeriods.requireRenewal(period, type + ".retention");
        return period <= last ? period : beyond(period, ".retention");
    }

    double discountedLifetime(int age, double discount) {
        RetentionPeriods.requireAge(age, type + ".discountedLifetime");
        double factor = 1 / (1 + Doubles.notNegative(discount, "RetentionCurve.discount"));
        int known = Math.max(age, last);
        double held = rate(beyond(known + 1, ".discountedLifetime"));
        double lifetime = (1 + discount) / (discount + (1 - held));
        for (int period = known; period > age; period--) {
            lifetime = 1 + factor * rate(period) * lifetime;
        }
        return lifetime;
    }

    private double rate(int renewal) {
        return renewal == NONE ? 0 : retentions.applyAsDouble(renewal);
    }

    /** Where nobody is left, there is nothing to assume. */
    private int beyond(int period, String method) {
        if (tail == RetentionTail.NOBODY_STAYS || rate(last) == 0) {
            return NONE;
        }
        if (tail == RetentionTail.HOLD_LAST_RETENTION) {
            return last;
        }
        throw new IllegalArgumentException(type + method + " must be asked for at most " + last
                + " periods, which are known, but was asked for " + period
                + ". Perhaps a finite horizon or RetentionTail.HOLD_LAST_RETENTION was meant.");
    }
}
