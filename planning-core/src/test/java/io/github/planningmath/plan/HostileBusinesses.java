package io.github.planningmath.plan;

import io.github.planningmath.kpi.Ownership;
import io.github.planningmath.plan.AfterHorizon.DealsDue;
import io.github.planningmath.plan.FinancialGoal.Measure;
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
import io.github.planningmath.staffing.HandlingEffort;
import io.github.planningmath.staffing.HiringTerms;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.WorkingTime;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.ChannelMix;
import io.github.planningmath.traffic.CostPerVisit;
import io.github.planningmath.traffic.MarketingApproach;
import io.github.planningmath.traffic.Traffic;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Small businesses as nobody would plan one, each from a seed: deals about as dear as they are worth, products that lose
 * money or have no share, counted conversions, months without a season, customers who all stay, pipelines on channels that
 * bring no more leads, fractions carried from the year before.
 */
final class HostileBusinesses {

    /** Their code-point order is neither that of the list nor that of the UTF-16 units. */
    private static final List<String> PRODUCT_NAMES = List.of("n", "\uFF41", "\uD83D\uDE00", "b");

    private static final List<String> CHANNEL_NAMES = List.of("site", "mail", "\uD83D\uDCDE", "\uFF41ds");
    private static final List<Rate> CONVERSIONS = List.of(
            Rate.ONE,
            Rate.of(1, 2),
            Rate.of(3, 10),
            Rate.of(1, 7),
            Rate.of(37, 1200),
            Rate.percent(4),
            Rate.of(211, 997));
    private static final List<Rate> STEPS =
            List.of(Rate.ONE, Rate.percent(40), Rate.percent(5), Rate.of(1, 3), Rate.of(37, 1200), Rate.of(640, 641));
    private static final List<Ratio> RETENTIONS =
            List.of(Ratio.ZERO, Ratio.of(1, 3), Ratio.percent(90), Ratio.of(999, 1000), Ratio.ONE);
    private static final List<Ratio> REPEATS =
            List.of(Ratio.ZERO, Ratio.percent(7), Ratio.of(1, 3), Ratio.ONE, Ratio.of(5, 2));

    /** What makes a business more than traffic at a price for deals without conditions. */
    enum Twist {
        PINS,
        CEILINGS,
        DEARER_TRAFFIC,
        PEOPLE_BY_WORK,
        CHANGES,
        SEASONS,
        CONVERSIONS,
        MIXES,
        PROCESSES,
        CYCLES,
        RENEWALS
    }

    /** What a plan is made from, the goal's amount still open. */
    record Hostile(FinancialGoal goal, PlanningConstants constants, Position opening, List<Pin> pins) {

        Hostile with(Measure other) {
            return new Hostile(goal.withMeasure(other), constants, opening, pins);
        }

        Hostile with(PlanningConstants changed) {
            return new Hostile(goal, changed, opening, pins);
        }

        SlowBusiness slow() {
            return new SlowBusiness(goal, constants, opening, pins);
        }

        Outcome<Plan> planned(BigDecimal amount) {
            return Planner.withDefaults().withPins(pins).plan(goal.withAmount(amount), constants, opening);
        }
    }

    /** A price for every visit that jumps at a number of visits, where the medium has to be changed. */
    record JumpingCost(BigDecimal price, long jumpsAt, BigDecimal jump, BigDecimal beyond) implements TrafficCost {

        @Override
        public BigDecimal cost(long visits) {
            long dear = Math.max(0, visits - jumpsAt);
            BigDecimal cost = price.multiply(BigDecimal.valueOf(visits - dear));
            return dear == 0 ? cost : cost.add(jump).add(beyond.multiply(BigDecimal.valueOf(dear)));
        }
    }

    /** Visits get dearer one by one. */
    record RisingCost(BigDecimal price, BigDecimal rise) implements TrafficCost {

        @Override
        public BigDecimal cost(long visits) {
            BigDecimal count = BigDecimal.valueOf(visits);
            return count.multiply(price).add(count.multiply(count).multiply(rise));
        }
    }

    /** A whole person for every so many leads of a month. */
    record LeadDesk(BigDecimal salary, long leadsEach) implements PeopleCost {

        @Override
        public BigDecimal cost(YearMonth month) {
            return BigDecimal.ZERO;
        }

        @Override
        public PeopleCost staffed(Workload work) {
            Map<YearMonth, Long> leads = new HashMap<>();
            work.work().forEach(cell -> leads.merge(cell.month(), cell.leads(), Long::sum));
            return month -> salary.multiply(
                    BigDecimal.valueOf(Math.floorDiv(leads.getOrDefault(month, 0L) + leadsEach - 1, leadsEach)));
        }

        @Override
        public boolean followsWork() {
            return true;
        }
    }

    private final SplittableRandom random;
    private final Set<Twist> twists;

    private HostileBusinesses(long seed, Set<Twist> twists) {
        this.random = new SplittableRandom(seed);
        this.twists = twists;
    }

    /** The business of a seed; a twist that is asked for is in it. */
    static Hostile of(long seed, Twist... twists) {
        return new HostileBusinesses(seed, Set.of(twists)).business();
    }

    private Hostile business() {
        List<Product> products = products(numberOfParts());
        int channels = numberOfParts();
        Map<SalesTier, SalesProcess> tiers = tiers(products, channels);
        Horizon horizon = Horizon.ofMonths(YearMonth.of(2027, between(1, 12)), between(1, chance(4) ? 12 : 5));
        PlanningConstants shared = new PlanningConstants(
                Currency.getInstance(chance(5) ? "JPY" : "EUR"),
                horizon,
                season(horizon),
                new Assortment(products, mix(products)),
                channels(channels, products, tiers),
                tiers,
                fixedCosts(),
                peopleCost(),
                Ownership.withDefaults(),
                Map.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of());
        PlanningConstants constants = withOwnProcesses(shared, CHANNEL_NAMES.subList(0, channels));
        Position opening = chance(4) ? Position.empty(horizon.first()) : opening(constants);
        FinancialGoal goal = new FinancialGoal(
                chance(2) ? Measure.PROFIT : pick(List.of(Measure.PROFIT, Measure.CONTRIBUTION, Measure.REVENUE)),
                BigDecimal.ZERO,
                afterHorizon(constants),
                chance(2) ? CatchUp.SPREAD : CatchUp.AT_ONCE);
        List<Pin> pins = twists.contains(Twist.PINS) && !twists.contains(Twist.MIXES) ? pins(constants) : List.of();
        PlanningConstants changing = renewing(convertingByProduct(
                converting(inSeasons(twists.contains(Twist.CHANGES) ? changing(constants) : constants))));
        if (!twists.contains(Twist.MIXES)) {
            return new Hostile(goal, changing, opening, pins);
        }
        PlanningConstants mixed = mixing(changing, CHANNEL_NAMES.subList(0, channels));
        return new Hostile(goal, mixed, opening, twists.contains(Twist.PINS) ? pins(mixed) : List.of());
    }

    /** Channel mixes change, of tiers and of products with a process of their own; channels come and go. */
    private PlanningConstants mixing(PlanningConstants constants, List<String> channels) {
        PlanningConstants mixing = constants;
        int months = constants.horizon().months();
        for (int i = between(1, 6); i > 0 && months > 1; i--) {
            YearMonth from = constants.horizon().month(between(1, months - 1));
            List<String> own = List.copyOf(constants.processByProduct().keySet());
            Driver<ChannelMix> driver = !own.isEmpty() && chance(2)
                    ? Driver.channelMix(pick(own))
                    : Driver.channelMix(pick(List.copyOf(constants.tiers().keySet())));
            mixing = mixing.from(from, driver, channelMix(channels));
        }
        return mixing;
    }

    private ChannelMix channelMix(List<String> channels) {
        Map<String, Ratio> weights = new LinkedHashMap<>();
        String always = pick(channels);
        for (String channel : channels) {
            if (channel.equals(always) || !chance(4)) {
                weights.put(channel, chance(6) ? Ratio.of(between(1, 2_000), 997) : Ratio.of(between(1, 9)));
            }
        }
        return ChannelMix.ofWeights(weights);
    }

    /** Some repeat deals have terms of their own, from the start, from a month on, or another from then. */
    private PlanningConstants renewing(PlanningConstants constants) {
        if (!twists.contains(Twist.RENEWALS)) {
            return constants;
        }
        PlanningConstants renewing = constants;
        for (Product product : constants.assortment().products()) {
            String name = product.name();
            if (chance(2)) {
                renewing = renewing.with(Driver.renewalPrice(name), cents(1, 120_000));
            }
            if (chance(3)) {
                renewing = renewing.with(Driver.renewalUnitCost(name), cents(0, 160_000));
            }
            if (chance(3)) {
                renewing = renewing.with(Driver.renewalCommission(name), Ratio.percent(between(0, 30)));
            }
            int months = constants.horizon().months();
            for (int i = between(0, 3); i > 0 && months > 1; i--) {
                YearMonth from = constants.horizon().month(between(1, months - 1));
                renewing = switch (between(0, 2)) {
                    case 0 -> renewing.from(from, Driver.renewalPrice(name), cents(1, 120_000));
                    case 1 -> renewing.from(from, Driver.renewalUnitCost(name), cents(0, 160_000));
                    default -> renewing.from(from, Driver.renewalCommission(name), Ratio.percent(between(0, 30)));
                };
            }
        }
        return renewing;
    }

    /** Some products have a process of their own. */
    private PlanningConstants withOwnProcesses(PlanningConstants constants, List<String> channels) {
        PlanningConstants own = constants;
        for (Product product : constants.assortment().products()) {
            if (twists.contains(Twist.PROCESSES) && chance(2)) {
                own = own.withProcess(product.name(), process(channels));
            }
        }
        return own;
    }

    /** So do their conversions. */
    private PlanningConstants convertingByProduct(PlanningConstants constants) {
        PlanningConstants changing = constants;
        for (String product : constants.processByProduct().keySet()) {
            int last = constants.horizon().months()
                    - 1
                    + constants.process(product).cycleMonths();
            if (twists.contains(Twist.CONVERSIONS) && last > 0 && chance(2)) {
                YearMonth from = constants.horizon().first().plusMonths(between(1, last));
                boolean ofAll = !twists.contains(Twist.MIXES) || chance(2);
                changing = changing.from(
                        from,
                        ofAll
                                ? Driver.managerConversion(product)
                                : Driver.managerConversion(
                                        product, pick(constants.channels()).name()),
                        pick(CONVERSIONS));
            }
        }
        return changing;
    }

    /** Manager conversions change, of tiers and of channels in them, up to the months after the horizon in which deals are made. */
    private PlanningConstants converting(PlanningConstants constants) {
        PlanningConstants changing = constants;
        for (int i = twists.contains(Twist.CONVERSIONS) ? between(0, 5) : 0; i > 0; i--) {
            SalesTier tier = pick(List.copyOf(constants.tiers().keySet()));
            SalesProcess process = constants.tier(tier);
            int last = constants.horizon().months() - 1 + process.cycleMonths();
            if (last == 0) {
                continue;
            }
            YearMonth from = constants.horizon().first().plusMonths(between(1, last));
            String channel = pick(List.copyOf(process.channels().shares().keySet()));
            changing = changing.from(
                    from,
                    chance(2) ? Driver.managerConversion(tier) : Driver.managerConversion(tier, channel),
                    pick(CONVERSIONS));
        }
        return changing;
    }

    /** Some products have a year of their own, others are launched, at the end of the horizon or after it among them. */
    private PlanningConstants inSeasons(PlanningConstants constants) {
        PlanningConstants own = constants;
        for (Product product : constants.assortment().products()) {
            if (twists.contains(Twist.SEASONS) && chance(2)) {
                YearMonth from = constants
                        .horizon()
                        .first()
                        .plusMonths(between(-2, constants.horizon().months()));
                List<Ratio> ramp = pick(List.of(
                        List.of(Ratio.ONE),
                        List.of(Ratio.percent(20), Ratio.ZERO, Ratio.percent(60), Ratio.ONE),
                        List.of(Ratio.of(1, 3), Ratio.of("2.35"), Ratio.ZERO)));
                own = own.withSeason(
                        product.name(), chance(3) ? season(constants.horizon()) : new Season.Launch(from, ramp));
            }
        }
        return own;
    }

    /** Up to five changes of anything, several in one month and the last month included. */
    private PlanningConstants changing(PlanningConstants constants) {
        PlanningConstants changing = constants;
        int months = constants.horizon().months();
        for (int i = between(0, 5); i > 0 && months > 1; i--) {
            YearMonth from = constants.horizon().month(chance(3) ? months - 1 : between(1, months - 1));
            String product = pick(constants.assortment().products()).name();
            changing = switch (between(0, 9)) {
                case 0 -> changing.from(from, Driver.price(product), cents(1, 120_000));
                case 1 -> changing.from(from, Driver.unitCost(product), cents(0, 160_000));
                case 2 -> changing.from(from, Driver.commission(product), Rate.percent(between(1, 30)));
                case 3 ->
                    changing.from(
                            from,
                            Driver.fixedCosts(),
                            new FixedCosts(cents(0, 500_000), pick(List.of(FixedCosts.Period.values()))));
                case 4, 5 -> {
                    Driver<Rate> conversion = chance(2)
                            ? Driver.siteConversion(pick(constants.channels()).name())
                            : Driver.warmUpRate(pick(constants.channels()).name());
                    yield changing.from(from, conversion, chance(2) ? pick(STEPS) : counted());
                }
                case 6, 7 -> changing(changing, from, product);
                case 8 ->
                    twists.contains(Twist.CEILINGS)
                            ? changing.from(
                                    from,
                                    Driver.visitCeiling(
                                            pick(constants.channels()).name()),
                                    (long) between(0, 4_000))
                            : changing;
                default -> {
                    Channel channel = pick(constants.channels());
                    yield channel.cost().perVisit() == null
                            ? changing
                            : changing.from(from, Driver.costPerVisit(channel.name()), cents(0, 900));
                }
            };
        }
        return changing;
    }

    /** The behaviour of a product's customers as a whole, or one of its rates where they are the same at every age. */
    private PlanningConstants changing(PlanningConstants constants, YearMonth from, String product) {
        boolean changesWhole = constants.changes().stream()
                .anyMatch(change -> change.constant().equals(Driver.repeatBehaviour(product)));
        boolean changesRates = constants.changes().stream()
                .map(Change::constant)
                .anyMatch(driver ->
                        driver.equals(Driver.retention(product)) || driver.equals(Driver.repeatRate(product)));
        if (changesWhole || constants.value(Driver.retention(product)) == null) {
            return constants.from(from, Driver.repeatBehaviour(product), repeatBehaviour());
        }
        if (!changesRates && chance(3)) {
            return constants.from(from, Driver.repeatBehaviour(product), repeatBehaviour());
        }
        return chance(2)
                ? constants.from(from, Driver.retention(product), pick(RETENTIONS))
                : constants.from(from, Driver.repeatRate(product), pick(REPEATS));
    }

    /** A conversion of so many in so many trials. */
    private Rate counted() {
        int trials = between(300, 2_000);
        return Rate.of(between(trials / 20, trials), trials);
    }

    // Constants

    private int numberOfParts() {
        return pick(List.of(1, 1, 1, 2, 2, 2, 3, 3, 4));
    }

    private List<Product> products(int number) {
        List<Product> products = new ArrayList<>();
        for (String name : PRODUCT_NAMES.subList(0, number)) {
            BigDecimal price = cents(1, 120_000);
            products.add(new Product(
                    name,
                    chance(2) ? SalesTier.CONSULTATIVE : pick(List.of(SalesTier.values())),
                    price,
                    chance(4) ? cents(0, 160_000) : price.multiply(new BigDecimal("0.25")),
                    chance(4) ? Rate.percent(between(1, 30)) : null,
                    repeatBehaviour(),
                    null,
                    List.of(),
                    null));
        }
        return products;
    }

    private RepeatBehaviour repeatBehaviour() {
        return switch (between(0, 2)) {
            case 0 -> RepeatBehaviour.none();
            case 1 -> new ConstantRepeat(pick(RETENTIONS), pick(REPEATS));
            default ->
                new RepeatByAge(
                        List.of(pick(RETENTIONS), pick(RETENTIONS)), List.of(pick(REPEATS), Ratio.ZERO, pick(REPEATS)));
        };
    }

    private Mix<String> mix(List<Product> products) {
        Map<String, Ratio> weights = new LinkedHashMap<>();
        for (Product product : products) {
            weights.put(product.name(), Ratio.of(chance(5) ? 0 : between(1, 9)));
        }
        weights.computeIfPresent(pick(products).name(), (name, weight) -> weight.plus(Ratio.ONE));
        return Mix.ofWeights(weights);
    }

    private Map<SalesTier, SalesProcess> tiers(List<Product> products, int channels) {
        Map<SalesTier, SalesProcess> tiers = new EnumMap<>(SalesTier.class);
        for (Product product : products) {
            tiers.computeIfAbsent(product.tier(), tier -> process(CHANNEL_NAMES.subList(0, channels)));
        }
        return tiers;
    }

    private SalesProcess process(List<String> channels) {
        Map<String, Ratio> weights = new LinkedHashMap<>();
        Map<String, Rate> own = new LinkedHashMap<>();
        String always = pick(channels);
        for (String channel : channels) {
            if (channel.equals(always) || !chance(4)) {
                weights.put(channel, Ratio.of(between(1, 9)));
                if (chance(2)) {
                    own.put(channel, pick(CONVERSIONS));
                }
            }
        }
        return new SalesProcess(pick(CONVERSIONS), own, cycle(), ChannelMix.ofWeights(weights));
    }

    /** Each at a price that makes the leads of a deal about as dear as a deal of some product is worth. */
    private List<Channel> channels(int number, List<Product> products, Map<SalesTier, SalesProcess> tiers) {
        List<Channel> channels = new ArrayList<>();
        for (String name : CHANNEL_NAMES.subList(0, number)) {
            Rate site = pick(STEPS);
            Rate warmUp = pick(STEPS);
            Product product = pick(products);
            Rate conversion = Objects.requireNonNull(tiers.get(product.tier())).conversion(name);
            double visitsPerDeal = 1 / (site.toDouble() * warmUp.toDouble() * conversion.toDouble());
            double worth = Math.max(1, product.contribution().doubleValue());
            BigDecimal perVisit = BigDecimal.valueOf(
                            pick(List.of(0.0, 0.2, 0.7, 0.9, 0.97, 1.0, 1.03, 1.5)) * worth / visitsPerDeal)
                    .setScale(pick(List.of(2, 4, 6)), RoundingMode.HALF_UP);
            Long ceiling = twists.contains(Twist.CEILINGS) && chance(2)
                    ? (Long) (long) Math.ceil(visitsPerDeal * between(0, 40))
                    : null;
            channels.add(new Channel(
                    name,
                    pick(List.of(MarketingApproach.values())),
                    site,
                    warmUp,
                    trafficCost(perVisit, visitsPerDeal),
                    ceiling));
        }
        return channels;
    }

    private TrafficCost trafficCost(BigDecimal perVisit, double visitsPerDeal) {
        if (!twists.contains(Twist.DEARER_TRAFFIC) || chance(4)) {
            return new CostPerVisit(perVisit);
        }
        if (chance(2)) {
            BigDecimal rise =
                    perVisit.divide(BigDecimal.valueOf(visitsPerDeal * between(1, 50)), 8, RoundingMode.HALF_UP);
            return new RisingCost(perVisit.multiply(new BigDecimal("0.5")), rise);
        }
        return new JumpingCost(
                perVisit.multiply(new BigDecimal("0.6")),
                (long) Math.ceil(visitsPerDeal * between(0, 60)),
                chance(2) ? BigDecimal.ZERO : cents(0, 100_000),
                perVisit.multiply(pick(List.of(new BigDecimal("0.3"), BigDecimal.ONE, new BigDecimal("3")))));
    }

    private SalesCycle cycle() {
        int months = between(0, chance(2) ? 1 : 4);
        return !twists.contains(Twist.CYCLES) || chance(4)
                ? SalesCycle.months(months)
                : SalesCycle.of(pick(List.of(
                        new String[] {"40%", "35%", "15%", "10%"},
                        new String[] {"1/2", "1/2"},
                        new String[] {"0", "2/3", "0", "1/6", "1/6"},
                        new String[] {"1/3", "0", "2/3"},
                        new String[] {"410/781", "191/781", "58/781", "122/781"})));
    }

    private Season season(Horizon horizon) {
        if (chance(3)) {
            return Season.even();
        }
        Map<Month, Ratio> indices = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            indices.put(month, pick(List.of(Ratio.ZERO, Ratio.of(1, 3), Ratio.ONE, Ratio.ONE, Ratio.of("2.35"))));
        }
        indices.compute(pick(horizon.all()).getMonth(), (month, index) -> Ratio.ONE);
        return new Season.OfYear(indices);
    }

    private FixedCosts fixedCosts() {
        return switch (between(0, 2)) {
            case 0 -> FixedCosts.none();
            case 1 -> new FixedCosts(cents(0, 50_000), FixedCosts.Period.MONTH);
            default -> new FixedCosts(BigDecimal.valueOf(between(0, 6_000)), FixedCosts.Period.YEAR);
        };
    }

    private PeopleCost peopleCost() {
        if (!twists.contains(Twist.PEOPLE_BY_WORK)) {
            return chance(2) ? Payroll.none() : new Payroll(cents(0, 30_000));
        }
        PeopleCost people = chance(2) ? new LeadDesk(cents(0, 100_000), between(1, 60)) : salesTeam();
        return chance(3) ? Teams.of(people, new Payroll(cents(0, 30_000))) : people;
    }

    private SalesTeam salesTeam() {
        HandlingEffort effort = new HandlingEffort(
                Ratio.of(between(0, 600)),
                Ratio.ONE,
                Ratio.of(between(0, 600)),
                Ratio.of(between(0, 60)),
                Ratio.of(between(0, 60)));
        return new SalesTeam(
                Map.of(SalesTier.CONSULTATIVE, effort, SalesTier.STRATEGIC, effort),
                WorkingTime.of("150", "70%"),
                (long) between(0, 3),
                HiringTerms.of(String.valueOf(between(0, 4_000)))
                        .withRampUp(chance(2) ? new String[0] : new String[] {"25%", "60%"})
                        .withAttrition(pick(List.of("0", "1%")))
                        .withLeadMonths(between(0, 2))
                        .withCostPerHire(String.valueOf(between(0, 2_000))));
    }

    // Position, goal and pins

    private Position opening(PlanningConstants constants) {
        YearMonth opens = constants.horizon().first();
        List<Position.Customers> customers = new ArrayList<>();
        List<Position.OpenLeads> openLeads = new ArrayList<>();
        List<Position.Cohort> cohorts = new ArrayList<>();
        List<Position.Remainder> remainders = new ArrayList<>();
        for (Product product : constants.assortment().products()) {
            if (chance(2)) {
                int age = between(0, 3);
                customers.add(new Position.Customers(product.name(), age, (long) between(0, 40), 0));
                customers.add(new Position.Customers(
                        product.name(), age + between(1, 30), (long) between(0, 40), between(0, 999_999_999)));
            }
            for (Channel channel : constants.channels()) {
                Set<YearMonth> dues = new HashSet<>();
                for (int cell = between(0, 2); cell > 0; cell--) {
                    YearMonth due =
                            opens.plusMonths(between(0, constants.horizon().months() + 5));
                    if (dues.add(due)) {
                        openLeads.add(Position.OpenLeads.of(product.name(), channel.name(), due, between(0, 60)));
                    }
                }
                addCohorts(product, channel, constants, cohorts);
                if (chance(4)) {
                    remainders.add(new Position.Remainder(
                            Position.Rounded.CONTACTS, product.name(), channel.name(), fraction()));
                }
                if (chance(4)) {
                    remainders.add(
                            new Position.Remainder(Position.Rounded.LEADS, product.name(), channel.name(), fraction()));
                }
            }
            if (chance(3)) {
                remainders.add(new Position.Remainder(Position.Rounded.NEW_DEALS, product.name(), null, fraction()));
            }
            if (chance(3)) {
                remainders.add(new Position.Remainder(Position.Rounded.REPEAT_DEALS, product.name(), null, fraction()));
            }
        }
        return new Position(opens, customers, cohorts, openLeads, remainders);
    }

    private void addCohorts(
            Product product, Channel channel, PlanningConstants constants, List<Position.Cohort> cohorts) {
        SalesCycle cycle = constants.process(product.name()).cycle();
        int last = cycle.lastAge();
        for (int age = cycle.spreads() ? between(1, last + 2) : last + 3; age <= last + 2; age += 2) {
            Ratio matured = age > last || chance(3) ? pick(List.of(Ratio.ZERO, Ratio.of(2, 5), Ratio.ONE)) : null;
            YearMonth brought = constants.horizon().first().minusMonths(age);
            cohorts.add(new Position.Cohort(product.name(), channel.name(), brought, (long) between(0, 60), matured));
        }
    }

    private Ratio fraction() {
        int denominator = pick(List.of(2, 7, 10, 1200, 997));
        return Ratio.of(between(1, denominator - 1), denominator);
    }

    private AfterHorizon afterHorizon(PlanningConstants constants) {
        return switch (between(0, 4)) {
            case 0, 1 -> new AfterHorizon.GoesOn(chance(2) ? Ratio.ZERO : Ratio.percent(between(1, 50)));
            case 2 -> AfterHorizon.stops();
            default -> new AfterHorizon.Listed(dealsDue(constants));
        };
    }

    private List<DealsDue> dealsDue(PlanningConstants constants) {
        List<DealsDue> due = new ArrayList<>();
        for (Product product : constants.assortment().products()) {
            int cycle = constants.process(product.name()).cycleMonths();
            for (int month = 1; month <= cycle && month <= constants.horizon().months(); month++) {
                if (chance(5)) {
                    due.add(new DealsDue(
                            product.name(), constants.horizon().last().plusMonths(month), (long) between(0, 6)));
                }
            }
        }
        return due;
    }

    /** Deals of some months or of all, or leads of some channels; the past of a plan, or cells here and there. */
    private List<Pin> pins(PlanningConstants constants) {
        List<Pin> pins = new ArrayList<>();
        int through = between(1, constants.horizon().months());
        int oneIn = between(1, 6);
        for (YearMonth month : constants.horizon().all().subList(0, through)) {
            for (Product product : constants.assortment().products()) {
                int cycle = constants.process(product.name()).cycleMonths();
                boolean spreads = constants.process(product.name()).cycle().spreads();
                if (!spreads && constants.horizon().indexOf(month) >= cycle && chance(oneIn)) {
                    pins.add(new Pin.Deals(product.name(), month, (long) between(0, 12)));
                }
            }
            for (Channel channel : constants.channels()) {
                pins.addAll(leadPins(month, channel.name(), constants));
            }
        }
        return pins;
    }

    /** Of all products that the channel feeds together, or of some of them. */
    private List<Pin> leadPins(YearMonth month, String channel, PlanningConstants constants) {
        List<String> fed = constants.assortment().products().stream()
                .filter(product -> constants
                        .in(month)
                        .process(product.name())
                        .channels()
                        .shares()
                        .containsKey(channel))
                .map(Product::name)
                .filter(name -> constants.assortment().mix().share(name).compareTo(Ratio.ZERO) > 0)
                .toList();
        if (!fed.isEmpty() && chance(24)) {
            return List.of(new Pin.Leads(channel, null, month, (long) between(0, 60)));
        }
        List<Pin> pins = new ArrayList<>();
        for (String product : fed) {
            if (chance(8)) {
                pins.add(new Pin.Leads(channel, product, month, (long) between(0, 40)));
            }
        }
        return pins;
    }

    /** Visits of any size over channels that feed their products. */
    static Traffic traffic(long seed, PlanningConstants constants) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Traffic.Visits> cells = new ArrayList<>();
        for (YearMonth month : constants.horizon().all()) {
            PlanningConstants inForce = constants.in(month);
            for (Product product : constants.assortment().products()) {
                for (String channel :
                        inForce.process(product.name()).channels().shares().keySet()) {
                    if (random.nextInt(4) > 0) {
                        long visits = random.nextInt(random.nextBoolean() ? 20 : 5_000);
                        cells.add(new Traffic.Visits(month, product.name(), channel, visits));
                    }
                }
            }
        }
        return new Traffic(cells);
    }

    // Chance

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private BigDecimal cents(int least, int most) {
        return BigDecimal.valueOf(between(least, most), 2);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
