package consumer;

import io.github.planningmath.kpi.*;
import io.github.planningmath.plan.*;
import io.github.planningmath.product.*;
import io.github.planningmath.quantity.*;
import io.github.planningmath.sales.*;
import io.github.planningmath.traffic.*;
import java.util.*;

public class Main {
    public static void main(String[] args) {
        Horizon year = Horizon.year(2027);
        SalesTier tier = SalesTier.CONSULTATIVE;
        Product crm = Product.of("crm", tier, "1200", "300");
        Channel site =
                new Channel("site", tier.approach(), Rate.of("2.5%"), Rate.of("40%"), CostPerVisit.of("0.8"), null);
        SalesProcess selling = SalesProcess.of(Rate.of("20%"), 1, ChannelMix.only("site"));
        PlanningConstants constants = PlanningConstants.of(
                        "EUR", year, Assortment.only(crm), List.of(site), Map.of(tier, selling))
                .withFixedCosts(FixedCosts.perMonth("8000"));
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("120000"), constants, Position.empty(year.first()))
                .orThrow();
        for (Kpi kpi : List.of(Kpi.NEW_DEALS, Kpi.LEADS, Kpi.TRAFFIC, Kpi.TRAFFIC_COST, Kpi.PROFIT)) {
            System.out.println(plan.norm(kpi, Scope.all()));
        }
        System.out.println(plan.explain(Kpi.LEADS, Scope.month(year.first())));
    }
}
