package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.Leads;
import io.github.planningmath.traffic.Traffic;
import io.github.planningmath.traffic.TrafficCost;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The business run forward: from traffic by month, product and channel, over the common constants and from an opening
 * position, to contacts, leads, deals, customers, repeat deals, revenue, cost and profit, in whole counts and exact
 * money.
 *
 * <p>Every count is rounded down once, on its cumulative value since the plan began; a month is a difference:
 * {@code contacts = floor(visits * site conversion)}, {@code leads = floor(visits * site conversion * warm-up)} per
 * product and channel, {@code deals = floor(sum over channels of leads due * manager conversion)} per product, where
 * leads fall due a sales cycle after the month that brought them. The base is kept cohort by cohort to nine decimals,
 * rounded down each month. The closing position keeps the remainders, so projecting in two pieces equals projecting in
 * one. A remainder whose denominator in lowest terms exceeds 2^62 is rounded down to 18 decimals after each month, in one
 * piece and joined alike.
 *
 * <p>As JSON it is a view, which is not read back: what it comes to, with its traffic and leads by cell.
 */
public final class Projection {

    private final ResolvedBusiness business;
    private final Cells cells;
    private final CumulativeCounts visitsByChannel;

    // Worked out when first asked for, which for what is only tried is never.
    private @Nullable Workload workload;
    private @Nullable PeopleCost people;
    private @Nullable BigDecimal costsOfTheHouse;

    private Projection(ResolvedBusiness business, Cells cells) {
        this.business = business;
        this.cells = cells;
        visitsByChannel = visitsByChannel(business, cells);
    }

    /** Visits of all products, by channel of the constants. */
    private static CumulativeCounts visitsByChannel(ResolvedBusiness business, Cells cells) {
        CumulativeCounts sums = CumulativeCounts.of(
                business.months(), business.constants().channels().size());
        for (ProductLine line : business.lines()) {
            CumulativeCounts visits = cells.visits()[line.index()];
            int[] index = line.channelIndex();
            for (int month = 0; month < line.months(); month++) {
                for (int c = 0; c < index.length; c++) {
                    sums.add(month, index[c], visits.through(month, c));
                }
            }
        }
        return sums;
    }

    /**
     * Runs the business forward.
     *
     * @param constants the common constants
     * @param opening the position that the first month of the horizon starts with
     * @param traffic visits by month, product and channel; a cell left out has none
     * @return what becomes of the traffic
     * @throws IllegalArgumentException if the position or the traffic names a product, channel or month that the
     *     constants do not know, or a channel that does not feed the product's tier
     * @throws ArithmeticException if a count does not fit in a long
     */
    public static Projection of(PlanningConstants constants, Position opening, Traffic traffic) {
        Required.present(traffic, "Projection.traffic");
        ResolvedBusiness business = new ResolvedBusiness(constants, opening, Edges.NONE, List.of());
        return of(business, visits(business, traffic));
    }

    static Projection of(ResolvedBusiness business, CumulativeCounts[] visits) {
        CumulativeCounts[] leads = new CumulativeCounts[visits.length];
        for (ProductLine line : business.lines()) {
            leads[line.index()] = CarriedRate.yields(line.leadRates(), visits[line.index()]);
        }
        return of(business, visits, leads);
    }

    /** The same traffic on other values of the constants; products, channels and their mixes are the same. */
    Projection on(PlanningConstants constants) {
        return of(new ResolvedBusiness(constants, business.opening(), Edges.NONE, List.of()), cells.visits());
    }

    /** This traffic times a factor, rounded down on the cumulative count of each product and channel. */
    Projection times(Ratio factor) {
        CumulativeCounts[] visits = Arrays.stream(cells.visits())
                .map(counts -> counts.times(factor))
                .toArray(CumulativeCounts[]::new);
        return of(business, visits);
    }

    /** From visits whose leads are known: the least visits that bring a number of leads yield just that number. */
    static Projection of(ResolvedBusiness business, CumulativeCounts[] visits, CumulativeCounts[] leads) {
        int products = business.lines().size();
        CumulativeCounts[] deals = new CumulativeCounts[products];
        CustomerBase.Course[] courses = new CustomerBase.Course[products];
        for (ProductLine line : business.lines()) {
            int p = line.index();
            long[] dealsOfProduct = deals(line, leads[p]);
            deals[p] = CumulativeCounts.byMonth(dealsOfProduct);
            courses[p] = line.customers().course(dealsOfProduct);
        }
        return new Projection(business, new Cells(visits, leads, deals, courses));
    }

    /** Cumulative contacts by product, month and channel: what the visits yield. */
    CumulativeCounts[] contacts() {
        CumulativeCounts[] contacts = new CumulativeCounts[cells.visits().length];
        for (ProductLine line : business.lines()) {
            contacts[line.index()] = CarriedRate.yields(line.contactRates(), cells.visits()[line.index()]);
        }
        return contacts;
    }

    private static long[] deals(ProductLine line, CumulativeCounts leads) {
        DealCourse course = DealCourse.of(line, leads);
        long[] deals = new long[line.months()];
        for (int month = 0; month < deals.length; month++) {
            deals[month] = course.through(month);
        }
        return deals;
    }

    /** How leads become deals, to a sales cycle after the horizon. */
    DealCourse dealCourse(ProductLine line) {
        return DealCourse.of(line, cells.leads()[line.index()]);
    }

    /** All deals of a product, new and repeated, over the whole horizon. */
    long deals(ProductLine line) {
        return deals(line, 0, line.months() - 1);
    }

    /** New and repeat deals of a product in some months. */
    long deals(ProductLine line, int from, int to) {
        return PlanOverflow.sum(newDeals(line, from, to), repeatDeals(line, from, to), "deals");
    }

    /** New deals of a product in some months. */
    long newDeals(ProductLine line, int from, int to) {
        return cells.deals()[line.index()].in(from, to, 0);
    }

    /** Repeat deals of a product in some months. */
    long repeatDeals(ProductLine line, int from, int to) {
        return cells.courses()[line.index()].repeats().in(from, to, 0);
    }

    private static CumulativeCounts[] visits(ResolvedBusiness business, Traffic traffic) {
        CumulativeCounts[] visits = new CumulativeCounts[business.lines().size()];
        for (ProductLine line : business.lines()) {
            visits[line.index()] = CumulativeCounts.of(line.months(), line.channels());
        }
        for (Traffic.Visits cell : traffic.cells()) {
            ProductLine line = business.line(cell.product());
            int channel = line.funnel().channels().indexOf(cell.channel());
            if (channel < 0) {
                throw new IllegalArgumentException("Traffic.channel must feed the tier of " + cell.product() + " ("
                        + String.join(", ", line.funnel().channels()) + "), but was " + cell.channel() + ".");
            }
            visits[line.index()].set(business.month(cell.month(), "Traffic.month"), channel, cell.count());
        }
        for (CumulativeCounts ofProduct : visits) {
            ofProduct.accumulate("traffic");
        }
        return visits;
    }

    /** As it is written: what it comes to, and its traffic and leads by cell. */
    private record View(
            Horizon horizon,
            long newDeals,
            long repeatDeals,
            BigDecimal revenue,
            BigDecimal contribution,
            BigDecimal trafficCost,
            BigDecimal profit,
            Traffic traffic,
            Leads leads,
            Position closing) {}

    @DocumentForm.Written
    View view() {
        return new View(
                horizon(),
                newDeals(),
                repeatDeals(),
                revenue(),
                contribution(),
                trafficCost(),
                profit(),
                traffic(),
                leads(),
                closing());
    }

    /**
     * Leads by the month that brought them.
     *
     * @return the cells that are not 0, months first
     */
    public Leads leads() {
        List<Leads.Cell> list = new ArrayList<>();
        eachCell(
                cells.leads(),
                (month, line, channel, count) -> list.add(new Leads.Cell(
                        month, line.product().name(), line.funnel().channels().get(channel), count)));
        return new Leads(list);
    }

    /**
     * The traffic that was projected.
     *
     * @return the cells that are not 0, months first
     */
    public Traffic traffic() {
        List<Traffic.Visits> list = new ArrayList<>();
        eachCell(
                cells.visits(),
                (month, line, channel, count) -> list.add(new Traffic.Visits(
                        month, line.product().name(), line.funnel().channels().get(channel), count)));
        return new Traffic(list);
    }

    private interface CellVisitor {
        void cell(YearMonth month, ProductLine line, int channel, long count);
    }

    private void eachCell(CumulativeCounts[] counts, CellVisitor visitor) {
        for (int month = 0; month < business.months(); month++) {
            YearMonth name = horizon().month(month);
            for (ProductLine line : business.lines()) {
                for (int c = 0; c < line.channels(); c++) {
                    long count = counts[line.index()].in(month, c);
                    if (count > 0) {
                        visitor.cell(name, line, c, count);
                    }
                }
            }
        }
    }

    /**
     * New deals of the whole horizon.
     *
     * @return how many
     */
    public long newDeals() {
        long sum = 0;
        for (CumulativeCounts deals : cells.deals()) {
            sum = PlanOverflow.sum(sum, deals.total(), "deals");
        }
        return sum;
    }

    /**
     * Deals with customers that had bought before, over the whole horizon.
     *
     * @return how many
     */
    public long repeatDeals() {
        long sum = 0;
        for (CustomerBase.Course course : cells.courses()) {
            sum = PlanOverflow.sum(sum, course.repeats().total(), "repeatDeals");
        }
        return sum;
    }

    /**
     * What was reached of a goal's measure.
     *
     * @param measure profit, contribution, revenue, deals or customers
     * @return the amount or the number of deals over the whole horizon, or the customers at its end
     */
    public BigDecimal reached(FinancialGoal.Measure measure) {
        if (measure == FinancialGoal.Measure.CUSTOMERS) {
            return BigDecimal.valueOf(customersAtEnd());
        }
        WideSum sum = new WideSum();
        for (ProductLine line : business.lines()) {
            for (PlanStretch stretch : business.stretches()) {
                addDeals(line, stretch, measure, sum);
            }
        }
        BigDecimal fromDeals = business.prices().amount(sum.toBigInteger());
        if (measure != FinancialGoal.Measure.PROFIT) {
            return Amounts.plain(fromDeals);
        }
        return Amounts.plain(fromDeals.subtract(trafficCost()).subtract(costsOfTheHouse()));
    }

    private void addDeals(ProductLine line, PlanStretch stretch, FinancialGoal.Measure measure, WideSum sum) {
        Prices prices = business.prices();
        int from = stretch.from();
        int to = stretch.to();
        long perDeal = prices.perDeal(measure, line.index(), from);
        if (prices.renews()) {
            sum.addProduct(newDeals(line, from, to), perDeal);
            sum.addProduct(repeatDeals(line, from, to), prices.perRepeat(measure, line.index(), from));
        } else {
            sum.addProduct(deals(line, from, to), perDeal);
        }
    }

    private long customersAtEnd() {
        long sum = 0;
        for (CustomerBase.Course course : cells.courses()) {
            sum = PlanOverflow.sum(sum, course.base()[business.months() - 1], "base");
        }
        return sum;
    }

    /**
     * The revenue of all deals.
     *
     * @return new deals times price, and repeat deals times the renewal's price where it has one
     */
    public BigDecimal revenue() {
        return reached(FinancialGoal.Measure.REVENUE);
    }

    /**
     * Revenue less unit costs and commissions.
     *
     * @return the contribution
     */
    public BigDecimal contribution() {
        return reached(FinancialGoal.Measure.CONTRIBUTION);
    }

    /**
     * Contribution less the cost of traffic, of people and fixed costs.
     *
     * @return the profit; negative is a loss
     */
    public BigDecimal profit() {
        return reached(FinancialGoal.Measure.PROFIT);
    }

    /** Fixed costs and people over the whole horizon. */
    private BigDecimal costsOfTheHouse() {
        BigDecimal known = costsOfTheHouse;
        if (known == null) {
            known = business.peopleFollowWork() ? business.costsOfTheHouse(workload()) : business.costsOfTheHouse();
            costsOfTheHouse = known;
        }
        return known;
    }

    /** What keeps people from doing the work of this projection, however many there are. */
    @Nullable
    Obstacle obstacleOfPeople() {
        return business.peopleFollowWork() ? business.obstacleOfPeople(workload()) : null;
    }

    /**
     * The people of the plan.
     *
     * @return what they cost by month: the constants' own, staffed for this projection's work where they follow it
     * @throws ArithmeticException if no number of people can do its work, or their number does not fit in a long
     */
    public PeopleCost people() {
        PeopleCost known = people;
        if (known == null) {
            PeopleCost cost = business.constants().peopleCost();
            known = cost.followsWork() ? cost.staffed(workload()) : cost;
            people = known;
        }
        return known;
    }

    /**
     * The work that this projection gives to its people.
     *
     * @return leads, deals and customers by month and tier
     */
    public Workload workload() {
        Workload known = workload;
        if (known == null) {
            known = Workloads.of(business, cells);
            workload = known;
        }
        return known;
    }

    /**
     * What the traffic costs.
     *
     * @return the cost of all visits of the horizon
     */
    public BigDecimal trafficCost() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int c = 0; c < business.constants().channels().size(); c++) {
            sum = sum.add(trafficCost(c));
        }
        return sum;
    }

    /**
     * What the traffic of one month costs.
     *
     * @param month a month of the horizon
     * @return the cost of all its visits
     * @throws IllegalArgumentException if the month is outside of the horizon
     */
    public BigDecimal trafficCost(YearMonth month) {
        int index = business.month(month, "Projection.month");
        BigDecimal sum = BigDecimal.ZERO;
        for (int c = 0; c < business.constants().channels().size(); c++) {
            sum = sum.add(trafficCost(c, index));
        }
        return sum;
    }

    private BigDecimal trafficCost(int channel) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PlanStretch stretch : business.stretches()) {
            sum = sum.add(trafficCost(channel, stretch));
        }
        return sum;
    }

    private BigDecimal trafficCost(int channel, PlanStretch stretch) {
        TrafficCost cost = stretch.constants().channels().get(channel).cost();
        if (cost.perVisit() != null) {
            return cost.cost(visitsByChannel.in(stretch.from(), stretch.to(), channel));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = stretch.from(); month <= stretch.to(); month++) {
            sum = sum.add(cost.cost(visitsByChannel.in(month, channel)));
        }
        return sum;
    }

    BigDecimal trafficCost(int channel, int month) {
        PlanningConstants constants = business.in(horizon().month(month));
        return constants.channels().get(channel).cost().cost(visitsByChannel.in(month, channel));
    }

    /**
     * The state of the business after the last month: customers with their fractions, leads still open, and what
     * rounding left over. The next plan opens with it.
     *
     * @return the closing position
     */
    public Position closing() {
        List<Position.Customers> customers = new ArrayList<>();
        List<Position.OpenLeads> open = new ArrayList<>();
        List<Position.Remainder> remainders = new ArrayList<>();
        for (ProductLine line : business.lines()) {
            closingCustomers(line, customers);
            closingLeads(line, open);
            closingRemainders(line, remainders);
        }
        openLeadsBeyondReach(open);
        return new Position(
                horizon().last().plusMonths(1), customers, closingCohorts(), closingStages(), open, remainders);
    }

    private void closingCustomers(ProductLine line, List<Position.Customers> customers) {
        long[] byAge = cells.courses()[line.index()].closingByAge();
        for (int age = 0; age < byAge.length; age++) {
            if (byAge[age] > 0) {
                customers.add(new Position.Customers(
                        line.product().name(), age, byAge[age] / Position.NANO, (int) (byAge[age] % Position.NANO)));
            }
        }
    }

    private void closingLeads(ProductLine line, List<Position.OpenLeads> open) {
        for (int due = line.months(); due < line.months() + line.cycle(); due++) {
            for (int c = 0; c < line.channels(); c++) {
                long count = line.stages() == null
                        ? leadsDue(line, due, c)
                        : line.pipeline().leads().in(due, c);
                if (count > 0) {
                    String channel = line.funnel().channels().get(c);
                    open.add(new Position.OpenLeads(
                            line.product().name(), channel, horizon().first().plusMonths(due), count));
                }
            }
        }
    }

    /** Leads of months of which deals are still to come; those of a cycle at one age wait for a month of their own. */
    private List<Position.Cohort> closingCohorts() {
        List<Position.Cohort> cohorts = new ArrayList<>();
        for (ProductLine line : business.lines()) {
            LeadYields yields = line.yields();
            if (yields == null) {
                continue;
            }
            for (OpenCohort cohort : line.cohorts()) {
                Position.Cohort left = cohort.cohort()
                        .after(horizon().last().plusMonths(1), horizon().first(), yields.cycle());
                if (left != null) {
                    cohorts.add(left);
                }
            }
            for (int month = Math.max(0, line.months() - line.cycle());
                    (yields.spreads() || line.stages() != null) && month < line.months();
                    month++) {
                for (int c = 0; c < line.channels(); c++) {
                    long leads = cells.leads()[line.index()].in(month, c);
                    if (leads > 0) {
                        cohorts.add(Position.Cohort.of(
                                line.product().name(),
                                line.funnel().channels().get(c),
                                horizon().month(month),
                                leads));
                    }
                }
            }
        }
        return cohorts;
    }

    /** Who has reached a stage in a month and of whom some are still to go on. */
    private List<Position.StageEntries> closingStages() {
        List<Position.StageEntries> entries = new ArrayList<>();
        for (ProductLine line : business.lines()) {
            OpenStages stages = line.stages();
            if (stages != null) {
                closingStages(line, stages, stageFlow(line, stages), entries);
            }
        }
        return entries;
    }

    private void closingStages(
            ProductLine line, OpenStages stages, StageFlow flow, List<Position.StageEntries> entries) {
        for (int stage = 0; stage < stages.names().size(); stage++) {
            for (int month = flow.earliest(); month < line.months(); month++) {
                for (int c = 0; c < line.channels(); c++) {
                    Fraction expected = flow.stillToGoOn(stage, c, month, line.months());
                    if (expected.signum() > 0) {
                        entries.add(Position.StageEntries.of(
                                line.product().name(),
                                line.funnel().channels().get(c),
                                stages.names().get(stage),
                                horizon().first().plusMonths(month),
                                expected));
                    }
                }
            }
        }
    }

    /** The way of a product's leads through their stages. */
    StageFlow stageFlow(ProductLine line, OpenStages stages) {
        return stages.flow(line.cohorts(), line.channels(), cells.leads()[line.index()]);
    }

    /** Who reached each stage of a product before the deal, month by month. */
    List<StageCounts> stageCounts(ProductLine line, OpenStages stages) {
        StageFlow flow = stageFlow(line, stages);
        return IntStream.range(0, stages.names().size())
                .mapToObj(stage -> new StageCounts(
                        flow, stage, line.months(), stages.carried().get(stage)))
                .toList();
    }

    /** The leads whose deals are due in a month, exactly: of the pipeline, and of this plan. */
    Fraction exactLeadsDue(ProductLine line, int month, int channel) {
        LeadYields yields = line.yields();
        if (yields == null) {
            return Fraction.of(leadsDue(line, month, channel), 1);
        }
        Fraction due = openLeadsDue(line, month, channel);
        for (int brought = Math.max(0, month - line.cycle());
                brought <= Math.min(month, line.months() - 1);
                brought++) {
            long leads = cells.leads()[line.index()].in(brought, channel);
            due = due.plus(Fraction.of(leads, 1).times(yields.share(month - brought)));
        }
        return due;
    }

    /** Of leads that were open at the start, those whose deals are due in a month, where deals come over months. */
    static Fraction openLeadsDue(ProductLine line, int month, int channel) {
        Fraction due = Fraction.of(line.pipeline().leads().in(month, channel), 1);
        for (OpenCohort cohort : line.cohorts()) {
            if (cohort.channel() == channel) {
                due = due.plus(cohort.due(month));
            }
        }
        return due;
    }

    /** Leads of the pipeline and of this plan that wait for a month, counted from the plan's first. */
    long leadsDue(ProductLine line, int due, int channel) {
        long waiting =
                due < line.months() + line.cycle() ? line.pipeline().leads().in(due, channel) : 0;
        int brought = due - line.cycle();
        if (brought < 0 || brought >= line.months() || line.orders() != null) {
            return waiting;
        }
        return PlanOverflow.sum(waiting, cells.leads()[line.index()].in(brought, channel), "openLeads");
    }

    /** Leads open at a month's end: those due later, of the pipeline or brought by then. */
    long openLeads(ProductLine line, int month, int channel) {
        int last = line.months() + line.cycle() - 1;
        long waiting = line.pipeline().leads().in(month + 1, last, channel);
        CumulativeCounts leads = cells.leads()[line.index()];
        long brought = leads.through(month, channel) - leads.through(month - line.cycle(), channel);
        long open = PlanOverflow.sum(waiting, brought, "openLeads");
        for (OpenCohort cohort : line.cohorts()) {
            if (cohort.channel() == channel && cohort.isOpenFrom(month + 1)) {
                open = PlanOverflow.sum(open, cohort.cohort().leads(), "openLeads");
            }
        }
        for (Position.OpenLeads later : business.openLeadsBeyondReach(line)) {
            if (later.channel().equals(line.funnel().channels().get(channel))) {
                open = PlanOverflow.sum(open, later.count(), "openLeads");
            }
        }
        return open;
    }

    private void openLeadsBeyondReach(List<Position.OpenLeads> open) {
        for (Position.OpenLeads leads : business.opening().openLeads()) {
            if (leads.count() > 0 && business.isBeyondReach(business.line(leads.product()), leads)) {
                open.add(leads);
            }
        }
    }

    private void closingRemainders(ProductLine line, List<Position.Remainder> remainders) {
        String product = line.product().name();
        int last = line.months() - 1;
        CumulativeCounts visits = cells.visits()[line.index()];
        for (int c = 0; c < line.channels(); c++) {
            String channel = line.funnel().channels().get(c);
            Ratio contacts = line.contactRates()[c].leftOver(visits, c, last);
            keep(remainders, Position.Rounded.CONTACTS, product, channel, contacts);
            keep(remainders, Position.Rounded.LEADS, product, channel, line.leadRates()[c].leftOver(visits, c, last));
        }
        keep(
                remainders,
                Position.Rounded.NEW_DEALS,
                product,
                null,
                dealCourse(line).leftOver(last));
        OpenStages stages = line.stages();
        for (StageCounts counts : stages == null ? List.<StageCounts>of() : stageCounts(line, stages)) {
            Ratio left = counts.leftOver();
            if (left != null) {
                remainders.add(new Position.Remainder(
                        Position.Rounded.STAGE_ENTRIES,
                        product,
                        null,
                        line.stageNames().get(counts.stage()),
                        left));
            }
        }
        long nano = cells.courses()[line.index()].closingRepeatNano();
        keep(
                remainders,
                Position.Rounded.REPEAT_DEALS,
                product,
                null,
                nano == 0 ? null : Ratio.of(nano, Position.NANO));
    }

    private static void keep(
            List<Position.Remainder> remainders,
            Position.Rounded counted,
            String product,
            @Nullable String channel,
            @Nullable Ratio fraction) {
        if (fraction != null) {
            remainders.add(new Position.Remainder(counted, product, channel, fraction));
        }
    }

    /** Of deals asked of a product, what its pipeline lacks in each month that no lead can reach, rounded up on the sum. */
    long[] missingBeforeReach(ProductLine line, long deals) {
        DealCourse course = dealCourse(line);
        long[] missing = new long[Math.min(line.cycle(), line.months())];
        Fraction all = Fraction.of(deals, 1);
        Fraction sum = Fraction.ZERO;
        Fraction seasonBefore = Fraction.ONE;
        Fraction madeBefore = Fraction.ZERO;
        for (int month = 0; month < missing.length; month++) {
            Fraction rest = LeftOver.fraction(line.restOfSeason()[month]);
            Fraction made = line.orders() == null ? course.exactlyExpected(month) : line.pipelineBeforeStart(month);
            Fraction lack = all.times(seasonBefore.minus(rest).times(line.orderedBefore(month)))
                    .minus(made.minus(madeBefore));
            long before = sum.ceiling().longValueExact();
            sum = lack.signum() > 0 ? sum.plus(lack) : sum;
            missing[month] = sum.ceiling().longValueExact() - before;
            seasonBefore = rest;
            madeBefore = made;
        }
        return missing;
    }

    ResolvedBusiness business() {
        return business;
    }

    Cells cells() {
        return cells;
    }

    private Horizon horizon() {
        return business.horizon();
    }

    /** The months, how many new deals are made, and the profit. */
    @Override
    public String toString() {
        return horizon().first() + " to " + horizon().last() + ": " + newDeals() + " new deals, profit "
                + profit().toPlainString();
    }
}
