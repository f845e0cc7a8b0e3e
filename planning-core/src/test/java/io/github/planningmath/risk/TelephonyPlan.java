package io.github.planningmath.risk;

import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.CatchUp;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;

/** The plan of the README, with the edges of old: 432 deals of 216,000 visits for a profit of 120,000. */
final class TelephonyPlan {

    static final SalesTier TIER = SalesTier.CONSULTATIVE;

    static final FinancialGoal GOAL = FinancialGoal.profit("120000")
            .withAfterHorizon(AfterHorizon.stops())
            .withCatchUp(CatchUp.AT_ONCE);

    static final Uncertainty COUNTED = Uncertainty.none()
            .with(Driver.siteConversion("site"), Doubt.observed(500, 20_000))
            .with(Driver.warmUpRate("site"), Doubt.observed(200, 500))
            .with(Driver.managerConversion(TIER), Doubt.observed(80, 400));

    private TelephonyPlan() {}

    static PlanningConstants constants() {
        return PlanningConstants.builder()
                .currency("EUR")
                .horizon(Horizon.year(2027))
                .product(Product.builder("crm")
                        .tier(TIER)
                        .price("1200")
                        .unitCost("300")
                        .build())
                .channel(Channel.builder("site")
                        .approach(TIER.approach())
                        .siteConversion("2.5%")
                        .warmUpRate("40%")
                        .costPerVisit("0.8")
                        .build())
                .tier(
                        TIER,
                        SalesProcess.builder()
                                .managerConversion("20%")
                                .cycleMonths(1)
                                .channel("site", "100%")
                                .build())
                .fixedCosts(FixedCosts.perMonth("8000"))
                .build();
    }

    static Position opening() {
        return Position.empty(constants().horizon().first());
    }

    static Plan plan() {
        return Planner.withDefaults().plan(GOAL, constants(), opening()).orThrow();
    }
}
