package io.github.planningmath.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What channels can bring within their ceilings and around pinned leads, in deals, and what that costs at least. */
final class VisitCapacity {

    private final ResolvedBusiness business;
    private final List<UnroundedRun> runs;
    private final List<Supply> supplies = new ArrayList<>();
    private final double[] ofAll;

    /** Of one month alone, beside {@link #ofAll} through each. */
    private final double[] inMonth;

    private final double[][] ofProduct;
    private final boolean pinned;
    private final boolean anyPins;

    /** Deals of a channel in the whole plan, at the least cost for each. */
    private record Supply(double deals, double costPerDeal) {}

    VisitCapacity(ResolvedBusiness business, VisitWorth worth, List<UnroundedRun> runs) {
        this.business = business;
        this.runs = runs;
        int channels = business.constants().channels().size();
        double[][] dealsPerVisit = new double[channels][business.months()];
        double[] costPerDeal = new double[channels];
        Arrays.fill(costPerDeal, Double.POSITIVE_INFINITY);
        boolean pinsLeads = false;
        for (ProductLine line : business.lines()) {
            pinsLeads |= line.pins().hasLeads();
            for (int c = 0; c < line.channels(); c++) {
                int channel = line.channelIndex()[c];
                if (!line.takesShare(c) && !line.pins().hasLeads()) {
                    continue;
                }
                for (int month = 0; month < line.months(); month++) {
                    double deals = line.leadRate(c, month).toDouble()
                            * line.funnel(month).worthOf(c);
                    dealsPerVisit[channel][month] = Math.max(dealsPerVisit[channel][month], deals);
                }
                costPerDeal[channel] =
                        Math.min(costPerDeal[channel], worth.leastCostOfLead(line, c) / line.greatestWorth(c));
            }
        }
        ofAll = new double[business.months()];
        inMonth = new double[business.months()];
        for (int channel = 0; channel < channels; channel++) {
            if (costPerDeal[channel] < Double.POSITIVE_INFINITY) {
                double sum = business.lines().size();
                for (int month = 0; month < ofAll.length; month++) {
                    double most = most(channel, month, dealsPerVisit[channel][month]);
                    sum += most;
                    ofAll[month] += sum;
                    inMonth[month] += most + business.lines().size();
                }
                supplies.add(new Supply(sum, costPerDeal[channel]));
            }
        }
        supplies.sort(Comparator.comparingDouble(Supply::costPerDeal));
        ofProduct = new double[runs.size()][];
        for (UnroundedRun run : runs) {
            ofProduct[run.line().index()] = capacity(run.line());
        }
        pinned = pinsLeads;
        anyPins = pinsLeads || business.pinsDeals();
    }

    /** What the visits of a month over a channel of the constants can bring at most. */
    private double most(int channel, int month, double perVisit) {
        Long ceiling = business.visitCeiling(channel, month);
        return ceiling == null ? Double.POSITIVE_INFINITY : ceiling * perVisit;
    }

    /** Cumulative deals that leads of each month can bring a product at most, whatever the others take. */
    private double[] capacity(ProductLine line) {
        double[] capacity = new double[line.months()];
        double sum = line.channels();
        for (int month = 0; month < capacity.length; month++) {
            for (int c = 0; c < line.channels(); c++) {
                double conversion = line.funnel(month).worthOf(c);
                long pinned = line.pins().leads(month, c);
                if (pinned != ProductPins.FREE) {
                    sum += pinned * conversion;
                } else if (line.funnel(month).takesShare(c)) {
                    sum += most(
                            line.channelIndex()[c],
                            month,
                            line.leadRate(c, month).toDouble() * conversion);
                }
            }
            capacity[month] = sum;
        }
        return capacity;
    }

    /**
     * Whether the leads for courses that start at some number of deals are beyond all channels: through a month, or in one, for
     * without pins no month brings more than what is due asks of it.
     */
    boolean isTooSmallFor(List<UnroundedRun.Course> courses) {
        for (int month = 0; month < ofAll.length; month++) {
            double all = 0;
            double more = 0;
            for (UnroundedRun run : runs) {
                Span[] course = courses.get(run.line().index()).brought();
                Span brought = course[month];
                more += Math.max(0, UnroundedRun.inMonth(course, month) - run.broughtAbove() - run.broughtBelow());
                double least = Math.max(0, brought.atStart() - run.broughtBelow());
                if (least > ofProduct[run.line().index()][month] * (1 + 1e-9)) {
                    return true;
                }
                all += least;
            }
            if (all > ofAll[month] * (1 + 1e-9) || (!anyPins && more > inMonth[month] * (1 + 1e-9))) {
                return true;
            }
        }
        return false;
    }

    /** Whether no channel gets full for so many deals or fewer, so that ceilings change nothing. */
    boolean isAmpleFor(long deals) {
        if (pinned) {
            return false;
        }
        long[] split = business.productMix().split(deals);
        double[] most = new double[business.constants().channels().size()];
        for (UnroundedRun run : runs) {
            ProductLine line = run.line();
            Span[] brought =
                    run.course(Span.constant((double) split[line.index()])).brought();
            double greatest = 0;
            for (int month = 0; month < brought.length; month++) {
                greatest = Math.max(greatest, UnroundedRun.inMonth(brought, month));
            }
            addMostVisits(line, greatest + 2 * (run.broughtAbove() + run.broughtBelow()), most);
        }
        for (int channel = 0; channel < most.length; channel++) {
            for (int month = 0; month < business.months(); month++) {
                Long ceiling = business.visitCeiling(channel, month);
                if (ceiling != null && most[channel] > ceiling) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void addMostVisits(ProductLine line, double deals, double[] most) {
        double mean = line.leastMeanWorth();
        double off = 0;
        for (int c = 0; c < line.channels(); c++) {
            off += line.worthOff(c) * (line.mixes() == null ? 1 : 2 * line.leadsOffShare(c));
        }
        double leads = (deals + off) / mean + 2;
        for (int c = 0; c < line.channels(); c++) {
            double share = line.greatestShare(c);
            if (share > 0 && deals > 0) {
                double rate = leastLeadRate(line, c);
                most[line.channelIndex()[c]] += (leads * share + 2 * line.leadsOffShare(c) + 1) / rate + 2;
            }
        }
    }

    private static double leastLeadRate(ProductLine line, int c) {
        double least = 1;
        for (int month = 0; month < line.months(); month++) {
            least = Math.min(least, line.leadRate(c, month).toDouble());
        }
        return least;
    }

    /** What leads for so many deals cost at least: the cheapest channels first, each up to what it can bring. */
    double leastCost(double deals) {
        double rest = deals;
        double cost = 0;
        for (Supply supply : supplies) {
            double taken = Math.min(rest, supply.deals);
            cost += taken * supply.costPerDeal;
            rest -= taken;
            if (rest <= 0) {
                break;
            }
        }
        return cost * (1 - 1e-9);
    }
}
