package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import org.jspecify.annotations.Nullable;

/** The deals of one product by month, as its leads become known. */
abstract sealed class DealCourse permits CumulativeDealCourse, MonthlyDealCourse {

    /** The leads may still grow, but not those that fall due by a month once its deals have been asked for. */
    static DealCourse of(ProductLine line, CumulativeCounts leads) {
        return line.yields() == null
                ? new CumulativeDealCourse(line, leads)
                : new MonthlyDealCourse(line, line.yields(), leads);
    }

    /** Cumulative deals through a month, which may lie up to a sales cycle after the horizon. */
    abstract long through(int month);

    /** Deals expected of what is not the plan's own leads; of a month whose leads are all known but its own. */
    abstract ExpectedDeals expected(int month);

    /** {@link #expected(int)} as an exact number: with what the plan's own leads are worth, all that is expected. */
    abstract Fraction exactlyExpected(int month);

    /** {@link #through(int)} before it is rounded down. */
    abstract Fraction exactly(int month);

    /** What the whole deals through a month leave over. */
    @Nullable
    Ratio leftOver(int month) {
        return LeftOver.of(exactly(month));
    }
}
