package io.github.planningmath.examples.jmh;

import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.AfterHorizon;
import io.github.planningmath.plan.CatchUp;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Season;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A made-up company of any size: a year, three tiers over all channels with cycles of 0, 2 and 5 months, a season, repeat
 * sales, a base of three ages and an open pipeline for every product. The same seed gives the same company.
 */
record Company(PlanningConstants constants, Position opening, FinancialGoal goal) {

    private static final List<SalesTier> TIERS = List.of(SalesTier.values());
    private static final List<MarketingApproach> APPROACHES = List.of(MarketingApproach.values());
    private static final Map<SalesTier, Integer> CYCLES =
            Map.of(SalesTier.TRANSACTIONAL, 0, SalesTier.CONSULTATIVE, 2, SalesTier.STRATEGIC, 5);

    static Company of(int products, int channels, boolean running) {
        Random random = new Random(20_270_101L);
        List<Channel> surfaces = channels(random, channels);
        List<Product> assortment = products(random, products);
        Map<String, Ratio> weights = new LinkedHashMap<>();
        assortment.forEach(product -> weights.put(product.name(), Ratio.of(1 + random.nextInt(30))));
        PlanningConstants constants = new PlanningConstants(
                Currency.getInstance("EUR"),
                Horizon.year(2027),
                season(random),
                new Assortment(assortment, Mix.ofWeights(weights)),
                surfaces,
                tiers(random, surfaces),
                FixedCosts.perMonth("100000"),
                Payroll.perMonth("250000"),
                Ownership.withDefaults(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
        Position opening = running
                ? opening(random, assortment, surfaces)
                : Position.empty(constants.horizon().first());
        FinancialGoal goal = FinancialGoal.profit("12000000")
                .withAfterHorizon(AfterHorizon.stops())
                .withCatchUp(CatchUp.AT_ONCE);
        return new Company(constants, opening, goal);
    }

    private static List<Channel> channels(Random random, int count) {
        List<Channel> channels = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            channels.add(new Channel(
                    "channel " + c,
                    APPROACHES.get(c % 3),
                    Rate.of(20 + random.nextInt(60), 1000),
                    Rate.percent(20 + random.nextInt(60)),
                    new CostPerVisit(BigDecimal.valueOf(5 + random.nextInt(40), 2)),
                    null));
        }
        return channels;
    }

    private static List<Product> products(Random random, int count) {
        List<Product> products = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            int price = 500 + random.nextInt(3000);
            products.add(new Product(
                    "product " + p,
                    TIERS.get(p % 3),
                    BigDecimal.valueOf(price),
                    BigDecimal.valueOf(price / 4),
                    p % 2 == 0 ? Rate.percent(5) : null,
                    new ConstantRepeat(Ratio.percent(80 + random.nextInt(20)), Ratio.percent(random.nextInt(30))),
                    null,
                    List.of(),
                    null));
        }
        return products;
    }

    private static Season season(Random random) {
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            indices.put(month, Ratio.percent(70 + random.nextInt(60)));
        }
        return new Season.OfYear(indices);
    }

    private static Map<SalesTier, SalesProcess> tiers(Random random, List<Channel> channels) {
        Map<SalesTier, SalesProcess> tiers = new EnumMap<>(SalesTier.class);
        for (SalesTier tier : SalesTier.values()) {
            Map<String, Ratio> weights = new LinkedHashMap<>();
            channels.forEach(channel -> weights.put(channel.name(), Ratio.of(1 + random.nextInt(20))));
            tiers.put(
                    tier,
                    SalesProcess.of(
                            Rate.percent(15 + random.nextInt(20)),
                            CYCLES.getOrDefault(tier, 0),
                            ChannelMix.ofWeights(weights)));
        }
        // in one tier every other channel converts in its own way
        for (int c = 0; c < channels.size(); c += 2) {
            String channel = channels.get(c).name();
            Rate rate = Rate.percent(15 + random.nextInt(20));
            tiers.computeIfPresent(SalesTier.CONSULTATIVE, (tier, process) -> process.withConversion(channel, rate));
        }
        return tiers;
    }

    private static Position opening(Random random, List<Product> products, List<Channel> channels) {
        YearMonth january = YearMonth.of(2027, 1);
        List<Position.Customers> customers = new ArrayList<>();
        List<Position.OpenLeads> leads = new ArrayList<>();
        for (Product product : products) {
            for (int age = 0; age < 3; age++) {
                customers.add(Position.Customers.of(product.name(), age * 6, random.nextInt(20)));
            }
            for (int month = 0; month < 3; month++) {
                String channel = channels.get(random.nextInt(channels.size())).name();
                leads.add(
                        Position.OpenLeads.of(product.name(), channel, january.plusMonths(month), random.nextInt(10)));
            }
        }
        return Position.of(january, customers, leads);
    }
}
