package io.github.planningmath.plan;

import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Constants, opening position, dues after the horizon and pins, looked up once and checked against each other: what
 * {@link Projection} and {@link Planner} both run on.
 */
final class Business {

    private final PlanningConstants constants;
    private final Position opening;
    private final List<ProductLine> lines = new ArrayList<>();
    private final Map<String, Integer> productIndex = new HashMap<>();
    private final Map<String, Integer> channelIndex = new HashMap<>();
    private final Map<int[], int[]> places = new IdentityHashMap<>();
    private final OpeningFacts facts;
    private final Map<SalesTier, TierLine> tiers = new EnumMap<>(SalesTier.class);
    private final Apportionment productMix;
    private final Prices prices;
    private final BigDecimal costsOfTheHouse;
    private final boolean bounded;

    Business(PlanningConstants constants, Position opening, List<FinancialGoal.DealsDue> afterHorizon, List<Pin> pins) {
        this.constants = constants;
        this.opening = opening;
        indexNames();
        requireKnown();
        requireSameStart();
        Map<String, Ratio> mix = constants.assortment().mix().shares();
        productMix = Apportionment.webster(
                constants.assortment().products().stream().map(Product::name).toList(),
                constants.assortment().products().stream()
                        .map(product -> mix.get(product.name()))
                        .toList());
        facts = new OpeningFacts(opening);
        PinsByProduct pinned = new PinsByProduct(constants, pins);
        Ratio[] restOfSeason = restOfSeason();
        for (Product product : constants.assortment().products()) {
            lines.add(line(product, restOfSeason, afterHorizon, pinned));
        }
        requireDueInReach(afterHorizon);
        prices = new Prices(constants);
        costsOfTheHouse = costsOfTheHouse(constants.peopleCost());
        bounded =
                pinned.anyLeads() || constants.channels().stream().anyMatch(channel -> channel.visitCeiling() != null);
    }

    PlanningConstants constants() {
        return constants;
    }

    Position opening() {
        return opening;
    }

    Horizon horizon() {
        return constants.horizon();
    }

    int months() {
        return constants.horizon().months();
    }

    List<ProductLine> lines() {
        return lines;
    }

    ProductLine line(String product) {
        return lines.get(productIndex(product));
    }

    int productIndex(String product) {
        Integer index = productIndex.get(product);
        if (index == null) {
            constants.assortment().product(product);
            throw new IllegalStateException(product);
        }
        return index;
    }

    int channelIndex(String channel) {
        Integer index = channelIndex.get(channel);
        if (index == null) {
            constants.channel(channel);
            throw new IllegalStateException(channel);
        }
        return index;
    }

    Apportionment productMix() {
        return productMix;
    }

    Prices prices() {
        return prices;
    }

    /** Fixed costs and people over the whole horizon, where the people do not follow the work. */
    BigDecimal costsOfTheHouse() {
        return costsOfTheHouse;
    }

    BigDecimal fixedCost(YearMonth month) {
        return constants.fixedCosts().cost(month, minorUnitDigits());
    }

    /** Whether a measure depends on how many people the plan's work takes. */
    boolean peopleCount(FinancialGoal.Measure measure) {
        return measure == FinancialGoal.Measure.PROFIT && peopleFollowWork();
    }

    /** Whether the people are as many as the plan's work takes. */
    boolean peopleFollowWork() {
        return constants.peopleCost().followsWork();
    }

    int minorUnitDigits() {
        return Math.max(0, constants.currency().getDefaultFractionDigits());
    }

    /** Whether pins of leads or ceilings may keep a channel from taking its share. */
    boolean isBounded() {
        return bounded;
    }

    /** Whether any deals are pinned. */
    boolean pinsDeals() {
        return lines.stream().anyMatch(line -> line.pins().hasDeals());
    }

    /** The products that new deals are asked of: those with a share in the mix. */
    List<ProductLine> askedLines() {
        return lines.stream().filter(line -> share(line).numerator() > 0).toList();
    }

    /** Those of them that make more where more are asked for: a month that leads can reach is not pinned. */
    List<ProductLine> growingLines() {
        return askedLines().stream()
                .filter(line -> line.pins().lastFreeMonth() >= line.cycle())
                .toList();
    }

    /** A product's share in new deals. */
    Ratio share(ProductLine line) {
        return constants.assortment().mix().share(line.product().name());
    }

    /** Whether the cells of a plan of the same constants and position have what is pinned. */
    boolean isHonouredBy(Cells cells) {
        return lines.stream()
                .allMatch(line -> line.pins().areHonouredBy(cells.deals()[line.index()], cells.leads()[line.index()]));
    }

    /** The place of a channel in the funnel of a product; -1 where it does not feed it. */
    int place(ProductLine line, int channel) {
        return places.computeIfAbsent(line.channelIndex(), this::places)[channel];
    }

    private int[] places(int[] channelIndex) {
        int[] places = new int[constants.channels().size()];
        Arrays.fill(places, -1);
        for (int c = 0; c < channelIndex.length; c++) {
            places[channelIndex[c]] = c;
        }
        return places;
    }

    /** Whether every visit of a channel costs the same, so that totals suffice to cost a plan. */
    boolean hasConstantPrices() {
        return prices.hasConstantPrices();
    }

    private void indexNames() {
        List<Product> products = constants.assortment().products();
        for (int p = 0; p < products.size(); p++) {
            productIndex.put(products.get(p).name(), p);
        }
        for (int c = 0; c < constants.channels().size(); c++) {
            channelIndex.put(constants.channels().get(c).name(), c);
        }
    }

    private void requireKnown() {
        opening.customers().forEach(cohort -> productIndex(cohort.product()));
        for (Position.OpenLeads leads : opening.openLeads()) {
            productIndex(leads.product());
            channelIndex(leads.channel());
        }
        for (Position.Remainder remainder : opening.remainders()) {
            productIndex(remainder.product());
            if (remainder.channel() != null) {
                channelIndex(remainder.channel());
            }
        }
    }

    private void requireSameStart() {
        if (!opening.opens().equals(horizon().first())) {
            throw new IllegalArgumentException("Position.opens must be the first month of the horizon, "
                    + horizon().first() + ", but was " + opening.opens() + ".");
        }
    }

    private void requireDueInReach(List<FinancialGoal.DealsDue> afterHorizon) {
        for (FinancialGoal.DealsDue due : afterHorizon) {
            ProductLine line = line(due.product());
            YearMonth latest = horizon().last().plusMonths(line.cycle());
            if (!due.month().isAfter(horizon().last()) || due.month().isAfter(latest)) {
                throw new IllegalArgumentException("FinancialGoal.afterHorizon must be due after "
                        + horizon().last() + " and within the sales cycle of " + due.product() + " (" + line.cycle()
                        + " months), but was due in " + due.month() + ".");
            }
        }
    }

    private Ratio[] restOfSeason() {
        Mix<YearMonth> shares = constants.season().shares(horizon());
        Ratio[] rest = new Ratio[months()];
        Ratio sum = Ratio.ZERO;
        for (int month = months() - 1; month >= 0; month--) {
            rest[month] = sum;
            sum = sum.plus(shares.share(horizon().month(month)));
        }
        return rest;
    }

    /** What all products of a tier share, unless open leads or fractions of their own set them apart. */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    private record TierLine(Funnel funnel, int[] channelIndex, CarriedRates rates, Pipeline noPipeline) {}

    private TierLine tierLine(Product product, Set<String> known, BigInteger denominator) {
        Funnel funnel = Funnel.of(constants, product.tier(), known, denominator);
        int[] index = funnel.channels().stream().mapToInt(this::channelIndex).toArray();
        int months = months() + constants.tier(product.tier()).cycleMonths();
        return new TierLine(
                funnel, index, CarriedRates.of(funnel, product.name(), facts), Pipeline.none(funnel, months));
    }

    private TierLine tierLine(Product product, @Nullable Ratio carriedDeals) {
        Set<String> known = facts.channels(product.name());
        Set<String> mix = constants.tier(product.tier()).channels().shares().keySet();
        if (facts.hasRemainders(product.name()) || !mix.containsAll(known)) {
            BigInteger denominator =
                    carriedDeals == null ? BigInteger.ONE : BigInteger.valueOf(carriedDeals.denominator());
            return tierLine(product, known, denominator);
        }
        return tiers.computeIfAbsent(product.tier(), tier -> tierLine(product, Set.of(), BigInteger.ONE));
    }

    private ProductLine line(
            Product product, Ratio[] restOfSeason, List<FinancialGoal.DealsDue> afterHorizon, PinsByProduct pinned) {
        Ratio carriedDeals = facts.remainder(Position.Rounded.NEW_DEALS, product.name(), null);
        TierLine tier = tierLine(product, carriedDeals);
        int cycle = constants.tier(product.tier()).cycleMonths();
        return new ProductLine(
                productIndex(product.name()),
                product,
                tier.funnel(),
                tier.channelIndex(),
                cycle,
                pipeline(product, tier, carriedDeals),
                tier.rates().leads(),
                tier.rates().warmUps(),
                tier.rates().contacts(),
                customers(product),
                restOfSeason,
                dueAfter(product, cycle, afterHorizon),
                pinned.of(product.name(), tier.funnel()));
    }

    private Pipeline pipeline(Product product, TierLine tier, @Nullable Ratio carriedDeals) {
        List<Position.OpenLeads> open = facts.openLeads(product.name());
        return open.isEmpty() && carriedDeals == null
                ? tier.noPipeline()
                : Pipeline.of(
                        tier.funnel(), tier.noPipeline().months(), horizon().first(), open, carriedDeals);
    }

    private CustomerBase customers(Product product) {
        Ratio carried = facts.remainder(Position.Rounded.REPEAT_DEALS, product.name(), null);
        return new CustomerBase(
                product.repeat(),
                facts.customersByAge(product.name()),
                carried == null ? 0 : carried.yieldOf(Position.NANO),
                months());
    }

    private long[] dueAfter(Product product, int cycle, List<FinancialGoal.DealsDue> afterHorizon) {
        long[] due = new long[cycle];
        for (FinancialGoal.DealsDue deals : afterHorizon) {
            long month = horizon().last().until(deals.month(), ChronoUnit.MONTHS) - 1;
            if (deals.product().equals(product.name()) && month >= 0 && month < cycle) {
                due[(int) month] = deals.deals();
            }
        }
        for (int month = 1; month < cycle; month++) {
            due[month] = PlanOverflow.sum(due[month], due[month - 1], "afterHorizon");
        }
        return due;
    }

    /** Fixed costs and these people over the whole horizon. */
    BigDecimal costsOfTheHouse(PeopleCost people) {
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month : horizon().all()) {
            sum = sum.add(fixedCost(month)).add(people.cost(month));
        }
        return sum;
    }
}
