package io.github.planningmath.plan;

import io.github.planningmath.kpi.Ownership;
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
import org.jspecify.annotations.Nullable;

/**
 * Businesses drawn at random: several products in three tiers over several channels, whose rates are counted or in percent, a
 * season, customers, open leads and fractions carried, ceilings and pins.
 */
final class DrawnBusinesses {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);
    private static final List<SalesTier> TIERS = List.of(SalesTier.values());

    private final Random random;

    DrawnBusinesses(Random random) {
        this.random = random;
    }

    /** A conversion of so many in so many trials: 300 to 2,000 of them, as a month or a year has. */
    Rate counted() {
        int trials = between(300, 2_000);
        return Rate.of(between(trials / 20, trials), trials);
    }

    private Rate inPercent() {
        return Rate.percent(between(5, 100));
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private boolean in(int times) {
        return random.nextInt(times) == 0;
    }

    /** Constants of so many channels at most. */
    PlanningConstants constants(int mostChannels) {
        boolean counts = random.nextBoolean();
        List<Channel> channels = channels(between(1, mostChannels), counts);
        List<Product> products = products();
        Map<String, Ratio> mix = new LinkedHashMap<>();
        products.forEach(product -> mix.put(product.name(), Ratio.of(between(1, 5))));
        return new PlanningConstants(
                Currency.getInstance("EUR"),
                Horizon.ofMonths(JANUARY, between(1, 8)),
                season(),
                new Assortment(products, Mix.ofWeights(mix)),
                channels,
                tiers(channels, counts),
                FixedCosts.perMonth("100"),
                Payroll.none(),
                Ownership.withDefaults(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
    }

    private List<Channel> channels(int count, boolean counts) {
        List<Channel> channels = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            channels.add(new Channel(
                    "c" + c,
                    MarketingApproach.INDUSTRY,
                    counts ? counted() : inPercent(),
                    inPercent(),
                    new CostPerVisit(BigDecimal.valueOf(random.nextInt(20), 2)),
                    in(5) ? (Long) (long) between(50, 500) : null));
        }
        return channels;
    }

    private Map<SalesTier, SalesProcess> tiers(List<Channel> channels, boolean counts) {
        Map<SalesTier, SalesProcess> tiers = new EnumMap<>(SalesTier.class);
        for (SalesTier tier : SalesTier.values()) {
            Map<String, Ratio> weights = new LinkedHashMap<>();
            for (Channel channel : channels) {
                if (weights.isEmpty() || !in(4)) {
                    weights.put(channel.name(), Ratio.of(between(1, 9)));
                }
            }
            SalesProcess process =
                    SalesProcess.of(counts ? counted() : inPercent(), random.nextInt(4), ChannelMix.ofWeights(weights));
            for (String channel : weights.keySet()) {
                if (random.nextBoolean()) {
                    process = process.withConversion(channel, counts ? counted() : inPercent());
                }
            }
            tiers.put(tier, process);
        }
        return tiers;
    }

    private List<Product> products() {
        List<Product> products = new ArrayList<>();
        for (int p = between(1, 3); p > 0; p--) {
            products.add(SmallBusiness.product("p" + p, Integer.toString(between(100, 1_000)), "50")
                    .withTier(TIERS.get(random.nextInt(TIERS.size())))
                    .withRepeat(new ConstantRepeat(Ratio.percent(between(0, 100)), Ratio.percent(between(0, 30)))));
        }
        return products;
    }

    private Season season() {
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            indices.put(month, month != Month.FEBRUARY && in(6) ? Ratio.ZERO : Ratio.percent(between(30, 150)));
        }
        indices.put(Month.JANUARY, Ratio.ONE);
        return new Season.OfYear(indices);
    }

    /** A position with customers, open leads and fractions, some of them of constants long gone. */
    Position opening(PlanningConstants constants) {
        List<Position.Customers> customers = new ArrayList<>();
        List<Position.OpenLeads> leads = new ArrayList<>();
        List<Position.Remainder> fractions = new ArrayList<>();
        for (Product product : constants.assortment().products()) {
            if (random.nextBoolean()) {
                customers.add(new Position.Customers(
                        product.name(), random.nextInt(5), (long) random.nextInt(50), random.nextInt(1_000_000_000)));
            }
            for (int month = 0; month < 3; month++) {
                if (in(3)) {
                    leads.add(Position.OpenLeads.of(
                            product.name(), anyChannel(constants), JANUARY.plusMonths(month), random.nextInt(30)));
                }
            }
            String channel = anyChannel(constants);
            fractions(Position.Rounded.NEW_DEALS, product, null, fractions);
            fractions(Position.Rounded.LEADS, product, channel, fractions);
            fractions(Position.Rounded.CONTACTS, product, channel, fractions);
        }
        return new Position(JANUARY, customers, List.of(), leads, fractions);
    }

    private String anyChannel(PlanningConstants constants) {
        return constants
                .channels()
                .get(random.nextInt(constants.channels().size()))
                .name();
    }

    private void fractions(
            Position.Rounded counted, Product product, @Nullable String channel, List<Position.Remainder> into) {
        if (in(3)) {
            Ratio fraction = random.nextBoolean()
                    ? Ratio.of(between(1, 6), 7)
                    : Ratio.of(1 + random.nextLong(999_999_999_999_999_998L), 1_000_000_000_000_000_000L);
            into.add(new Position.Remainder(counted, product.name(), channel, fraction));
        }
    }

    /** Pins of deals and leads, or none. */
    FinancialGoal goal() {
        return new FinancialGoal(
                FinancialGoal.Measure.REVENUE,
                BigDecimal.valueOf(between(0, 50_000)),
                between(0, 1) == 0 ? AfterHorizon.goesOn() : AfterHorizon.stops(),
                between(0, 1) == 0 ? CatchUp.SPREAD : CatchUp.AT_ONCE);
    }

    List<Pin> pins(PlanningConstants constants) {
        List<Pin> pins = new ArrayList<>();
        Product product = constants.assortment().products().get(0);
        YearMonth month =
                constants.horizon().month(random.nextInt(constants.horizon().months()));
        if (in(4)) {
            pins.add(new Pin.Deals(product.name(), month, (long) random.nextInt(20)));
        }
        if (in(4)) {
            String channel = constants
                    .tier(product.tier())
                    .channels()
                    .shares()
                    .keySet()
                    .iterator()
                    .next();
            pins.add(new Pin.Leads(channel, product.name(), month, (long) random.nextInt(50)));
        }
        return pins;
    }
}
