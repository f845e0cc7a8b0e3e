package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final Map<Funnel, double[]> leadCosts = new HashMap<>();

    MarginalDeal(ResolvedBusiness business, FinancialGoal.Measure measure) {
        this.business = business;
        this.measure = measure;
        worth = new VisitWorth(business, measure);
        growing = business.growingLines();
    }

    ResolvedBusiness business() {
        return business;
    }

    FinancialGoal.Measure measure() {
        return measure;
    }

    VisitWorth worth() {
        return worth;
    }

    /** Whether a further deal brings the goal nearer. */
    boolean gains() {
        double gain = 0;
        double magnitude = 0;
        for (ProductLine line : growing) {
            double share = business.share(line).toDouble();
            double adds = 0;
            double before = 0;
            for (int month = line.firstDue(); month < line.months(); month++) {
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
        return ofMix(this::contribution).compareTo(ofMix(this::exactLeadCost)) > 0;
    }

    /** The part of a further deal that is made through a month: none in pinned months, and all by the last free one. */
    private static double made(ProductLine line, int month, double before) {
        LeadYields yields = line.yields();
        if (line.orders() != null && yields != null) {
            return madeOfOrders(line, yields, month);
        }
        if (line.pins().deals(month) != ProductPins.FREE) {
            return before;
        }
        return month == line.pins().lastFreeMonth()
                ? 1
                : 1 - line.stillToCome(month).toDouble();
    }

    private static double madeOfOrders(ProductLine line, LeadYields yields, int month) {
        double made = 0;
        double before = 0;
        for (int of = 0; of <= month; of++) {
            double through = brought(line, of);
            made += (through - before) * yields.partThrough(of, month);
            before = through;
        }
        return made;
    }

    private static Fraction exactlyMade(ProductLine line, int month, Fraction before) {
        LeadYields yields = line.yields();
        if (line.orders() != null && yields != null) {
            Fraction made = Fraction.ZERO;
            for (int of = 0; of <= month; of++) {
                Fraction brought =
                        exactlyBrought(line, of).minus(of == 0 ? Fraction.ZERO : exactlyBrought(line, of - 1));
                made = made.plus(brought.times(yields.exactPartThrough(of, month)));
            }
            return made;
        }
        if (line.pins().deals(month) != ProductPins.FREE) {
            return before;
        }
        return month == line.pins().lastFreeMonth()
                ? Fraction.ONE
                : Fraction.ONE.minus(LeftOver.fraction(line.stillToCome(month)));
    }

    /** Why a further deal brings the goal no nearer. */
    Obstacle loss() {
        return measure == FinancialGoal.Measure.CUSTOMERS
                ? new Obstacle.CustomersLeave(
                        growing.stream().map(line -> line.product().name()).toList())
                : losesMoney();
    }

    private Obstacle.LosesMoney losesMoney() {
        int digits = business.minorUnitDigits();
        ProductLine worst = Collections.min(
                growing,
                Comparator.comparing((ProductLine line) ->
                                share(line).times(contribution(line).minus(exactLeadCost(line))))
                        .thenComparing(line -> line.product().name()));
        return new Obstacle.LosesMoney(
                amount(ofMix(this::contribution).dividedBy(shares()), digits, RoundingMode.FLOOR),
                amount(ofMix(this::exactLeadCost).dividedBy(shares()), digits, RoundingMode.CEILING),
                worst.product().name(),
                dearestChannel(worst));
    }

    private BigDecimal amount(Fraction scaled, int digits, RoundingMode rounding) {
        BigDecimal numerator = business.prices().amount(scaled.numerator());
        return Amounts.plain(numerator.divide(new BigDecimal(scaled.denominator()), digits, rounding));
    }

    /** Of a hundred deals asked for, those of pinned products are not made. */
    private Fraction shares() {
        return sum(growing.stream().map(this::share));
    }

    private static Fraction sum(Stream<Fraction> parts) {
        return parts.reduce(Fraction.ZERO, Fraction::plus);
    }

    private Fraction share(ProductLine line) {
        return LeftOver.fraction(business.share(line));
    }

    private Fraction ofMix(Function<ProductLine, Fraction> perDeal) {
        return sum(growing.stream().map(line -> share(line).times(perDeal.apply(line))));
    }

    private Fraction contribution(ProductLine line) {
        Fraction[] ofDeals = worth.exactOfDeals(line);
        Fraction before = Fraction.ZERO;
        Fraction adds = Fraction.ZERO;
        for (int month = line.firstDue(); month < line.months(); month++) {
            Fraction through = exactlyMade(line, month, before);
            adds = adds.plus(through.minus(before).times(ofDeals[month]));
            before = through;
        }
        return adds;
    }

    private Fraction exactLeadCost(ProductLine line) {
        return measure == FinancialGoal.Measure.PROFIT
                ? overStretches(line, month -> costOfLeads(line, month))
                : Fraction.ZERO;
    }

    /** What a lead brought in each stretch costs, by the part of the leads for a further deal that is brought in it. */
    private Fraction overStretches(ProductLine line, IntFunction<Fraction> costIn) {
        Fraction before = Fraction.ZERO;
        Fraction costs = Fraction.ZERO;
        for (PlanStretch stretch : business.stretchesOfLeads(line)) {
            Fraction through = exactlyBrought(line, stretch.to());
            costs = costs.plus(through.minus(before).times(costIn.apply(stretch.from())));
            before = through;
        }
        return costs;
    }

    private @Nullable String dearestChannel(ProductLine line) {
        if (exactLeadCost(line).signum() == 0) {
            return null;
        }
        int dearest = IntStream.range(0, line.channels())
                .filter(line::takesShare)
                .boxed()
                .max(Comparator.comparing((Integer c) -> overStretches(line, month -> costOfDeal(line, c, month)))
                        .thenComparing(c -> name(line, c), Comparator.reverseOrder()))
                .orElseThrow();
        return name(line, dearest);
    }

    private String name(ProductLine line, int c) {
        return business.constants().channels().get(line.channelIndex()[c]).name();
    }

    /** What the visits for a deal cost in a month where all its leads come over one channel. */
    private Fraction costOfDeal(ProductLine line, int c, int month) {
        return costOfLead(line, c, month).dividedBy(line.funnel(month).worth(c));
    }

    private Fraction costOfLead(ProductLine line, int c, int month) {
        return Fraction.of(business.prices().perVisit(line.channelIndex()[c], month), 1)
                .dividedBy(LeftOver.fraction(line.leadRate(c, month).toRatio()));
    }

    /** What the visits for the leads of a deal cost in a month over the channel mix, exactly. */
    private Fraction costOfLeads(ProductLine line, int month) {
        Fraction perLead = Fraction.ZERO;
        Fraction perDeal = Fraction.ZERO;
        Funnel funnel = line.funnel(month);
        for (int c = 0; c < line.channels(); c++) {
            Fraction share = LeftOver.fraction(funnel.share(c));
            perDeal = perDeal.plus(share.times(funnel.worth(c)));
            perLead = perLead.plus(share.times(costOfLead(line, c, month)));
        }
        return perLead.dividedBy(perDeal);
    }

    /** The part of the leads for a further deal that is brought through a month; above 1 where deals after the horizon follow. */
    private static Fraction exactlyBrought(ProductLine line, int month) {
        CycleOrders orders = line.orders();
        if (orders != null) {
            return orders.part(month).plus(orders.partAfter(month));
        }
        int last = line.months() - 1;
        int due = month + line.cycle();
        if (due <= last) {
            return exactlyMadeThrough(line, due);
        }
        Ratio after = line.edges().goesOn() ? line.edges().onwards()[due - last - 1] : Ratio.ZERO;
        return exactlyMadeThrough(line, last).plus(LeftOver.fraction(after));
    }

    private static double brought(ProductLine line, int month) {
        CycleOrders orders = line.orders();
        if (orders != null) {
            return orders.roughPart(month) + orders.roughPartAfter(month);
        }
        int last = line.months() - 1;
        int due = month + line.cycle();
        if (due > last) {
            return 1
                    + (line.edges().goesOn()
                            ? line.edges().onwards()[due - last - 1].toDouble()
                            : 0);
        }
        double made = 0;
        for (int each = line.cycle(); each <= due; each++) {
            made = made(line, each, made);
        }
        return made;
    }

    private static Fraction exactlyMadeThrough(ProductLine line, int month) {
        Fraction made = Fraction.ZERO;
        for (int each = line.cycle(); each <= month; each++) {
            made = exactlyMade(line, each, made);
        }
        return made;
    }

    private double leadCost(ProductLine line) {
        double[] perDeal = leadCosts.computeIfAbsent(line.funnel(), funnel -> costsOfLeads(line));
        double before = 0;
        double costs = 0;
        List<PlanStretch> stretches = business.stretchesOfLeads(line);
        for (int i = 0; i < perDeal.length; i++) {
            double through = brought(line, stretches.get(i).to());
            costs += (through - before) * perDeal[i];
            before = through;
        }
        return costs;
    }

    /** What the visits for the leads of a deal cost, stretch by stretch. */
    private double[] costsOfLeads(ProductLine line) {
        return business.stretchesOfLeads(line).stream()
                .mapToDouble(stretch -> worth.costOfLeads(line, stretch.from()))
                .toArray();
    }
}
