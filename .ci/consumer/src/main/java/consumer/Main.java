package consumer;

import io.github.planningmath.kpi.*;
import io.github.planningmath.plan.*;
import io.github.planningmath.product.*;
import io.github.planningmath.quantity.*;
import io.github.planningmath.sales.*;
import io.github.planningmath.traffic.*;
import java.time.*;

public class Main {
    public static void main(String[] args) {
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
                .horizon(Horizon.year(2027))
                .product(crm)
                .channel(site)
                .tier(tier, selling)
                .fixedCosts(FixedCosts.perMonth("8000"))
                .build();

        Position opening = Position.empty(YearMonth.of(2027, 1));
        Plan plan = Planner.withDefaults()
                .plan(FinancialGoal.profit("120000"), constants, opening)
                .orThrow();
        System.out.println(plan.norm(Kpi.NEW_DEALS, Scope.all()));
        System.out.println(plan.norm(Kpi.PROFIT, Scope.all()));
        System.out.println(plan.explain(Kpi.LEADS, Scope.month(YearMonth.of(2027, 1))));
    }
}
