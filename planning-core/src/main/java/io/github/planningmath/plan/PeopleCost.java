package io.github.planningmath.plan;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What the people of both departments cost in a month: it stands inside the profit. {@link Payroll} is the same every
 * month; a hiring plan gives each month its own.
 */
@FunctionalInterface
@PeopleCostJson
public interface PeopleCost {

    /**
     * The cost of one month.
     *
     * @param month a month of the plan
     * @return at least 0, in the plan's currency
     */
    BigDecimal cost(YearMonth month);
}
