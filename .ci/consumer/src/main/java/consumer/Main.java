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
        Product crm =
                Product.builder("crm").tier(tier).price("1200").unitCost("300").build();
        Channel site = Channel.builder("site")
                .approach(tier.approach())
                .siteConversion("2.5%")
                .warmUpRate("40%")
                .costPerVisit("0.8")
                .build();
        SalesProcess selling = SalesProcess.builder()
                .managerConversion("20%")
                .cycleMonths(1)
                .channel("site", "100%")
                .build();
        PlanningConstants constants = PlanningConstants.builder()
                .currency("EUR")
                .horizon(year)
                .product(crm)
                .channel(site)
                .tier(tier, selling)
                .fixedCosts(FixedCosts.perMonth("8000"))
                .build();
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("120000"), constants, Position.empty(year.first()))
                .orThrow();
        for (Kpi kpi : List.of(Kpi.NEW_DEALS, Kpi.LEADS, Kpi.TRAFFIC, Kpi.TRAFFIC_COST, Kpi.PROFIT)) {
            System.out.println(plan.norm(kpi, Scope.all()));
        }
        System.out.println(plan.explain(Kpi.LEADS, Scope.month(year.first())));
    }
}
