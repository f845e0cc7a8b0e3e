package io.github.planningmath.plan;

import static io.github.planningmath.plan.Derivation.Kind.COUNT;
import static io.github.planningmath.plan.Derivation.Kind.RATIO;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Derivation.Calculated;
import io.github.planningmath.plan.Derivation.Given;
import io.github.planningmath.plan.Derivation.Operator;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the derivations of a plan's norms: the same steps as the plan's, with the numbers in them. Here counts are
 * summed over a scope and related to each other.
 *
 * <p>The number is read off the plan's cells, what it follows from is made when it is looked into, and what stands over the
 * same cells shares their derivations.
 */
final class Explanation {

    private final Projection projection;
    private final @Nullable Cascade cascade;
    private final CumulativeCounts[] contacts;
    private final ResolvedBusiness business;
    private final KpiValues values;
    private final @Nullable OfProduct[] products;

    /** The number that was solved for, split over the products. */
    private final Derivation.@Nullable Split dealsByProduct;

    private final MoneyExplanation money;

    Explanation(
            List<Target> targets,
            Projection projection,
            @Nullable Cascade cascade,
            CumulativeCounts[] contacts,
            KpiValues values) {
        this.projection = projection;
        this.cascade = cascade;
        this.contacts = contacts;
        this.business = projection.business();
        this.values = values;
        dealsByProduct = cascade == null
                ? null
                : new Derivation.Split(
                        Given.count("new deals, the number that " + purpose(targets), cascade.deals()),
                        business.constants().assortment().mix(),
                        Map.of());
        products = new OfProduct[business.lines().size()];
        money = new MoneyExplanation(projection, values, this::of);
    }

    private static String purpose(List<Target> targets) {
        return targets.isEmpty()
                ? "reaches the goal"
                : targets.stream()
                        .map(Target::toString)
                        .collect(Collectors.joining(", ", "reaches the goal and meets ", ""));
    }

    /** What explains the cells of one product. */
    private record OfProduct(CountExplanation counts, CustomerExplanation customers) {}

    private OfProduct product(ProductLine line) {
        OfProduct known = products[line.index()];
        if (known == null) {
            CountExplanation counts = new CountExplanation(line, projection, cascade, dealsByProduct, contacts);
            known = new OfProduct(counts, new CustomerExplanation(line, projection, counts));
            products[line.index()] = known;
        }
        return known;
    }

    private CountExplanation counts(ProductLine line) {
        return product(line).counts();
    }

    /** How a number came about that is there. */
    Derivation of(Kpi kpi, Scope scope) {
        return of(kpi, Selection.of(business, scope));
    }

    private Derivation of(Kpi kpi, Selection selection) {
        return switch (kpi) {
            case TRAFFIC ->
                overCells(
                        kpi,
                        selection,
                        projection.cells().visits(),
                        (line, c, month) -> counts(line).visitsThrough(c, month));
            case CONTACTS ->
                overCells(
                        kpi,
                        selection,
                        contacts,
                        (line, c, month) -> counts(line).contactsThrough(c, month));
            case LEADS ->
                overCells(
                        kpi,
                        selection,
                        projection.cells().leads(),
                        (line, c, month) -> counts(line).leadsThrough(c, month));
            case STAGE_ENTRIES -> stageEntries(selection);
            case OPEN_LEADS -> openLeads(selection);
            case NEW_DEALS ->
                overProducts(
                        kpi,
                        selection,
                        line -> projection.cells().deals()[line.index()],
                        (line, month) -> counts(line).dealsThrough(month));
            case REPEAT_DEALS ->
                overProducts(
                        kpi,
                        selection,
                        line -> projection.cells().courses()[line.index()].repeats(),
                        (line, month) -> product(line).customers().repeatsThrough(month));
            case DEALS -> deals(selection);
            case BASE -> base(selection);
            case CUSTOMERS_KEPT -> kept(selection);
            case CUSTOMERS_LOST -> lost(selection);
            case MARKET_PENETRATION -> penetration(selection);
            case RETENTION_RATE ->
                repeatBehaviour(
                        kpi, selection, values.onlyRepeat(selection, ConstantRepeat::retention), Kpi.CUSTOMERS_KEPT);
            case REPEAT_RATE ->
                repeatBehaviour(kpi, selection, values.onlyRepeat(selection, ConstantRepeat::repeat), Kpi.REPEAT_DEALS);
            case RECURRING_REVENUE -> recurringRevenue(selection);
            case NET_REVENUE_RETENTION, GROSS_REVENUE_RETENTION -> values.explainedRetention(kpi, selection);
            case REVENUE -> money.revenue(selection);
            case CONTRIBUTION -> money.contribution(selection);
            case VARIABLE_COST -> money.variableCost(selection);
            case AVERAGE_CHECK -> money.averageCheck(selection);
            case TRAFFIC_COST -> money.trafficCost(selection);
            case PROFIT -> money.profit(selection);
            case SITE_CONVERSION -> conversion(kpi, selection, Kpi.CONTACTS, Kpi.TRAFFIC);
            case WARM_UP_RATE -> conversion(kpi, selection, Kpi.LEADS, Kpi.CONTACTS);
            case MANAGER_CONVERSION -> managerConversion(selection);
        };
    }

    private Derivation sum(Kpi kpi, Selection selection, int terms, Supplier<List<Derivation>> each) {
        return Calculated.sum(selection.label(kpi), COUNT, () -> values.known(kpi, selection), terms, each);
    }

    /** A cumulative count of one product and channel through a month. */
    private interface CellThrough {
        Derivation of(ProductLine line, int channel, int month);
    }

    /** A cumulative count of one product through a month. */
    private interface ProductThrough {
        Derivation of(ProductLine line, int month);
    }

    /** The counts of a product that have no channel. */
    private interface CountsOfProduct {
        CumulativeCounts of(ProductLine line);
    }

    private Derivation overCells(Kpi kpi, Selection selection, CumulativeCounts[] counts, CellThrough through) {
        return sum(kpi, selection, selection.cells(), () -> {
            List<Derivation> terms = new ArrayList<>();
            selection.eachCell((line, c) -> terms.add(CountExplanation.inMonths(
                    kpi.label() + counts(line).labels().ofCell(c),
                    selection,
                    counts[line.index()].in(selection.from(), selection.to(), c),
                    month -> through.of(line, c, month))));
            return terms;
        });
    }

    private Derivation overProducts(Kpi kpi, Selection selection, CountsOfProduct counts, ProductThrough through) {
        return sum(kpi, selection, selection.lines().size(), () -> {
            List<Derivation> terms = new ArrayList<>();
            for (ProductLine line : selection.lines()) {
                terms.add(CountExplanation.inMonths(
                        kpi.label() + " of " + line.product().name(),
                        selection,
                        selection.in(counts.of(line)),
                        month -> through.of(line, month)));
            }
            return terms;
        });
    }

    private Derivation deals(Selection selection) {
        return Calculated.known(
                selection.label(Kpi.DEALS),
                COUNT,
                Operator.SUM,
                values.known(Kpi.DEALS, selection),
                () -> List.of(of(Kpi.NEW_DEALS, selection), of(Kpi.REPEAT_DEALS, selection)));
    }

    private Derivation stageEntries(Selection selection) {
        String stage = Objects.requireNonNull(selection.scope().stage());
        int terms = selection.lines().size();
        return sum(
                Kpi.STAGE_ENTRIES,
                selection,
                terms,
                () -> selection.lines().stream()
                        .map(line -> counts(line).stageEntries(values.stageCounts(line, stage), selection))
                        .toList());
    }

    private Derivation openLeads(Selection selection) {
        return Calculated.known(
                selection.label(Kpi.OPEN_LEADS), COUNT, Operator.SUM, values.known(Kpi.OPEN_LEADS, selection), () -> {
                    List<Derivation> terms = new ArrayList<>();
                    selection.eachCell((line, c) -> terms.addAll(
                            counts(line).openLeads(c, selection.to(), projection.openLeads(line, selection.to(), c))));
                    return terms;
                });
    }

    private Derivation base(Selection selection) {
        return sum(Kpi.BASE, selection, selection.lines().size(), () -> {
            List<Derivation> terms = new ArrayList<>();
            for (ProductLine line : selection.lines()) {
                terms.add(product(line).customers().baseAtEndOf(selection.to()));
            }
            return terms;
        });
    }

    private Derivation kept(Selection selection) {
        int terms = selection.lines().size() * (selection.to() - selection.from() + 1);
        return sum(Kpi.CUSTOMERS_KEPT, selection, terms, () -> {
            List<Derivation> kept = new ArrayList<>();
            for (ProductLine line : selection.lines()) {
                for (int month = selection.from(); month <= selection.to(); month++) {
                    kept.add(product(line).customers().keptIn(month, values.kept(line, month)));
                }
            }
            return kept;
        });
    }

    private Derivation lost(Selection selection) {
        return sum(Kpi.CUSTOMERS_LOST, selection, selection.lines().size(), () -> {
            List<Derivation> lost = new ArrayList<>();
            for (ProductLine line : selection.lines()) {
                lost.add(product(line)
                        .customers()
                        .lostIn(selection, values.baseBefore(line, selection.from()), values.lost(selection, line)));
            }
            return lost;
        });
    }

    private Derivation recurringRevenue(Selection selection) {
        List<ProductLine> lines = selection.lines().stream()
                .filter(line -> values.recurring(line) != null)
                .toList();
        return sumOfMoney(Kpi.RECURRING_REVENUE, selection, lines.size(), () -> {
            List<Derivation> terms = new ArrayList<>();
            for (ProductLine line : lines) {
                RecurringRevenue of = Objects.requireNonNull(values.recurring(line));
                terms.add(of.explainedAtEndOf(
                        selection.to(), product(line).customers().subscriptionsAtEndOf(selection.to(), of)));
            }
            return terms;
        });
    }

    private Derivation sumOfMoney(Kpi kpi, Selection selection, int terms, Supplier<List<Derivation>> each) {
        return Calculated.sum(
                selection.label(kpi), Derivation.Kind.AMOUNT, () -> values.known(kpi, selection), terms, each);
    }

    private Derivation penetration(Selection selection) {
        return Calculated.known(
                selection.label(Kpi.MARKET_PENETRATION),
                RATIO,
                Operator.OVER,
                values.known(Kpi.MARKET_PENETRATION, selection),
                () -> {
                    List<Derivation> taken = new ArrayList<>();
                    List<Derivation> potential = new ArrayList<>();
                    for (ProductLine line : selection.lines()) {
                        String name = line.product().name();
                        taken.add(product(line)
                                .customers()
                                .baseBefore(0, line.customers().openingBase()));
                        taken.add(counts(line).dealsThrough(selection.to()));
                        potential.add(Given.count(
                                "customers of " + name + " who can be won",
                                Objects.requireNonNull(business.potential(line))));
                    }
                    return List.of(
                            Calculated.sum("customers at the start, and new ones", COUNT, taken),
                            Calculated.sum("customers who can be won", COUNT, potential));
                });
    }

    /** A count over the customers at the starts of a scope's months, unless it is one constant. */
    private Derivation repeatBehaviour(Kpi kpi, Selection selection, @Nullable Ratio constant, Kpi part) {
        return constant != null
                ? Given.ratio(selection.label(kpi), constant)
                : Calculated.known(
                        selection.label(kpi),
                        RATIO,
                        Operator.OVER,
                        values.known(kpi, selection),
                        () -> List.of(
                                of(part, selection),
                                Calculated.sum(
                                        "customers at the start of each month",
                                        COUNT,
                                        List.of(
                                                of(Kpi.CUSTOMERS_KEPT, selection),
                                                of(Kpi.CUSTOMERS_LOST, selection)))));
    }

    private Derivation conversion(Kpi kpi, Selection selection, Kpi part, Kpi whole) {
        String channel = selection.scope().channel();
        NormValue value = values.known(kpi, selection);
        if (channel != null && value instanceof NormValue.Conversion constant) {
            ChannelRates rates = business.channelRates(channel);
            ByMonth<Rate> rate = kpi == Kpi.SITE_CONVERSION ? rates.site() : rates.warmUp();
            Driver<Rate> driver =
                    kpi == Kpi.SITE_CONVERSION ? Driver.siteConversion(channel) : Driver.warmUpRate(channel);
            return Given.rate(business.labelOf(rate, kpi.label() + " of " + channel, selection.to()), constant.rate())
                    .on(business.constants().row(business.horizon().month(selection.to()), driver));
        }
        return Calculated.known(
                selection.label(kpi),
                RATIO,
                Operator.OVER,
                value,
                () -> List.of(of(part, selection), of(whole, selection)));
    }

    private Derivation managerConversion(Selection selection) {
        NormValue value = values.known(Kpi.MANAGER_CONVERSION, selection);
        if (value instanceof NormValue.Conversion constant) {
            OpenStages stages = selection.lines().get(0).stages();
            if (stages != null && stages.conversion().equals(LeftOver.fraction(constant.rate()))) {
                return counts(selection.lines().get(0))
                        .conversionInStages(selection.label(Kpi.MANAGER_CONVERSION), stages);
            }
            return Given.rate(selection.label(Kpi.MANAGER_CONVERSION), constant.rate())
                    .on(basisOfConversion(selection));
        }
        return Calculated.known(
                selection.label(Kpi.MANAGER_CONVERSION),
                RATIO,
                Operator.OVER,
                value,
                () -> List.of(of(Kpi.NEW_DEALS, selection), leadsDue(selection)));
    }

    /** What the one conversion of a scope rests on, where it is one constant and not several of the same value. */
    private Basis.@Nullable Row basisOfConversion(Selection selection) {
        if (business.constants().basis().isEmpty()) {
            return null;
        }
        YearMonth month = business.horizon().month(selection.to());
        Set<Basis.@Nullable Row> rows = new HashSet<>();
        selection.eachCell((line, channel) -> rows.add(business.constants()
                .rowOfConversion(month, line.product(), line.funnel().channels().get(channel))));
        return rows.size() == 1 ? rows.iterator().next() : null;
    }

    private Derivation leadsDue(Selection selection) {
        List<Derivation> due = new ArrayList<>();
        for (ProductLine line : selection.lines()) {
            for (int c = 0; c < line.channels(); c++) {
                due.add(counts(line).leadsDue(c, selection.from(), selection.to()));
            }
        }
        boolean isWhole = selection.lines().stream()
                .allMatch(line -> line.orders() == null
                        && line.stages() == null
                        && line.cohorts().isEmpty());
        return Calculated.sum("leads due", isWhole ? COUNT : Derivation.Kind.EXACT, due);
    }
}
