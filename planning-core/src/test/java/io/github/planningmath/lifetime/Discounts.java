package io.github.planningmath.lifetime;

import io.github.planningmath.quantity.Ratio;
import java.time.temporal.ChronoUnit;

/** Discounts for one unit of a model's time, whatever that is: given for a day, with days as the unit. */
final class Discounts {

    static final ChronoUnit UNIT = ChronoUnit.DAYS;

    private Discounts() {}

    /** An effective rate for one unit, to at least 16 digits. */
    static DiscountRate of(double rate) {
        long scale = 100_000_000_000_000_000L;
        for (double rest = rate; rest > 10; rest /= 10) {
            scale /= 10;
        }
        return new DiscountRate(Ratio.of(Math.round(rate * scale), scale), UNIT);
    }
}
