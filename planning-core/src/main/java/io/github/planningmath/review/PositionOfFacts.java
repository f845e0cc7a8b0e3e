package io.github.planningmath.review;

import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Position;
import io.github.planningmath.quantity.Apportionment;
import io.github.planningmath.quantity.Ratio;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The state of the business after the months of a review: the customers there are, spread over ages as the cohorts are, and
 * the leads that are not due yet; in whole counts.
 */
final class PositionOfFacts {

    private static final long BILLION = 1_000_000_000L;
    private static final long MOST = Long.MAX_VALUE / BILLION;
    private static final double LAST_BITS = 1e-12;

    private final Plan plan;
    private final Side fact;
    private final ReviewCells cells;

    PositionOfFacts(Plan plan, Side fact) {
        this.plan = plan;
        this.fact = fact;
        cells = fact.cells;
    }

    Position at(YearMonth opens) {
        List<Position.Customers> customers = new ArrayList<>();
        List<Position.OpenLeads> open = new ArrayList<>();
        for (int p = 0; p < cells.products; p++) {
            addCustomers(p, customers);
            for (int c = 0; c < cells.channels; c++) {
                addOpenLeads(p, c, opens, open);
            }
        }
        return Position.of(opens, customers, open).withCohorts(cohorts());
    }

    /** Leads of the months of which deals are still to come, where they come over months, and those of the opening. */
    private List<Position.Cohort> cohorts() {
        return underway().stream().map(Underway::left).toList();
    }

    /**
     * A cohort that is left, and what became of it in the months that are over.
     *
     * @param due its leads that fell due, by month
     * @param sold its deals
     */
    @SuppressWarnings("ArrayRecordComponent") // an inner carrier, never compared
    record Underway(Position.Cohort left, double[] due, double sold) {

        /** The shares of its leads that fell due, by month. */
        List<Double> shares() {
            double leads = left.leads();
            return Arrays.stream(due)
                    .mapToObj(count -> leads > 0 ? count / leads : 0)
                    .toList();
        }

        /** Its deals, no more than leads. */
        double deals() {
            return Math.min(sold, left.leads());
        }
    }

    /** Leads of which deals are still to come, in the order of the cohorts that are left. */
    List<Underway> underway() {
        List<Underway> underway = new ArrayList<>();
        for (Position.Cohort cohort : plan.opening().cohorts()) {
            Position.Cohort left = cells.after(cohort);
            if (left != null) {
                double[] due = IntStream.range(0, cells.months)
                        .mapToDouble(month -> cells.due(cohort, month))
                        .toArray();
                int p = cells.productIndex(cohort.product());
                int c = cells.channelIndex(cohort.channel());
                underway.add(new Underway(left, due, sold(DealsOfLeads.BEFORE, p, c, due)));
            }
        }
        for (int p = 0; p < cells.products; p++) {
            for (int c = 0; cells.keepsCohorts(p) && c < cells.channels; c++) {
                for (int month = Math.max(0, cells.months - cells.cycles[p]); month < cells.months; month++) {
                    long leads = Math.round(fact.funnel.leads[cells.cell(month, p, c)]);
                    if (leads > 0) {
                        underway.add(brought(month, p, c, leads));
                    }
                }
            }
        }
        return underway;
    }

    private Underway brought(int month, int p, int c, long leads) {
        Position.Cohort cohort = Position.Cohort.of(
                cells.product(p).name(),
                cells.channel(c).name(),
                plan.constants().horizon().month(month),
                leads);
        double[] due = IntStream.range(0, cells.months)
                .mapToDouble(later -> later < month ? 0 : leads * cells.share(p, month, later - month))
                .toArray();
        int cell = cells.cell(p, c);
        DealsOfLeads told = fact.numbers.ofLeads;
        boolean isTold = told.areAll(cell, fact.numbers.values(Measure.NEW_DEALS));
        return new Underway(cohort, due, isTold ? told.of(cell, month) : sold(month, p, c, due));
    }

    /** Deals by the conversions that the deals of each month show of the leads that fell due in it. */
    private double sold(int source, int p, int c, double[] due) {
        double sold = 0;
        for (int month = Math.max(0, source); month < cells.months; month++) {
            sold += due[month] * fact.deals.conversion(source, month, p, c);
        }
        return sold;
    }

    /** The cohorts as they were followed, in billionths, so that no customer is lost between two plans. */
    private void addCustomers(int p, List<Position.Customers> customers) {
        double[] byAge = fact.customers[p].atEnd.clone();
        double followed = Arrays.stream(byAge).sum();
        double total = fact.customers[p].ofNoCohort() == 0 ? followed : fact.customers[p].base();
        if (!(total > 0)) {
            return;
        }
        if (total > MOST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Actuals customers of %s must be at most %d to plan on, but were %.0f.",
                    cells.product(p).name(),
                    MOST,
                    total));
        }
        if (!(followed > 0)) {
            // nobody knows since when: their time as customers is counted from now on
            byAge[0] = total;
        }
        List<String> ages = IntStream.range(0, byAge.length)
                .mapToObj(age -> String.format(Locale.ROOT, "%04d", age))
                .toList();
        double sum = Math.max(followed, byAge[0]);
        List<Ratio> shares = Arrays.stream(byAge)
                .mapToObj(count -> Ratio.fromDouble(count / sum))
                .toList();
        long[] billionths = Apportionment.webster(ages, shares).split(billionths(total));
        for (int age = 0; age < billionths.length; age++) {
            if (billionths[age] > 0) {
                customers.add(new Position.Customers(
                        cells.product(p).name(), age, billionths[age] / BILLION, (int) (billionths[age] % BILLION)));
            }
        }
    }

    /** A count in billionths; whole where only the last bits of the double say that it is not. */
    private static long billionths(double count) {
        double whole = Math.rint(count);
        return Math.abs(count - whole) <= LAST_BITS * whole ? ((long) whole) * BILLION : Math.round(count * BILLION);
    }

    /** Leads brought within the last sales cycle, and those of the opening that are due later still. */
    private void addOpenLeads(int p, int c, YearMonth opens, List<Position.OpenLeads> open) {
        String product = cells.product(p).name();
        String channel = cells.channel(c).name();
        for (int after = 0; after < cells.cycles[p]; after++) {
            int brought = cells.months + after - cells.cycles[p];
            double leads = brought < 0 || cells.keepsCohorts(p) ? 0 : fact.funnel.leads[cells.cell(brought, p, c)];
            add(open, product, channel, opens.plusMonths(after), Math.round(leads));
        }
        YearMonth last = opens.plusMonths(cells.cycles[p]);
        for (Position.OpenLeads waiting : plan.opening().openLeads()) {
            if (waiting.product().equals(product)
                    && waiting.channel().equals(channel)
                    && !waiting.due().isBefore(last)) {
                open.add(waiting);
            }
        }
    }

    private void add(List<Position.OpenLeads> open, String product, String channel, YearMonth due, long leads) {
        long all = leads;
        for (Position.OpenLeads waiting : plan.opening().openLeads()) {
            if (waiting.product().equals(product)
                    && waiting.channel().equals(channel)
                    && waiting.due().equals(due)) {
                all += waiting.count();
            }
        }
        if (all > 0) {
            open.add(Position.OpenLeads.of(product, channel, due, all));
        }
    }
}
