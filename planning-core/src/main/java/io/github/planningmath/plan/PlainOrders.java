package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ProductRun} asks of leads where the lack of the pipeline is spread, in longs and at once: for a product without
 * pins that has left nothing over. In parts of a deal, rounded up.
 */
final class PlainOrders {

    private final ProductLine line;
    private final long denominator;
    private final long beforeReach;

    /** Whether the pipeline has all its deals before leads can make any, or after the horizon: then no month asks less than one before. */
    private final boolean isEarly;

    private PlainOrders(ProductLine line, long denominator, boolean isEarly) {
        this.line = line;
        this.denominator = denominator;
        this.isEarly = isEarly;
        int before = Math.min(line.cycle(), line.months()) - 1;
        beforeReach = before < 0 ? 0 : partsOfPipeline(before);
    }

    /** Those of a product, if its are plain. */
    static @Nullable PlainOrders of(ProductLine line) {
        ExpectedDeals expected = line.pipeline().expected();
        BigInteger denominator = line.funnel().dealParts().denominator();
        boolean isPlain = line.edges().spread()
                && !line.pins().hasDeals()
                && !line.pins().hasLeads()
                && line.pipeline().staysExact()
                && line.pipeline().carried() == null
                && denominator.bitLength() < Long.SIZE / 2
                && BigInteger.valueOf(expected.wholes(expected.months() - 1)).bitLength() + denominator.bitLength()
                        < Long.SIZE - 1;
        return isPlain
                ? new PlainOrders(
                        line,
                        denominator.longValueExact(),
                        expected.isSame(line.months() - 1, Math.min(line.cycle(), line.months()) - 1))
                : null;
    }

    private long partsOfPipeline(int month) {
        ExpectedDeals expected = line.pipeline().expected();
        return PlanOverflow.product(expected.wholes(month), denominator, "deals") + expected.narrowParts(month);
    }

    /** Through a month of the horizon in which deals are made. */
    long within(long deals, int due) {
        Ratio open = line.edges().open()[due];
        long ofLine = timesOver(left(deals), open.denominator() - open.numerator(), open.denominator());
        return isEarly ? ofLine : Math.max(0, ofLine - later(due));
    }

    /** The most that any month of the horizon until then asks for. */
    long mostWithin(long deals, int due) {
        if (isEarly) {
            return line.cycle() > due ? 0 : within(deals, due);
        }
        long most = 0;
        for (int each = line.cycle(); each <= due; each++) {
            most = Math.max(most, within(deals, each));
        }
        return most;
    }

    /** Through a month after the horizon: on top of the most that was asked for within it. */
    long after(long deals, int due) {
        int last = line.months() - 1;
        long within = mostWithin(deals, last);
        Ratio onwards = line.edges().onwards()[due - line.months()];
        long ofPlan = timesOver(parts(deals), onwards.numerator(), onwards.denominator());
        long ofLeads = Math.max(0, ofPlan - (later(due) - later(last)));
        boolean isWhole = isEarly || within == 0 || within == within(deals, last) || ofLeads == 0;
        return isWhole ? PlanOverflow.sum(within, ofLeads, "deals") : roundedOnce(deals, due, within, onwards);
    }

    /** Where the month that asks for the most does so in fractions of a part, these and those after the horizon are rounded up once. */
    private long roundedOnce(long deals, int due, long within, Ratio onwards) {
        int last = line.months() - 1;
        Fraction most = Fraction.ZERO;
        for (int each = line.cycle(); each <= last; each++) {
            if (within(deals, each) == within) {
                Fraction exact = Fraction.of(left(deals), 1)
                        .times(LeftOver.fraction(line.edges().open()[each].complement()))
                        .minus(Fraction.of(later(each), 1));
                most = exact.compareTo(most) > 0 ? exact : most;
            }
        }
        Fraction ofLeads = Fraction.of(parts(deals), 1)
                .times(LeftOver.fraction(onwards))
                .minus(Fraction.of(later(due) - later(last), 1));
        return PlanOverflow.count(most.plus(ofLeads).ceiling(), "deals");
    }

    /** Through any month after the first that leads reach. */
    long through(long deals, int due) {
        return due < line.months() ? within(deals, due) : after(deals, due);
    }

    /** The most that leads brought through a month are asked for. */
    long most(long deals, int brought) {
        int months = line.months();
        long most = mostWithin(deals, Math.min(months - 1, brought + line.cycle()));
        // what the pipeline makes after the horizon may come later than what is due
        for (int due = Math.max(months, line.cycle()); line.edges().goesOn() && due <= brought + line.cycle(); due++) {
            most = Math.max(most, after(deals, due));
        }
        return most;
    }

    /** Whole deals that are made through a month at least, leads having been asked for so many parts until then. */
    long wholeDeals(long asked, int due) {
        return Math.floorDiv(PlanOverflow.sum(partsOfPipeline(due), asked, "deals"), denominator);
    }

    /** Whether the last month asks for as much as any: what is made through it is no more than what is wanted. */
    boolean endsWithMost(long deals, long asked) {
        return asked == 0 || asked == within(deals, line.months() - 1);
    }

    /** So many parts in deals, as a statistic. */
    double deals(long parts) {
        return (double) parts / denominator;
    }

    /** Notes that so many parts are asked for: less than nothing is expected. */
    void note(ExpectedDeals asked, int month, long parts) {
        asked.note(month, Math.floorDiv(-parts, denominator), Math.floorMod(-parts, denominator));
    }

    private long parts(long deals) {
        return PlanOverflow.product(deals, denominator, "deals");
    }

    private long left(long deals) {
        return Math.max(0, parts(deals) - beforeReach);
    }

    /** What the pipeline makes through a month after those that no lead can reach. */
    private long later(int due) {
        return partsOfPipeline(due) - beforeReach;
    }

    /** {@code ceil(count * numerator / denominator)}. */
    private static long timesOver(long count, long numerator, long denominator) {
        long product = count * numerator;
        if (Math.multiplyHigh(count, numerator) == 0 && product >= 0) {
            return -Math.floorDiv(-product, denominator);
        }
        BigInteger exact = BigInteger.valueOf(count).multiply(BigInteger.valueOf(numerator));
        return PlanOverflow.count(
                Fraction.floor(exact.negate(), BigInteger.valueOf(denominator)).negate(), "deals");
    }
}
