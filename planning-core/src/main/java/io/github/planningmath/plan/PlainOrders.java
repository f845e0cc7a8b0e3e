package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ProductRun} asks of leads where the lack of the pipeline is spread, in longs and at once: for a product without
 * pins whose pipeline has all its deals before leads can make any, or after the horizon, and left nothing over. In parts
 * of a deal, rounded up.
 */
final class PlainOrders {

    private final ProductLine line;
    private final long denominator;
    private final long beforeReach;

    private PlainOrders(ProductLine line, long denominator, long beforeReach) {
        this.line = line;
        this.denominator = denominator;
        this.beforeReach = beforeReach;
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
                && expected.isSame(line.months() - 1, Math.min(line.cycle(), line.months()) - 1);
        if (!isPlain) {
            return null;
        }
        long parts = denominator.longValueExact();
        int last = line.months() - 1;
        long before = PlanOverflow.product(expected.wholes(last), parts, "deals") + expected.narrowParts(last);
        return new PlainOrders(line, parts, before);
    }

    /** Through a month of the horizon in which deals are made. */
    long within(long deals, int due) {
        Ratio open = line.edges().open()[due];
        return timesOver(left(deals), open.denominator() - open.numerator(), open.denominator());
    }

    /** Through a month after the horizon. */
    long after(long deals, int due) {
        Ratio onwards = line.edges().onwards()[due - line.months()];
        long ofPlan = timesOver(parts(deals), onwards.numerator(), onwards.denominator());
        return PlanOverflow.sum(left(deals), Math.max(0, ofPlan - later(due)), "deals");
    }

    /** Through any month after the first that leads reach. */
    long through(long deals, int due) {
        return due < line.months() ? within(deals, due) : after(deals, due);
    }

    /** The most that leads brought through a month are asked for. */
    long most(long deals, int brought) {
        int months = line.months();
        int last = Math.min(months - 1, brought + line.cycle());
        long most = line.cycle() < months ? within(deals, last) : 0;
        // what the pipeline makes after the horizon may come later than what is due
        for (int due = Math.max(months, line.cycle()); line.edges().goesOn() && due <= brought + line.cycle(); due++) {
            most = Math.max(most, after(deals, due));
        }
        return most;
    }

    /** Whole deals that are made through a month at least. */
    long wholeDeals(long deals, int due) {
        return Math.floorDiv(PlanOverflow.sum(beforeReach, within(deals, due), "deals"), denominator);
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

    private long later(int due) {
        ExpectedDeals expected = line.pipeline().expected();
        return PlanOverflow.product(expected.wholes(due), denominator, "deals")
                + expected.narrowParts(due)
                - beforeReach;
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
