package io.github.planningmath.review;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The months of a plan that are over: what came in them, what the rest opens with, and what the rates showed.
 *
 * <p>What is not known is taken as planned, as in a {@link Verdict}; of the rates it says nothing ({@link #counted()}).
 *
 * <p>As JSON it is a view, which is not read back: the months, the position and the counts.
 */
public final class Elapsed {

    private final Plan plan;
    private final Side fact;
    private final KnownNumbers known;
    private final ReviewCells cells;

    private Elapsed(Plan plan, KnownNumbers known) {
        this.plan = plan;
        this.known = known;
        cells = known.cells;
        fact = Side.ofFact(plan, known, Side.ofPlan(plan, cells));
    }

    /**
     * How often it was tried and how often it came, of all that is decided.
     *
     * @param driver a site conversion, a warm-up rate or a manager conversion
     * @param product whose visits, contacts or leads they were
     * @param month of the visits, of the contacts, or in which the leads fell due
     * @param successes contacts, leads or deals; in a month perhaps more than the trials, where older leads were sold late, and never
     *     so from the first month on
     * @param trials visits, contacts or leads
     */
    public record Counted(Driver<Rate> driver, String product, YearMonth month, Long successes, Long trials) {

        public Counted {
            Required.present(driver, "Counted.driver");
            Required.present(product, "Counted.product");
            Required.present(month, "Counted.month");
            Required.count(successes, "Counted.successes");
            Required.count(trials, "Counted.trials");
        }
    }

    /**
     * Leads of a month some of whose deals may have come and some are still to come.
     *
     * @param product the product's name
     * @param channel the channel's name
     * @param brought the month in which they became leads
     * @param leads how many
     * @param deals made of them in the months that are over; where deals are not known by the month of their leads, as many as the
     *     conversions of these months make of what fell due
     * @param due the share of the leads that fell due in each of these months
     */
    public record Underway(
            String product, String channel, YearMonth brought, Long leads, Double deals, List<Double> due) {

        public Underway {
            Required.present(product, "Underway.product");
            Required.present(channel, "Underway.channel");
            Required.present(brought, "Underway.brought");
            Required.count(leads, "Underway.leads");
            Required.present(deals, "Underway.deals");
            due = Required.list(due, "Underway.due");
        }
    }

    /**
     * The months through the last that the actuals count.
     *
     * @param plan the plan
     * @param actuals what happened
     * @return the months and what came
     * @throws IllegalArgumentException if the actuals do not fit the plan, see {@link Actuals#requireFits}
     */
    public static Elapsed of(Plan plan, Actuals actuals) {
        return new Elapsed(plan, ActualsReading.of(plan, actuals));
    }

    /**
     * The months.
     *
     * @return from the plan's first to the last that the actuals count
     */
    public List<YearMonth> months() {
        return plan.constants().horizon().all().subList(0, cells.months);
    }

    /**
     * What the rest of the plan opens with.
     *
     * @return the customers and the leads that are not due, when the last of the months is over
     */
    public Position position() {
        Horizon horizon = plan.constants().horizon();
        return new PositionOfFacts(plan, fact).at(horizon.first().plusMonths(cells.months));
    }

    /**
     * What became so far of the leads of which deals are still to come.
     *
     * @return one for each of {@link Position#cohorts()} of {@link #position()}, in their order
     */
    public List<Underway> underway() {
        return new PositionOfFacts(plan, fact)
                .underway().stream()
                        .map(each -> new Underway(
                                each.left().product(),
                                each.left().channel(),
                                each.left().brought(),
                                each.left().leads(),
                                each.deals(),
                                each.shares()))
                        .toList();
    }

    /**
     * What came of a key figure.
     *
     * @param kpi a count that flows or a sum of money; or the base, at the end of the month or of all months
     * @param scope over what; its months, where it has some, are of these
     * @return the sum, as planned where it is not known
     * @throws IllegalArgumentException if it is none of these, or is not told apart by the scope
     */
    public BigDecimal total(Kpi kpi, Scope scope) {
        Required.present(kpi, "Elapsed.kpi");
        Required.present(scope, "Elapsed.scope");
        AdditiveKpis.requireOneOf(AdditiveKpis.AND_BASE, kpi, "Elapsed.kpi");
        if (scope.equals(Scope.all())) {
            return Verdict.total(fact, kpi);
        }
        int first = scope.month() == null ? 0 : cells.monthIndex(scope.month(), "Elapsed.month");
        YearMonth end = scope.through() == null ? scope.month() : scope.through();
        int last = end == null ? cells.months - 1 : cells.monthIndex(end, "Elapsed.month");
        if (last >= cells.months) {
            throw new IllegalArgumentException("Elapsed.month must be at most " + months().get(cells.months - 1)
                    + ", the last that is over, but was " + end + ".");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = kpi == Kpi.BASE ? last : first; month <= last; month++) {
            for (int p = 0; p < cells.products; p++) {
                if (cells.isIn(scope, p)) {
                    sum = sum.add(ofProduct(kpi, scope, month, p));
                }
            }
            sum = kpi == Kpi.PROFIT ? sum.subtract(fact.money.house(month)) : sum;
        }
        return sum;
    }

    private BigDecimal ofProduct(Kpi kpi, Scope scope, int month, int p) {
        return switch (kpi) {
            case TRAFFIC -> ofChannels(fact.funnel.visits, scope, month, p);
            case CONTACTS -> ofChannels(fact.funnel.contacts, scope, month, p);
            case LEADS -> ofChannels(fact.funnel.leads, scope, month, p);
            case TRAFFIC_COST -> ofChannels(fact.money.trafficCost, scope, month, p);
            case NEW_DEALS -> BigDecimal.valueOf(fact.deals.byMonth[month * cells.products + p]);
            case REPEAT_DEALS -> BigDecimal.valueOf(fact.customers[p].repeatDeals[month]);
            case DEALS -> ofProduct(Kpi.NEW_DEALS, scope, month, p).add(ofProduct(Kpi.REPEAT_DEALS, scope, month, p));
            case BASE -> BigDecimal.valueOf(fact.customers[p].base(month));
            case REVENUE -> BigDecimal.valueOf(fact.money.revenue.of(month, p));
            case VARIABLE_COST -> BigDecimal.valueOf(fact.money.variableCost.of(month, p));
            case CONTRIBUTION ->
                ofProduct(Kpi.REVENUE, scope, month, p).subtract(ofProduct(Kpi.VARIABLE_COST, scope, month, p));
            case PROFIT ->
                ofProduct(Kpi.CONTRIBUTION, scope, month, p).subtract(ofProduct(Kpi.TRAFFIC_COST, scope, month, p));
            default -> throw new IllegalStateException(kpi.label());
        };
    }

    private BigDecimal ofChannels(double[] byCell, Scope scope, int month, int p) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int c = 0; c < cells.channels; c++) {
            if (scope.channel() == null
                    || scope.channel().equals(cells.channel(c).name())) {
                sum = sum.add(BigDecimal.valueOf(byCell[cells.cell(month, p, c)]));
            }
        }
        return sum;
    }

    /**
     * What the rates showed, as far as both counts are known. Visits and contacts are decided in their month, leads when their sales
     * cycle is over; leads that are not due are no failures. Deals that are known of a product alone are of the leads of all channels
     * that are not known by themselves, and count where these have one conversion together. A deal beyond the leads that fell due is of one
     * that falls due later.
     *
     * @return the counts by driver, product and month, none without a trial
     */
    public List<Counted> counted() {
        List<Counted> counted = new ArrayList<>();
        for (int month = 0; month < cells.months; month++) {
            for (int c = 0; c < cells.channels; c++) {
                String channel = cells.channel(c).name();
                addRate(counted, Driver.siteConversion(channel), Measure.VISITS, Measure.CONTACTS, month, c);
                addRate(counted, Driver.warmUpRate(channel), Measure.CONTACTS, Measure.LEADS, month, c);
            }
        }
        for (int p = 0; p < cells.products; p++) {
            addSales(counted, p);
        }
        return counted;
    }

    private void addRate(
            List<Counted> counted, Driver<Rate> driver, Measure whole, Measure part, int month, int channel) {
        for (int p = 0; p < cells.products; p++) {
            int place = cells.cell(month, p, channel);
            double trials = known.isKnown(whole, place) && known.isKnown(part, place) ? known.orNone(whole, place) : 0;
            if (trials > 0) {
                long successes = (long) known.orNone(part, place);
                counted.add(counted(driver, p, month, successes, (long) trials));
            }
        }
    }

    private Counted counted(Driver<Rate> driver, int p, int month, long successes, long trials) {
        return new Counted(driver, cells.product(p).name(), known.month(month), successes, trials);
    }

    /** Leads that fell due and have made no deal, and deals that came before their leads were due, of one conversion. */
    private static final class Due {
        private double unsold;
        private double ahead;
        private double soldInAll;
        private double dueInAll;

        double sold(double deals, double due) {
            unsold += due;
            double sold = Math.min(deals + ahead, unsold);
            ahead += deals - sold;
            unsold -= sold;
            return sold;
        }

        /** Counts what is told, in whole numbers of the sums. */
        Counted counted(Driver<Rate> driver, String product, YearMonth month, double sold, double due) {
            long soldBefore = Math.round(soldInAll);
            long dueBefore = Math.round(dueInAll);
            soldInAll += sold;
            dueInAll += due;
            return new Counted(
                    driver, product, month, Math.round(soldInAll) - soldBefore, Math.round(dueInAll) - dueBefore);
        }
    }

    private void addSales(List<Counted> counted, int p) {
        Due[] ofChannel = new Due[cells.channels];
        Map<Driver<Rate>, Due> together = new HashMap<>();
        for (int month = 0; month < cells.months; month++) {
            boolean isOne = true;
            Driver<Rate> shared = null;
            double dueTogether = 0;
            for (int c = 0; c < cells.channels; c++) {
                Driver<Rate> driver = managerConversion(month, p, c);
                boolean isDueKnown = isDueKnown(month, p, c);
                double due = fact.funnel.due(month, p, c);
                if (known.isKnown(Measure.NEW_DEALS, cells.cell(month, p, c))) {
                    ofChannel[c] = Objects.requireNonNullElseGet(ofChannel[c], Due::new);
                    double deals = known.orNone(Measure.NEW_DEALS, cells.cell(month, p, c));
                    add(counted, driver, p, month, isDueKnown, ofChannel[c], deals, due);
                } else if (due > 0) {
                    isOne &= isDueKnown && (shared == null || shared.equals(driver));
                    shared = driver;
                    dueTogether += due;
                }
            }
            if (shared != null && known.isKnown(Measure.NEW_DEALS, cells.alone(month, p))) {
                double deals = known.orNone(Measure.NEW_DEALS, cells.alone(month, p));
                add(
                        counted,
                        shared,
                        p,
                        month,
                        isOne,
                        together.computeIfAbsent(shared, any -> new Due()),
                        deals,
                        dueTogether);
            }
        }
    }

    private void add(
            List<Counted> counted,
            Driver<Rate> driver,
            int p,
            int month,
            boolean isTold,
            Due sofar,
            double deals,
            double due) {
        double sold = sofar.sold(deals, due);
        if (isTold && due > 0) {
            counted.add(sofar.counted(driver, cells.product(p).name(), known.month(month), sold, due));
        }
    }

    /** Leads that were open when the plan began are known; those brought since are if they are counted. */
    private boolean isDueKnown(int month, int p, int c) {
        for (int brought = Math.max(0, month - cells.cycles[p]); brought <= month; brought++) {
            if (cells.share(p, brought, month - brought) > 0
                    && !known.isKnown(Measure.LEADS, cells.cell(brought, p, c))) {
                return false;
            }
        }
        return true;
    }

    private Driver<Rate> managerConversion(int month, int p, int c) {
        return cells.constants(month)
                .conversion(cells.product(p).name(), cells.channel(c).name());
    }

    /** As it is written. */
    private record View(List<YearMonth> months, Position position, List<Counted> counted) {}

    @DocumentForm.Written
    View view() {
        return new View(months(), position(), counted());
    }

    @Override
    public String toString() {
        return months().get(0) + " to " + months().get(cells.months - 1) + ", profit "
                + total(Kpi.PROFIT, Scope.all()).toPlainString();
    }
}
