package io.github.planningmath.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * New deals of one side, month by month, and the conversions that they show of the leads that fell due. Those that are
 * known by channel stand there; those known of the product are shared by the channels that nothing is known of, all of
 * whose conversions move alike. Deals beyond the leads that have fallen due so far came early, and are held against the
 * leads that fall due next; what is left of them at the end is not due yet. Where all deals are known by the month of their leads, they
 * are held against these ({@link LeadMonths}).
 */
final class DealCounts {

    private final ReviewCells cells;
    private final double[] known;
    private final DealsOfLeads ofLeads;
    private final FunnelCounts funnel;
    private final @Nullable DealCounts planned;

    /** By month and product, {@code [month * products + product]}. */
    final double[] byMonth;

    /** Those of {@link #byMonth} that are not known by channel. */
    final double[] shared;

    /** By month and product: whether any of the deals are not known. */
    final boolean[] isAssumed;

    /** By month, product and channel: deals made of the leads that fall due, as a share of them. */
    private final double[] conversion;

    /** By source, product and channel: how many times the constants' the conversion of its leads is. */
    private final double[] timesOfSource;

    /** By month, product and channel or none: deals beyond the leads that fall due. */
    final double[] ofNoLead;

    /** By product and channel: deals of leads that are not due yet, less those that are late. */
    final double[] early;

    /** What is known by the months that brought the leads. */
    final List<NotYetDue.LeadMonth> leadMonths = new ArrayList<>();

    DealCounts(KnownNumbers numbers, FunnelCounts funnel, @Nullable DealCounts planned) {
        cells = numbers.cells;
        known = numbers.values(Measure.NEW_DEALS);
        ofLeads = numbers.ofLeads;
        this.funnel = funnel;
        this.planned = planned;
        byMonth = new double[cells.months * cells.products];
        shared = new double[cells.months * cells.products];
        isAssumed = new boolean[cells.months * cells.products];
        conversion = new double[cells.size()];
        ofNoLead = new double[cells.size()];
        early = new double[cells.width()];
        timesOfSource = new double[(cells.months + 1) * cells.width()];
        Arrays.fill(timesOfSource, 1);
        for (int p = 0; p < cells.products; p++) {
            new OfProduct(p).read();
        }
    }

    /** The deals of a product being read, month by month. */
    private final class OfProduct {

        private final int p;
        private final CountedRate[] ofChannel = new CountedRate[cells.channels];
        private final CountedRate together = new CountedRate();

        /** Leads that have fallen due and have made no deal, by channel. */
        private final double[] unsold = new double[cells.channels];

        /** Deals that came before their leads were due, by channel, and of those that no channel is known of. */
        private final double[] ahead = new double[cells.channels + 1];

        private double carried;

        /** By channel, and of all of them together: whether deals are known by the months of their leads. */
        private final boolean[] isByLeads = new boolean[cells.channels + 1];

        OfProduct(int p) {
            this.p = p;
            boolean isByChannel = false;
            for (int c = 0; c < cells.channels; c++) {
                int channel = c;
                isByLeads[c] = ofLeads.areAll(cells.cell(p, c), known);
                isByChannel |= IntStream.range(0, cells.months).anyMatch(month -> !Double.isNaN(known(month, channel)));
            }
            isByLeads[cells.channels] = !isByChannel && ofLeads.areAll(cells.cell(p, cells.channels), known);
            for (int c = 0; c < cells.channels; c++) {
                ofChannel[c] = new CountedRate();
            }
        }

        void read() {
            for (int month = 0; month < cells.months; month++) {
                read(month);
            }
            for (int c = 0; c < cells.channels; c++) {
                setEarly(c, ahead[c], cells.cell(cells.months - 1, p, c));
            }
            shareEarly(ahead[cells.channels]);
            for (int c = 0; c <= cells.channels; c++) {
                if (isByLeads[c]) {
                    judge(c);
                }
            }
        }

        /** Holds deals against the leads of the months that they are known to be of. */
        private void judge(int channel) {
            LeadMonths judged = new LeadMonths(funnel, cells, ofLeads, p, channel);
            for (int source = DealsOfLeads.BEFORE; source < cells.months; source++) {
                ofNoLead[cells.cell(cells.months - 1, p, channel)] += judged.ofNoLead[source + 1];
                for (int c = 0; c < cells.channels; c++) {
                    if (c == channel || channel == cells.channels) {
                        convert(source, c, judged.times[source + 1]);
                    }
                }
            }
            for (int c = 0; c < cells.channels; c++) {
                early[cells.cell(p, c)] += judged.early[c];
            }
            leadMonths.addAll(judged.shown);
        }

        /** Sets the conversion of a source to so many times the constants', at most 1. */
        private void convert(int source, int c, double times) {
            timesOfSource[(source + 1) * cells.width() + cells.cell(p, c)] = times;
            for (int month = Math.max(0, source); times > 1 && month < cells.months; month++) {
                double beyond = Math.max(0, cells.conversion(month, p, c) * times - 1);
                ofNoLead[cells.cell(month, p, c)] += beyond * funnel.due(funnel.made, source, month, p, c);
            }
        }

        private void read(int month) {
            double alone = known(month, cells.channels);
            double sum = Double.isNaN(alone) ? 0 : alone;
            double expected = 0;
            double made = 0;
            int sharing = 0;
            for (int c = 0; c < cells.channels; c++) {
                unsold[c] += funnel.due(month, p, c);
                conversion[cells.cell(month, p, c)] = cells.conversion(month, p, c);
                double deals = known(month, c);
                if (Double.isNaN(deals)) {
                    expected += funnel.expectedDeals(month, p, c);
                    made += funnel.madeDue(month, p, c) * cells.conversion(month, p, c);
                    sharing++;
                } else {
                    sum += deals;
                    if (!isByLeads[c]) {
                        takeOfChannel(month, c, deals);
                    }
                }
            }
            if (!Double.isNaN(alone) && !isByLeads[cells.channels]) {
                takeTogether(month, alone, expected, made, sharing > 0);
            } else if (Double.isNaN(alone) && sharing > 0) {
                alone = sharing == cells.channels ? assumed(month, expected) : expected;
                sum += alone;
                isAssumed[month * cells.products + p] = true;
                together.beginAnew();
                takeUnsold(month, expected, expected);
            }
            byMonth[month * cells.products + p] = sum;
            shared[month * cells.products + p] = Double.isNaN(alone) ? 0 : alone;
        }

        private double known(int month, int channel) {
            return known[cells.cell(month, p, channel)];
        }

        /** Deals of a month of which nothing is known: as planned, and what the difference in leads comes to. */
        private double assumed(int month, double expected) {
            if (planned == null) {
                return expected;
            }
            double atPlan = 0;
            for (int c = 0; c < cells.channels; c++) {
                atPlan += planned.funnel.expectedDeals(month, p, c);
            }
            double wanted = planned.byMonth[month * cells.products + p] + (expected - atPlan) + carried;
            double deals = Math.max(0, wanted);
            carried = wanted - deals;
            return deals;
        }

        private void takeOfChannel(int month, int c, double deals) {
            double due = Math.min(deals + ahead[c], Math.max(0, unsold[c]));
            ahead[c] += deals - due;
            unsold[c] -= due;
            double atRate = funnel.madeDue(month, p, c) * cells.conversion(month, p, c);
            double taken = ofChannel[c].of(due, funnel.expectedDeals(month, p, c), atRate);
            if (!(atRate > 0)) {
                ofNoLead[cells.cell(month, p, c)] += taken;
            } else if (taken != atRate) {
                convertMonth(month, c, taken / atRate);
            }
        }

        private void takeTogether(int month, double deals, double expected, double atRate, boolean isShared) {
            if (!isShared) {
                ofNoLead[cells.alone(month, p)] += deals;
                return;
            }
            double wanted = deals + ahead[cells.channels];
            double due = takeUnsold(month, wanted, expected);
            ahead[cells.channels] = wanted - due;
            double taken = together.of(due, expected, atRate);
            if (!(atRate > 0)) {
                ofNoLead[cells.alone(month, p)] += taken;
            } else if (taken != atRate) {
                for (int c = 0; c < cells.channels; c++) {
                    if (Double.isNaN(known(month, c))) {
                        convertMonth(month, c, taken / atRate);
                    }
                }
            }
        }

        /** Sets a conversion to so many times the constants', at most 1: deals beyond the leads are of none. */
        private void convertMonth(int month, int c, double times) {
            int place = cells.cell(month, p, c);
            double rate = cells.conversion(month, p, c) * times;
            conversion[place] = Math.min(1, rate);
            ofNoLead[place] += funnel.madeDue(month, p, c) * Math.max(0, rate - 1);
        }

        /** Takes deals off the unsold leads of the channels that share them, by what was expected of each. */
        private double takeUnsold(int month, double wanted, double expected) {
            double most = 0;
            for (int c = 0; c < cells.channels; c++) {
                most += Double.isNaN(known(month, c)) ? Math.max(0, unsold[c]) : 0;
            }
            double due = Math.min(wanted, most);
            for (int c = 0; c < cells.channels && due > 0; c++) {
                if (Double.isNaN(known(month, c))) {
                    unsold[c] -= due
                            * (expected > 0
                                    ? funnel.expectedDeals(month, p, c) / expected
                                    : Math.max(0, unsold[c]) / most);
                }
            }
            return due;
        }

        private void setEarly(int c, double deals, int place) {
            double soon = deals < CountedRate.DUST ? 0 : Math.min(deals, funnel.open[cells.cell(p, c)]);
            early[cells.cell(p, c)] += soon;
            ofNoLead[place] += deals < CountedRate.DUST ? 0 : deals - soon;
        }

        /** Shares deals that came early by what is expected of the open leads, as far as there are any. */
        private void shareEarly(double deals) {
            double expected = 0;
            double left = 0;
            for (int c = 0; c < cells.channels; c++) {
                expected += funnel.open[cells.cell(p, c)] * cells.nextConversion(p, c);
                left += funnel.open[cells.cell(p, c)] - early[cells.cell(p, c)];
            }
            double soon = deals < CountedRate.DUST || expected == 0 ? 0 : Math.min(deals, left);
            for (int c = 0; c < cells.channels && soon > 0; c++) {
                int cell = cells.cell(p, c);
                early[cell] += soon * (funnel.open[cell] * cells.nextConversion(p, c) / expected);
            }
            ofNoLead[cells.alone(cells.months - 1, p)] += deals < CountedRate.DUST ? 0 : deals - soon;
        }
    }

    /** Deals made in a month of leads of a source ({@link DealsOfLeads}) that fall due in it, as a share of them. */
    double conversion(int source, int month, int p, int c) {
        double times = timesOfSource[(source + 1) * cells.width() + cells.cell(p, c)];
        double ofMonth = conversion[cells.cell(month, p, c)];
        return times == 1 ? ofMonth : Math.min(1, ofMonth * times);
    }

    /** The new deals of a product over all months. */
    double ofProduct(int p) {
        double sum = 0;
        for (int month = 0; month < cells.months; month++) {
            sum += byMonth[month * cells.products + p];
        }
        return sum;
    }
}
