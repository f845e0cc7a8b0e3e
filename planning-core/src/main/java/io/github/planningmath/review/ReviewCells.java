package io.github.planningmath.review;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.SalesCycle;
import io.github.planningmath.sales.SalesProcess;
import io.github.planningmath.traffic.Channel;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of months, products and channels in arrays. A product has one place more than there are channels: the last
 * is for what belongs to no channel.
 */
final class ReviewCells {

    private final PlanningConstants constants;

    /** The constants as they are in each month of the horizon; those of months in which none changes are the same. */
    private final List<PlanningConstants> byMonth = new ArrayList<>();

    private final Map<String, Integer> productIndex = new HashMap<>();
    private final Map<String, Integer> channelIndex = new HashMap<>();
    final int months;
    final int products;
    final int channels;
    /** By product, the age at which the last deals of a lead are made. */
    final int[] cycles;

    /** By product, month of the leads and age: {@link #share}. Months share an array where leads pass no stages. */
    private final double[][][] shares;

    /** By month, and the one after those of the review; the same array where none changes. */
    private final List<double[]> conversions = new ArrayList<>();

    /** By month, and within it by channel; months in which no constant changes share an array. */
    private final ChannelRates[][] channelRates;

    private final Map<YearMonth, Integer> monthIndex = new HashMap<>();

    /** By product and channel: the opening cohorts. */
    private final Map<Integer, List<Position.Cohort>> cohorts = new HashMap<>();

    /** By product whose leads pass stages and channel: {@link #dueOfCohorts} by month. */
    private final Map<Integer, double[]> cohortsInStages = new HashMap<>();

    /** Those of a plan, whose opening position has leads of its own. */
    ReviewCells(Plan plan, YearMonth last) {
        this(plan.constants(), last);
        for (Position.Cohort cohort : plan.opening().cohorts()) {
            int cell = cell(productIndex(cohort.product()), channelIndex(cohort.channel()));
            cohorts.computeIfAbsent(cell, any -> new ArrayList<>()).add(cohort);
        }
        for (int p = 0; p < products; p++) {
            for (int c = 0; isStaged(p) && c < channels; c++) {
                cohortsInStages.put(cell(p, c), cohortsInStages(plan, p, c));
            }
        }
    }

    private double[] cohortsInStages(Plan plan, int p, int c) {
        List<Double> deals = plan.dealsOfCohorts(product(p).name(), channel(c).name());
        double[] due = new double[deals.size()];
        for (int month = 0; month < due.length; month++) {
            due[month] = deals.get(month) / conversionOfAny(month, p, c);
        }
        return due;
    }

    ReviewCells(PlanningConstants constants, YearMonth last) {
        this.constants = constants;
        months = constants.horizon().indexOf(last) + 1;
        List<Change> changing = constants.inForce();
        for (YearMonth month : constants.horizon().all()) {
            boolean changes = changing.stream().anyMatch(change -> change.from().equals(month));
            int index = monthIndex.size();
            byMonth.add(index == 0 || changes ? constants.in(month) : byMonth.get(index - 1));
            monthIndex.put(month, index);
        }
        List<Product> assortment = constants.assortment().products();
        products = assortment.size();
        channels = constants.channels().size();
        cycles = new int[products];
        shares = new double[products][][];
        for (int p = 0; p < products; p++) {
            productIndex.put(assortment.get(p).name(), p);
            cycles[p] = constants.process(assortment.get(p).name()).cycle().lastAge();
        }
        for (int c = 0; c < channels; c++) {
            channelIndex.put(constants.channels().get(c).name(), c);
        }
        channelRates = new ChannelRates[months][];
        for (int month = 0; month < months; month++) {
            channelRates[month] = month > 0 && byMonth.get(month).equals(byMonth.get(month - 1))
                    ? channelRates[month - 1]
                    : byMonth.get(month).channels().stream()
                            .map(ChannelRates::of)
                            .toArray(ChannelRates[]::new);
        }
        for (int month = 0; month <= months; month++) {
            boolean goesOn = month > 0 && (month == byMonth.size() || changing.isEmpty());
            conversions.add(goesOn ? conversions.get(month - 1) : conversions(byMonth.get(month)));
        }
        for (int p = 0; p < products; p++) {
            shares[p] = isStaged(p) ? sharesInStages(p) : sharesOfCycle(p);
        }
    }

    private double[][] sharesOfCycle(int p) {
        double[] byAge = process(p).cycle().shares().stream()
                .mapToDouble(Ratio::toDouble)
                .toArray();
        double[][] byMonth = new double[constants.horizon().months()][];
        Arrays.fill(byMonth, byAge);
        return byMonth;
    }

    private double[][] sharesInStages(int p) {
        double[][] byMonth = new double[constants.horizon().months()][];
        for (int month = 0; month < byMonth.length; month++) {
            List<Double> deals = constants.dealsByAge(
                    product(p).name(), channel(0).name(), constants.horizon().month(month));
            byMonth[month] = new double[deals.size()];
            for (int age = 0; age < deals.size(); age++) {
                byMonth[month][age] = deals.get(age) / conversionOfAny(month + age, p, 0);
            }
        }
        return byMonth;
    }

    private double[] conversions(PlanningConstants inForce) {
        double[] byCell = new double[width()];
        for (int p = 0; p < products; p++) {
            SalesProcess process = inForce.process(product(p).name());
            for (int c = 0; c < channels; c++) {
                byCell[cell(p, c)] = process.conversion(channel(c).name()).toDouble();
            }
        }
        return byCell;
    }

    /** The rates of a channel in a month, by the constants. */
    record ChannelRates(double site, double warmUp) {

        static ChannelRates of(Channel channel) {
            return new ChannelRates(
                    channel.siteConversion().toDouble(), channel.warmUpRate().toDouble());
        }
    }

    PlanningConstants constants() {
        return constants;
    }

    /** The constants as they are in a month. */
    PlanningConstants constants(int month) {
        return byMonth.get(month);
    }

    ChannelRates channelRates(int month, int channel) {
        return channelRates[month][channel];
    }

    /** How customers of a product behave in a month, by the constants. */
    RepeatBehaviour repeat(int month, int product) {
        return byMonth.get(month).assortment().products().get(product).repeat();
    }

    Product product(int product) {
        return constants.assortment().products().get(product);
    }

    /** Whether a scope's product and tier, where it has them, are those of a product. */
    boolean isIn(Scope scope, int p) {
        Product product = product(p);
        return (scope.product() == null || scope.product().equals(product.name()))
                && (scope.tier() == null || scope.tier() == product.tier());
    }

    /** The price in the month after those of the review, in which the next of its open leads fall due; in the last of the plan. */
    BigDecimal nextPrice(int product) {
        PlanningConstants next = byMonth.get(Math.min(months, byMonth.size() - 1));
        return next.assortment().products().get(product).price();
    }

    /** What visits over a channel cost in a month, by the constants. */
    TrafficCost trafficCost(int month, int channel) {
        return byMonth.get(month).channels().get(channel).cost();
    }

    Channel channel(int channel) {
        return constants.channels().get(channel);
    }

    SalesProcess process(int product) {
        return constants.process(product(product).name());
    }

    /** Whether the leads of a product pass stages on the way to a deal. */
    boolean isStaged(int product) {
        return process(product).stages().size() > 1;
    }

    /**
     * The share of the deals of a month's leads for a product that are made at an age; where they pass stages their expected deals over
     * the conversion of that month as a whole, which counts them as so many leads.
     */
    double share(int product, int brought, long age) {
        double[] byAge = shares[product][brought];
        return age < 0 || age >= byAge.length ? 0 : byAge[(int) age];
    }

    /** The share that is made at an age or later. */
    double shareFrom(int product, int brought, long age) {
        double share = 0;
        for (long each = age; each <= cycles[product]; each++) {
            share += share(product, brought, each);
        }
        return share;
    }

    /** The leads of opening cohorts whose deals are due in a month, of the review or after it. */
    double dueOfCohorts(int product, int channel, long month) {
        int cell = cell(product, channel);
        double[] inStages = cohortsInStages.get(cell);
        if (inStages != null) {
            return month < inStages.length ? inStages[(int) month] : 0;
        }
        double due = 0;
        for (Position.Cohort cohort : cohorts.getOrDefault(cell, List.of())) {
            due += due(cohort, month);
        }
        return due;
    }

    /** The leads of opening cohorts whose deals are still to come after the months of the review. */
    double stillToComeOfCohorts(int product, int channel) {
        int cell = cell(product, channel);
        double[] inStages = cohortsInStages.get(cell);
        if (inStages != null) {
            return Arrays.stream(inStages).skip(months).sum();
        }
        double leads = 0;
        for (Position.Cohort cohort : cohorts.getOrDefault(cell, List.of())) {
            leads += stillToCome(cohort);
        }
        return leads;
    }

    /** The leads of an opening cohort whose deals are due in a month. */
    double due(Position.Cohort cohort, long month) {
        YearMonth first = constants.horizon().first();
        SalesCycle cycle = process(productIndex(cohort.product())).cycle();
        return cohort.leads()
                * cohort.due(first.plusMonths(month), first, cycle).toDouble();
    }

    /** An opening cohort as it is after the months of the review; nothing where none of its deals are still to come. */
    Position.@Nullable Cohort after(Position.Cohort cohort) {
        YearMonth first = constants.horizon().first();
        SalesCycle cycle = process(productIndex(cohort.product())).cycle();
        return cohort.after(first.plusMonths(months), first, cycle);
    }

    /** Whether the open leads of a product are known by their months: their deals come over several, or they pass stages. */
    boolean keepsCohorts(int product) {
        return process(product).cycle().spreads() || isStaged(product);
    }

    /** The leads of an opening cohort whose deals are still to come after the months of the review. */
    private double stillToCome(Position.Cohort cohort) {
        Position.Cohort left = after(cohort);
        if (left == null) {
            return 0;
        }
        Ratio matured = left.matured();
        return left.leads()
                * (matured == null
                        ? shareFrom(productIndex(left.product()), 0, months - monthsUntil(left.brought()))
                        : 1 - matured.toDouble());
    }

    /** The share of a channel's leads for a product that become deals in a month, by the constants. */
    double conversion(int month, int product, int channel) {
        return conversions.get(month)[cell(product, channel)];
    }

    /** That of any month from the first on: the last that is in force, after the plan. */
    double conversionOfAny(long month, int product, int channel) {
        if (month <= months) {
            return conversion((int) month, product, channel);
        }
        PlanningConstants inForce = byMonth.get((int) Math.min(month, byMonth.size() - 1));
        return inForce.process(product(product).name())
                .conversion(channel(channel).name())
                .toDouble();
    }

    /** That of the month after those of the review, in which the next of its open leads fall due; in the last of the plan. */
    double nextConversion(int product, int channel) {
        return conversion(months, product, channel);
    }

    /** What a repeat deal of a month brings or costs, by the constants. */
    BigDecimal eachRepeat(Measure measure, int month, int product) {
        Product sold = byMonth.get(month).assortment().products().get(product);
        return measure == Measure.REVENUE
                ? sold.renewalPrice()
                : sold.renewalPrice().subtract(sold.renewalContribution());
    }

    /** What a new deal of a month brings or costs, by the constants. */
    BigDecimal each(Measure measure, int month, int product) {
        Product sold = byMonth.get(month).assortment().products().get(product);
        return measure == Measure.REVENUE ? sold.price() : sold.price().subtract(sold.contribution());
    }

    /** Places of a month. */
    int width() {
        return products * (channels + 1);
    }

    int size() {
        return months * width();
    }

    /** The place of a product and channel, the same in each month. */
    int cell(int product, int channel) {
        return product * (channels + 1) + channel;
    }

    int cell(int month, int product, int channel) {
        return month * width() + cell(product, channel);
    }

    /** The place of what belongs to a product alone. */
    int alone(int month, int product) {
        return cell(month, product, channels);
    }

    /** How many months after the first a month is. */
    long monthsUntil(YearMonth month) {
        return constants.horizon().first().until(month, ChronoUnit.MONTHS);
    }

    int monthIndex(YearMonth month, String component) {
        Integer index = monthIndex.get(month);
        if (index == null) {
            requireMonth(constants, month, component);
            throw new IllegalStateException(month.toString());
        }
        return index;
    }

    int productIndex(String name) {
        Integer index = productIndex.get(name);
        return index == null ? productIndex(requireProduct(name)) : index;
    }

    String requireProduct(String name) {
        if (productIndex.containsKey(name)) {
            return name;
        }
        throw unknown(
                "product",
                constants.assortment().products().stream().map(Product::name).toList(),
                name);
    }

    int channelIndex(String name) {
        Integer index = channelIndex.get(name);
        return index == null ? channelIndex(requireChannel(name)) : index;
    }

    String requireChannel(String name) {
        if (channelIndex.containsKey(name)) {
            return name;
        }
        throw unknown(
                "channel", constants.channels().stream().map(Channel::name).toList(), name);
    }

    private static IllegalArgumentException unknown(String part, List<String> known, String name) {
        return new IllegalArgumentException("Actuals.Cell." + part + " must name a known " + part + " ("
                + String.join(", ", known) + "), but was " + name + ".");
    }

    static void requireMonth(PlanningConstants constants, YearMonth month, String component) {
        Horizon horizon = constants.horizon();
        Required.monthBetween(month, horizon.first(), horizon.last(), component);
    }
}
