package io.github.planningmath.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a number of new deals reaches, from totals alone: the sums over the horizon of what {@link Cascade} and
 * {@link Projection} give cell by cell, at the same roundings and to the last unit. It serves where every visit of a
 * channel costs the same and nothing keeps a channel from its share.
 */
final class Totals {

    private final Business business;
    private final FinancialGoal.Measure measure;
    private final BigInteger threshold;
    private final long[] dealsByProduct;
    private final long[] visitsByChannel;
    private final long[] deals;
    private final WideSum sum = new WideSum();
    private final List<ProductTotals> products = new ArrayList<>();

    Totals(Business business, FinancialGoal goal) {
        this.business = business;
        measure = goal.measure();
        BigDecimal costs = measure == FinancialGoal.Measure.PROFIT ? business.costsOfTheHouse() : BigDecimal.ZERO;
        threshold = business.prices().threshold(goal.amount().add(costs));
        dealsByProduct = new long[business.lines().size()];
        visitsByChannel = new long[business.constants().channels().size()];
        deals = new long[business.months()];
        for (ProductLine line : business.lines()) {
            products.add(new ProductTotals(line));
        }
    }

    /** One product's totals for a number of deals; kept, for few products change from one probe to the next. */
    private static final class ProductTotals {

        private final ProductLine line;
        private final Funnel.WorkingSpace space;
        private final long[] visits;
        private long wanted = -1;
        private long allDeals;
        private boolean inTime;

        ProductTotals(ProductLine line) {
            this.line = line;
            space = new Funnel.WorkingSpace(line.channels());
            visits = new long[line.channels()];
        }
    }

    /** Whether totals suffice for a business. */
    static boolean suffice(Business business) {
        return business.hasConstantPrices() && !business.isBounded() && !business.pinsDeals();
    }

    Reach reach(long newDeals) {
        business.productMix().split(newDeals, dealsByProduct, 0);
        Arrays.fill(visitsByChannel, 0);
        sum.clear();
        for (ProductTotals product : products) {
            long wanted = dealsByProduct[product.line.index()];
            if (product.wanted != wanted) {
                count(product, wanted);
            }
            if (!product.inTime) {
                return Reach.BLOCKED;
            }
            add(product);
        }
        if (measure == FinancialGoal.Measure.PROFIT) {
            for (int channel = 0; channel < visitsByChannel.length; channel++) {
                sum.subtractProduct(visitsByChannel[channel], business.prices().perVisit(channel));
            }
        }
        return sum.toBigInteger().compareTo(threshold) >= 0 ? Reach.REACHED : Reach.SHORT;
    }

    private void add(ProductTotals product) {
        int[] index = product.line.channelIndex();
        for (int c = 0; c < index.length; c++) {
            visitsByChannel[index[c]] = PlanOverflow.sum(visitsByChannel[index[c]], product.visits[c], "traffic");
        }
        sum.addProduct(product.allDeals, business.prices().perDeal(measure, product.line.index()));
    }

    private void count(ProductTotals product, long wanted) {
        product.wanted = -1;
        ProductLine line = product.line;
        long leads = line.hasNoPipeline() && !line.hasDueAfter()
                ? leadsWithoutPipeline(line, wanted, product.space)
                : leadsWithPipeline(line, wanted, product.space);
        long made = deals[deals.length - 1];
        product.inTime = made >= wanted && dueBeforeAnyLeadIsMade(line);
        line.funnel().split(leads, product.space);
        for (int c = 0; c < line.channels(); c++) {
            product.visits[c] = line.leadRates()[c].needFor(product.space.parts[c]);
        }
        product.allDeals = PlanOverflow.sum(made, line.customers().totalRepeats(deals), "deals");
        product.wanted = wanted;
    }

    /** Months after the horizon that even its first leads come too late for live on the pipeline alone. */
    private boolean dueBeforeAnyLeadIsMade(ProductLine line) {
        int months = deals.length;
        for (int after = 0; line.hasDueAfter() && months + after < line.cycle(); after++) {
            if (line.pipelineDeals(months + after) < deals[months - 1] + line.dueAfter()[after]) {
                return false;
            }
        }
        return true;
    }

    private long leadsWithoutPipeline(ProductLine line, long wanted, Funnel.WorkingSpace space) {
        for (int month = 0; month < deals.length; month++) {
            deals[month] = month < line.cycle() ? 0 : line.seasonalNeed(wanted, month);
        }
        return line.cycle() < deals.length ? line.funnel().leastLeads(wanted, 0, space) : 0;
    }

    private long leadsWithPipeline(ProductLine line, long wanted, Funnel.WorkingSpace space) {
        int cycle = line.cycle();
        for (int month = 0; month < Math.min(cycle, deals.length); month++) {
            deals[month] = line.pipelineDeals(month);
        }
        LazyLeads leads = new LazyLeads(line.funnel(), space);
        for (int due = cycle; due < deals.length; due++) {
            deals[due] = leads.deals(line.seasonalNeed(wanted, due), line.pipelineUnits()[due]);
        }
        for (int after = Math.max(0, cycle - deals.length); line.hasDueAfter() && after < cycle; after++) {
            long need = PlanOverflow.sum(deals[deals.length - 1], line.dueAfter()[after], "deals");
            leads.deals(need, line.pipelineUnits()[deals.length + after]);
        }
        return leads.count();
    }

    /**
     * Leads that are counted only when the count decides something. As long as every month's need asks for more leads,
     * the deals are the need itself: the least leads for a need yield less than one deal more.
     */
    private static final class LazyLeads {

        private final Funnel funnel;
        private final Funnel.WorkingSpace space;
        private long leads;
        private long needed;
        private long carriedThen;
        private boolean counted = true;

        LazyLeads(Funnel funnel, Funnel.WorkingSpace space) {
            this.funnel = funnel;
            this.space = space;
        }

        long count() {
            if (!counted) {
                leads = Math.max(leads, funnel.leastLeads(needed, carriedThen, space));
                counted = true;
            }
            return leads;
        }

        /** Brings leads for a need and returns the deals that they and what is carried then make. */
        long deals(long need, long carried) {
            if (counted || !asksForMore(need, carried)) {
                long made = funnel.deals(count(), carried, space);
                if (made >= need) {
                    return made;
                }
            }
            needed = need;
            carriedThen = carried;
            counted = false;
            return need;
        }

        private boolean asksForMore(long need, long carried) {
            long more = carried - carriedThen;
            return more <= 0
                    ? need > needed
                    : need - needed - 1 > 0 && (need - needed - 1) >= (more - 1) / funnel.denominator() + 1;
        }
    }
}
