package io.github.planningmath.plan;

import io.github.planningmath.allocation.CurveCost;
import io.github.planningmath.allocation.Hill;
import io.github.planningmath.allocation.PowerResponse;
import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.product.Assortment;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatByAge;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Businesses of constant constants, each made from its number alone: loss-making products, pipelines, fractions carried, pins,
 * ceilings, curves, people that follow the work.
 */
final class WrittenPlans {

    private static final List<SalesTier> TIERS = List.of(SalesTier.values());
    private static final int YEAR = 2027;
    private static final int EVERY = 100;

    private final SplittableRandom random;
    private final YearMonth first;
    private final int months;
    private final int products;
    private final int channels;

    private WrittenPlans(int number) {
        random = new SplittableRandom(number);
        first = YearMonth.of(YEAR, between(1, 12));
        months = happens(40) ? 12 : between(1, 9);
        products = between(1, 3);
        channels = between(1, 3);
    }

    /** The business of a number. */
    static PlanDocument task(int number) {
        return new WrittenPlans(number).task();
    }

    private PlanDocument task() {
        PlanningConstants constants = constants();
        Position opening = opening(constants);
        return new PlanDocument(goal(constants), constants, opening, pins(constants), List.of());
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private boolean happens(int inAHundred) {
        return random.nextInt(EVERY) < inAHundred;
    }

    private YearMonth month() {
        return first.plusMonths(between(0, months - 1));
    }

    private static String product(int index) {
        return List.of("crm", "Erp", "analytics").get(index);
    }

    private static String channel(int index) {
        return List.of("site", "calls", "Search").get(index);
    }

    private PlanningConstants constants() {
        List<Channel> surfaces = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            surfaces.add(surface(c));
        }
        List<Product> sold = new ArrayList<>();
        Map<String, Ratio> weights = new LinkedHashMap<>();
        Map<SalesTier, SalesProcess> processes = new EnumMap<>(SalesTier.class);
        for (int p = 0; p < products; p++) {
            Product product = product(p, TIERS.get(between(0, TIERS.size() - 1)));
            sold.add(product);
            weights.put(product.name(), Ratio.of(p == 0 ? between(1, 9) : between(0, 9)));
            processes.computeIfAbsent(product.tier(), tier -> process());
        }
        return new PlanningConstants(
                Currency.getInstance(happens(90) ? "EUR" : "JPY"),
                Horizon.ofMonths(first, months),
                happens(50) ? Season.even() : season(),
                new Assortment(sold, Mix.ofWeights(weights)),
                surfaces,
                processes,
                new FixedCosts(
                        BigDecimal.valueOf(between(0, 5_000)),
                        happens(70) ? FixedCosts.Period.MONTH : FixedCosts.Period.YEAR),
                people(processes),
                Ownership.withDefaults(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
    }

    private Channel surface(int c) {
        SalesTier tier = TIERS.get(between(0, TIERS.size() - 1));
        return new Channel(
                channel(c),
                tier.approach(),
                rate(),
                happens(30) ? Rate.ONE : rate(),
                cost(),
                happens(20) ? (Long) (long) between(50, 20_000) : null);
    }

    private Rate rate() {
        int trials = happens(50) ? 100 : between(2, 2_000);
        return Rate.of(between(Math.max(1, trials / 50), trials), trials);
    }

    private TrafficCost cost() {
        if (happens(85)) {
            return new CostPerVisit(BigDecimal.valueOf(between(0, 300), 2));
        }
        return CurveCost.of(
                happens(50)
                        ? new Hill(between(2_000, 90_000) * 1.0, between(1_000, 50_000) * 1.0, 1.0)
                        : new PowerResponse(between(1, 40) * 1.0, 0.75));
    }

    private Product product(int index, SalesTier tier) {
        int price = between(10, 3_000);
        return Product.of(product(index), tier, String.valueOf(price), String.valueOf(between(0, price * 11 / 10)))
                .withCommission(happens(30) ? Rate.percent(between(1, 20)) : null)
                .withRepeat(repeat());
    }

    private RepeatBehaviour repeat() {
        if (happens(40)) {
            return RepeatBehaviour.none();
        }
        if (happens(70)) {
            return new ConstantRepeat(Ratio.percent(between(0, 100)), Ratio.of(between(0, 60), between(50, 400)));
        }
        return new RepeatByAge(
                List.of(Ratio.percent(between(30, 90)), Ratio.percent(between(60, 100))),
                List.of(Ratio.percent(between(0, 40)), Ratio.percent(between(0, 20)), Ratio.of(1, 7)));
    }

    private Season season() {
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            indices.put(month, Ratio.percent(month == first.getMonth() ? 100 : happens(10) ? 0 : between(20, 250)));
        }
        return new Season.OfYear(indices);
    }

    private SalesProcess process() {
        Map<String, Ratio> shares = new LinkedHashMap<>();
        for (int c = 0; c < channels; c++) {
            if (shares.isEmpty() || happens(80)) {
                shares.put(channel(c), Ratio.of(between(1, 20)));
            }
        }
        SalesProcess process =
                SalesProcess.of(rate(), happens(90) ? between(0, 2) : between(0, 12), ChannelMix.ofWeights(shares));
        for (String channel : shares.keySet()) {
            if (happens(30)) {
                process = process.withConversion(channel, rate());
            }
        }
        return process;
    }

    private PeopleCost people(Map<SalesTier, SalesProcess> processes) {
        if (happens(70)) {
            return happens(50) ? Payroll.none() : new Payroll(BigDecimal.valueOf(between(0, 3_000)));
        }
        Map<SalesTier, HandlingEffort> effort = new EnumMap<>(SalesTier.class);
        for (SalesTier tier : processes.keySet()) {
            if (tier != SalesTier.TRANSACTIONAL) {
                effort.put(tier, HandlingEffort.of(String.valueOf(between(5, 90)), "3", "60"));
            }
        }
        return new SalesTeam(
                effort,
                WorkingTime.of("160", "80%"),
                (long) between(0, 4),
                HiringTerms.of(String.valueOf(between(500, 4_000))).withLeadMonths(between(0, 2)));
    }

    private Position opening(PlanningConstants constants) {
        if (happens(30)) {
            return Position.empty(first);
        }
        List<Position.Customers> customers = new ArrayList<>();
        Map<List<Object>, Position.OpenLeads> open = new LinkedHashMap<>();
        List<Position.Remainder> remainders = new ArrayList<>();
        for (Product product : constants.assortment().products()) {
            if (happens(60)) {
                customers.add(new Position.Customers(
                        product.name(),
                        between(0, 14),
                        (long) between(0, 500),
                        happens(50) ? 0 : between(0, 999_999_999)));
            }
            for (String channel :
                    constants.tier(product.tier()).channels().shares().keySet()) {
                if (happens(50)) {
                    YearMonth due = first.plusMonths(between(0, 6));
                    open.put(
                            List.of(product.name(), channel, due),
                            Position.OpenLeads.of(product.name(), channel, due, between(0, 200)));
                }
            }
            if (happens(30)) {
                remainders.add(new Position.Remainder(
                        Position.Rounded.NEW_DEALS, product.name(), null, Ratio.of(between(1, 6), 7)));
            }
        }
        return new Position(first, customers, List.of(), List.copyOf(open.values()), remainders);
    }

    private FinancialGoal goal(PlanningConstants constants) {
        FinancialGoal.Measure measure = happens(70)
                ? FinancialGoal.Measure.PROFIT
                : happens(50) ? FinancialGoal.Measure.CONTRIBUTION : FinancialGoal.Measure.REVENUE;
        List<AfterHorizon.DealsDue> after = new ArrayList<>();
        for (Product product : constants.assortment().products()) {
            int cycle = constants.tier(product.tier()).cycleMonths();
            if (cycle > 0 && happens(30)) {
                YearMonth due = constants.horizon().last().plusMonths(between(1, cycle));
                after.add(new AfterHorizon.DealsDue(product.name(), due, (long) between(0, 30)));
            }
        }
        return new FinancialGoal(
                measure,
                BigDecimal.valueOf(between(-20_000, 400_000)),
                new AfterHorizon.Listed(after),
                CatchUp.AT_ONCE);
    }

    private List<Pin> pins(PlanningConstants constants) {
        Map<List<Object>, Pin> pins = new HashMap<>();
        List<Pin> order = new ArrayList<>();
        for (int k = happens(20) ? between(1, 2) : 0; k > 0; k--) {
            YearMonth month = month();
            Product product = constants.assortment().products().get(between(0, products - 1));
            List<String> feeding = List.copyOf(
                    constants.tier(product.tier()).channels().shares().keySet());
            Pin pin = happens(60)
                    ? new Pin.Deals(product.name(), month, (long) between(0, 40))
                    : new Pin.Leads(
                            feeding.get(between(0, feeding.size() - 1)), product.name(), month, (long) between(0, 90));
            Object channel = pin instanceof Pin.Leads leads ? leads.channel() : "";
            if (pins.put(List.of(product.name(), channel, month), pin) == null) {
                order.add(pin);
            }
        }
        return order;
    }
}
