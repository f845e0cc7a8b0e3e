package io.github.planningmath.accord;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.review.Actuals;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plan of six months with two deals, ten leads, twenty contacts and two hundred visits in each, and facts about it. */
final class Agreed {

    static final YearMonth JANUARY = YearMonth.of(2027, 1);

    private Agreed() {}

    static PlanningConstants constants() {
        return PlanningConstants.of(
                "EUR",
                Horizon.ofMonths(JANUARY, 6),
                Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "300")),
                List.of(new Channel(
                        "site",
                        MarketingApproach.INDUSTRY,
                        Rate.percent(10),
                        Rate.percent(50),
                        CostPerVisit.of("1"),
                        null)),
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))));
    }

    /** With events beside the site, which bring two leads in five. */
    static PlanningConstants twoChannels() {
        return constants()
                .withChannels(List.of(
                        constants().channel("site"), constants().channel("site").withName("events")))
                .withTier(
                        SalesTier.CONSULTATIVE,
                        process -> process.withChannels(
                                ChannelMix.of("site", Rate.percent(60), "events", Rate.percent(40))));
    }

    static Plan plan() {
        return plan(constants());
    }

    static Plan plan(PlanningConstants constants) {
        return Planner.withDefaults()
                .plan(SettledGoal.revenue("12000"), constants, Position.empty(JANUARY))
                .orThrow();
    }

    /** The same numbers in each of so many months. */
    static Actuals facts(int months, long visits, long contacts, long leads, long deals) {
        List<Actuals.Cell> cells = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            cells.add(Actuals.Cell.of(JANUARY.plusMonths(month), "crm", "site")
                    .withVisits(visits)
                    .withContacts(contacts)
                    .withLeads(leads)
                    .withNewDeals(deals)
                    .withRepeatDeals(0L));
        }
        return Actuals.from(cells);
    }
}
