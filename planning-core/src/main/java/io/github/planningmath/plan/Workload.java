package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.sales.SalesTier;
import java.time.YearMonth;
import java.util.List;

/**
 * The work that a plan gives to its people, in whole counts by month and tier.
 *
 * @param horizon the months of the plan
 * @param work cells of the horizon's months, each month and tier once; a cell left out has no work
 */
public record Workload(Horizon horizon, List<Work> work) {

    /**
     * The work of a tier in a month.
     *
     * @param month the month
     * @param tier the tier
     * @param leads leads that came in
     * @param newDeals deals made with new customers
     * @param repeatDeals deals made with customers that had bought before
     * @param customers customers at the month's end
     */
    public record Work(YearMonth month, SalesTier tier, Long leads, Long newDeals, Long repeatDeals, Long customers) {

        public Work {
            Required.present(month, "Work.month");
            Required.present(tier, "Work.tier");
            Required.count(leads, "Work.leads");
            Required.count(newDeals, "Work.newDeals");
            Required.count(repeatDeals, "Work.repeatDeals");
            Required.count(customers, "Work.customers");
        }
    }

    public Workload {
        Required.present(horizon, "Workload.horizon");
        work = Required.list(work, "Workload.work");
        Required.distinct(
                work.stream().map(cell -> List.of(cell.month(), cell.tier())).toList(), "Workload.work");
        for (Work cell : work) {
            if (!horizon.contains(cell.month())) {
                throw new IllegalArgumentException("Workload.work must be in a month from " + horizon.first() + " to "
                        + horizon.last() + ", but was in " + cell.month() + ".");
            }
        }
    }

    /**
     * No work at all.
     *
     * @param horizon the months of the plan
     * @return a workload without cells
     */
    public static Workload none(Horizon horizon) {
        return new Workload(horizon, List.of());
    }

    /**
     * The work of one month.
     *
     * @param month a month of the horizon
     * @return its cells, at most one a tier
     * @throws IllegalArgumentException if the month is outside of the horizon
     */
    public List<Work> in(YearMonth month) {
        Required.monthBetween(month, horizon.first(), horizon.last(), "Workload.month");
        return work.stream().filter(cell -> cell.month().equals(month)).toList();
    }
}
