package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;

/**
 * What a deal of a month and product is worth to a measure, but for rounding, and what the visits for its leads cost: a deal is
 * worth what it contributes itself and with the repeat deals that its customer makes to the end of the plan. One pass backward
 * over the months; in money, and in doubles but where a fraction is asked for.
 */
final class VisitWorth {

    private final ResolvedBusiness business;
    private final FinancialGoal.Measure measure;
    private final double[][] ofDeal;

    VisitWorth(ResolvedBusiness business, FinancialGoal.Measure measure) {
        this.business = business;
        this.measure = measure;
        ofDeal = new double[business.lines().size()][];
        for (ProductLine line : business.lines()) {
            double[] worth = new double[line.months()];
            for (int month = worth.length - 1; month >= 0; month--) {
                worth[month] = perDeal(line) * (1 + line.customers().expectedRepeats(month));
            }
            ofDeal[line.index()] = worth;
        }
    }

    /** What a deal of a product adds by itself. */
    double perDeal(ProductLine line) {
        return business.prices().worthOfDeal(measure, line.index());
    }

    /** What a deal of a month adds with the repeat deals that it brings within the plan. */
    double ofDeal(ProductLine line, int month) {
        return ofDeal[line.index()][month];
    }

    /** {@link #ofDeal} of every month, exactly, in the scale of {@link Prices}. */
    Fraction[] exactOfDeals(ProductLine line) {
        Fraction[] worth = line.customers().exactRepeats();
        Fraction perDeal = Fraction.of(business.prices().perDeal(measure, line.index()), 1);
        for (int month = 0; month < worth.length; month++) {
            worth[month] = Fraction.ONE.plus(worth[month]).times(perDeal);
        }
        return worth;
    }

    /** What a visit costs; 0 where its channel is priced by its month, or the measure leaves traffic aside. */
    double costOfVisit(ProductLine line, int channel) {
        return measure == FinancialGoal.Measure.PROFIT
                ? business.prices().leastPerVisit(line.channelIndex()[channel])
                : 0;
    }

    /** What the visits for a lead cost, likewise. */
    double costOfLead(ProductLine line, int channel) {
        return costOfVisit(line, channel) / line.funnel().leadRate(channel).toDouble();
    }

    /** What the visits for the leads of a deal cost over the channel mix. */
    double costOfLeads(ProductLine line) {
        double perLead = 0;
        for (int c = 0; c < line.channels(); c++) {
            perLead += line.funnel().share(c).toDouble() * costOfLead(line, c);
        }
        return perLead / line.funnel().meanConversion();
    }
}
