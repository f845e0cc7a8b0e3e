package io.github.planningmath.review;

import io.github.planningmath.plan.PlanningConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * New deals of a product that are known by the month of their leads, over one channel or all of them. What is made or missing of
 * leads of which deals are still to come is early or late and nobody's yet; what is missing when none is to come any more is lost, and so
 * is what is missing when, beside the deals that are to come, no lead is open any more that it could come of. Those of all months before the plan are judged together.
 */
final class LeadMonths {

    private final ReviewCells cells;
    private final FunnelCounts funnel;
    private final int product;

    /** The channel; that of a product alone stands for all of them. */
    private final int channel;

    /** By source, beginning with that before the plan: how many times the constants' its conversion is. */
    final double[] times;

    /** By source: deals beyond those that its leads explain. */
    final double[] ofNoLead;

    /** By channel: deals that are early, less those that are late. */
    final double[] early;

    final List<NotYetDue.LeadMonth> shown = new ArrayList<>();

    LeadMonths(FunnelCounts funnel, ReviewCells cells, DealsOfLeads deals, int product, int channel) {
        this.cells = cells;
        this.funnel = funnel;
        this.product = product;
        this.channel = channel;
        times = new double[cells.months + 1];
        ofNoLead = new double[cells.months + 1];
        early = new double[cells.channels];
        CountedRate rate = new CountedRate();
        for (int source = DealsOfLeads.BEFORE; source < cells.months; source++) {
            judge(source, deals.of(cells.cell(product, channel), source), lost(deals, source), rate);
        }
    }

    /** Of all channels together also those that are known of each. */
    private double lost(DealsOfLeads deals, int source) {
        double lost = deals.lost(cells.cell(product, channel), source);
        return channel == cells.channels ? lost + sum(c -> deals.lost(cells.cell(product, c), source)) : lost;
    }

    private double sum(IntToDoubleFunction ofChannel) {
        double sum = 0;
        for (int c = first(); c <= last(); c++) {
            sum += ofChannel.applyAsDouble(c);
        }
        return sum;
    }

    private int first() {
        return channel == cells.channels ? 0 : channel;
    }

    private int last() {
        return channel == cells.channels ? cells.channels - 1 : channel;
    }

    private void judge(int source, double made, double lost, CountedRate rate) {
        double expected = sum(c -> expected(funnel.leads, source, c));
        double atRate = sum(c -> expected(funnel.made, source, c));
        double toCome = sum(c -> funnel.dealsToCome(source, product, c));
        double stray = made - expected;
        double ahead = Math.max(0, Math.min(stray, toCome));
        double leads = sum(c -> funnel.leads(source, product, c));
        double further = lost > 0 ? Math.max(0, leads - made - lost - toCome) : Double.POSITIVE_INFINITY;
        double late = toCome > 0 ? Math.max(0, Math.min(-stray, further)) : 0;
        double taken = rate.of(made - ahead + late, expected, atRate);
        times[source + 1] = taken == atRate || !(atRate > 0) ? 1 : taken / atRate;
        ofNoLead[source + 1] = atRate > 0 || taken == atRate ? 0 : taken;
        double all = expected + toCome;
        for (int c = first(); c <= last() && all > 0; c++) {
            double share = (expected(funnel.leads, source, c) + funnel.dealsToCome(source, product, c)) / all;
            early[c] += (ahead - late) * share;
        }
        if (leads > 0 || made > 0) {
            show(source, leads, expected, made, ahead, late);
        }
    }

    private void show(int source, double leads, double expected, double made, double ahead, double late) {
        PlanningConstants constants = cells.constants();
        shown.add(new NotYetDue.LeadMonth(
                cells.product(product).name(),
                channelName(),
                source == DealsOfLeads.BEFORE ? null : constants.horizon().month(source),
                leads,
                expected,
                (long) made,
                ahead,
                late,
                expected - made + ahead - late));
    }

    private @Nullable String channelName() {
        return channel == cells.channels ? null : cells.channel(channel).name();
    }

    /** Deals that the constants make of the leads of a source in the months of the review. */
    private double expected(double[] brought, int source, int c) {
        double deals = 0;
        for (int month = Math.max(0, source); month < cells.months; month++) {
            deals += funnel.due(brought, source, month, product, c) * cells.conversion(month, product, c);
        }
        return deals;
    }
}
