package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a number of new deals reaches, from totals alone: the sums over the horizon of what {@link Cascade} and
 * {@link Projection} give cell by cell, at the same roundings and to the last unit. It serves where every visit of a
 * channel of a month costs the same, a repeat deal brings what a new one does, nothing keeps a channel from its share and people do
 * not follow the work. What changes in
 * time divides the horizon into periods, in each of which totals suffice.
 *
 * <p>Deals are counted exactly. Leads and visits are counted only where their cost, known in doubles to within what
 * rounding can change, leaves open on which side of the goal it comes out.
 */
final class Totals {

    /** Relative to the amounts added up, more than their sum in doubles can be off. */
    private static final double DOUBLE_ROUNDING = 1e-12;

    private final ResolvedBusiness business;
    private final FinancialGoal.Measure measure;
    private final BigDecimal costs;
    private final BigInteger threshold;
    private final long[] dealsByProduct;

    /** The last month of each period in which no deal adds another amount. */
    private final int[] dealPeriods;

    /** The last month of each period in which no visit costs another amount or becomes another part of a lead. */
    private final int[] trafficPeriods;

    /** By period of the traffic and channel of the constants. */
    private final long[][] visitsByChannel;

    private final WideSum sum = new WideSum();

    /** Of products whose deals are known but for rounding: what they add at least, and how much more it may be. */
    private double roughly;

    private double roughness;
    private final List<ProductTotals> products = new ArrayList<>();

    Totals(ResolvedBusiness business, FinancialGoal goal) {
        this.business = business;
        measure = goal.measure();
        costs = measure == FinancialGoal.Measure.PROFIT ? business.costsOfTheHouse() : BigDecimal.ZERO;
        threshold = business.prices().threshold(goal.amount().add(costs));
        dealsByProduct = new long[business.lines().size()];
        dealPeriods = PlanStretch.lastMonths(
                business.stretches(), constants -> constants.assortment().products());
        trafficPeriods = PlanStretch.lastMonths(business.stretches(), PlanningConstants::channels);
        visitsByChannel =
                new long[trafficPeriods.length][business.constants().channels().size()];
        Map<Funnel, LeadCost> leadCosts = new HashMap<>();
        ProductTotals.Periods periods =
                new ProductTotals.Periods(dealPeriods, trafficPeriods, new long[business.months()]);
        for (ProductLine line : business.lines()) {
            LeadCost leadCost = leadCosts.computeIfAbsent(
                    line.funnel(), funnel -> new LeadCost(line, business.prices(), trafficPeriods));
            products.add(totals(line, leadCost, periods));
        }
    }

    private static ProductTotals totals(ProductLine line, LeadCost leadCost, ProductTotals.Periods periods) {
        CycleOrders ofCycle = line.orders();
        LeadYields yields = line.yields();
        if (ofCycle != null && yields != null) {
            return new CycleTotals(line, leadCost, periods, ofCycle, yields);
        }
        PlainOrders orders = PlainOrders.of(line);
        return orders == null
                ? new WholeTotals(line, leadCost, periods)
                : new PlainTotals(line, leadCost, periods, orders);
    }

    /** Whether totals suffice for what a business comes to of a measure; the customers at the end are followed month by month. */
    static boolean suffice(ResolvedBusiness business, FinancialGoal.Measure measure) {
        return measure != FinancialGoal.Measure.CUSTOMERS
                && business.hasConstantPrices()
                && !(business.prices().renews() && measure != FinancialGoal.Measure.DEALS)
                && !business.isBounded()
                && !business.pinsDeals()
                && business.lines().stream().allMatch(Totals::suffice)
                && !business.peopleFollowWork();
    }

    private static boolean suffice(ProductLine line) {
        return line.mixes() == null && (line.ordersSteadily() || (line.staysExact() && asksForTotals(line)));
    }

    private static boolean asksForTotals(ProductLine line) {
        return line.edges().asksWholeDeals()
                || (PlainOrders.of(line) != null && !line.edges().listsDeals());
    }

    Reach reach(long newDeals) {
        if (!count(newDeals)) {
            return Reach.BLOCKED;
        }
        Reach estimated = estimatedReach();
        return estimated == null ? countedReach() : estimated;
    }

    /** Counts the deals that come of so many, unless they cannot be made. */
    private boolean count(long newDeals) {
        business.productMix().split(newDeals, dealsByProduct, 0);
        if (business.isBeyondPotential(dealsByProduct)) {
            return false;
        }
        sum.clear();
        roughly = 0;
        roughness = 0;
        for (ProductTotals product : products) {
            product.want(dealsByProduct[product.line.index()]);
            if (!product.isInTime()) {
                return false;
            }
            if (product.isCounted()) {
                addDeals(product);
            } else {
                addRoughly(product);
            }
        }
        return true;
    }

    private long perDeal(ProductTotals product, int period) {
        return business.prices().perDeal(measure, product.line.index(), dealPeriods[period]);
    }

    private void addDeals(ProductTotals product) {
        long before = 0;
        for (int period = 0; period < dealPeriods.length; period++) {
            long through = product.dealsThrough(period);
            sum.addProduct(through - before, perDeal(product, period));
            before = through;
        }
    }

    private void addRoughly(ProductTotals product) {
        for (int period = 0; period < dealPeriods.length; period++) {
            double later = period + 1 < dealPeriods.length ? (double) perDeal(product, period + 1) : 0;
            double more = perDeal(product, period) - later;
            roughly += more * product.leastDeals(period);
            roughness += Math.abs(more) * (product.mostDeals(period) - product.leastDeals(period));
        }
    }

    /** What is reached, if that is certain without counting leads and visits. */
    private @Nullable Reach estimatedReach() {
        double fromDeals = sum.toDouble() + roughly;
        double goal = threshold.doubleValue();
        double cost = 0;
        double rounding = roughness;
        for (ProductTotals product : products) {
            double before = 0;
            for (int period = 0; period < trafficPeriods.length; period++) {
                double leads = product.expectedLeads(period);
                cost += product.leadCost.of(leads - before, period);
                before = leads;
            }
            if (!product.leadCost.isEstimable(before)) {
                return null;
            }
            rounding += product.leadCost.rounding();
        }
        if (measure != FinancialGoal.Measure.PROFIT) {
            cost = 0;
            rounding = roughness;
        }
        double surplus = fromDeals - cost - goal;
        double unsure = rounding + DOUBLE_ROUNDING * (Math.abs(fromDeals) + cost + Math.abs(goal));
        if (Math.abs(surplus) > unsure) {
            return surplus > 0 ? Reach.REACHED : Reach.SHORT;
        }
        return null;
    }

    /** What so many deals come to; nothing where they cannot be made. */
    @Nullable
    BigDecimal amount(long newDeals) {
        if (!count(newDeals)) {
            return null;
        }
        addRoughDeals();
        subtractVisits();
        return Amounts.plain(business.prices().amount(sum.toBigInteger()).subtract(costs));
    }

    private Reach countedReach() {
        addRoughDeals();
        subtractVisits();
        return sum.toBigInteger().compareTo(threshold) >= 0 ? Reach.REACHED : Reach.SHORT;
    }

    private void addRoughDeals() {
        for (ProductTotals product : products) {
            if (!product.isCounted()) {
                addDeals(product);
            }
        }
    }

    private void subtractVisits() {
        for (long[] ofPeriod : visitsByChannel) {
            Arrays.fill(ofPeriod, 0);
        }
        for (ProductTotals product : products) {
            long[][] visits = product.visits();
            for (int period = 0; period < visits.length; period++) {
                addVisits(product.line.channelIndex(), visits[period], visitsByChannel[period]);
            }
        }
        if (measure == FinancialGoal.Measure.PROFIT) {
            for (int period = 0; period < visitsByChannel.length; period++) {
                for (int channel = 0; channel < visitsByChannel[period].length; channel++) {
                    sum.subtractProduct(
                            visitsByChannel[period][channel],
                            business.prices().perVisit(channel, trafficPeriods[period]));
                }
            }
        }
    }

    private static void addVisits(int[] channelIndex, long[] visits, long[] sums) {
        for (int c = 0; c < channelIndex.length; c++) {
            sums[channelIndex[c]] = PlanOverflow.sum(sums[channelIndex[c]], visits[c], "traffic");
        }
    }

    /** Where whole deals are asked for: they are made, and leads need not be counted for them. */
    private static final class WholeTotals extends ProductTotals {

        private final LazyLeads leads;
        private final long[] allDeals;

        WholeTotals(ProductLine line, LeadCost leadCost, ProductTotals.Periods periods) {
            super(line, leadCost, periods);
            leads = new LazyLeads(line, periods.ofTraffic());
            allDeals = new long[periods.ofDeals().length];
        }

        @Override
        long make(long newDeals) {
            leads.clear();
            long[] dealsByMonth = periods.dealsByMonth();
            int months = dealsByMonth.length;
            int cycle = line.cycle();
            for (int month = 0; month < Math.min(cycle, months); month++) {
                dealsByMonth[month] = line.pipelineDeals(month);
            }
            for (int due = cycle; due < months; due++) {
                dealsByMonth[due] = leads.deals(line.seasonalNeed(newDeals, due), due);
                leads.noteThrough(due - cycle);
            }
            long made = dealsByMonth[months - 1];
            for (int after = Math.max(0, cycle - months); after < cycle; after++) {
                if (line.edges().listsDeals()) {
                    leads.deals(PlanOverflow.sum(made, line.edges().listed()[after], "deals"), months + after);
                }
                leads.noteThrough(months + after - cycle);
            }
            for (int period = 0; period < allDeals.length; period++) {
                allDeals[period] = allDeals(period);
            }
            return made;
        }

        @Override
        boolean isCounted() {
            return true;
        }

        @Override
        long dealsThrough(int period) {
            return allDeals[period];
        }

        @Override
        double leastDeals(int period) {
            return allDeals[period];
        }

        @Override
        double mostDeals(int period) {
            return allDeals[period];
        }

        @Override
        double expectedLeads(int period) {
            return leads.expected(period);
        }

        @Override
        long leadsThrough(int period) {
            return leads.through(period);
        }
    }

    /**
     * Leads that are counted only when the count decides something. As long as no month's need asks for fewer leads, the
     * deals are the need itself: the least leads for a need yield less than one deal more.
     */
    private static final class LazyLeads {

        private final Funnel funnel;
        private final ExpectedDeals expected;
        private final Funnel.WorkingSpace space;
        private long leads;
        private long needed;
        private int neededBy;
        private boolean counted;

        /** As it was at the end of each period. */
        private final int[] periods;

        private int period;
        private final long[] leadsThrough;
        private final long[] neededThrough;
        private final int[] neededByThrough;
        private final boolean[] countedThrough;

        LazyLeads(ProductLine line, int[] periods) {
            funnel = line.funnel();
            expected = line.pipeline().expected();
            space = new Funnel.WorkingSpace(funnel);
            this.periods = periods;
            leadsThrough = new long[periods.length];
            neededThrough = new long[periods.length];
            neededByThrough = new int[periods.length];
            countedThrough = new boolean[periods.length];
        }

        void clear() {
            leads = 0;
            counted = true;
            period = 0;
        }

        private long count() {
            if (!counted) {
                leads = Math.max(leads, funnel.leastLeads(needed, expected, neededBy, space));
                counted = true;
            }
            return leads;
        }

        /** Notes that the leads of a month are all there, where it is the last of a period. */
        void noteThrough(int month) {
            if (periods[period] == month) {
                leadsThrough[period] = leads;
                neededThrough[period] = needed;
                neededByThrough[period] = neededBy;
                countedThrough[period] = counted;
                period++;
            }
        }

        /** Leads through the end of a period. */
        long through(int each) {
            if (!countedThrough[each]) {
                leadsThrough[each] = Math.max(
                        leadsThrough[each],
                        funnel.leastLeads(neededThrough[each], expected, neededByThrough[each], space));
                countedThrough[each] = true;
            }
            return leadsThrough[each];
        }

        /** How many of them there are, but for rounding. */
        double expected(int each) {
            return Math.max(
                    (double) leadsThrough[each],
                    countedThrough[each]
                            ? 0
                            : funnel.expectedLeads(neededThrough[each], expected, neededByThrough[each]));
        }

        /** Brings leads for a need by a month and returns the deals that they and the pipeline then make. */
        long deals(long need, int month) {
            if (counted || !expected.leavesNoLess(need, month, needed, neededBy)) {
                long made = funnel.deals(count(), expected, month, space);
                if (made >= need) {
                    return made;
                }
            }
            needed = need;
            neededBy = month;
            counted = false;
            return need;
        }
    }
}
