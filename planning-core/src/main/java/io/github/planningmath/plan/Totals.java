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
 * channel costs the same, nothing keeps a channel from its share and people do not follow the work.
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
    private final long[] visitsByChannel;
    private final WideSum sum = new WideSum();
    private final List<ProductTotals> products = new ArrayList<>();

    Totals(ResolvedBusiness business, FinancialGoal goal) {
        this.business = business;
        measure = goal.measure();
        costs = measure == FinancialGoal.Measure.PROFIT ? business.costsOfTheHouse() : BigDecimal.ZERO;
        threshold = business.prices().threshold(goal.amount().add(costs));
        dealsByProduct = new long[business.lines().size()];
        visitsByChannel = new long[business.constants().channels().size()];
        Map<Funnel, LeadCost> leadCosts = new HashMap<>();
        long[] deals = new long[business.months()];
        for (ProductLine line : business.lines()) {
            LeadCost leadCost =
                    leadCosts.computeIfAbsent(line.funnel(), funnel -> new LeadCost(line, business.prices()));
            products.add(new ProductTotals(line, leadCost, deals));
        }
    }

    /** Whether totals suffice for a business. */
    static boolean suffice(ResolvedBusiness business) {
        return business.hasConstantPrices()
                && !business.isBounded()
                && !business.pinsDeals()
                && business.lines().stream()
                        .allMatch(line -> line.staysExact() && line.edges().asksWholeDeals())
                && !business.peopleFollowWork();
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
        sum.clear();
        for (ProductTotals product : products) {
            product.want(dealsByProduct[product.line.index()]);
            if (!product.inTime) {
                return false;
            }
            sum.addProduct(product.allDeals, business.prices().perDeal(measure, product.line.index()));
        }
        return true;
    }

    /** What is reached, if that is certain without counting leads and visits. */
    private @Nullable Reach estimatedReach() {
        double fromDeals = sum.toDouble();
        double goal = threshold.doubleValue();
        double cost = 0;
        double rounding = 0;
        for (ProductTotals product : products) {
            double leads = product.leads.expected();
            if (!product.leadCost.isEstimable(leads)) {
                return null;
            }
            if (measure == FinancialGoal.Measure.PROFIT) {
                cost += product.leadCost.of(leads);
                rounding += product.leadCost.rounding();
            }
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
        subtractVisits();
        return Amounts.plain(business.prices().amount(sum.toBigInteger()).subtract(costs));
    }

    private Reach countedReach() {
        subtractVisits();
        return sum.toBigInteger().compareTo(threshold) >= 0 ? Reach.REACHED : Reach.SHORT;
    }

    private void subtractVisits() {
        Arrays.fill(visitsByChannel, 0);
        for (ProductTotals product : products) {
            addVisits(product.line.channelIndex(), product.visits());
        }
        if (measure == FinancialGoal.Measure.PROFIT) {
            for (int channel = 0; channel < visitsByChannel.length; channel++) {
                sum.subtractProduct(visitsByChannel[channel], business.prices().perVisit(channel));
            }
        }
    }

    private void addVisits(int[] channelIndex, long[] visits) {
        for (int c = 0; c < channelIndex.length; c++) {
            visitsByChannel[channelIndex[c]] = PlanOverflow.sum(visitsByChannel[channelIndex[c]], visits[c], "traffic");
        }
    }

    /** One product's totals for a number of deals; kept, for few products change from one probe to the next. */
    private static final class ProductTotals {

        private final ProductLine line;
        private final LeadCost leadCost;
        private final LazyLeads leads;
        private final long[] visits;

        /** Cumulative deals by month: room that all products share, of use only while one of them is counted. */
        private final long[] deals;

        private long wanted = -1;
        private long visitsFor = -1;
        private long allDeals;
        private boolean inTime;

        ProductTotals(ProductLine line, LeadCost leadCost, long[] deals) {
            this.line = line;
            this.leadCost = leadCost;
            this.deals = deals;
            leads = new LazyLeads(line);
            visits = new long[line.channels()];
        }

        /** Counts the deals that come of so many being wanted, new and repeated. */
        void want(long newDeals) {
            if (wanted == newDeals) {
                return;
            }
            wanted = -1;
            leads.clear();
            makeDeals(newDeals);
            long made = deals[deals.length - 1];
            inTime = made >= newDeals && (newDeals == 0 || line.isInSeason()) && line.pipelineMeetsDues();
            allDeals = PlanOverflow.sum(made, line.customers().totalRepeats(deals), "deals");
            wanted = newDeals;
        }

        private void makeDeals(long newDeals) {
            int cycle = line.cycle();
            for (int month = 0; month < Math.min(cycle, deals.length); month++) {
                deals[month] = line.pipelineDeals(month);
            }
            for (int due = cycle; due < deals.length; due++) {
                deals[due] = leads.deals(line.seasonalNeed(newDeals, due), due);
            }
            for (int after = Math.max(0, cycle - deals.length); line.edges().listsDeals() && after < cycle; after++) {
                long need =
                        PlanOverflow.sum(deals[deals.length - 1], line.edges().listed()[after], "deals");
                leads.deals(need, deals.length + after);
            }
        }

        /** The visits by channel for what is wanted. */
        long[] visits() {
            if (visitsFor != wanted) {
                visitsFor = -1;
                long[] split = leads.split();
                for (int c = 0; c < visits.length; c++) {
                    visits[c] = line.leadRates()[c].needFor(split[c]);
                }
                visitsFor = wanted;
            }
            return visits;
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

        LazyLeads(ProductLine line) {
            funnel = line.funnel();
            expected = line.pipeline().expected();
            space = new Funnel.WorkingSpace(funnel);
        }

        void clear() {
            leads = 0;
            counted = true;
        }

        private long count() {
            if (!counted) {
                leads = Math.max(leads, funnel.leastLeads(needed, expected, neededBy, space));
                counted = true;
            }
            return leads;
        }

        /** Leads by channel. */
        long[] split() {
            funnel.split(count(), space);
            return space.parts;
        }

        /** How many leads there are, but for rounding. */
        double expected() {
            return Math.max((double) leads, counted ? 0 : funnel.expectedLeads(needed, expected, neededBy));
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
