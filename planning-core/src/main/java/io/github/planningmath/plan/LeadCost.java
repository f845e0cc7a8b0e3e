package io.github.planningmath.plan;

/**
 * What the traffic for the leads of a funnel costs over its channel mix, period by period: in doubles and
 * without rounding, with a bound on how far the cost of whole leads and visits lies from it.
 *
 * <p>Of {@code n} channels one with the share {@code s} gets at most {@code (1 + n * s) / 2} leads more or less than its
 * share: Webster rounds every share by at most one half, and what all {@code n} halves come to moves the total by at most
 * {@code n / 2}. From leads to visits, rounding and a carried fraction are at most one of each.
 */
final class LeadCost {

    /** The most visits that are estimated: far below what a long holds. */
    private static final double MOST_VISITS = 1e12;

    private final Funnel funnel;

    /** By period in which neither costs nor conversions of visits change. */
    private final double[] perLead;

    private double visitsPerLead;
    private double costOfRounding;
    private double visitsOfRounding;

    LeadCost(ProductLine line, Prices prices, int[] periods) {
        funnel = line.funnel();
        perLead = new double[periods.length];
        double leadsOfRounding = leadsOfRounding();
        for (int c = 0; c < line.channels(); c++) {
            double share = funnel.share(c).toDouble();
            double leadsRounded = (1 + line.channels() * share) / 2 + 1 + share * leadsOfRounding;
            double fewest = 1;
            double next = 0;
            for (int period = periods.length - 1; period >= 0; period--) {
                double rate = line.leadRate(c, periods[period]).toDouble();
                double price = prices.perVisit(line.channelIndex()[c], periods[period]);
                perLead[period] += share * price / rate;
                // leads that come sooner or later cost what is between both periods, and each period rounds a visit
                costOfRounding += Math.abs(price / rate - next) * leadsRounded + price;
                next = price / rate;
                fewest = Math.min(fewest, rate);
            }
            costOfRounding += periods.length == 1 ? 0 : next;
            visitsPerLead += share / fewest;
            visitsOfRounding += leadsRounded / fewest + periods.length;
        }
    }

    /** How far the least leads for some deals may lie from {@link Funnel#expectedLeads}. */
    private double leadsOfRounding() {
        if (funnel.isUniform()) {
            return 1;
        }
        double conversions = 0;
        for (int c = 0; c < funnel.size(); c++) {
            conversions += funnel.conversion(c).toDouble();
        }
        return 1 + (conversions / funnel.meanConversion() + funnel.size()) / 2;
    }

    /** What the traffic for leads of a period costs. */
    double of(double expectedLeads, int period) {
        return expectedLeads * perLead[period];
    }

    /** The most by which the cost of whole visits differs from {@link #of}. */
    double rounding() {
        return costOfRounding;
    }

    /** Whether the visits for so many leads are few enough to be counted without a thought of overflow. */
    boolean isEstimable(double expectedLeads) {
        return expectedLeads * visitsPerLead + visitsOfRounding < MOST_VISITS;
    }
}
