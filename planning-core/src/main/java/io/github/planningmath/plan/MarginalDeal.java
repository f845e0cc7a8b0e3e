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
 * The exact profit line: what a further new deal adds, over the product mix and without rounding, with the repeat deals
 * it brings within the plan, and what the traffic for its leads costs.
 *
 * <p>Computed in doubles first; where those cannot tell which is the greater, in fractions.
 */
final class MarginalDeal {

    private final Business business;
    private final FinancialGoal.Measure measure;
    private final List<ProductLine> growing;
    private final Map<Funnel, LeadCost> leadCosts = new HashMap<>();

    MarginalDeal(Business business, FinancialGoal.Measure measure) {
        this.business = business;
        this.measure = measure;
        growing = business.growingLines();
    }

    /** Whether a further deal brings the goal nearer. */
    boolean gains() {
        double gain = 0;
        double magnitude = 0;
        for (ProductLine line : growing) {
            double share = share(line).toDouble();
            double adds =
                    share * (1 + expectedRepeats(line)) * business.prices().perDeal(measure, line.index());
            double costs = share * leadCost(line);
            gain += adds - costs;
            magnitude += Math.abs(adds) + costs;
        }
        if (Math.abs(gain) > magnitude * 1e-9) {
            return gain > 0;
        }
        return contribution().compareTo(leadCost()) > 0;
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
        return growing.stream().map(line -> fraction(share(line))).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private BigFraction contribution() {
        BigFraction sum = BigFraction.ZERO;
        for (ProductLine line : growing) {
            sum = sum.add(fraction(share(line))
                    .multiply(BigFraction.ONE.add(exactRepeats(line)))
                    .multiply(BigFraction.of(business.prices().perDeal(measure, line.index()))));
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
            sum = sum.add(fraction(share(line)).multiply(perLead).divide(perDeal));
        }
        return sum;
    }

    private double leadCost(ProductLine line) {
        if (measure != FinancialGoal.Measure.PROFIT) {
            return 0;
        }
        return leadCosts
                .computeIfAbsent(line.funnel(), funnel -> new LeadCost(line, business.prices()))
                .perDeal();
    }

    private Ratio share(ProductLine line) {
        return business.constants().assortment().mix().share(line.product().name());
    }

    /** New deals of the months that no lead can reach come in the first month that one can. */
    private static int dealMonth(ProductLine line, int month) {
        return Math.min(Math.max(month, line.cycle()), line.months() - 1);
    }

    private static double expectedRepeats(ProductLine line) {
        double sum = 0;
        double rest = 1;
        for (int month = 0; month < line.months(); month++) {
            double after = line.restOfSeason()[month].toDouble();
            sum += (rest - after) * line.customers().expectedRepeats(dealMonth(line, month));
            rest = after;
        }
        return sum;
    }

    private static BigFraction exactRepeats(ProductLine line) {
        BigFraction[] expected = line.customers().exactRepeats();
        BigFraction sum = BigFraction.ZERO;
        BigFraction rest = BigFraction.ONE;
        for (int month = 0; month < line.months(); month++) {
            BigFraction after = fraction(line.restOfSeason()[month]);
            sum = sum.add(rest.subtract(after).multiply(expected[dealMonth(line, month)]));
            rest = after;
        }
        return sum;
    }

    private static BigFraction fraction(Ratio ratio) {
        return BigFraction.of(ratio.numerator(), ratio.denominator());
    }
}
