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
 * channel costs the same, no amount changes in time, nothing keeps a channel from its share and people do not follow the work.
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
        visitsByChannel = new long[business.constants().channels().size()];
        Map<Funnel, LeadCost> leadCosts = new HashMap<>();
        long[] deals = new long[business.months()];
        for (ProductLine line : business.lines()) {
            LeadCost leadCost =
                    leadCosts.computeIfAbsent(line.funnel(), funnel -> new LeadCost(line, business.prices()));
            PlainOrders orders = PlainOrders.of(line);
            products.add(
                    orders == null
                            ? new WholeTotals(line, leadCost, deals)
                            : new PlainTotals(line, leadCost, deals, orders));
        }
    }

    /** Whether totals suffice for a business. */
    static boolean suffice(ResolvedBusiness business) {
        return business.hasConstantPrices()
                && business.prices().isSteady()
                && !business.isBounded()
                && !business.pinsDeals()
                && business.lines().stream().allMatch(line -> line.staysExact() && asksForTotals(line))
                && !business.peopleFollowWork();
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
            long perDeal = business.prices().perDeal(measure, product.line.index(), 0);
            if (product.isCounted()) {
                sum.addProduct(product.deals(), perDeal);
            } else {
                roughly += (double) perDeal * product.leastDeals();
                roughness += Math.abs((double) perDeal) * (product.mostDeals() - product.leastDeals());
            }
        }
        return true;
    }

    /** What is reached, if that is certain without counting leads and visits. */
    private @Nullable Reach estimatedReach() {
        double fromDeals = sum.toDouble() + roughly;
        double goal = threshold.doubleValue();
        double cost = 0;
        double rounding = roughness;
        for (ProductTotals product : products) {
            double leads = product.expectedLeads();
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
                sum.addProduct(product.deals(), business.prices().perDeal(measure, product.line.index(), 0));
            }
        }
    }

    private void subtractVisits() {
        Arrays.fill(visitsByChannel, 0);
        for (ProductTotals product : products) {
            addVisits(product.line.channelIndex(), product.visits());
        }
        if (measure == FinancialGoal.Measure.PROFIT) {
            for (int channel = 0; channel < visitsByChannel.length; channel++) {
                sum.subtractProduct(visitsByChannel[channel], business.prices().perVisit(channel, 0));
            }
        }
    }

    private void addVisits(int[] channelIndex, long[] visits) {
        for (int c = 0; c < channelIndex.length; c++) {
            visitsByChannel[channelIndex[c]] = PlanOverflow.sum(visitsByChannel[channelIndex[c]], visits[c], "traffic");
        }
    }

    /** One product's totals for a number of deals; kept, for few products change from one probe to the next. */
    private abstract static sealed class ProductTotals {

        final ProductLine line;
        final LeadCost leadCost;

        /** Cumulative deals by month: room that all products share, of use only while one of them is counted. */
        final long[] dealsByMonth;

        private final long[] visits;
        private long wanted = -1;
        private long visitsFor = -1;
        private boolean inTime;

        ProductTotals(ProductLine line, LeadCost leadCost, long[] dealsByMonth) {
            this.line = line;
            this.leadCost = leadCost;
            this.dealsByMonth = dealsByMonth;
            visits = new long[line.channels()];
        }

        /** Counts the deals that come of so many being wanted, new and repeated, as far as that takes no leads. */
        void want(long newDeals) {
            if (wanted == newDeals) {
                return;
            }
            wanted = -1;
            inTime = make(newDeals) >= newDeals && (newDeals == 0 || line.isInSeason()) && line.pipelineMeetsDues();
            wanted = newDeals;
        }

        long wanted() {
            return wanted;
        }

        boolean isInTime() {
            return inTime;
        }

        /** Works out what comes of so many being wanted, and returns the new deals that are made. */
        abstract long make(long newDeals);

        /** Whether all deals are known without counting leads. */
        abstract boolean isCounted();

        /** All deals, counted where they have to be. */
        abstract long deals();

        /** No fewer deals come of it, where they are not counted. */
        abstract double leastDeals();

        /** No more deals come of it, likewise. */
        abstract double mostDeals();

        /** How many leads there are, but for rounding. */
        abstract double expectedLeads();

        /** Leads by channel. */
        abstract long[] leads();

        /** The visits by channel for what is wanted. */
        long[] visits() {
            if (visitsFor != wanted) {
                visitsFor = -1;
                long[] split = leads();
                for (int c = 0; c < visits.length; c++) {
                    visits[c] = line.leadRates()[c].needFor(split[c]);
                }
                visitsFor = wanted;
            }
            return visits;
        }
    }

    /** Where whole deals are asked for: they are made, and leads need not be counted for them. */
    private static final class WholeTotals extends ProductTotals {

        private final LazyLeads leads;
        private long allDeals;

        WholeTotals(ProductLine line, LeadCost leadCost, long[] dealsByMonth) {
            super(line, leadCost, dealsByMonth);
            leads = new LazyLeads(line);
        }

        @Override
        long make(long newDeals) {
            leads.clear();
            int months = dealsByMonth.length;
            int cycle = line.cycle();
            for (int month = 0; month < Math.min(cycle, months); month++) {
                dealsByMonth[month] = line.pipelineDeals(month);
            }
            for (int due = cycle; due < months; due++) {
                dealsByMonth[due] = leads.deals(line.seasonalNeed(newDeals, due), due);
            }
            long made = dealsByMonth[months - 1];
            for (int after = Math.max(0, cycle - months); line.edges().listsDeals() && after < cycle; after++) {
                leads.deals(PlanOverflow.sum(made, line.edges().listed()[after], "deals"), months + after);
            }
            allDeals = PlanOverflow.sum(made, line.customers().totalRepeats(dealsByMonth), "deals");
            return made;
        }

        @Override
        boolean isCounted() {
            return true;
        }

        @Override
        long deals() {
            return allDeals;
        }

        @Override
        double leastDeals() {
            return allDeals;
        }

        @Override
        double mostDeals() {
            return allDeals;
        }

        @Override
        double expectedLeads() {
            return leads.expected();
        }

        @Override
        long[] leads() {
            return leads.split();
        }
    }

    /**
     * Where what the pipeline lacks is spread: all new deals of the horizon are just what is wanted, but a month's are what is
     * asked for or one more, and the repeat deals lie between what either would bring.
     */
    private static final class PlainTotals extends ProductTotals {

        private final PlainOrders orders;
        private final ExpectedDeals asked;
        private final Funnel.WorkingSpace space;
        private double least;
        private double most;
        private long counted = -1;
        private long allDeals;
        private long allLeads;

        PlainTotals(ProductLine line, LeadCost leadCost, long[] dealsByMonth, PlainOrders orders) {
            super(line, leadCost, dealsByMonth);
            this.orders = orders;
            asked = line.funnel().dealParts().expectedDeals(line.months());
            space = new Funnel.WorkingSpace(line.funnel());
        }

        @Override
        long make(long newDeals) {
            counted = -1;
            long ofPipeline = line.pipelineDeals(line.months() - 1);
            long made = line.isBeyondReach() ? ofPipeline : Math.max(newDeals, ofPipeline);
            least = made + (double) repeats(newDeals, made, 0);
            most = least;
            if (line.customers().buyAgain()) {
                // customers are kept to nine decimals, which may cost a whole repeat deal either way
                least -= 1;
                most = made + (double) repeats(newDeals, made, 1) + 1;
            }
            return made;
        }

        /** The repeat deals if every month made so many deals more than is asked for. */
        private long repeats(long newDeals, long made, long more) {
            for (int month = 0; month < dealsByMonth.length; month++) {
                dealsByMonth[month] = month < line.cycle()
                        ? line.pipelineDeals(month)
                        : Math.min(made, PlanOverflow.sum(orders.wholeDeals(newDeals, month), more, "deals"));
            }
            return line.customers().totalRepeats(dealsByMonth);
        }

        @Override
        boolean isCounted() {
            return least == most;
        }

        @Override
        long deals() {
            if (isCounted()) {
                return (long) least;
            }
            count();
            return allDeals;
        }

        @Override
        double leastDeals() {
            return least;
        }

        @Override
        double mostDeals() {
            return most;
        }

        @Override
        double expectedLeads() {
            return orders.deals(orders.most(wanted())) / line.funnel().meanConversion();
        }

        @Override
        long[] leads() {
            count();
            line.funnel().split(allLeads, space);
            return space.parts;
        }

        private void count() {
            if (counted == wanted()) {
                return;
            }
            counted = -1;
            allLeads = 0;
            int months = dealsByMonth.length;
            for (int month = 0; month < months; month++) {
                int due = month + line.cycle();
                if (due < months || line.edges().goesOn()) {
                    orders.note(asked, month, orders.through(wanted(), due));
                    allLeads = Math.max(allLeads, line.funnel().leastLeads(0, asked, month, space));
                }
                if (due < months) {
                    dealsByMonth[due] =
                            line.funnel().deals(allLeads, line.pipeline().expected(), due, space);
                }
            }
            for (int month = 0; month < Math.min(line.cycle(), months); month++) {
                dealsByMonth[month] = line.pipelineDeals(month);
            }
            allDeals =
                    PlanOverflow.sum(dealsByMonth[months - 1], line.customers().totalRepeats(dealsByMonth), "deals");
            counted = wanted();
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
