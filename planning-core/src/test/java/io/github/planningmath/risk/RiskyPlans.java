package io.github.planningmath.risk;

import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FinancialGoal;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
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
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.sales.SalesCycle;
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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Plans drawn at random that leave luck little to average out: few deals or many, products that lose money, open leads, customers with
 * fractions, what rounding left over of a plan before, channels that convert otherwise, and constants that change by month.
 */
final class RiskyPlans {

    private static final YearMonth JANUARY = YearMonth.of(2027, 1);

    private static final List<SalesTier> TIERS = List.of(SalesTier.values());

    private final Random random;

    RiskyPlans(long seed) {
        random = new Random(seed);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean in(int times) {
        return random.nextInt(times) == 0;
    }

    Plan plan() {
        return plan(in(2) ? between(0, 12) : between(10, 300));
    }

    Plan plan(int deals) {
        PlanningConstants constants = constants();
        Position opening = in(2) ? Position.empty(JANUARY) : opening(constants);
        if (in(3)) {
            Plan before = plan(constants, opening, between(0, 20));
            constants = constants.withHorizon(Horizon.ofMonths(
                    before.closing().opens(), constants.horizon().months()));
            opening = before.closing();
        }
        return plan(constants, opening, deals);
    }

    /** A plan whose channel mixes change, of tiers and of a product with a process of its own: channels come and go. */
    Plan mixed(int deals) {
        PlanningConstants constants = constants();
        if (in(2)) {
            Product product = constants.assortment().products().get(0);
            constants = constants.withProcess(product.name(), process(constants.channels()));
        }
        Horizon horizon = constants.horizon();
        List<Driver<ChannelMix>> mixes = new ArrayList<>();
        constants.tiers().keySet().forEach(tier -> mixes.add(Driver.channelMix(tier)));
        constants.processByProduct().keySet().forEach(product -> mixes.add(Driver.channelMix(product)));
        for (int month = 1; month < horizon.months(); month++) {
            for (Driver<ChannelMix> mix : mixes) {
                constants = in(2) ? constants.from(horizon.month(month), mix, mix(constants.channels())) : constants;
            }
        }
        return plan(constants, in(2) ? Position.empty(JANUARY) : opening(constants), deals);
    }

    private ChannelMix mix(List<Channel> channels) {
        Map<String, Ratio> weights = new LinkedHashMap<>();
        for (Channel channel : channels) {
            weights.put(channel.name(), Ratio.of(in(3) ? 0 : between(1, 5)));
        }
        weights.computeIfPresent(channels.get(0).name(), (name, weight) -> weight.plus(Ratio.of(1, 7)));
        return ChannelMix.ofWeights(weights);
    }

    static Plan plan(PlanningConstants constants, Position opening, int deals) {
        return Planner.withDefaults()
                .plan(FinancialGoal.deals(deals), constants, opening)
                .fold(plan -> plan, unreachable -> plan(constants, opening, 0));
    }

    private PlanningConstants constants() {
        int numberOfChannels = between(1, 3);
        List<Channel> channels = new ArrayList<>();
        for (String name : List.of("a", "b", "c").subList(0, numberOfChannels)) {
            channels.add(new Channel(
                    name, MarketingApproach.INDUSTRY, rate(30), rate(60), CostPerVisit.of(cents(0, 300)), null));
        }
        List<Product> products = new ArrayList<>();
        Map<String, Ratio> mix = new LinkedHashMap<>();
        Map<SalesTier, SalesProcess> tiers = new EnumMap<>(SalesTier.class);
        for (String name : List.of("x", "y", "z").subList(0, between(1, 3))) {
            SalesTier tier = TIERS.get(between(0, 2));
            products.add(Product.builder(name)
                    .tier(tier)
                    .price(in(2) ? String.valueOf(100 * between(1, 12)) : cents(1_000, 120_000))
                    .unitCost(in(4) ? cents(0, 140_000) : String.valueOf(between(0, 100)))
                    .repeat(repeats())
                    .build());
            if (in(4)) {
                products.set(
                        products.size() - 1,
                        products.get(products.size() - 1).withCommission(Rate.percent(between(1, 30))));
            }
            mix.put(name, Ratio.of(between(1, 5)));
            tiers.computeIfAbsent(tier, any -> process(channels));
        }
        PlanningConstants constants = PlanningConstants.of(
                        "EUR",
                        Horizon.ofMonths(JANUARY, between(1, 6)),
                        new Assortment(products, Mix.ofWeights(mix)),
                        channels,
                        tiers)
                .withSeason(season())
                .withFixedCosts(FixedCosts.perYear(String.valueOf(between(0, 50_000))));
        return in(2) ? constants : changing(constants);
    }

    private PlanningConstants changing(PlanningConstants constants) {
        PlanningConstants changed = constants;
        Horizon horizon = constants.horizon();
        for (Product product : constants.assortment().products()) {
            YearMonth month = horizon.month(between(0, horizon.months() - 1));
            changed = changed.from(month, Driver.price(product.name()), new BigDecimal(50 * between(1, 30)));
            changed = in(2)
                    ? changed.from(month, Driver.unitCost(product.name()), new BigDecimal(between(0, 900)))
                    : changed;
        }
        for (SalesTier tier : constants.tiers().keySet()) {
            YearMonth month = horizon.month(between(0, horizon.months() - 1));
            changed = in(2) ? changed.from(month, Driver.managerConversion(tier), rate(60)) : changed;
        }
        return changed;
    }

    private Rate rate(int most) {
        return in(3) ? Rate.of(between(1, 40), 97) : Rate.percent(between(1, most));
    }

    private String cents(int least, int most) {
        return BigDecimal.valueOf(between(least, most), 2).toPlainString();
    }

    private Season season() {
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            indices.put(month, Ratio.of(between(1, 4), 2));
        }
        return in(2) ? Season.even() : new Season.OfYear(indices);
    }

    private RepeatBehaviour repeats() {
        return switch (between(0, 3)) {
            case 0 -> RepeatBehaviour.none();
            case 1 -> new ConstantRepeat(Ratio.percent(between(0, 100)), Ratio.percent(between(0, 150)));
            case 2 -> new ConstantRepeat(Ratio.percent(95), Ratio.percent(10));
            default ->
                new RepeatByAge(
                        List.of(Ratio.percent(between(0, 100)), Ratio.percent(90)),
                        List.of(Ratio.ZERO, Ratio.percent(between(0, 80)), Ratio.percent(5)));
        };
    }

    private SalesProcess process(List<Channel> channels) {
        Map<String, Ratio> weights = new LinkedHashMap<>();
        Map<String, Rate> own = new LinkedHashMap<>();
        for (Channel channel : channels) {
            weights.put(channel.name(), Ratio.of(between(1, 5)));
            if (in(3)) {
                own.put(channel.name(), rate(70));
            }
        }
        return new SalesProcess(rate(50), own, cycle(), ChannelMix.ofWeights(weights));
    }

    private SalesCycle cycle() {
        return in(2) ? SalesCycle.months(between(0, 3)) : SalesCycle.of("30%", "0%", "45%", "25%");
    }

    private Position opening(PlanningConstants constants) {
        List<Position.Customers> customers = new ArrayList<>();
        List<Position.OpenLeads> leads = new ArrayList<>();
        List<Position.Cohort> cohorts = new ArrayList<>();
        for (Product product : constants.assortment().products()) {
            customers.add(new Position.Customers(
                    product.name(), between(0, 5), (long) between(0, 20), in(2) ? 0 : between(0, 999_999_999)));
            leads.add(Position.OpenLeads.of(
                    product.name(),
                    constants.channels().get(0).name(),
                    JANUARY.plusMonths(between(0, 6)),
                    between(0, 40)));
            if (in(2)) {
                cohorts.add(new Position.Cohort(
                        product.name(),
                        constants.channels().get(0).name(),
                        JANUARY.minusMonths(between(1, 4)),
                        (long) between(0, 40),
                        Ratio.percent(between(0, 90))));
            }
        }
        return Position.of(JANUARY, customers, leads).withCohorts(cohorts);
    }

    /** A doubt on every second constant that may be doubted. */
    Uncertainty uncertainty(PlanningConstants constants) {
        Uncertainty uncertainty = Uncertainty.none();
        for (Driver<?> driver : Driver.all(constants)) {
            if (in(2)) {
                uncertainty = switch (driver.kind()) {
                    case SITE_CONVERSION, WARM_UP_RATE, MANAGER_CONVERSION -> {
                        int trials = between(20, 500);
                        yield uncertainty.with(driver, Doubt.observed(between(0, trials), trials));
                    }
                    case PRICE, COST_PER_VISIT -> uncertainty.with(driver, Doubt.between("40", "60", Rate.percent(80)));
                    default -> uncertainty;
                };
            }
        }
        return uncertainty;
    }
}
