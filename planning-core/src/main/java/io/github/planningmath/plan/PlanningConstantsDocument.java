package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Constants as a document gives them; what it leaves out is as of {@link PlanningConstants#builder()}. */
record PlanningConstantsDocument(
        @Nullable Currency currency,
        @Nullable Horizon horizon,
        @Nullable Season season,
        @Nullable Assortment assortment,
        @Nullable List<Channel> channels,
        @Nullable Map<SalesTier, SalesProcess> tiers,
        @Nullable FixedCosts fixedCosts,
        @Nullable PeopleCost peopleCost,
        @Nullable Ownership ownership,
        @Nullable Map<String, Season> seasonByProduct,
        @Nullable List<Change> changes)
        implements DocumentPart {

    PlanningConstants constants() {
        return new PlanningConstants(
                Required.present(currency, "PlanningConstants.currency"),
                Required.present(horizon, "PlanningConstants.horizon"),
                season == null ? Season.even() : season,
                Required.present(assortment, "PlanningConstants.assortment"),
                Required.present(channels, "PlanningConstants.channels"),
                Required.present(tiers, "PlanningConstants.tiers"),
                fixedCosts == null ? FixedCosts.none() : fixedCosts,
                peopleCost == null ? Payroll.none() : peopleCost,
                ownership == null ? Ownership.byDefault() : ownership,
                seasonByProduct == null ? Map.of() : seasonByProduct,
                changes == null ? List.of() : changes);
    }
}
