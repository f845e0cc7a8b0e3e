package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import java.util.Arrays;

/**
 * What a deal of a month and product is worth to a measure, but for rounding, and what the visits for its leads cost: a deal is
 * worth what it contributes itself and with the repeat deals that its customer makes to the end of the plan, or, where customers
 * are measured, the part of one that is left then. One pass backward
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
                worth[month] = measure == FinancialGoal.Measure.CUSTOMERS
                        ? line.customers().expectedLeft(month)
                        : perDeal(line, month) + ofRepeats(line, month);
            }
            ofDeal[line.index()] = worth;
        }
    }

    /** What the repeat deals add that a deal of a month brings in later ones. */
    private double ofRepeats(ProductLine line, int month) {
        double worth = 0;
        double before = 0;
        for (PlanStretch stretch : business.stretches(month, line.months() - 1)) {
            double through = line.customers().expectedRepeats(month, stretch.to());
            worth += (through - before) * perRepeat(line, stretch.from());
            before = through;
        }
        return worth;
    }

    /** What a deal of a product adds by itself in a month. */
    double perDeal(ProductLine line, int month) {
        return business.prices().worthOfDeal(measure, line.index(), month);
    }

    /** What a repeat deal of a product adds in a month. */
    double perRepeat(ProductLine line, int month) {
        return business.prices().worthOfRepeat(measure, line.index(), month);
    }

    /** What a deal of a month adds with the repeat deals that it brings within the plan. */
    double ofDeal(ProductLine line, int month) {
        return ofDeal[line.index()][month];
    }

    /** {@link #ofDeal} of every month, exactly, in the scale of {@link Prices}. */
    Fraction[] exactOfDeals(ProductLine line) {
        if (measure == FinancialGoal.Measure.CUSTOMERS) {
            return exactlyLeft(line);
        }
        int last = line.months() - 1;
        Fraction[] worth = new Fraction[line.months()];
        Fraction[] repeats = line.customers().exactRepeats(0);
        for (int month = 0; month <= last; month++) {
            // where nothing changes, what matters is how many months after the first deal
            repeats = line.customers().isSteady() ? repeats : line.customers().exactRepeats(month);
            worth[month] = exactPerDeal(line, month);
            Fraction before = Fraction.ZERO;
            for (PlanStretch stretch : business.stretches(month, last)) {
                Fraction through = repeats[stretch.to() - month];
                worth[month] = worth[month].plus(through.minus(before).times(exactPerRepeat(line, stretch.from())));
                before = through;
            }
        }
        return worth;
    }

    private Fraction[] exactlyLeft(ProductLine line) {
        Fraction one = Fraction.of(business.prices().one(), 1);
        Fraction[] left = new Fraction[line.months()];
        Arrays.setAll(left, month -> one.times(line.customers().exactLeft(month)));
        return left;
    }

    private Fraction exactPerDeal(ProductLine line, int month) {
        return Fraction.of(business.prices().perDeal(measure, line.index(), month), 1);
    }

    private Fraction exactPerRepeat(ProductLine line, int month) {
        return Fraction.of(business.prices().perRepeat(measure, line.index(), month), 1);
    }

    /** What a visit costs in a month; 0 where its channel is priced by its month, or the measure leaves traffic aside. */
    double costOfVisit(ProductLine line, int channel, int month) {
        return measure == FinancialGoal.Measure.PROFIT
                ? business.prices().costOfVisit(line.channelIndex()[channel], month)
                : 0;
    }

    /** What the visits for a lead cost in a month, likewise. */
    double costOfLead(ProductLine line, int channel, int month) {
        return costOfVisit(line, channel, month) / line.leadRate(channel, month).toDouble();
    }

    /** What they cost at least in any month. */
    double leastCostOfLead(ProductLine line, int channel) {
        return business.stretches().stream()
                .mapToDouble(stretch -> costOfLead(line, channel, stretch.from()))
                .min()
                .orElseThrow();
    }

    /** What the visits for the leads of a deal cost in a month over the channel mix. */
    double costOfLeads(ProductLine line, int month) {
        double perLead = 0;
        for (int c = 0; c < line.channels(); c++) {
            perLead += line.funnel(month).share(c).toDouble() * costOfLead(line, c, month);
        }
        return perLead / line.funnel(month).meanConversion();
    }
}
