package io.github.planningmath.resource;

import io.github.planningmath.plan.Projection;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.staffing.PeopleNeed;
import io.github.planningmath.staffing.SalesTeam;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan takes of the resources.
 *
 * @param spend the cost of traffic by month
 * @param totalSpend their sum
 * @param managers managers at full productivity by month; none where managers are no limit
 */
record Footprint(List<BigDecimal> spend, BigDecimal totalSpend, List<Ratio> managers) {

    static Footprint of(Projection projection, @Nullable SalesTeam team) {
        Workload work = projection.workload();
        List<BigDecimal> spend =
                work.horizon().all().stream().map(projection::trafficCost).toList();
        return new Footprint(spend, spend.stream().reduce(BigDecimal.ZERO, BigDecimal::add), managers(work, team));
    }

    static List<Ratio> managers(Workload work, @Nullable SalesTeam team) {
        return team == null
                ? List.of()
                : team.need(work).stream().map(PeopleNeed::fullTime).toList();
    }
}
