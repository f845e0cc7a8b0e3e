package io.github.planningmath.plan;

import io.github.planningmath.kpi.Kpi;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What no number of new deals between two others can bring of a target over some months or products: cumulative deals lie within a
 * few of the unrounded course ({@link UnroundedRun}), those of a month between those of the least and of the greatest number. Of a
 * profit the traffic is left out, which only makes it less.
 */
final class TargetBound {

    /** Relative to the amounts added up, more than their sum in doubles can be off. */
    private static final double DOUBLE_ROUNDING = 1e-11;

    private final ResolvedBusiness business;
    private final Kpi kpi;
    private final Selection selection;
    private final List<BoundedProduct> products = new ArrayList<>();
    private final double costs;

    private TargetBound(ResolvedBusiness business, Target target) {
        this.business = business;
        kpi = target.kpi();
        selection = Selection.of(business, target.scope());
        int asked = business.askedLines().size();
        selection.lines().forEach(line -> products.add(new BoundedProduct(line, asked)));
        costs = kpi == Kpi.PROFIT ? costs().doubleValue() : 0;
    }

    /** The bound on what a target comes to: that of a goal where the target might be one. */
    static DealSearch.Bound of(ResolvedBusiness business, Target target) {
        Optional<FinancialGoal.Measure> measure = Stream.of(FinancialGoal.Measure.values())
                .filter(each -> each.kpi() == target.kpi() && target.scope().equals(Scope.all()))
                .findFirst();
        return measure.<DealSearch.Bound>map(each -> new MeasureBound(new MarginalDeal(business, each))::most)
                .orElseGet(() -> new TargetBound(business, target)::most);
    }

    private BigDecimal costs() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int month = selection.from(); month <= selection.to(); month++) {
            YearMonth name = business.horizon().month(month);
            sum = sum.add(business.fixedCost(name)).add(business.initiativeCost(name));
        }
        return sum;
    }

    private double most(long from, long to) {
        double sum = -costs;
        double magnitude = Math.abs(costs);
        for (BoundedProduct product : products) {
            Sum ofProduct = product.most(from, to);
            sum += ofProduct.most;
            magnitude += ofProduct.magnitude;
        }
        return sum + DOUBLE_ROUNDING * magnitude;
    }

    /**
     * A sum of which the parts may be below 0.
     *
     * @param magnitude the sum of the parts without their signs
     */
    private record Sum(double most, double magnitude) {}

    /** One product's part in the bound. */
    private final class BoundedProduct {

        private final ProductLine line;
        private final UnroundedRun run;
        private final double share;

        /** What a unit more or less of the product's deals may lie off its share of all. */
        private final double split;

        /** What a deal of a month brings of the target. */
        private final double[] worth;

        private final double ofOpening;
        private final double rounding;

        BoundedProduct(ProductLine line, int asked) {
            this.line = line;
            run = new UnroundedRun(line);
            share = business.share(line).toDouble();
            split = share > 0 && asked > 1 ? (1 + asked * share) / 2 : 0;
            worth = new double[selection.to() + 1];
            for (int month = 0; month < worth.length; month++) {
                worth[month] = kpi == Kpi.BASE ? line.customers().expectedLeft(month, selection.to()) : ofDeal(month);
            }
            double opening = 0;
            double off = 0;
            for (PlanStretch stretch : business.stretches(selection.from(), selection.to())) {
                double perRepeat = perRepeat(stretch.from());
                opening += perRepeat
                        * (line.customers().openingRepeats(stretch.to())
                                - line.customers().openingRepeats(stretch.from() - 1));
                off += offBy(perRepeat, stretch.from());
            }
            ofOpening = kpi == Kpi.BASE ? openingLeft() : opening;
            rounding = off;
        }

        /** Repeat deals are whole on their cumulative count, which is 0 at the start and never above what is expected. */
        private double offBy(double perRepeat, int from) {
            boolean isNone = !line.customers().buyAgain() && line.customers().openingRepeats() == 0;
            return isNone || (from == 0 && perRepeat > 0)
                    ? 0
                    : Math.abs(perRepeat) * line.customers().lostRepeats();
        }

        private double openingLeft() {
            return line.customers().course(new long[line.months()]).base()[selection.to()] + 1;
        }

        private double ofDeal(int month) {
            double sum = month >= selection.from() && kpi != Kpi.REPEAT_DEALS ? perDeal(month) : 0;
            int first = Math.max(month, selection.from());
            for (PlanStretch stretch : business.stretches(first, selection.to())) {
                double before =
                        stretch.from() > month ? line.customers().expectedRepeats(month, stretch.from() - 1) : 0;
                double repeats = line.customers().expectedRepeats(month, stretch.to()) - before;
                sum += repeats * perRepeat(stretch.from());
            }
            return sum;
        }

        private double perRepeat(int month) {
            return kpi == Kpi.NEW_DEALS || kpi == Kpi.BASE
                    ? 0
                    : business.prices().worthOfRepeat(measure(), line.index(), month);
        }

        private double perDeal(int month) {
            return business.prices().worthOfDeal(measure(), line.index(), month);
        }

        private FinancialGoal.Measure measure() {
            return switch (kpi) {
                case REVENUE -> FinancialGoal.Measure.REVENUE;
                case CONTRIBUTION, PROFIT -> FinancialGoal.Measure.CONTRIBUTION;
                default -> FinancialGoal.Measure.DEALS;
            };
        }

        /** Before leads can, the pipeline alone makes deals. */
        private double dealsAbove(int month) {
            return line.orders() == null && month < line.cycle() ? 0 : run.dealsAbove(month);
        }

        Sum most(long from, long to) {
            double least = Math.max(0, share * from - split);
            double greatest = share * to + split;
            Span[] made = run.course(Span.line(1, least, greatest)).made();
            double sum = ofOpening + rounding;
            double magnitude = Math.abs(ofOpening) + rounding;
            for (int month = 0; month < worth.length; month++) {
                double weight = worth[month] - (month + 1 < worth.length ? worth[month + 1] : 0);
                double deals = weight > 0
                        ? made[month].most(greatest - least) + dealsAbove(month)
                        : -made[month].times(-1).most(greatest - least) - run.dealsBelow(month);
                sum += weight == 0 ? 0 : weight * Math.max(0, deals);
                magnitude += Math.abs(weight * deals);
            }
            return new Sum(sum, magnitude);
        }
    }
}
