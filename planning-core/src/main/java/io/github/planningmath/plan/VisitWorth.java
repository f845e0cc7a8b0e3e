package io.github.planningmath.plan;

import io.github.planningmath.quantity.Ratio;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a visit of a month, product and channel is worth to a measure, but for rounding: {@code lead rate * conversion * worth
 * of a deal a sales cycle later - cost per visit}, where a deal is worth what it contributes itself and with the repeat deals
 * that its customer makes to the end of the plan. One pass backward over the months; in money, and in doubles but where a
 * fraction is asked for.
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
        return business.prices().perDeal(measure, line.index())
                / business.prices().unitsOfOne();
    }

    /** What a deal of a month adds with the repeat deals that it brings within the plan. */
    double ofDeal(ProductLine line, int month) {
        return ofDeal[line.index()][month];
    }

    /** {@link #ofDeal} of every month, exactly, in the scale of {@link Prices}. */
    BigFraction[] exactOfDeals(ProductLine line) {
        BigFraction[] worth = line.customers().exactRepeats();
        BigFraction perDeal = BigFraction.of(business.prices().perDeal(measure, line.index()));
        for (int month = 0; month < worth.length; month++) {
            worth[month] = BigFraction.ONE.add(worth[month]).multiply(perDeal);
        }
        return worth;
    }

    /** What a lead of a month is worth: nothing where its deal comes after the plan. */
    double ofLead(ProductLine line, int month, int channel) {
        int due = month + line.cycle();
        return due < line.months() ? rate(line.funnel().conversion(channel).toRatio()) * ofDeal(line, due) : 0;
    }

    /** What a visit of a month is worth less what it costs; a channel that is priced by its month counts as free. */
    double ofVisit(ProductLine line, int month, int channel) {
        return rate(line.funnel().leadRate(channel).toRatio()) * ofLead(line, month, channel)
                - costOfVisit(line, channel);
    }

    /** What a visit costs; 0 where its channel is priced by its month, or the measure leaves traffic aside. */
    double costOfVisit(ProductLine line, int channel) {
        return measure == FinancialGoal.Measure.PROFIT
                ? business.prices().leastPerVisit(line.channelIndex()[channel])
                : 0;
    }

    /** What the visits for a lead cost, likewise. */
    double costOfLead(ProductLine line, int channel) {
        return costOfVisit(line, channel) / rate(line.funnel().leadRate(channel).toRatio());
    }

    private static double rate(Ratio ratio) {
        return ratio.toDouble();
    }
}
