package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.lifetime.MarketPotential;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Constants, opening position, dues after the horizon and pins, looked up once and checked against each other: what
 * {@link Projection} and {@link Planner} both run on.
 */
final class ResolvedBusiness {

    private final PlanningConstants constants;
    private final List<PlanStretch> stretches;
    private final ByMonth<PlanningConstants> byMonth;
    private final List<ChannelRates> channelRates;
    private final Position opening;
    private final List<ProductLine> lines = new ArrayList<>();
    private final Map<String, Integer> productIndex = new HashMap<>();
    private final Map<String, Integer> channelIndex = new HashMap<>();
    private final OpeningFacts facts;
    private final Map<EdgeKey, ProductEdges> edgesByCycle = new HashMap<>();
    private final Map<Season, Ratio[]> restOfSeasons = new HashMap<>();
    private final Map<SalesTier, TierLine> tiers = new EnumMap<>(SalesTier.class);
    private final Apportionment productMix;
    private final Prices prices;
    private final PeopleCost people;
    private final BigDecimal costsOfTheHouse;
    private final Map<OfCycle, CyclePath> cyclePaths = new HashMap<>();
    private final boolean bounded;
    private final List<Pin> pins;

    /** By product: new customers that can be won beside those at the start; null where no product has such a limit. */
    private final long @Nullable [] room;

    ResolvedBusiness(PlanningConstants constants, Position opening, Edges edges, List<Pin> pins) {
        this.constants = constants;
        stretches = PlanStretch.of(constants);
        byMonth = ByMonth.of(stretches, each -> each);
        channelRates = ChannelRates.of(stretches);
        this.opening = opening;
        this.pins = pins;
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
        for (Product product : constants.assortment().products()) {
            lines.add(line(product, edges, pinned));
        }
        requireDueInReach(listed(edges));
        room = constants.potentialByProduct().isEmpty()
                ? null
                : lines.stream().mapToLong(this::room).toArray();
        prices = new Prices(stretches);
        people = constants.peopleCost().prepared();
        costsOfTheHouse = horizon().all().stream()
                .map(month -> fixedCost(month).add(initiativeCost(month)).add(people.cost(month)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        bounded = pinned.anyLeads() || stretches.stream().anyMatch(PlanStretch::hasCeilings);
    }

    PlanningConstants constants() {
        return constants;
    }

    /** The months of the plan in stretches in which no constant changes. */
    List<PlanStretch> stretches() {
        return stretches;
    }

    /** The months in stretches in which leads of a product bring and cost the same. */
    List<PlanStretch> stretchesOfLeads(ProductLine line) {
        return line.hasAlikeLeads()
                ? stretches
                : IntStream.range(0, months())
                        .mapToObj(month -> stretches(month, month).get(0))
                        .toList();
    }

    /** Those of some months. */
    List<PlanStretch> stretches(int from, int to) {
        return PlanStretch.between(stretches, from, to);
    }

    /** The constants as they are in a month. */
    PlanningConstants in(YearMonth month) {
        return in(horizon().indexOf(month));
    }

    /** The constants as they are in a month, by its index. */
    PlanningConstants in(int month) {
        return byMonth.in(month);
    }

    /** What becomes of the visits over a channel. */
    ChannelRates channelRates(String channel) {
        return channelRates.get(channelIndex(channel));
    }

    /** What a constant's value in a month is called: where the constant changes, with the month since which it holds. */
    String labelOf(ByMonth<?> constant, String name, int month) {
        return constant.isSteady() ? name : name + " from " + horizon().month(constant.since(month));
    }

    /** The most visits over a channel of the constants in a month; absent where there is no limit. */
    @Nullable
    Long visitCeiling(int channel, int month) {
        return in(month).channels().get(channel).visitCeiling();
    }

    Position opening() {
        return opening;
    }

    List<Pin> pins() {
        return pins;
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

    boolean knowsProduct(String product) {
        return productIndex.containsKey(product);
    }

    boolean knowsChannel(String channel) {
        return channelIndex.containsKey(channel);
    }

    int productIndex(String product) {
        Integer index = productIndex.get(product);
        if (index == null) {
            constants.assortment().product(product);
            throw new IllegalStateException(product);
        }
        return index;
    }

    /** The index of a month, which a message calls by the component that it was given for. */
    int month(YearMonth month, String component) {
        Required.monthBetween(month, horizon().first(), horizon().last(), component);
        return horizon().indexOf(month);
    }

    /** The customers of a product that the position opens with. */
    List<Position.Customers> customers(ProductLine line) {
        return facts.customers(line.product().name());
    }

    /** Open leads of a product that fall due later than any lead of the plan. */
    List<Position.OpenLeads> openLeadsBeyondReach(ProductLine line) {
        return facts.openLeads(line.product().name()).stream()
                .filter(leads -> isBeyondReach(line, leads))
                .toList();
    }

    /** Whether open leads fall due later than any lead of the plan. */
    boolean isBeyondReach(ProductLine line, Position.OpenLeads leads) {
        return leads.due().isAfter(horizon().last().plusMonths(line.cycle()));
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
        return in(month).fixedCosts().cost(month, minorUnitDigits());
    }

    /** How many customers of a product can be won; nothing where that is not known. */
    @Nullable
    Long potential(ProductLine line) {
        MarketPotential potential =
                constants.potentialByProduct().get(line.product().name());
        return potential == null ? null : (Long) potential.obtainableCustomers();
    }

    private long room(ProductLine line) {
        Long potential = potential(line);
        return potential == null
                ? Long.MAX_VALUE
                : Math.max(0, potential - line.customers().openingBase());
    }

    /** Whether more new deals of a product are asked for than customers can be won; if so, any more are too. */
    boolean isBeyondPotential(long[] dealsByProduct) {
        return room != null && lines.stream().anyMatch(line -> isBeyondPotential(line, dealsByProduct[line.index()]));
    }

    private boolean isBeyondPotential(ProductLine line, long deals) {
        return room != null && Math.max(deals, line.pins().totalDeals()) > room[line.index()];
    }

    /** The product of which more new deals are asked for than customers can be won. */
    @Nullable
    Obstacle obstacleOfPotential(long[] dealsByProduct) {
        for (ProductLine line : lines) {
            Long potential = potential(line);
            if (potential != null && isBeyondPotential(line, dealsByProduct[line.index()])) {
                return new Obstacle.MarketExhausted(
                        line.product().name(), potential, line.customers().openingBase());
            }
        }
        return null;
    }

    /** What the initiatives cost in a month. */
    BigDecimal initiativeCost(YearMonth month) {
        return constants.initiativeCost(month);
    }

    /** Whether a measure depends on how many people the plan's work takes. */
    boolean peopleCount(FinancialGoal.Measure measure) {
        return measure == FinancialGoal.Measure.PROFIT && peopleFollowWork();
    }

    /** Whether all that more deals bring is told by the unrounded course alone: no price, ceiling or whole person bends it. */
    boolean isStraight(FinancialGoal.Measure measure) {
        return hasConstantPrices() && !isBounded() && !peopleCount(measure);
    }

    /** Whether the people are as many as the plan's work takes. */
    boolean peopleFollowWork() {
        return people.followsWork();
    }

    /** Fixed costs and the people whom the work takes over the whole horizon. */
    BigDecimal costsOfTheHouse(Workload work) {
        return horizon().all().stream()
                .map(month -> fixedCost(month).add(initiativeCost(month)))
                .reduce(people.cost(work), BigDecimal::add);
    }

    /** What keeps people from doing the work, however many there are. */
    @Nullable
    Obstacle obstacleOfPeople(Workload work) {
        return people.obstacle(work);
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
                .filter(ProductLine::isInSeason)
                .filter(line -> !line.isBeyondReach() && line.pins().lastFreeMonth() >= line.firstDue())
                .toList();
    }

    /** A product's share in new deals. */
    Ratio share(ProductLine line) {
        return constants.assortment().mix().share(line.product().name());
    }

    /** This, whose pins can be held: those of deals where the deals of a lead come at one age. */
    ResolvedBusiness requirePinnable() {
        for (ProductLine line : lines) {
            if (line.orders() != null && line.pins().hasDeals()) {
                throw new IllegalArgumentException(
                        "Planner.pins must fix leads where the deals of leads come over several months, but fixed deals of "
                                + line.product().name() + ". Perhaps Pin.Leads was meant.");
            }
        }
        return this;
    }

    /** Whether the cells of a plan of the same constants and position have what is pinned. */
    boolean isHonouredBy(Cells cells) {
        return lines.stream()
                .allMatch(line -> line.pins().areHonouredBy(cells.deals()[line.index()], cells.leads()[line.index()]));
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
        for (Position.Cohort cohort : opening.cohorts()) {
            productIndex(cohort.product());
            channelIndex(cohort.channel());
        }
        for (Position.StageEntries entries : opening.stages()) {
            productIndex(entries.product());
            channelIndex(entries.channel());
        }
        for (Position.Remainder remainder : opening.remainders()) {
            productIndex(remainder.product());
            if (remainder.channel() != null) {
                channelIndex(remainder.channel());
            }
            if (remainder.stage() != null) {
                constants.process(remainder.product()).stage(remainder.stage());
            }
        }
    }

    private void requireSameStart() {
        if (!opening.opens().equals(horizon().first())) {
            throw new IllegalArgumentException("Position.opens must be the first month of the horizon, "
                    + horizon().first() + ", but was " + opening.opens() + ".");
        }
    }

    private static List<AfterHorizon.DealsDue> listed(Edges edges) {
        return edges.afterHorizon() instanceof AfterHorizon.Listed listed ? listed.deals() : List.of();
    }

    private void requireDueInReach(List<AfterHorizon.DealsDue> afterHorizon) {
        for (AfterHorizon.DealsDue due : afterHorizon) {
            ProductLine line = line(due.product());
            YearMonth latest = horizon().last().plusMonths(line.cycle());
            if (!due.month().isAfter(horizon().last()) || due.month().isAfter(latest)) {
                throw new IllegalArgumentException("Listed.deals must be due after "
                        + horizon().last() + " and within the sales cycle of " + due.product() + " (" + line.cycle()
                        + " months), but was due in " + due.month() + ".");
            }
        }
    }

    /** The share of new deals after each month; all of it where the season has no month in the horizon. */
    private Ratio[] restOfSeason(Season season) {
        Ratio[] rest = new Ratio[months()];
        if (!season.sellsIn(horizon())) {
            Arrays.fill(rest, Ratio.ONE);
            return rest;
        }
        Mix<YearMonth> shares = season.shares(horizon());
        Ratio sum = Ratio.ZERO;
        for (int month = months() - 1; month >= 0; month--) {
            rest[month] = sum;
            sum = sum.plus(shares.share(horizon().month(month)));
        }
        return rest;
    }

    /** What all products of a season and a process share. */
    private record OfCycle(Season season, LeadYields yields) {}

    /** What all products of a process share, unless open leads over other channels set them apart. */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    private record TierLine(
            List<SalesProcess> processes,
            Funnel funnel,
            @Nullable LeadYields yields,
            @Nullable ChannelMixes mixes,
            int[] channelIndex,
            int[] places,
            CarriedRates rates,
            Pipeline noPipeline) {}

    private TierLine tierLine(Product product, Set<String> known) {
        SalesProcess process = constants.process(product.name());
        Set<String> fed = new LinkedHashSet<>(Changes.channels(product, constants));
        fed.addAll(known);
        Funnel funnel = Funnel.of(constants, process, fed);
        ChannelMixes mixes = ChannelMixes.of(funnel, Changes.mixes(product, constants));
        int[] index = funnel.channels().stream().mapToInt(this::channelIndex).toArray();
        int months = months() + process.cycleMonths();
        int[] places = new int[constants.channels().size()];
        Arrays.fill(places, -1);
        for (int c = 0; c < index.length; c++) {
            places[index[c]] = c;
        }
        List<SalesProcess> processes = processes(product);
        LeadYields yields = yields(processes, funnel, mixes);
        Pipeline none = Pipeline.none(funnel, months);
        return new TierLine(
                processes,
                funnel,
                yields,
                mixes,
                index,
                places,
                CarriedRates.none(funnel.channels(), rates(index)),
                yields == null ? none : none.at(yields, nothing(months)));
    }

    private static Fraction[] nothing(int months) {
        Fraction[] nothing = new Fraction[months];
        Arrays.fill(nothing, Fraction.ZERO);
        return nothing;
    }

    /** By month, to the last in which a lead of the plan makes deals. */
    private List<SalesProcess> processes(Product product) {
        int lastAge = constants.process(product.name()).cycleMonths();
        return Changes.processes(horizon().first(), months() + lastAge, product, constants);
    }

    /** Where conversions change in a month in which leads of the plan, or the open ones, become deals, or leads pass stages. */
    private @Nullable LeadYields yields(List<SalesProcess> processes, Funnel funnel, @Nullable ChannelMixes mixes) {
        return processes.stream().allMatch(processes.get(0)::equals)
                        && !processes.get(0).cycle().spreads()
                        && !StageYields.isStaged(processes.get(0))
                ? null
                : new LeadYields(funnel, mixes, processes, months());
    }

    private List<ChannelRates> rates(int[] channelIndex) {
        return Arrays.stream(channelIndex).mapToObj(channelRates::get).toList();
    }

    /** Those of a tier; of cohorts deals come over months anyway. */
    private @Nullable LeadYields yields(Product product, TierLine tier) {
        return tier.yields() != null || facts.cohorts(product.name()).isEmpty()
                ? tier.yields()
                : new LeadYields(
                        tier.funnel(),
                        tier.mixes(),
                        Collections.nCopies(tier.noPipeline().months(), constants.process(product.name())),
                        months());
    }

    private List<OpenCohort> cohorts(Product product, TierLine tier) {
        List<OpenCohort> cohorts = new ArrayList<>();
        SalesCycle cycle = constants.process(product.name()).cycle();
        for (Position.Cohort cohort : facts.cohorts(product.name())) {
            long age = cohort.brought().until(horizon().first(), ChronoUnit.MONTHS);
            if (age > cycle.lastAge() && cohort.matured() == null) {
                throw new IllegalArgumentException("Position.cohorts must be at most " + cycle.lastAge()
                        + " months old, the last age of the sales cycle, where matured is not given, but those of "
                        + cohort.product() + " from " + cohort.channel() + " were brought in " + cohort.brought()
                        + ". Perhaps the cycle was longer: give the share of their deals that is already due.");
            }
            int channel = tier.funnel().channels().indexOf(cohort.channel());
            cohorts.add(new OpenCohort(
                    cohort,
                    horizon().first(),
                    channel,
                    due(cohort, cycle, tier.noPipeline().months())));
        }
        return cohorts;
    }

    /** Whether a product has no leads of months before the first: then what it expects is that of its tier. */
    private static boolean isOfTier(List<OpenCohort> cohorts, @Nullable OpenStages stages) {
        return cohorts.isEmpty() && (stages == null || stages.before().isEmpty());
    }

    /** By month, the deals of leads of months before the first. */
    private static Fraction[] ofCohorts(
            TierLine tier, @Nullable LeadYields yields, List<OpenCohort> cohorts, @Nullable OpenStages stages) {
        Fraction[] deals = nothing(tier.noPipeline().months());
        if (yields == null || isOfTier(cohorts, stages)) {
            return deals;
        }
        StageFlow flow =
                stages == null ? null : stages.flow(cohorts, tier.funnel().size(), null);
        for (int month = 0; month < deals.length; month++) {
            deals[month] = flow == null ? ofCohorts(month, yields, cohorts) : flow.dealsIn(month);
        }
        return deals;
    }

    private static Fraction ofCohorts(int month, LeadYields yields, List<OpenCohort> cohorts) {
        Fraction sum = Fraction.ZERO;
        for (OpenCohort cohort : cohorts) {
            sum = sum.plus(cohort.due(month).times(yields.conversion(cohort.channel(), month)));
        }
        return sum;
    }

    /** By month, the leads of a cohort whose deals are due. */
    private Fraction[] due(Position.Cohort cohort, SalesCycle cycle, int months) {
        YearMonth first = horizon().first();
        return IntStream.range(0, months)
                .mapToObj(month -> LeftOver.fraction(cohort.due(first.plusMonths(month), first, cycle))
                        .times(Fraction.of(cohort.leads(), 1)))
                .toArray(Fraction[]::new);
    }

    private TierLine tierLine(Product product) {
        Set<String> known = facts.channels(product.name());
        boolean isOfTier = !constants.processByProduct().containsKey(product.name());
        boolean isFed = known.isEmpty() || Changes.channels(product, constants).containsAll(known);
        return isOfTier && isFed
                ? tiers.computeIfAbsent(product.tier(), tier -> tierLine(product, Set.of()))
                : tierLine(product, known);
    }

    private ProductLine line(Product product, Edges edges, PinsByProduct pinned) {
        Season season = constants.season(product.name());
        Ratio[] restOfSeason = restOfSeasons.computeIfAbsent(season, this::restOfSeason);
        Ratio carriedDeals = facts.remainder(Position.Rounded.NEW_DEALS, product.name(), null);
        TierLine tier = tierLine(product);
        CarriedRates rates = facts.hasRemainders(product.name())
                ? CarriedRates.of(tier.funnel().channels(), rates(tier.channelIndex()), product.name(), facts)
                : tier.rates();
        int cycle = constants.process(product.name()).cycleMonths();
        LeadYields yields = yields(product, tier);
        List<OpenCohort> cohorts = cohorts(product, tier);
        OpenStages stages = OpenStages.of(
                tier.processes(),
                product.name(),
                facts,
                horizon().first(),
                tier.funnel().channels(),
                cohorts);
        Fraction[] ofCohorts = ofCohorts(tier, yields, cohorts, stages);
        Pipeline pipeline = pipeline(product, tier, carriedDeals, yields, ofCohorts, isOfTier(cohorts, stages));
        CycleOrders orders = yields == null || !yields.spreads()
                ? null
                : new CycleOrders(
                        cyclePaths.computeIfAbsent(
                                new OfCycle(season, yields), of -> new CyclePath(horizon(), season, yields, edges)),
                        yields,
                        pipeline,
                        ofCohorts,
                        edges,
                        monthly(dueAfter(product, cycle, listed(edges))),
                        months());
        ProductPins pins = pinned.of(product.name(), tier.funnel());
        return new ProductLine(
                productIndex(product.name()),
                product,
                tier.funnel(),
                yields,
                tier.mixes(),
                tier.channelIndex(),
                tier.places(),
                cycle,
                pipeline,
                cohorts,
                ofCohorts,
                stages,
                orders,
                rates.leads(),
                rates.warmUps(),
                rates.contacts(),
                customers(product),
                restOfSeason,
                edges(product, new EdgeKey(season, cycle, orders != null), restOfSeason, edges),
                pins);
    }

    private static long[] monthly(long[] cumulative) {
        long[] monthly = cumulative.clone();
        for (int month = 1; month < monthly.length; month++) {
            monthly[month] -= cumulative[month - 1];
        }
        return monthly;
    }

    private Pipeline pipeline(
            Product product,
            TierLine tier,
            @Nullable Ratio carriedDeals,
            @Nullable LeadYields yields,
            Fraction[] ofCohorts,
            boolean isOfTier) {
        List<Position.OpenLeads> open = facts.openLeads(product.name());
        if (open.isEmpty() && carriedDeals == null && isOfTier) {
            return tier.noPipeline();
        }
        Pipeline pipeline =
                Pipeline.of(tier.funnel(), tier.noPipeline().months(), horizon().first(), open, carriedDeals);
        return yields == null ? pipeline : pipeline.at(yields, ofCohorts);
    }

    private CustomerBase customers(Product product) {
        Ratio carried = facts.remainder(Position.Rounded.REPEAT_DEALS, product.name(), null);
        int index = productIndex(product.name());
        return new CustomerBase(
                ByMonth.of(
                        stretches,
                        constants ->
                                constants.assortment().products().get(index).repeat()),
                facts.customersByAge(product.name()),
                carried == null ? 0 : carried.yieldOf(Position.NANO));
    }

    /** What products have in common that are alike at both edges, unless anything is listed. */
    private record EdgeKey(Season season, int cycle, boolean spreads) {}

    private ProductEdges edges(Product product, EdgeKey key, Ratio[] restOfSeason, Edges edges) {
        return listed(edges).isEmpty()
                ? edgesByCycle.computeIfAbsent(key, each -> edges(each, restOfSeason, edges, new long[each.cycle()]))
                : edges(key, restOfSeason, edges, dueAfter(product, key.cycle(), listed(edges)));
    }

    private ProductEdges edges(EdgeKey key, Ratio[] restOfSeason, Edges edges, long[] listed) {
        int cycle = key.cycle();
        Ratio[] season = seasonAfter(key);
        return new ProductEdges(
                edges.catchUp() == CatchUp.SPREAD,
                open(cycle, restOfSeason),
                edges.afterHorizon() instanceof AfterHorizon.GoesOn goesOn
                        ? onwards(season, goesOn.growth(), key.spreads())
                        : new Ratio[0],
                edges.afterHorizon() instanceof AfterHorizon.Listed,
                listed,
                season);
    }

    /** The share that comes after each month of what comes after the last month that no lead can reach. */
    private Ratio[] open(int cycle, Ratio[] restOfSeason) {
        Ratio[] open = new Ratio[months()];
        Arrays.fill(open, Ratio.ONE);
        Ratio ofLeads = cycle == 0 ? Ratio.ONE : restOfSeason[Math.min(cycle, months()) - 1];
        for (int month = cycle; month < months() && ofLeads.numerator() > 0; month++) {
            open[month] = LeftOver.fraction(restOfSeason[month])
                    .dividedBy(LeftOver.fraction(ofLeads))
                    .to("Season", Ratio::new);
        }
        return open;
    }

    /** The season's share of the months after the horizon that leads of the plan fall due in, over the sum of the horizon. */
    private Ratio[] seasonAfter(EdgeKey key) {
        Ratio[] shares = new Ratio[key.cycle()];
        Arrays.fill(shares, Ratio.ZERO);
        if (key.season().sellsIn(horizon())) {
            for (int after = 0; after < shares.length; after++) {
                shares[after] = key.season().share(horizon(), horizon().last().plusMonths(after + 1L));
            }
        }
        return shares;
    }

    /** Cumulative, without the months before the first that a lead of the plan falls due in. */
    private Ratio[] onwards(Ratio[] season, Ratio growth, boolean spreads) {
        Fraction sum = Fraction.ZERO;
        Fraction factor = Fraction.ONE.plus(LeftOver.fraction(growth));
        Ratio[] onwards = new Ratio[season.length];
        for (int after = 0; after < season.length; after++) {
            if (spreads || months() + after >= season.length) {
                sum = sum.plus(LeftOver.fraction(season[after]).times(factor));
            }
            onwards[after] = sum.to("GoesOn.growth", Ratio::new);
        }
        return onwards;
    }

    private long[] dueAfter(Product product, int cycle, List<AfterHorizon.DealsDue> afterHorizon) {
        long[] due = new long[cycle];
        for (AfterHorizon.DealsDue deals : afterHorizon) {
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
}
