package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The exact profit line: what a further new deal adds, over the product mix and without rounding, once all that is pinned or
 * open is used up, with the repeat deals it brings within the plan, and what the traffic for its leads costs.
 *
 * <p>Computed in doubles first; where those cannot tell which is the greater, in fractions.
 */
final class MarginalDeal {

    private final ResolvedBusiness business;
    private final FinancialGoal.Measure measure;
    private final VisitWorth worth;
    private final List<ProductLine> growing;
    private final Map<Funnel, Double> leadCosts = new HashMap<>();

    MarginalDeal(ResolvedBusiness business, FinancialGoal.Measure measure) {
        this.business = business;
        this.measure = measure;
        worth = new VisitWorth(business, measure);
        growing = business.growingLines();
    }

    /** Whether a further deal brings the goal nearer. */
    boolean gains() {
        double gain = 0;
        double magnitude = 0;
        for (ProductLine line : growing) {
            double share = business.share(line).toDouble();
            double adds = 0;
            double before = 0;
            for (int month = line.cycle(); month < line.months(); month++) {
                double through = made(line, month, before);
                adds += (through - before) * worth.ofDeal(line, month);
                before = through;
            }
            double costs = leadCost(line);
            gain += share * (adds - costs);
            magnitude += share * (Math.abs(adds) + costs);
        }
        if (Math.abs(gain) > magnitude * 1e-9) {
            return gain > 0;
        }
        return contribution().compareTo(leadCost()) > 0;
    }

    /** The part of a further deal that is made through a month: none in pinned months, and all by the last free one. */
    private static double made(ProductLine line, int month, double before) {
        if (line.pins().deals(month) != ProductPins.FREE) {
            return before;
        }
        return month == line.pins().lastFreeMonth() ? 1 : 1 - line.restOfSeason()[month].toDouble();
    }

    private static BigFraction exactlyMade(ProductLine line, int month, BigFraction before) {
        if (line.pins().deals(month) != ProductPins.FREE) {
            return before;
        }
        return month == line.pins().lastFreeMonth()
                ? BigFraction.ONE
                : BigFraction.ONE.subtract(fraction(line.restOfSeason()[month]));
    }

    Obstacle.LosesMoney losesMoney() {
        int digits = business.minorUnitDigits();
        return new Obstacle.LosesMoney(
                amount(contribution().divide(shares()), digits, RoundingMode.FLOOR),
                amount(leadCost().divide(shares()), digits, RoundingMode.CEILING));
    }

    private BigDecimal amount(BigFraction scaled, int digits, RoundingMode rounding) {
        BigDecimal numerator = business.prices().amount(scaled.getNumerator());
        return Amounts.plain(numerator.divide(new BigDecimal(scaled.getDenominator()), digits, rounding));
    }

    /** Of a hundred deals asked for, those of pinned products are not made. */
    private BigFraction shares() {
        return growing.stream().map(line -> fraction(business.share(line))).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private BigFraction contribution() {
        BigFraction sum = BigFraction.ZERO;
        for (ProductLine line : growing) {
            BigFraction[] ofDeals = worth.exactOfDeals(line);
            BigFraction before = BigFraction.ZERO;
            BigFraction adds = BigFraction.ZERO;
            for (int month = line.cycle(); month < line.months(); month++) {
                BigFraction through = exactlyMade(line, month, before);
                adds = adds.add(through.subtract(before).multiply(ofDeals[month]));
                before = through;
            }
            sum = sum.add(fraction(business.share(line)).multiply(adds));
        }
        return sum;
    }

    private BigFraction leadCost() {
        BigFraction sum = BigFraction.ZERO;
        if (measure != FinancialGoal.Measure.PROFIT) {
            return sum;
        }
        for (ProductLine line : growing) {
            BigFraction perLead = BigFraction.ZERO;
            BigFraction perDeal = BigFraction.ZERO;
            Funnel funnel = line.funnel();
            for (int c = 0; c < line.channels(); c++) {
                BigFraction share = fraction(funnel.share(c));
                perDeal =
                        perDeal.add(share.multiply(fraction(funnel.conversion(c).toRatio())));
                perLead = perLead.add(
                        share.multiply(BigFraction.of(business.prices().perVisit(line.channelIndex()[c])))
                                .divide(fraction(funnel.leadRate(c).toRatio())));
            }
            sum = sum.add(fraction(business.share(line)).multiply(perLead).divide(perDeal));
        }
        return sum;
    }

    private double leadCost(ProductLine line) {
        return leadCosts.computeIfAbsent(line.funnel(), funnel -> counted(line));
    }

    private double counted(ProductLine line) {
        double perLead = 0;
        double perDeal = 0;
        for (int c = 0; c < line.channels(); c++) {
            double share = line.funnel().share(c).toDouble();
            perDeal += share * line.funnel().conversion(c).toDouble();
            perLead += share * worth.costOfLead(line, c);
        }
        return perLead / perDeal;
    }

    private static BigFraction fraction(Ratio ratio) {
        return BigFraction.of(ratio.numerator(), ratio.denominator());
    }
}
