package io.github.planningmath.plan;

import io.github.planningmath.sales.SalesTier;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The work of projected cells: of every tier that is sold in, every month. */
final class Workloads {

    private Workloads() {}

    static Workload of(ResolvedBusiness business, Cells cells) {
        List<Workload.Work> work = new ArrayList<>();
        for (int month = 0; month < business.months(); month++) {
            Map<SalesTier, Sum> byTier = new EnumMap<>(SalesTier.class);
            for (ProductLine line : business.lines()) {
                byTier.computeIfAbsent(line.product().tier(), tier -> new Sum()).add(line, cells, month);
            }
            for (Map.Entry<SalesTier, Sum> sum : byTier.entrySet()) {
                work.add(sum.getValue().work(business.horizon().month(month), sum.getKey()));
            }
        }
        return new Workload(business.horizon(), work);
    }

    /** A tier's counts of a month. */
    private static final class Sum {

        private long leads;
        private long newDeals;
        private long repeatDeals;
        private long customers;

        void add(ProductLine line, Cells cells, int month) {
            int index = line.index();
            for (int channel = 0; channel < line.channels(); channel++) {
                long brought = cells.leads()[index].in(month, channel);
                leads = PlanOverflow.sum(leads, brought, "leads");
            }
            CustomerBase.Course course = cells.courses()[index];
            newDeals = PlanOverflow.sum(newDeals, cells.deals()[index].in(month), "deals");
            repeatDeals = PlanOverflow.sum(repeatDeals, course.repeats().in(month), "repeatDeals");
            customers = PlanOverflow.sum(customers, course.base()[month], "base");
        }

        Workload.Work work(YearMonth month, SalesTier tier) {
            return new Workload.Work(month, tier, leads, newDeals, repeatDeals, customers);
        }
    }
}
