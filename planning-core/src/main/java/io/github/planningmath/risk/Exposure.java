package io.github.planningmath.risk;

import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.FixedCosts;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.review.Elapsed;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.sales.Subscription;
import io.github.planningmath.traffic.Traffic;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What of a plan luck decides, in numbers: its visits, open leads and customers, and the terms by month that they meet. The one place
 * that reads a plan and its constants; products stand by name, and so do channels, whatever the order in which they are given.
 */
final class Exposure {

    /**
     * Visits of a product over a channel in a month.
     *
     * @param product index of the product
     * @param channel the channel's name
     * @param month the month of the visits
     * @param count how many
     */
    record Visits(int product, String channel, int month, long count) {}

    /**
     * Leads of a product from before the plan.
     *
     * @param from the first month in which some become deals or are lost, counted from the plan's first; perhaps beyond its end
     * @param due the shares that do in that month and those after it; of a month's leads others may have before the plan
     * @param count how many they were
     * @param unsold how many of them have made no deal in months that are over
     * @param stillOpen how much likelier these are still to be decided than all of them were; absent where no month is over for them
     */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    record OpenLeads(
            int product,
            String channel,
            int from,
            double[] due,
            long count,
            long unsold,
            @Nullable StillOpen stillOpen) {

        /** Whether they count as open after a month: some are still to become deals or to be lost. */
        boolean isOpenAfter(int month) {
            return from + due.length - 1 > month;
        }
    }

    /** Customers of a product at the start of the months that are left, each there with a chance. */
    record Customers(int product, int age, long count, double chance) {}

    /** What rounding left over of a product: leads by channel, deals and repeat deals, each the chance of one more in the first month. */
    record LeftOver(
            Position.Rounded counted, int product, @Nullable String channel, double chance) {}

    /**
     * A product's terms.
     *
     * @param newDeals what a new deal brings and costs
     * @param repeatDeals what a repeat deal brings and costs; the same where the product has no renewal of its own
     * @param cycle share of a lead's deals by months from lead to deal
     */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    record ProductTerms(
            String name,
            SalesTier tier,
            DealTerms newDeals,
            DealTerms repeatDeals,
            RepeatTerms repeats,
            double[] cycle) {}

    /** What a deal brings and costs, by month. */
    record DealTerms(ByDraw price, ByDraw unitCost, ByDraw commission) {}

    /**
     * A term of a renewal, and that of new deals in the months in which the renewal has none.
     *
     * @param isOwn by month
     */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    private record RenewalTerm(Term own, Term ofNewDeals, boolean[] isOwn) implements ByDraw {

        @Override
        public double at(int month, double[] draws) {
            return (isOwn[month] ? own : ofNewDeals).at(month, draws);
        }

        @Override
        public boolean isDrawn() {
            return own.isDrawn() || ofNewDeals.isDrawn();
        }

        @Override
        public boolean isSteady() {
            return false;
        }
    }

    /**
     * How a product's customers stay and buy again: terms where they are the same at every age, by age else. Of a subscription the
     * retention is a term, and who stays makes deals by the size of the age.
     *
     * @param retention by month, or absent
     * @param repeat by month, or absent
     * @param byMonth the behaviour in force
     * @param sizes by month and age, of a subscription; else absent
     */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    record RepeatTerms(
            @Nullable Term retention,
            @Nullable Term repeat,
            List<RepeatBehaviour> byMonth,
            double @Nullable [][] sizes) {

        boolean isAgeless() {
            return retention != null && repeat != null;
        }

        boolean isDrawn() {
            return (retention != null && retention.isDrawn()) || (repeat != null && repeat.isDrawn());
        }

        double retention(int month, int age, double[] draws) {
            return retention != null
                    ? retention.at(month, draws)
                    : byMonth.get(month).retention(age).toDouble();
        }

        double repeat(int month, int age, double[] draws) {
            if (retention != null && sizes != null) {
                return retention.at(month, draws) * sizes[month][age + 1];
            }
            return repeat != null
                    ? repeat.at(month, draws)
                    : byMonth.get(month).repeat(age).toDouble();
        }
    }

    private final Plan plan;
    private final @Nullable Elapsed elapsed;
    private final Horizon horizon;
    private final List<PlanningConstants> inMonth;
    private final Map<Driver<?>, Integer> draws;
    /** Asked for by several threads at once. */
    private final Map<Driver<?>, Term> terms;

    private final List<ProductTerms> products;
    private final Map<String, Integer> indices;
    private final List<Visits> visits = new ArrayList<>();
    private final List<OpenLeads> openLeads = new ArrayList<>();
    private final List<Customers> customers = new ArrayList<>();
    private final List<LeftOver> leftOver = new ArrayList<>();

    /** Reads another plan on the same constants, none of whose months is over. */
    Exposure(Plan plan, Exposure same) {
        this(plan, same, null);
    }

    /** Reads what is left of a plan. */
    Exposure(Exposure same, Elapsed elapsed) {
        this(same.plan, same, elapsed);
    }

    private Exposure(Plan plan, Exposure same, @Nullable Elapsed elapsed) {
        this.plan = plan;
        this.elapsed = elapsed;
        draws = same.draws;
        horizon = same.horizon;
        inMonth = same.inMonth;
        terms = same.terms;
        products = same.products;
        indices = same.indices;
        readTraffic();
        readOpening(elapsed == null ? plan.opening() : elapsed.position());
    }

    /**
     * Reads a plan.
     *
     * @param draws at which place of a draw of constants a doubted one stands
     */
    Exposure(Plan plan, Map<Driver<?>, Integer> draws) {
        requireSteadyStages(plan);
        this.plan = plan;
        elapsed = null;
        this.draws = draws;
        terms = new ConcurrentHashMap<>();
        products = new ArrayList<>();
        indices = new HashMap<>();
        PlanningConstants constants = plan.constants();
        horizon = constants.horizon();
        List<PlanningConstants> months = new ArrayList<>();
        for (YearMonth month : horizon.all()) {
            months.add(constants.in(month));
        }
        inMonth = months;
        constants.assortment().products().stream()
                .sorted(Comparator.comparing(Product::name))
                .forEach(this::addProduct);
        readTraffic();
        readOpening(plan.opening());
    }

    private void addProduct(Product product) {
        String name = product.name();
        indices.put(name, products.size());
        RepeatTerms repeats = repeats(name);
        Term price = money(Driver.price(name));
        Term unitCost = money(Driver.unitCost(name));
        Term commission = term(Driver.commission(name), Exposure::rate, true);
        products.add(new ProductTerms(
                name,
                product.tier(),
                new DealTerms(price, unitCost, commission),
                new DealTerms(
                        onRenewal(Driver.renewalPrice(name), this::money, price),
                        onRenewal(Driver.renewalUnitCost(name), this::money, unitCost),
                        onRenewal(
                                Driver.renewalCommission(name),
                                driver -> term(driver, Exposure::ratio, true),
                                commission)),
                repeats,
                cycleOf(name).shares().stream().mapToDouble(Ratio::toDouble).toArray()));
    }

    private <V> ByDraw onRenewal(Driver<V> driver, Function<Driver<V>, Term> term, Term ofNewDeals) {
        boolean[] isOwn = new boolean[inMonth.size()];
        boolean isAny = false;
        for (int month = 0; month < isOwn.length; month++) {
            isOwn[month] = inMonth.get(month).value(driver) != null;
            isAny |= isOwn[month];
        }
        return isAny ? new RenewalTerm(term.apply(driver), ofNewDeals, isOwn) : ofNewDeals;
    }

    private SalesCycle cycleOf(String product) {
        return plan.constants().process(product).cycle();
    }

    private RepeatTerms repeats(String product) {
        List<RepeatBehaviour> behaviours = inMonth.stream()
                .map(each -> each.assortment().product(product).repeat())
                .toList();
        if (behaviours.stream().allMatch(Subscription.class::isInstance)) {
            return new RepeatTerms(
                    term(Driver.retention(product), Exposure::ratio, true),
                    null,
                    behaviours,
                    sizes(product, behaviours));
        }
        boolean ageless = behaviours.stream().noneMatch(Subscription.class::isInstance)
                && inMonth.stream().allMatch(each -> each.value(Driver.retention(product)) != null);
        if (!ageless) {
            requireKnown(Driver.retention(product));
            requireKnown(Driver.repeatRate(product));
        }
        return ageless
                ? new RepeatTerms(
                        term(Driver.retention(product), Exposure::ratio, true),
                        term(Driver.repeatRate(product), Exposure::ratio, false),
                        behaviours,
                        null)
                : new RepeatTerms(null, null, behaviours, null);
    }

    /** The sizes of subscriptions by month and age, to the age that the oldest customers come to. */
    private double[][] sizes(String product, List<RepeatBehaviour> subscriptions) {
        int oldest = plan.opening().customers().stream()
                .filter(customers -> customers.product().equals(product))
                .mapToInt(Position.Customers::age)
                .max()
                .orElse(0);
        Map<RepeatBehaviour, double[]> known = new HashMap<>();
        return subscriptions.stream()
                .map(each -> known.computeIfAbsent(
                        each,
                        of -> IntStream.rangeClosed(0, oldest + subscriptions.size())
                                .mapToDouble(
                                        age -> ((Subscription) of).size(age).toDouble())
                                .toArray()))
                .toArray(double[][]::new);
    }

    /** A behaviour that changes as a whole leaves a doubt of its first rate nothing to say of later ones. */
    private void requireKnown(Driver<?> driver) {
        if (draws.containsKey(driver)) {
            throw new IllegalArgumentException("Uncertainty.doubts of " + driver
                    + " must be of a rate that is the same at every age in all months, but later customers behave"
                    + " otherwise. Perhaps change retention and repeat rate by themselves.");
        }
    }

    private static double ratio(@Nullable Ratio ratio) {
        return ratio == null ? 0 : ratio.toDouble();
    }

    private static double rate(@Nullable Rate rate) {
        return rate == null ? 0 : rate.toDouble();
    }

    private Term money(Driver<BigDecimal> driver) {
        return term(driver, amount -> amount == null ? 0 : amount.doubleValue(), false);
    }

    private <V> Term term(Driver<V> driver, Function<@Nullable V, Double> number, boolean isRate) {
        return terms.computeIfAbsent(driver, any -> {
            double[] byMonth = inMonth.stream()
                    .mapToDouble(each -> number.apply(each.value(driver)))
                    .toArray();
            Integer draw = draws.get(driver);
            return draw == null ? Term.known(byMonth) : Term.drawn(driver, byMonth, draw, isRate);
        });
    }

    /** Leads in stages whose conversions change become deals by paths that the law of luck does not follow. */
    private static void requireSteadyStages(Plan plan) {
        boolean hasEntries = !plan.opening().stages().isEmpty();
        boolean changes = plan.constants().inForce().stream()
                .anyMatch(change ->
                        change instanceof Change.RateOfTierStage || change instanceof Change.RateOfProductStage);
        if (changes || hasEntries) {
            throw new IllegalArgumentException(
                    "PlanRisk.plan must be one whose stages keep their conversions and whose position tells"
                            + " cohorts alone, but "
                            + (changes ? "a stage conversion changes" : "its position tells stages") + ".");
        }
    }

    Term siteConversion(String channel) {
        return rate(Driver.siteConversion(channel));
    }

    Term warmUpRate(String channel) {
        return rate(Driver.warmUpRate(channel));
    }

    /** The channel's own conversion where it has one in a month, that of the product's process else. */
    Term managerConversion(int product, String channel, int month) {
        return rate(inMonth.get(month).conversion(products.get(product).name(), channel));
    }

    private void readTraffic() {
        plan.traffic().cells().stream()
                .filter(cell -> cell.count() > 0 && horizon.indexOf(cell.month()) >= start())
                .sorted(Comparator.comparing(Traffic.Visits::product)
                        .thenComparing(Traffic.Visits::channel)
                        .thenComparing(Traffic.Visits::month))
                .forEach(cell -> visits.add(new Visits(
                        index(cell.product()), cell.channel(), horizon.indexOf(cell.month()), cell.count())));
    }

    private void readOpening(Position opening) {
        opening.openLeads().stream()
                .filter(leads -> leads.count() > 0)
                .sorted(Comparator.comparing(Position.OpenLeads::product)
                        .thenComparing(Position.OpenLeads::channel)
                        .thenComparing(Position.OpenLeads::due))
                .forEach(leads -> openLeads.add(new OpenLeads(
                        index(leads.product()),
                        leads.channel(),
                        (int) horizon.first().until(leads.due(), ChronoUnit.MONTHS),
                        new double[] {1},
                        leads.count(),
                        leads.count(),
                        null)));
        cohorts(opening).stream()
                .sorted(Comparator.comparing((Cohort each) -> each.left().product())
                        .thenComparing(each -> each.left().channel())
                        .thenComparing(each -> each.left().brought()))
                .forEach(cohort -> addCohort(cohort, opening.opens()));
        opening.customers().stream()
                .sorted(Comparator.comparing(Position.Customers::product).thenComparing(Position.Customers::age))
                .forEach(this::addCustomers);
        opening.remainders().stream()
                .sorted(Comparator.comparing(Position.Remainder::counted)
                        .thenComparing(Position.Remainder::product)
                        .thenComparing(each -> each.channel() == null ? "" : each.channel()))
                .forEach(each -> leftOver.add(new LeftOver(
                        each.counted(),
                        index(each.product()),
                        each.channel(),
                        each.fraction().toDouble())));
    }

    /** A cohort of leads of which deals are still to come, and what became of it in months that are over. */
    private record Cohort(Position.Cohort left, Elapsed.@Nullable Underway sofar) {}

    private List<Cohort> cohorts(Position opening) {
        List<Elapsed.Underway> underway = elapsed == null ? List.of() : elapsed.underway();
        return IntStream.range(0, opening.cohorts().size())
                .mapToObj(i -> new Cohort(opening.cohorts().get(i), underway.isEmpty() ? null : underway.get(i)))
                .toList();
    }

    private void addCohort(Cohort each, YearMonth opens) {
        Position.Cohort cohort = each.left();
        SalesCycle cycle = cycleOf(cohort.product());
        long age = cohort.brought().until(opens, ChronoUnit.MONTHS);
        double[] due = LongStream.rangeClosed(0, Math.max(0, cycle.lastAge() - age))
                .mapToObj(month -> cohort.due(opens.plusMonths(month), opens, cycle))
                .mapToDouble(Ratio::toDouble)
                .toArray();
        if (cohort.leads() > 0) {
            int product = index(cohort.product());
            Elapsed.Underway sofar = each.sofar();
            long sold = sofar == null ? 0 : Math.round(sofar.deals());
            openLeads.add(new OpenLeads(
                    product,
                    cohort.channel(),
                    (int) horizon.first().until(opens, ChronoUnit.MONTHS),
                    due,
                    cohort.leads(),
                    cohort.leads() - sold,
                    sofar == null ? null : stillOpen(product, sofar)));
        }
    }

    private StillOpen stillOpen(int product, Elapsed.Underway sofar) {
        double[] due = sofar.due().stream().mapToDouble(Double::doubleValue).toArray();
        return new StillOpen(
                IntStream.range(0, due.length)
                        .mapToObj(month -> managerConversion(product, sofar.channel(), month))
                        .toList(),
                due);
    }

    private void addCustomers(Position.Customers cohort) {
        int product = index(cohort.product());
        if (cohort.count() > 0) {
            customers.add(new Customers(product, cohort.age(), cohort.count(), 1));
        }
        if (cohort.billionths() > 0) {
            customers.add(new Customers(product, cohort.age(), 1, cohort.billionths() / 1e9));
        }
    }

    private int index(String product) {
        return indices.getOrDefault(product, -1);
    }

    int months() {
        return horizon.months();
    }

    /** The first month that is not over; as many as there are months where all are. */
    int start() {
        return elapsed == null ? 0 : elapsed.months().size();
    }

    /** What is over, if anything is. */
    @Nullable
    Elapsed elapsed() {
        return elapsed;
    }

    /** A rate that is doubted. */
    Term rate(Driver<Rate> driver) {
        return term(driver, Exposure::rate, true);
    }

    int month(YearMonth month) {
        return horizon.indexOf(month);
    }

    YearMonth month(int index) {
        return horizon.month(index);
    }

    List<ProductTerms> products() {
        return products;
    }

    List<Visits> visits() {
        return visits;
    }

    List<OpenLeads> openLeads() {
        return openLeads;
    }

    List<Customers> customers() {
        return customers;
    }

    List<LeftOver> leftOver() {
        return leftOver;
    }

    Plan plan() {
        return plan;
    }

    /** Whether every visit of a channel costs the same in a month, however many there are. */
    boolean hasPricePerVisit(String channel) {
        return inMonth.stream().allMatch(each -> each.channel(channel).cost().perVisit() != null);
    }

    Term costPerVisit(String channel) {
        return money(Driver.costPerVisit(channel));
    }

    /** The amount of fixed costs by month, per whatever period they are given for. */
    Term fixedCosts() {
        Term amounts = term(
                Driver.fixedCosts(), costs -> costs == null ? 0 : costs.amount().doubleValue(), false);
        if (amounts.isDrawn() && amounts.planned(0) == 0) {
            throw new IllegalArgumentException(
                    "Uncertainty.doubts of fixedCosts must be of costs above 0, for months share"
                            + " in them as planned, but was of 0. Perhaps plan what is thought likely.");
        }
        return amounts;
    }

    /** What fixed costs the plan has in a month. */
    BigDecimal fixedCosts(int month) {
        FixedCosts costs = inMonth.get(month).fixedCosts();
        int digits = Math.max(0, plan.constants().currency().getDefaultFractionDigits());
        return costs.cost(horizon.month(month), digits);
    }
}
