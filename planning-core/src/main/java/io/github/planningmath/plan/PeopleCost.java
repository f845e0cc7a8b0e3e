package io.github.planningmath.plan;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the people of both departments cost in a month: it stands inside the profit. {@link Payroll} is the same every
 * month; a hiring plan gives each month its own; a team that is as large as the plan's work takes follows the plan. The
 * planner staffs it anew for every number of deals that it tries, so the circle from deals to people, to their cost, to
 * the profit and back to deals closes in the one search.
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

    /**
     * The people whom a plan's work takes.
     *
     * @param work the work of the plan
     * @return what they cost by month; this, unless the people follow the work
     */
    default PeopleCost staffed(Workload work) {
        return this;
    }

    /**
     * Whether there are more people where there is more work. If so, {@link #cost(YearMonth)} is what those cost who are
     * there at the start, and {@link #staffed(Workload)} what the plan's people cost.
     *
     * @return false, unless overridden
     */
    default boolean followsWork() {
        return false;
    }

    /**
     * What the people cost whom a plan's work takes, over all months of its horizon.
     *
     * @param work the work of the plan
     * @return the sum of what those who are {@linkplain #staffed(Workload) staffed} cost, unless overridden by a shorter way
     *     to the same amount
     */
    default BigDecimal cost(Workload work) {
        PeopleCost people = staffed(work);
        return work.horizon().all().stream().map(people::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * What keeps a plan's work from being done, however many people there are.
     *
     * @param work the work of the plan
     * @return the obstacle; null if enough people can do it, which is so unless overridden
     */
    default @Nullable Obstacle obstacle(Workload work) {
        return null;
    }

    /**
     * These people, with what it takes to staff them for many numbers of deals of one business. What they answer is the
     * same.
     *
     * @return this, unless overridden
     */
    default PeopleCost prepared() {
        return this;
    }
}
