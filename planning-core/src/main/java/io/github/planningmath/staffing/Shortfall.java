package io.github.planningmath.staffing;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;

/**
 * A month whose people cannot do all of the plan's work, because nobody can be hired or ramped up in time.
 *
 * @param month the month
 * @param need the people at full productivity whom the work takes
 * @param capacity the people at full productivity whom those on the job amount to, below the need
 */
public record Shortfall(YearMonth month, Ratio need, Ratio capacity) {

    public Shortfall {
        Required.present(month, "Shortfall.month");
        Required.present(need, "Shortfall.need");
        Required.present(capacity, "Shortfall.capacity");
        if (!(capacity.compareTo(need) < 0)) {
            throw new IllegalArgumentException(
                    "Shortfall.capacity must be below the need of " + need + ", but was " + capacity + ".");
        }
    }

    /**
     * What is missing.
     *
     * @return {@code need - capacity}, in people at full productivity
     * @throws ArithmeticException if a term of it does not fit in a long
     */
    public Ratio missing() {
        long common = Math.multiplyExact(need.denominator(), capacity.denominator());
        return Ratio.of(
                Math.multiplyExact(need.numerator(), capacity.denominator())
                        - Math.multiplyExact(capacity.numerator(), need.denominator()),
                common);
    }

    @Override
    public String toString() {
        return month + ": the work takes " + PeopleNeed.text(need) + " people, those on the job amount to "
                + PeopleNeed.text(capacity);
    }
}
