package io.github.planningmath.evidence;

import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.util.List;
import java.util.Map;

/** The plan's constants that logs in tests are held against: one product, over one site. */
final class SoldOverOneSite {

    private SoldOverOneSite() {}

    static PlanningConstants in(int year) {
        return PlanningConstants.of(
                "EUR",
                Horizon.year(year),
                Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")),
                List.of(new Channel(
                        "site",
                        MarketingApproach.TARGETED,
                        Rate.percent(5),
                        Rate.percent(40),
                        CostPerVisit.of("1.50"),
                        null)),
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 1, ChannelMix.only("site"))));
    }
}
