package io.github.planningmath.plan;

import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What worked examples start from: a business that is small enough to be calculated by hand, with neither costs nor losses
 * but those that an example adds.
 */
final class SmallBusiness {

    static final YearMonth JANUARY = YearMonth.of(2027, 1);
    static final YearMonth FEBRUARY = YearMonth.of(2027, 2);
    static final YearMonth MARCH = YearMonth.of(2027, 3);
    static final YearMonth APRIL = YearMonth.of(2027, 4);
    static final Position NOTHING = Position.empty(JANUARY);

    private SmallBusiness() {}

    /**
     * One month, the product "crm" at 1,000 with a unit cost of 300 in the consultative tier, sold at 20 % of the leads in
     * the month they arise, all of them from "site": 5 % of the visits leave a contact, 40 % of these become leads, a
     * visit is free.
     */
    static PlanningConstants constants() {
        return new PlanningConstants(
                Currency.getInstance("EUR"),
                Horizon.ofMonths(JANUARY, 1),
                Season.even(),
                Assortment.only(crm()),
                List.of(channel("site", "5%", "40%", "0")),
                Map.of(SalesTier.CONSULTATIVE, SalesProcess.of(Rate.percent(20), 0, ChannelMix.only("site"))),
                FixedCosts.none(),
                Payroll.none(),
                Ownership.withDefaults(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
    }

    static Product crm() {
        return product("crm", "1000", "300");
    }

    static Product product(String name, String price, String unitCost) {
        return new Product(
                name,
                SalesTier.CONSULTATIVE,
                new BigDecimal(price),
                new BigDecimal(unitCost),
                null,
                RepeatBehaviour.none(),
                null,
                List.of(),
                null);
    }

    static Channel channel(String name, String siteConversion, String warmUp, String costPerVisit) {
        return new Channel(
                name,
                MarketingApproach.INDUSTRY,
                Rate.of(siteConversion),
                Rate.of(warmUp),
                CostPerVisit.of(costPerVisit),
                null);
    }

    /** Products with whole weights in the mix of new deals, both in the same order. */
    static Assortment assortment(List<Product> products, long... weights) {
        Map<String, Ratio> mix = new LinkedHashMap<>();
        for (int index = 0; index < weights.length; index++) {
            mix.put(products.get(index).name(), Ratio.of(weights[index]));
        }
        return new Assortment(products, Mix.ofWeights(mix));
    }

    /** Indices of the months from January on; those not given are 0. */
    static Season season(String... indices) {
        Map<Month, Ratio> byMonth = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            int index = month.getValue() - 1;
            byMonth.put(month, index < indices.length ? Ratio.of(indices[index]) : Ratio.ZERO);
        }
        return new Season.OfYear(byMonth);
    }

    /** So many months from January on. */
    static PlanningConstants months(PlanningConstants constants, int months) {
        return constants.withHorizon(Horizon.ofMonths(JANUARY, months));
    }

    /** Leads become deals so many months after they arose. */
    static PlanningConstants cycle(PlanningConstants constants, int months) {
        return constants.withTier(SalesTier.CONSULTATIVE, process -> process.withCycleMonths(months));
    }

    static Plan plan(FinancialGoal goal, PlanningConstants constants, Position opening, Pin... pins) {
        return outcome(goal, constants, opening, pins).orThrow();
    }

    static Outcome<Plan> outcome(FinancialGoal goal, PlanningConstants constants, Position opening, Pin... pins) {
        return Planner.withDefaults().withPins(Arrays.asList(pins)).plan(goal, constants, opening);
    }

    /** Why a goal cannot be reached. */
    static Unreachable<Plan> refusal(Outcome<Plan> outcome) {
        return outcome.fold(
                plan -> {
                    throw new AssertionError("reached " + plan.goal() + " with " + plan.requiredDeals() + " deals");
                },
                unreachable -> unreachable);
    }
}
