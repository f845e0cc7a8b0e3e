package io.github.planningmath.plan;

/**
 * What the traffic for the leads of a funnel costs over its channel mix, where that is the same in all months: in doubles and
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
    private double perLead;
    private double visitsPerLead;
    private double costOfRounding;
    private double visitsOfRounding;

    LeadCost(ProductLine line, Prices prices) {
        funnel = line.funnel();
        for (int c = 0; c < line.channels(); c++) {
            double share = funnel.share(c).toDouble();
            double visits = 1 / line.leadRate(c, 0).toDouble();
            double visitsRounded = ((1 + line.channels() * share) / 2 + 1) * visits + 1;
            long price = prices.perVisit(line.channelIndex()[c], 0);
            perLead += share * visits * price;
            visitsPerLead += share * visits;
            costOfRounding += visitsRounded * price;
            visitsOfRounding += visitsRounded;
        }
        costOfRounding += leadsOfRounding() * perLead;
        visitsOfRounding += leadsOfRounding() * visitsPerLead;
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

    double of(double expectedLeads) {
        return expectedLeads * perLead;
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
