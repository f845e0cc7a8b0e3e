package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanVisitor;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small plans, and facts that equal them. */
final class Reviewed {

    static final YearMonth JANUARY = YearMonth.of(2027, 1);
    static final YearMonth FEBRUARY = YearMonth.of(2027, 2);
    static final YearMonth MARCH = YearMonth.of(2027, 3);

    private Reviewed() {}

    /** One month, "crm" at 1,000 without costs, sold at 20 % of the leads of the month, which are 5 % of the visits of "site". */
    static PlanningConstants constants() {
        return PlanningConstants.of(
                "EUR",
                Horizon.ofMonths(JANUARY, 1),
                Assortment.only(Product.of("crm", SalesTier.CONSULTATIVE, "1000", "0")),
                List.of(channel("site", "5%", "0")),
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))));
    }

    /** As many leads from a as from b, of which 30 % and 10 % buy. */
    static PlanningConstants twoChannels() {
        return PlanningConstants.of(
                "EUR",
                Horizon.ofMonths(JANUARY, 1),
                constants().assortment(),
                List.of(channel("a", "5%", "0"), channel("b", "5%", "0")),
                Map.of(
                        SalesTier.CONSULTATIVE,
                        SalesProcess.of(
                                        Rate.percent(30),
                                        0,
                                        ChannelMix.of("a", Rate.percent(50), "b", Rate.percent(50)))
                                .withConversion("b", Rate.percent(10))));
    }

    /** A channel whose contacts are all leads. */
    static Channel channel(String name, String siteConversion, String costPerVisit) {
        return new Channel(
                name,
                MarketingApproach.INDUSTRY,
                Rate.of(siteConversion),
                Rate.ONE,
                CostPerVisit.of(costPerVisit),
                null);
    }

    /** The same products in equal shares of new deals. */
    static Assortment assortment(Product... products) {
        Map<String, Ratio> mix = new LinkedHashMap<>();
        for (Product product : products) {
            mix.put(product.name(), Ratio.ONE);
        }
        return new Assortment(List.of(products), Mix.ofWeights(mix));
    }

    static Plan plan(String revenue, PlanningConstants constants) {
        return Planner.withDefaults()
                .plan(SettledGoal.revenue(revenue), constants, Position.empty(JANUARY))
                .orThrow();
    }

    /** What happened, where it is just what was planned: every cell that the plan has, deals of the product as a whole. */
    static List<Actuals.Cell> asPlanned(Plan plan) {
        PlanningConstants constants = plan.constants();
        List<Actuals.Cell> cells = new ArrayList<>();
        plan.visit(new PlanVisitor() {
            @Override
            public void cell(int month, int product, int channel, long visits, long contacts, long leads) {
                cells.add(Actuals.Cell.of(
                                constants.horizon().month(month),
                                constants.assortment().products().get(product).name(),
                                constants.channels().get(channel).name())
                        .withVisits(visits)
                        .withContacts(contacts)
                        .withLeads(leads));
            }

            @Override
            public void product(int month, int product, long newDeals, long repeatDeals, long base) {
                cells.add(Actuals.Cell.of(
                                constants.horizon().month(month),
                                constants.assortment().products().get(product).name())
                        .withNewDeals(newDeals)
                        .withRepeatDeals(repeatDeals)
                        .withBase(base));
            }
        });
        return cells;
    }
}
