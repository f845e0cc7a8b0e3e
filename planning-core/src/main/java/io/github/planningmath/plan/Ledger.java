package io.github.planningmath.plan;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reads the value of any KPI at any scope off a plan's cells; totals are sums of the cells they stand over. */
final class Ledger {

    private static final Set<Kpi> BY_CHANNEL = EnumSet.of(
            Kpi.TRAFFIC,
            Kpi.CONTACTS,
            Kpi.LEADS,
            Kpi.OPEN_LEADS,
            Kpi.TRAFFIC_COST,
            Kpi.SITE_CONVERSION,
            Kpi.WARM_UP_RATE,
            Kpi.MANAGER_CONVERSION);

    private final Projection projection;
    private final Business business;
    private final long[][] contacts;

    Ledger(Projection projection, long[][] contacts) {
        this.projection = projection;
        this.business = projection.business();
        this.contacts = contacts;
    }

    /** Whether a KPI means anything at a scope: repeat deals have no channel, fixed costs have no product. */
    static boolean means(Kpi kpi, Scope scope) {
        if (kpi == Kpi.PROFIT) {
            return scope.product() == null && scope.channel() == null && scope.tier() == null;
        }
        return scope.channel() == null || BY_CHANNEL.contains(kpi);
    }

    /** The value, or nothing where there is none: a ratio of nothing. */
    @Nullable
    NormValue value(Kpi kpi, Scope scope) {
        Selection selection = new Selection(scope);
        return switch (kpi) {
            case TRAFFIC -> count(selection.flow(projection.cells().visits()));
            case CONTACTS -> count(selection.flow(contacts));
            case LEADS -> count(selection.flow(projection.cells().leads()));
            case OPEN_LEADS -> count(selection.openLeads());
            case NEW_DEALS -> count(selection.sum(this::newDeals));
            case REPEAT_DEALS -> count(selection.sum(this::repeatDeals));
            case DEALS -> count(selection.sum(this::deals));
            case BASE -> count(selection.sum(this::base));
            case REVENUE -> new NormValue.Amount(revenue(selection));
            case AVERAGE_CHECK -> mean(revenue(selection), selection.sum(this::deals));
            case CONTRIBUTION -> new NormValue.Amount(contribution(selection));
            case VARIABLE_COST -> new NormValue.Amount(revenue(selection).subtract(contribution(selection)));
            case TRAFFIC_COST -> new NormValue.Amount(selection.trafficCost());
            case PROFIT -> new NormValue.Amount(profit(selection));
            case SITE_CONVERSION -> siteConversion(selection);
            case WARM_UP_RATE -> warmUpRate(selection);
            case MANAGER_CONVERSION -> managerConversion(selection);
        };
    }

    void visit(PlanVisitor visitor) {
        for (int month = 0; month < business.months(); month++) {
            for (ProductLine line : business.lines()) {
                visit(visitor, new Cell(line, month, month));
            }
        }
    }

    private void visit(PlanVisitor visitor, Cell cell) {
        ProductLine line = cell.line;
        int p = line.index();
        for (int c = 0; c < line.channels(); c++) {
            visitor.cell(
                    cell.to,
                    p,
                    line.channelIndex()[c],
                    Cells.inMonth(projection.cells().visits()[p], cell.to, line.channels(), c),
                    Cells.inMonth(contacts[p], cell.to, line.channels(), c),
                    Cells.inMonth(projection.cells().leads()[p], cell.to, line.channels(), c));
        }
        visitor.product(cell.to, p, newDeals(cell), repeatDeals(cell), base(cell));
    }

    private static NormValue count(long count) {
        return new NormValue.Count(count);
    }

    private static @Nullable NormValue mean(BigDecimal total, long count) {
        return count == 0 ? null : new NormValue.Mean(total, count);
    }

    private static @Nullable NormValue ratio(long part, long whole) {
        return whole == 0 ? null : new NormValue.Proportion(Ratio.of(part, whole));
    }

    private @Nullable NormValue siteConversion(Selection selection) {
        String channel = selection.scope.channel();
        return channel != null
                ? new NormValue.Conversion(business.constants().channel(channel).siteConversion())
                : ratio(
                        selection.flow(contacts),
                        selection.flow(projection.cells().visits()));
    }

    private @Nullable NormValue warmUpRate(Selection selection) {
        String channel = selection.scope.channel();
        return channel != null
                ? new NormValue.Conversion(business.constants().channel(channel).warmUpRate())
                : ratio(selection.flow(projection.cells().leads()), selection.flow(contacts));
    }

    /** The constant where the scope has but one; else the deals of the scope over the leads that fell due in it. */
    private @Nullable NormValue managerConversion(Selection selection) {
        @Nullable NormValue constant = selection.onlyConversion();
        if (constant != null) {
            return constant;
        }
        return selection.scope.channel() != null ? null : ratio(selection.sum(this::newDeals), selection.leadsDue());
    }

    private BigDecimal revenue(Selection selection) {
        return selection.money(line -> line.product().price());
    }

    private BigDecimal contribution(Selection selection) {
        return selection.money(line -> line.product().contribution());
    }

    private BigDecimal profit(Selection selection) {
        BigDecimal house = BigDecimal.ZERO;
        BigDecimal traffic = BigDecimal.ZERO;
        for (int month = selection.from; month <= selection.to; month++) {
            YearMonth name = business.horizon().month(month);
            house = house.add(business.fixedCost(name)).add(projection.people().cost(name));
            for (int channel = 0; channel < business.constants().channels().size(); channel++) {
                traffic = traffic.add(projection.trafficCost(channel, month));
            }
        }
        return contribution(selection).subtract(traffic).subtract(house);
    }

    private long newDeals(Cell cell) {
        return cell.flow(projection.cells().deals()[cell.line.index()]);
    }

    private long repeatDeals(Cell cell) {
        return cell.flow(projection.cells().courses()[cell.line.index()].repeats());
    }

    private long deals(Cell cell) {
        return PlanOverflow.sum(newDeals(cell), repeatDeals(cell), "deals");
    }

    private long base(Cell cell) {
        return projection.cells().courses()[cell.line.index()].base()[cell.to];
    }

    /** A product in a stretch of months. */
    private record Cell(ProductLine line, int from, int to) {

        long flow(long[] cumulative) {
            return Cells.inMonths(cumulative, from, to, 1, 0);
        }
    }

    /** The products, channels and months that a scope stands over. */
    private final class Selection {

        private final Scope scope;
        private final List<ProductLine> lines;
        private final int from;
        private final int to;
        private final int channel;

        Selection(Scope scope) {
            this.scope = scope;
            lines = selectedLines(business, scope);
            YearMonth month = scope.month();
            from = month == null ? 0 : business.horizon().indexOf(month);
            to = month == null ? business.months() - 1 : from;
            String name = scope.channel();
            channel = name == null ? -1 : business.channelIndex(name);
        }

        boolean takes(ProductLine line, int c) {
            return channel < 0 || line.channelIndex()[c] == channel;
        }

        long flow(long[][] cumulative) {
            long sum = 0;
            for (ProductLine line : lines) {
                long[] cells = cumulative[line.index()];
                for (int c = 0; c < line.channels(); c++) {
                    if (takes(line, c)) {
                        sum = PlanOverflow.sum(sum, Cells.inMonths(cells, from, to, line.channels(), c), "total");
                    }
                }
            }
            return sum;
        }

        long sum(ToLongFunction<Cell> count) {
            long sum = 0;
            for (ProductLine line : lines) {
                sum = PlanOverflow.sum(sum, count.applyAsLong(new Cell(line, from, to)), "total");
            }
            return sum;
        }

        BigDecimal money(java.util.function.Function<ProductLine, BigDecimal> each) {
            BigDecimal sum = BigDecimal.ZERO;
            for (ProductLine line : lines) {
                long deals = deals(new Cell(line, from, to));
                sum = sum.add(each.apply(line).multiply(BigDecimal.valueOf(deals)));
            }
            return sum;
        }

        long openLeads() {
            long sum = 0;
            for (ProductLine line : lines) {
                for (int c = 0; c < line.channels(); c++) {
                    if (takes(line, c)) {
                        sum = PlanOverflow.sum(sum, projection.openLeads(line, to, c), "openLeads");
                    }
                }
            }
            return sum;
        }

        long leadsDue() {
            long sum = 0;
            for (ProductLine line : lines) {
                for (int month = from; month <= to; month++) {
                    for (int c = 0; c < line.channels(); c++) {
                        sum = PlanOverflow.sum(sum, projection.leadsDue(line, month, c), "leads");
                    }
                }
            }
            return sum;
        }

        /** What the visits of the scope cost. */
        BigDecimal trafficCost() {
            BigDecimal sum = BigDecimal.ZERO;
            for (int c = 0; c < business.constants().channels().size(); c++) {
                if (channel < 0 || c == channel) {
                    sum = sum.add(trafficCost(c));
                }
            }
            return sum;
        }

        private BigDecimal trafficCost(int of) {
            BigDecimal perVisit = business.constants().channels().get(of).cost().perVisit();
            if (perVisit != null) {
                return perVisit.multiply(BigDecimal.valueOf(visits(of)));
            }
            boolean ofAll = lines.size() == business.lines().size();
            BigDecimal sum = BigDecimal.ZERO;
            for (int month = from; month <= to; month++) {
                sum = sum.add(
                        ofAll
                                ? projection.trafficCost(of, month)
                                : new SharedTrafficCost(projection, of, month).of(lines));
            }
            return sum;
        }

        private long visits(int wanted) {
            long sum = 0;
            for (ProductLine line : lines) {
                for (int c = 0; c < line.channels(); c++) {
                    if (line.channelIndex()[c] == wanted) {
                        long[] cells = projection.cells().visits()[line.index()];
                        sum = PlanOverflow.sum(sum, Cells.inMonths(cells, from, to, line.channels(), c), "traffic");
                    }
                }
            }
            return sum;
        }

        @Nullable
        NormValue onlyConversion() {
            NormValue only = null;
            for (ProductLine line : lines) {
                for (int c = 0; c < line.channels(); c++) {
                    if (!takes(line, c)) {
                        continue;
                    }
                    NormValue conversion =
                            new NormValue.Conversion(line.funnel().conversion(c));
                    if (only != null && !only.equals(conversion)) {
                        return null;
                    }
                    only = conversion;
                }
            }
            return only;
        }
    }

    /** The products that a scope stands over. */
    static List<ProductLine> selectedLines(Business business, Scope scope) {
        String product = scope.product();
        SalesTier tier = scope.tier();
        if (product == null) {
            return business.lines().stream()
                    .filter(line -> tier == null || line.product().tier() == tier)
                    .toList();
        }
        ProductLine line = business.line(product);
        if (tier != null && line.product().tier() != tier) {
            throw new IllegalArgumentException("Scope.tier must be the tier of " + product + ", "
                    + line.product().tier() + ", but was " + tier + ".");
        }
        return List.of(line);
    }
}
