package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.product.Product;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the value of any KPI at any scope off a plan's cells; totals are sums of the cells they stand over. */
final class KpiValues {

    private final Projection projection;
    private final ResolvedBusiness business;
    private final Cells cells;
    private final CumulativeCounts[] contacts;

    /** By product, made when it is asked for. */
    private volatile @Nullable List<@Nullable RecurringRevenue> recurring;

    private final Map<Integer, List<StageCounts>> stageCounts = new ConcurrentHashMap<>();

    KpiValues(Projection projection, CumulativeCounts[] contacts) {
        this.projection = projection;
        this.business = projection.business();
        this.cells = projection.cells();
        this.contacts = contacts;
    }

    /** Those that no contact counts for. */
    static KpiValues withoutContacts(Projection projection) {
        return new KpiValues(projection, new CumulativeCounts[0]);
    }

    /** The value, or nothing where there is none: a ratio of nothing. */
    @Nullable
    NormValue value(Kpi kpi, Selection selection) {
        return switch (kpi) {
            case TRAFFIC -> count(selection.sum(cells.visits()));
            case CONTACTS -> count(selection.sum(contacts));
            case LEADS -> count(selection.sum(cells.leads()));
            case STAGE_ENTRIES -> stageEntries(selection);
            case OPEN_LEADS -> count(openLeads(selection));
            case NEW_DEALS -> count(selection.sumOver(line -> newDeals(selection, line)));
            case REPEAT_DEALS -> count(selection.sumOver(line -> repeatDeals(selection, line)));
            case DEALS -> count(deals(selection));
            case BASE -> count(selection.sumOver(line -> base(line, selection.to())));
            case CUSTOMERS_KEPT -> count(kept(selection));
            case CUSTOMERS_LOST -> count(lost(selection));
            case MARKET_PENETRATION -> penetration(selection);
            case RETENTION_RATE -> repeatBehaviour(selection, ConstantRepeat::retention, kept(selection));
            case REPEAT_RATE ->
                repeatBehaviour(
                        selection, ConstantRepeat::repeat, selection.sumOver(line -> repeatDeals(selection, line)));
            case RECURRING_REVENUE -> recurringRevenue(selection);
            case NET_REVENUE_RETENTION, GROSS_REVENUE_RETENTION ->
                RecurringRevenue.retention(kpi, selection, recurring(selection));
            case REVENUE -> amount(revenue(selection));
            case AVERAGE_CHECK -> mean(revenue(selection), deals(selection));
            case CONTRIBUTION -> amount(contribution(selection));
            case VARIABLE_COST -> amount(revenue(selection).subtract(contribution(selection)));
            case TRAFFIC_COST -> amount(trafficCost(selection));
            case PROFIT -> amount(profit(selection));
            case SITE_CONVERSION -> siteConversion(selection);
            case WARM_UP_RATE -> warmUpRate(selection);
            case MANAGER_CONVERSION -> managerConversion(selection);
        };
    }

    /** A value that is there. */
    NormValue known(Kpi kpi, Selection selection) {
        return Objects.requireNonNull(value(kpi, selection));
    }

    /** A count or an amount as a plain number. */
    BigDecimal total(Kpi kpi, Selection selection) {
        NormValue value = known(kpi, selection);
        return value instanceof NormValue.Amount amount
                ? amount.amount()
                : BigDecimal.valueOf(((NormValue.Count) value).count());
    }

    void visit(PlanVisitor visitor) {
        for (int month = 0; month < business.months(); month++) {
            for (ProductLine line : business.lines()) {
                visit(visitor, line, month);
            }
        }
    }

    private void visit(PlanVisitor visitor, ProductLine line, int month) {
        int p = line.index();
        for (int c = 0; c < line.channels(); c++) {
            visitor.cell(
                    month,
                    p,
                    line.channelIndex()[c],
                    cells.visits()[p].in(month, c),
                    contacts[p].in(month, c),
                    cells.leads()[p].in(month, c));
        }
        visitor.product(
                month,
                p,
                cells.deals()[p].in(month),
                cells.courses()[p].repeats().in(month),
                base(line, month));
    }

    private static NormValue count(long count) {
        return new NormValue.Count(count);
    }

    private static NormValue amount(BigDecimal amount) {
        return new NormValue.Amount(amount);
    }

    private static @Nullable NormValue mean(BigDecimal total, long count) {
        return count == 0 ? null : new NormValue.Mean(total, count);
    }

    private static @Nullable NormValue ratio(long part, long whole) {
        return whole == 0 ? null : new NormValue.Proportion(Ratio.of(part, whole));
    }

    private @Nullable NormValue siteConversion(Selection selection) {
        Rate constant = onlyRate(selection, ChannelRates::site);
        return constant != null
                ? new NormValue.Conversion(constant)
                : ratio(selection.sum(contacts), selection.sum(cells.visits()));
    }

    private @Nullable NormValue warmUpRate(Selection selection) {
        Rate constant = onlyRate(selection, ChannelRates::warmUp);
        return constant != null
                ? new NormValue.Conversion(constant)
                : ratio(selection.sum(cells.leads()), selection.sum(contacts));
    }

    /** The rate of a channel where the scope has but one, in all its months. */
    private @Nullable Rate onlyRate(Selection selection, Function<ChannelRates, ByMonth<Rate>> which) {
        String channel = selection.scope().channel();
        if (channel == null) {
            return null;
        }
        ByMonth<Rate> rate = which.apply(business.channelRates(channel));
        return rate.since(selection.to()) <= selection.from() ? rate.in(selection.to()) : null;
    }

    /** The constant where the scope has but one; else the deals of the scope over the leads that fell due in it. */
    private @Nullable NormValue managerConversion(Selection selection) {
        @Nullable NormValue constant = onlyConversion(selection);
        if (constant != null) {
            return constant;
        }
        return selection.scope().channel() != null
                ? null
                : ofLeadsDue(selection.sumOver(line -> newDeals(selection, line)), leadsDue(selection));
    }

    private static @Nullable NormValue onlyConversion(Selection selection) {
        Conversions found = new Conversions(selection.from(), selection.to());
        selection.eachCell(found);
        return found.only == null || found.differ ? null : new NormValue.Conversion(found.only);
    }

    /** Whether all that were come by are the same. */
    private static final class Conversions implements Selection.CellVisitor {

        private final int from;
        private final int to;
        private @Nullable Rate only;
        private boolean differ;

        Conversions(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public void cell(ProductLine line, int channel) {
            // the deals of leads in stages come at the conversions of several months
            differ |= line.stages() != null
                    && line.yields() != null
                    && !line.yields().isSteady();
            for (int month = from; month <= (line.yields() == null ? from : to); month++) {
                Rate conversion = line.conversion(channel, month);
                differ |= only != null && !only.equals(conversion);
                only = conversion;
            }
        }
    }

    private static @Nullable NormValue ofLeadsDue(long deals, Fraction due) {
        return due.signum() == 0
                ? null
                : new NormValue.Proportion(
                        Fraction.of(deals, 1).dividedBy(due).to("Plan.managerConversion", Ratio::new));
    }

    private Fraction leadsDue(Selection selection) {
        Fraction sum = Fraction.ZERO;
        for (ProductLine line : selection.lines()) {
            for (int month = selection.from(); month <= selection.to(); month++) {
                for (int c = 0; c < line.channels(); c++) {
                    sum = sum.plus(projection.exactLeadsDue(line, month, c));
                }
            }
        }
        return sum;
    }

    private @Nullable NormValue stageEntries(Selection selection) {
        String stage = selection.scope().stage();
        return stage == null
                ? null
                : count(selection.sumOver(line -> stageCounts(line, stage).in(selection.from(), selection.to())));
    }

    /** Who reached a stage of a product. */
    StageCounts stageCounts(ProductLine line, String stage) {
        OpenStages stages = Objects.requireNonNull(line.stages());
        return stageCounts
                .computeIfAbsent(line.index(), index -> projection.stageCounts(line, stages))
                .get(stages.names().indexOf(stage));
    }

    private long openLeads(Selection selection) {
        long[] sum = {0};
        selection.eachCell((line, c) ->
                sum[0] = PlanOverflow.sum(sum[0], projection.openLeads(line, selection.to(), c), "openLeads"));
        return sum[0];
    }

    private BigDecimal revenue(Selection selection) {
        return money(selection, Product::price, Product::renewalPrice);
    }

    private BigDecimal contribution(Selection selection) {
        return money(selection, Product::contribution, Product::renewalContribution);
    }

    private BigDecimal money(
            Selection selection, Function<Product, BigDecimal> ofDeal, Function<Product, BigDecimal> ofRepeat) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PlanStretch stretch : business.stretches(selection.from(), selection.to())) {
            List<Product> products = stretch.constants().assortment().products();
            for (ProductLine line : selection.lines()) {
                Product product = products.get(line.index());
                int from = stretch.from();
                int to = stretch.to();
                if (product.renewal() == null) {
                    sum = sum.add(times(ofDeal.apply(product), projection.deals(line, from, to)));
                } else {
                    sum = sum.add(times(ofDeal.apply(product), projection.newDeals(line, from, to)))
                            .add(times(ofRepeat.apply(product), projection.repeatDeals(line, from, to)));
                }
            }
        }
        return sum;
    }

    private static BigDecimal times(BigDecimal each, long count) {
        return each.multiply(BigDecimal.valueOf(count));
    }

    private BigDecimal profit(Selection selection) {
        return contribution(selection)
                .subtract(trafficCost(selection))
                .subtract(fixedCosts(selection))
                .subtract(initiatives(selection))
                .subtract(people(selection));
    }

    /** What the visits of a scope cost. */
    private BigDecimal trafficCost(Selection selection) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int channel = 0; channel < business.constants().channels().size(); channel++) {
            if (selection.takesChannel(channel)) {
                sum = sum.add(trafficCost(selection, channel));
            }
        }
        return sum;
    }

    /** What the visits of a scope over one channel of the constants cost. */
    BigDecimal trafficCost(Selection selection, int channel) {
        if (business.constants().channels().get(channel).cost().perVisit() != null) {
            BigDecimal sum = BigDecimal.ZERO;
            for (PlanStretch stretch : business.stretches(selection.from(), selection.to())) {
                BigDecimal perVisit = Objects.requireNonNull(
                        stretch.constants().channels().get(channel).cost().perVisit());
                sum = sum.add(perVisit.multiply(
                        BigDecimal.valueOf(visits(selection, channel, stretch.from(), stretch.to()))));
            }
            return sum;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = selection.from(); month <= selection.to(); month++) {
            sum = sum.add(
                    selection.takesAllProducts()
                            ? projection.trafficCost(channel, month)
                            : new SharedTrafficCost(projection, channel, month).of(selection.lines()));
        }
        return sum;
    }

    /** The visits of a scope in some months over one channel of the constants. */
    long visits(Selection selection, int channel, int from, int to) {
        return selection.sumOver(line -> {
            int place = line.place(channel);
            return place < 0 ? 0 : cells.visits()[line.index()].in(from, to, place);
        });
    }

    BigDecimal fixedCosts(Selection selection) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = selection.from(); month <= selection.to(); month++) {
            sum = sum.add(business.fixedCost(business.horizon().month(month)));
        }
        return sum;
    }

    BigDecimal initiatives(Selection selection) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = selection.from(); month <= selection.to(); month++) {
            sum = sum.add(business.initiativeCost(business.horizon().month(month)));
        }
        return sum;
    }

    BigDecimal people(Selection selection) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = selection.from(); month <= selection.to(); month++) {
            YearMonth name = business.horizon().month(month);
            sum = sum.add(projection.people().cost(name));
        }
        return sum;
    }

    long newDeals(Selection selection, ProductLine line) {
        return selection.in(cells.deals()[line.index()]);
    }

    long repeatDeals(Selection selection, ProductLine line) {
        return selection.in(cells.courses()[line.index()].repeats());
    }

    long deals(Selection selection, ProductLine line) {
        return projection.deals(line, selection.from(), selection.to());
    }

    private long deals(Selection selection) {
        return selection.sumOver(line -> deals(selection, line));
    }

    long base(ProductLine line, int month) {
        return cells.courses()[line.index()].base()[month];
    }

    /** The base at the start of a month. */
    long baseBefore(ProductLine line, int month) {
        return month > 0 ? base(line, month - 1) : line.customers().openingBase();
    }

    /** The customers of a product at the start of a month who are there at its end. */
    long kept(ProductLine line, int month) {
        return base(line, month) - cells.deals()[line.index()].in(month);
    }

    long kept(Selection selection, ProductLine line) {
        long sum = 0;
        for (int month = selection.from(); month <= selection.to(); month++) {
            sum = PlanOverflow.sum(sum, kept(line, month), "base");
        }
        return sum;
    }

    private long kept(Selection selection) {
        return selection.sumOver(line -> kept(selection, line));
    }

    long lost(Selection selection, ProductLine line) {
        long joined = PlanOverflow.sum(baseBefore(line, selection.from()), newDeals(selection, line), "base");
        return joined - base(line, selection.to());
    }

    private long lost(Selection selection) {
        return selection.sumOver(line -> lost(selection, line));
    }

    /** The constant where the scope has but one; else a count of the scope over the customers at the starts of its months. */
    private @Nullable NormValue repeatBehaviour(
            Selection selection, Function<ConstantRepeat, Ratio> constant, long count) {
        Ratio only = onlyRepeat(selection, constant);
        return only != null
                ? new NormValue.Proportion(only)
                : ratio(count, PlanOverflow.sum(kept(selection), lost(selection), "base"));
    }

    /** What customers of a scope do at every age, of every product and in all months alike; nothing where they differ. */
    @Nullable
    Ratio onlyRepeat(Selection selection, Function<ConstantRepeat, Ratio> constant) {
        Set<Ratio> found = new HashSet<>();
        for (PlanStretch stretch : business.stretches(selection.from(), selection.to())) {
            List<Product> products = stretch.constants().assortment().products();
            for (ProductLine line : selection.lines()) {
                if (!(products.get(line.index()).repeat() instanceof ConstantRepeat same)) {
                    return null;
                }
                found.add(constant.apply(same));
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private @Nullable NormValue recurringRevenue(Selection selection) {
        List<RecurringRevenue> products = recurring(selection);
        return products.isEmpty()
                ? null
                : amount(products.stream()
                        .map(each -> each.atEndOf(selection.to()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The recurring revenue of the products of a scope that are sold as subscriptions. */
    private List<RecurringRevenue> recurring(Selection selection) {
        List<RecurringRevenue> products = new ArrayList<>();
        for (ProductLine line : selection.lines()) {
            RecurringRevenue of = recurring(line);
            if (of != null) {
                products.add(of);
            }
        }
        return products;
    }

    @Nullable
    RecurringRevenue recurring(ProductLine line) {
        return recurring().get(line.index());
    }

    private List<@Nullable RecurringRevenue> recurring() {
        List<@Nullable RecurringRevenue> known = recurring;
        if (known == null) {
            List<@Nullable RecurringRevenue> all = new ArrayList<>();
            for (ProductLine line : business.lines()) {
                all.add(RecurringRevenue.of(line, projection));
            }
            known = all;
            recurring = known;
        }
        return known;
    }

    Derivation explainedRetention(Kpi kpi, Selection selection) {
        return RecurringRevenue.explained(kpi, selection, recurring(selection), known(kpi, selection));
    }

    private @Nullable NormValue penetration(Selection selection) {
        long potential = 0;
        long taken = 0;
        for (ProductLine line : selection.lines()) {
            Long obtainable = business.potential(line);
            if (obtainable == null) {
                return null;
            }
            potential = PlanOverflow.sum(potential, obtainable, "potential");
            taken = PlanOverflow.sum(taken, taken(line, selection.to()), "base");
        }
        return ratio(taken, potential);
    }

    /** Customers at the start and those won through a month. */
    long taken(ProductLine line, int month) {
        return PlanOverflow.sum(line.customers().openingBase(), cells.deals()[line.index()].through(month, 0), "base");
    }
}
