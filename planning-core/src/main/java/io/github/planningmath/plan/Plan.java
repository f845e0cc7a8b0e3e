package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import io.github.planningmath.traffic.Traffic;
import java.lang.ref.SoftReference;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One plan on common constants: whole-number norms for marketing and for sales that add up along every axis, each
 * explained down to the constants.
 *
 * <p>Flows (traffic, contacts, leads, deals, money) of a scope are the sums of the cells it stands over; stocks (base,
 * open leads) are those at the end of the scope's months. Ratios of a total are computed from the totals. Norms and
 * derivations are made when asked for.
 *
 * <p>As JSON it is a view, which is not read back: its document, the new deals ordered and made, and the norms by
 * department, month and KPI. Its {@link #document()} is read back and planned again.
 */
public final class Plan {

    private final FinancialGoal goal;
    private final Projection projection;
    private final @Nullable Cascade cascade;
    private final int probes;
    private final List<Pin> pins;
    private final List<Target> targets;
    private final KpiValues values;
    private final CumulativeCounts[] contacts;

    /** Derivations of cells that have been looked into, as long as memory lasts. */
    private volatile SoftReference<Explanation> explanation = new SoftReference<>(null);

    private Plan(
            FinancialGoal goal,
            List<Target> targets,
            Projection projection,
            @Nullable Cascade cascade,
            int probes,
            List<Pin> pins) {
        this.goal = goal;
        this.projection = projection;
        this.cascade = cascade;
        this.probes = probes;
        this.pins = pins;
        this.targets = targets;
        contacts = cascade == null ? projection.contacts() : cascade.contacts();
        values = new KpiValues(projection, contacts);
    }

    /** A plan from its need: the traffic that brings it is projected forward. */
    static Plan of(FinancialGoal goal, List<Target> targets, Cascade cascade, int probes) {
        Projection projection = cascade.projection();
        return new Plan(
                goal,
                targets,
                projection,
                cascade,
                probes,
                projection.business().pins());
    }

    /** A plan from traffic that is held: what becomes of it. */
    static Plan of(FinancialGoal goal, Projection projection) {
        return new Plan(
                goal, List.of(), projection, null, 0, projection.business().pins());
    }

    /** This plan, which has just the numbers in its cells that are fixed. */
    Plan pinnedBy(List<Pin> fixed) {
        return new Plan(goal, targets, projection, cascade, probes, fixed);
    }

    /**
     * New deals of a product that fall short of the season's need through the end of a month, because no lead can
     * become a deal in time; they are caught up in the first month that new leads reach.
     *
     * @param month the month
     * @param product the product's name
     * @param deals how many deals are outstanding at its end
     */
    public record Arrears(YearMonth month, String product, Long deals) {

        public Arrears {
            Required.present(month, "Arrears.month");
            Required.name(product, "Arrears.product");
            Required.count(deals, "Arrears.deals");
        }
    }

    /**
     * New deals of a product beyond the number that was solved for, because open pipeline or pins bring them anyway.
     *
     * @param product the product's name
     * @param deals how many over the whole horizon
     */
    public record Surplus(String product, Long deals) {

        public Surplus {
            Required.name(product, "Surplus.product");
            Required.count(deals, "Surplus.deals");
        }
    }

    /**
     * What the last of a plan's new deals add to it: the plan less the one for so many fewer.
     *
     * @param deals how many of the deals that were solved for
     * @param contribution what they contribute, with the repeat deals of their customers within the plan
     * @param trafficCost what the traffic for them costs
     * @param peopleCost what the people for them cost, where people follow the work
     * @param profit what is left of it
     */
    public record LastDeals(
            Long deals, BigDecimal contribution, BigDecimal trafficCost, BigDecimal peopleCost, BigDecimal profit) {

        public LastDeals {
            Required.count(deals, "LastDeals.deals");
            contribution = Amounts.normalised(contribution, "LastDeals.contribution");
            trafficCost = Amounts.normalised(trafficCost, "LastDeals.trafficCost");
            peopleCost = Amounts.normalised(peopleCost, "LastDeals.peopleCost");
            profit = Amounts.normalised(profit, "LastDeals.profit");
        }

        @Override
        public String toString() {
            return "the last " + deals + " new deals contribute " + contribution.toPlainString() + ", take "
                    + trafficCost.add(peopleCost).toPlainString() + " for traffic and people, and add "
                    + profit.toPlainString() + " to the profit";
        }
    }

    /**
     * A month after the plan that the next plan's leads cannot reach and in which the closing pipeline makes no deal.
     *
     * @param product the product's name
     * @param month the month
     */
    public record ShortMonth(String product, YearMonth month) {

        public ShortMonth {
            Required.name(product, "ShortMonth.product");
            Required.present(month, "ShortMonth.month");
        }
    }

    /**
     * What the plan was made for.
     *
     * @return the goal
     */
    public FinancialGoal goal() {
        return goal;
    }

    /**
     * What the plan stands on.
     *
     * @return the common constants
     */
    public PlanningConstants constants() {
        return projection.business().constants();
    }

    /**
     * The position that the plan opens with.
     *
     * @return the opening position
     */
    public Position opening() {
        return projection.business().opening();
    }

    /**
     * The cells that were fixed.
     *
     * @return the pins that the plan was made around; empty where there was none
     */
    public List<Pin> pins() {
        return pins;
    }

    /**
     * What the plan meets beside its goal.
     *
     * @return the targets that it was made for; empty where there was none
     */
    public List<Target> targets() {
        return targets;
    }

    /**
     * What the plan is made from, to keep or to plan again.
     *
     * @return its goal, constants, opening position, pins and targets
     */
    public PlanDocument document() {
        return new PlanDocument(goal, constants(), opening(), pins, targets);
    }

    /** As it is written: norms by department, month and KPI, all products and channels together. */
    private record View(
            PlanDocument document,
            @Nullable Long ordered,
            long made,
            Map<Department, Map<String, Map<Kpi, Object>>> norms,
            List<Arrears> arrears,
            List<Surplus> surplus,
            List<ShortMonth> monthsOpeningShort) {}

    @DocumentForm.Written
    View view() {
        Map<Department, Map<String, Map<Kpi, Object>>> norms = new EnumMap<>(Department.class);
        List<Scope> scopes = Stream.concat(
                        Stream.of(Scope.all()),
                        constants().horizon().all().stream().map(Scope::month))
                .toList();
        for (Scope scope : scopes) {
            for (Kpi kpi : Kpi.values()) {
                Object value = value(kpi, scope);
                if (value != null) {
                    norms.computeIfAbsent(owner(kpi, scope), owner -> new LinkedHashMap<>())
                            .computeIfAbsent(scope.toString(), month -> new EnumMap<>(Kpi.class))
                            .put(kpi, value);
                }
            }
        }
        return new View(
                document(), requiredDeals(), newDeals(Scope.all()), norms, arrears(), surplus(), monthsOpeningShort());
    }

    /** A norm as it is written, those of stages by stage; null where there is none. */
    private @Nullable Object value(Kpi kpi, Scope scope) {
        if (kpi == Kpi.STAGE_ENTRIES) {
            Map<String, Long> byStage = new LinkedHashMap<>();
            projection.business().lines().stream()
                    .flatMap(line -> line.stageNames().stream())
                    .forEach(stage -> byStage.put(stage, stageEntries(scope.stage(stage))));
            return byStage.isEmpty() ? null : byStage;
        }
        Norm norm = norm(kpi, scope);
        return norm == null ? null : PlainValue.of(norm.value());
    }

    /**
     * The traffic norm as a record by cell.
     *
     * @return visits by month, product and channel
     */
    public Traffic traffic() {
        return projection.traffic();
    }

    /**
     * The plan's traffic run forward: the check that it reaches the goal.
     *
     * @return the projection
     */
    public Projection projection() {
        return projection;
    }

    /**
     * The work that the plan gives to its people.
     *
     * @return leads, deals and customers by month and tier
     */
    public Workload workload() {
        return projection.workload();
    }

    /**
     * The people of the plan: what they cost stands inside the profit.
     *
     * @return the constants' own, staffed for the plan's work where they follow it
     */
    public PeopleCost people() {
        return projection.people();
    }

    /**
     * The position that the plan closes with; the next plan opens with it.
     *
     * @return the closing position
     */
    public Position closing() {
        return projection.closing();
    }

    /**
     * The number of new deals that was solved for, before what pins and pipeline add; absent where the traffic was
     * given. It counts deals ordered: where they come over months, some are made after the horizon.
     *
     * @return the least of a run of numbers that reach the goal
     */
    public @Nullable Long requiredDeals() {
        return cascade == null ? null : cascade.deals();
    }

    /**
     * A norm of the plan.
     *
     * @param kpi which KPI
     * @param scope over what
     * @return the norm, or null where there is none: an average of no deals, a ratio of no traffic
     * @throws IllegalArgumentException if the KPI means nothing at that scope (repeat deals have no channel, profit has
     *     no product), or the scope names something that the plan does not know
     */
    public @Nullable Norm norm(Kpi kpi, Scope scope) {
        Required.present(kpi, "Plan.kpi");
        Required.present(scope, "Plan.scope");
        if ((kpi == Kpi.STAGE_ENTRIES) != (scope.stage() != null)) {
            throw new IllegalArgumentException(
                    "Plan.scope must name a stage for stage entries and for nothing else, but was " + scope + " for "
                            + kpi.label() + ".");
        }
        if (!scope.isOf(kpi)) {
            throw new IllegalArgumentException("Plan.scope must not narrow " + kpi.label() + " by "
                    + (kpi == Kpi.PROFIT ? "product, channel or tier" : "channel") + ", but was " + scope + ".");
        }
        NormValue value = values.value(kpi, Selection.of(projection.business(), scope));
        return value == null
                ? null
                : new Norm(
                        kpi,
                        scope,
                        value,
                        owner(kpi, scope),
                        () -> explanation().of(kpi, scope));
    }

    private Department owner(Kpi kpi, Scope scope) {
        String product = scope.product();
        SalesTier tier = product == null
                ? scope.tier()
                : projection.business().line(product).product().tier();
        return NormOwner.of(constants(), kpi, tier);
    }

    private Explanation explanation() {
        Explanation known = explanation.get();
        if (known == null) {
            known = new Explanation(targets, projection, cascade, contacts, values);
            explanation = new SoftReference<>(known);
        }
        return known;
    }

    /**
     * How a norm came about.
     *
     * @param kpi which KPI
     * @param scope over what
     * @return the formula with the numbers in it, down to the constants; prints as a tree
     * @throws IllegalArgumentException if there is no such norm
     */
    public Derivation explain(Kpi kpi, Scope scope) {
        return required(kpi, scope).derivation();
    }

    private Norm required(Kpi kpi, Scope scope) {
        Norm norm = norm(kpi, scope);
        if (norm == null) {
            throw new IllegalArgumentException("Plan.scope must have a norm of " + kpi.label() + ", but " + scope
                    + " has none. Perhaps nothing is sold there.");
        }
        return norm;
    }

    /**
     * Goes through all whole counts of the plan, months first, then products and channels in their order.
     *
     * @param visitor receives them
     */
    public void visit(PlanVisitor visitor) {
        values.visit(Required.present(visitor, "Plan.visitor"));
    }

    /**
     * All norms: every KPI over the whole plan and by month, each of them by tier, product, channel, and product and
     * channel, wherever it means something.
     *
     * @return the norms, made one by one
     */
    public Norms norms() {
        return new Norms(this::norms);
    }

    private Stream<Norm> norms(Norms.Wanted wanted) {
        return Arrays.stream(Kpi.values())
                .filter(wanted.kpi())
                .flatMap(kpi -> scopes(wanted)
                        .filter(scope -> scope.isOf(kpi))
                        .filter(scope -> wanted.owner().test(owner(kpi, scope)))
                        .flatMap(scope -> Stream.ofNullable(norm(kpi, scope))));
    }

    private Stream<Scope> scopes(Norms.Wanted wanted) {
        Stream<Scope> months = constants().horizon().all().stream().map(Scope::month);
        return Stream.concat(Stream.of(Scope.all()), months)
                .filter(scope -> wanted.month().test(scope.month()))
                .flatMap(scope -> narrower(scope, wanted));
    }

    private Stream<Scope> narrower(Scope scope, Norms.Wanted wanted) {
        List<Scope> scopes = new ArrayList<>();
        if (wanted.product().test(null)) {
            scopes.add(scope);
            constants().tiers().keySet().forEach(tier -> scopes.add(scope.tier(tier)));
            constants().channels().forEach(channel -> scopes.add(scope.channel(channel.name())));
            addStages(scope, scopes);
        }
        for (ProductLine line : projection.business().lines()) {
            String product = line.product().name();
            if (wanted.product().test(product)) {
                Scope ofProduct = scope.product(product);
                scopes.add(ofProduct);
                line.funnel().channels().forEach(channel -> scopes.add(ofProduct.channel(channel)));
                line.stageNames().forEach(stage -> scopes.add(ofProduct.stage(stage)));
            }
        }
        return scopes.stream()
                .filter(each -> wanted.channel().test(each.channel()))
                .filter(each -> wanted.tier().test(each.tier()));
    }

    /** The stages of all products and of those of a tier. */
    private void addStages(Scope scope, List<Scope> scopes) {
        List<ProductLine> lines = projection.business().lines();
        lines.stream()
                .flatMap(line -> line.stageNames().stream())
                .distinct()
                .forEach(stage -> scopes.add(scope.stage(stage)));
        for (SalesTier tier : constants().tiers().keySet()) {
            lines.stream()
                    .filter(line -> line.product().tier() == tier)
                    .flatMap(line -> line.stageNames().stream())
                    .distinct()
                    .forEach(stage -> scopes.add(scope.tier(tier).stage(stage)));
        }
    }

    /**
     * Visits.
     *
     * @param scope over what
     * @return how many are needed
     */
    public long traffic(Scope scope) {
        return count(Kpi.TRAFFIC, scope);
    }

    /**
     * New contacts.
     *
     * @param scope over what
     * @return how many are needed
     */
    public long contacts(Scope scope) {
        return count(Kpi.CONTACTS, scope);
    }

    /**
     * Leads.
     *
     * @param scope over what
     * @return how many are needed
     */
    public long leads(Scope scope) {
        return count(Kpi.LEADS, scope);
    }

    /**
     * The deals that are expected month by month of the leads that were brought before the plan, the cohorts of its opening position
     * and who of them had reached a stage; without those that wait for a deal in a month of their own. A statistic.
     *
     * @param product the product's name
     * @param channel the name of the channel that brought the leads
     * @return from the plan's first month to the last in which a lead of the plan makes deals
     * @throws IllegalArgumentException if no product or channel has that name
     */
    public List<Double> dealsOfCohorts(String product, String channel) {
        Selection selection =
                Selection.of(projection.business(), Scope.all().product(product).channel(channel));
        ProductLine line = selection.lines().get(0);
        double[] deals = new double[line.pipeline().months()];
        selection.eachCell((each, c) -> {
            Fraction[] exactly = line.dealsOfCohorts(c);
            for (int month = 0; month < deals.length; month++) {
                deals[month] = exactly[month].toDouble();
            }
        });
        return Arrays.stream(deals).boxed().toList();
    }

    /**
     * Those who reach a stage between lead and deal.
     *
     * @param scope over what, with a stage and without a channel
     * @return how many are expected
     */
    public long stageEntries(Scope scope) {
        return count(Kpi.STAGE_ENTRIES, scope);
    }

    /**
     * Leads that wait for their deal at the end of the scope's months.
     *
     * @param scope over what
     * @return how many are open
     */
    public long openLeads(Scope scope) {
        return count(Kpi.OPEN_LEADS, scope);
    }

    /**
     * Deals, new and repeat.
     *
     * @param scope over what, without a channel
     * @return how many are made
     */
    public long deals(Scope scope) {
        return count(Kpi.DEALS, scope);
    }

    /**
     * Deals with new customers.
     *
     * @param scope over what, without a channel
     * @return how many are made
     */
    public long newDeals(Scope scope) {
        return count(Kpi.NEW_DEALS, scope);
    }

    /**
     * Deals with customers that had bought before.
     *
     * @param scope over what, without a channel
     * @return how many are made
     */
    public long repeatDeals(Scope scope) {
        return count(Kpi.REPEAT_DEALS, scope);
    }

    /**
     * Customers at the end of the scope's months.
     *
     * @param scope over what, without a channel
     * @return whole customers, each product rounded down
     */
    public long base(Scope scope) {
        return count(Kpi.BASE, scope);
    }

    /**
     * Customers of each month's start who are still customers at its end, summed over the scope's months.
     *
     * @param scope over what, without a channel
     * @return how many are kept, each month anew
     */
    public long customersKept(Scope scope) {
        return count(Kpi.CUSTOMERS_KEPT, scope);
    }

    /**
     * Customers of each month's start who are none at its end.
     *
     * @param scope over what, without a channel
     * @return how many are lost
     */
    public long customersLost(Scope scope) {
        return count(Kpi.CUSTOMERS_LOST, scope);
    }

    /**
     * Revenue.
     *
     * @param scope over what, without a channel
     * @return deals times price
     */
    public BigDecimal revenue(Scope scope) {
        return amount(Kpi.REVENUE, scope);
    }

    /**
     * Contribution.
     *
     * @param scope over what, without a channel
     * @return revenue less unit costs and commissions
     */
    public BigDecimal contribution(Scope scope) {
        return amount(Kpi.CONTRIBUTION, scope);
    }

    /**
     * Unit costs and commissions.
     *
     * @param scope over what, without a channel
     * @return revenue less contribution
     */
    public BigDecimal variableCost(Scope scope) {
        return amount(Kpi.VARIABLE_COST, scope);
    }

    /**
     * The cost of traffic. A channel that is priced by its month as a whole costs each product its part in proportion to the
     * visits (Webster), in minor units or finer where the cost is, so that the parts add up.
     *
     * @param scope over what
     * @return what the visits cost
     * @throws ArithmeticException if the scope has a product or tier and the cost of a month that is priced as a whole has
     *     more than 18 digits
     */
    public BigDecimal trafficCost(Scope scope) {
        return amount(Kpi.TRAFFIC_COST, scope);
    }

    /**
     * Profit.
     *
     * @param scope a month, or the whole plan
     * @return contribution less the cost of traffic, of people and fixed costs
     */
    public BigDecimal profit(Scope scope) {
        return amount(Kpi.PROFIT, scope);
    }

    /**
     * Revenue per deal.
     *
     * @param scope over what, without a channel
     * @return the mean, kept as total and count; null where there is no deal
     */
    public NormValue.@Nullable Mean averageCheck(Scope scope) {
        Norm norm = norm(Kpi.AVERAGE_CHECK, scope);
        return norm == null ? null : (NormValue.Mean) norm.value();
    }

    private long count(Kpi kpi, Scope scope) {
        return ((NormValue.Count) required(kpi, scope).value()).count();
    }

    private BigDecimal amount(Kpi kpi, Scope scope) {
        return ((NormValue.Amount) required(kpi, scope).value()).amount();
    }

    /**
     * What the pipeline lacks in the months that no new lead can reach: {@code max(0, N * season - deals of the pipeline)} of a
     * product and month, rounded up on its sum since the plan began. How it is made good the goal says
     * ({@link FinancialGoal#catchUp()}).
     *
     * @return the arrears by product, months in order; empty where there are none
     */
    public List<Arrears> arrears() {
        List<Arrears> arrears = new ArrayList<>();
        if (cascade == null) {
            return arrears;
        }
        for (ProductLine line : projection.business().lines()) {
            long[] missing = projection.missingBeforeReach(line, cascade.dealsByProduct()[line.index()]);
            for (int month = 0; month < missing.length; month++) {
                if (missing[month] > 0) {
                    arrears.add(new Arrears(
                            constants().horizon().month(month), line.product().name(), missing[month]));
                }
            }
        }
        return arrears;
    }

    /**
     * The new deals as they are ordered, made and still to come. What is ordered is for the plan's months and for those after
     * them; all that is ordered before a month's end and not made by then is still to come, and so is what whole leads bring
     * beyond it.
     *
     * @return by product, months in order
     */
    public List<OrderedDeals> orderedDeals() {
        List<OrderedDeals> deals = new ArrayList<>();
        for (ProductLine line : projection.business().lines()) {
            ProductRun run = cascade == null ? null : cascade.run(line.index());
            deals.addAll(new DealFlow(line, projection, run).byMonth());
        }
        return deals;
    }

    /**
     * Channels that are full: their ceilings keep them from bringing all the leads that the mix wants of them, and the rest
     * comes over other channels.
     *
     * @return the ceilings that bind, months first; empty where there are none, or where the traffic was given
     */
    public List<Obstacle.Ceiling> fullChannels() {
        return cascade == null ? List.of() : List.copyOf(cascade.fullChannels());
    }

    /**
     * New deals that open pipeline and pins bring beyond the number that was solved for ({@link #requiredDeals()}).
     *
     * @return the surplus by product; empty where there is none
     */
    public List<Surplus> surplus() {
        List<Surplus> surplus = new ArrayList<>();
        if (cascade == null) {
            return surplus;
        }
        for (ProductLine line : projection.business().lines()) {
            long more = projection.cells().deals()[line.index()].total() - cascade.dealsByProduct()[line.index()];
            if (more > 0) {
                surplus.add(new Surplus(line.product().name(), more));
            }
        }
        return surplus;
    }

    /**
     * What the last new deals add: the plan's norms less those of a plan for so many fewer. Where traffic gets dearer with
     * volume, or people follow the work, the last deals of a goal may bring next to nothing, and their cost is not seen in the
     * total: {@code plan.lastDeals(plan.requiredDeals() / 10)} says what the last tenth is worth.
     *
     * @param deals how many of them, from 1 to {@link #requiredDeals()}
     * @return what they contribute, cost and add to the profit
     * @throws IllegalArgumentException if the plan was not solved for, has fewer deals, or pins or pipeline admit no plan for
     *     that many fewer
     */
    public LastDeals lastDeals(long deals) {
        long all = cascade == null ? 0 : cascade.deals();
        if (!(deals >= 1 && deals <= all)) {
            throw new IllegalArgumentException("Plan.lastDeals must be from 1 to the " + all
                    + " new deals that the plan was solved for, but was " + deals + ".");
        }
        Cascade fewer = new Cascade(projection.business(), all - deals);
        Obstacle obstacle = fewer.obstacle();
        if (obstacle != null) {
            throw new IllegalArgumentException("Plan.lastDeals must leave new deals that can be made, but was " + deals
                    + ", and " + (all - deals) + " cannot be: " + obstacle + ".");
        }
        Projection without = fewer.projection();
        BigDecimal contribution = projection.contribution().subtract(without.contribution());
        BigDecimal trafficCost = projection.trafficCost().subtract(without.trafficCost());
        BigDecimal profit = projection.profit().subtract(without.profit());
        return new LastDeals(
                deals,
                contribution,
                trafficCost,
                contribution.subtract(trafficCost).subtract(profit),
                profit);
    }

    /**
     * Months after the plan that will open short: deals are due in them by {@link FinancialGoal#afterHorizon()} (where nothing
     * is, by the season), the next plan's leads come too late for them, and this plan's closing pipeline makes none.
     *
     * @return the months by product; empty where every such month has a deal
     */
    public List<ShortMonth> monthsOpeningShort() {
        List<ShortMonth> months = new ArrayList<>();
        for (ProductLine line : projection.business().lines()) {
            DealCourse course = projection.dealCourse(line);
            long before = course.through(line.months() - 1);
            for (int month = line.months(); month < line.months() + line.firstDue(); month++) {
                long through = course.through(month);
                if (through == before && isDue(line, month - line.months())) {
                    months.add(new ShortMonth(
                            line.product().name(), constants().horizon().first().plusMonths(month)));
                }
                before = through;
            }
        }
        return months;
    }

    private static boolean isDue(ProductLine line, int after) {
        long[] listed = line.edges().listed();
        return line.edges().isListed()
                ? listed[after] > (after == 0 ? 0 : listed[after - 1])
                : line.edges().season()[after].numerator() > 0;
    }

    /**
     * The deals due after the horizon that leads of this plan are to make: as listed, or as the business goes on, rounded up on
     * the sum since the horizon's end.
     *
     * @return by product and month, months in order; empty where nothing is due
     */
    public List<AfterHorizon.DealsDue> dueAfterHorizon() {
        if (goal.afterHorizon() instanceof AfterHorizon.Listed listed) {
            return listed.deals();
        }
        List<AfterHorizon.DealsDue> due = new ArrayList<>();
        for (ProductLine line : projection.business().lines()) {
            long deals = cascade == null ? 0 : cascade.run(line.index()).total();
            Ratio[] onwards = line.edges().onwards();
            long before = 0;
            for (int after = 0; after < onwards.length; after++) {
                long through = LeftOver.fraction(onwards[after])
                        .times(Fraction.of(deals, 1))
                        .ceiling()
                        .longValueExact();
                if (through > before) {
                    YearMonth month = constants().horizon().last().plusMonths(after + 1L);
                    due.add(new AfterHorizon.DealsDue(line.product().name(), month, through - before));
                }
                before = through;
            }
        }
        return due;
    }

    /**
     * This plan beside another, norm by norm.
     *
     * @param other a plan in the same currency
     * @return what differs; prints as a table
     * @throws IllegalArgumentException if the plans have different currencies
     */
    public PlanComparison compare(Plan other) {
        return PlanComparison.of(this, other);
    }

    /** How many probes the search took; for the tests. */
    int probes() {
        return probes;
    }

    /** The goal, the months and how many new deals are made. */
    @Override
    public String toString() {
        Horizon horizon = constants().horizon();
        return goal + ", " + horizon.first() + " to " + horizon.last() + ": " + projection.newDeals() + " new deals";
    }
}
