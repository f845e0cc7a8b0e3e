package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The deals of a product whose leads bring the same in every month. A cumulative count is rounded down once, with the open
 * pipeline and the fraction left over before; where the fraction itself has to be rounded ({@link LeftOver}), month by month,
 * so that the state after a month is all that the next one depends on.
 */
final class CumulativeDealCourse extends DealCourse {

    private final ProductLine line;
    private final CumulativeCounts leads;
    private final DealParts.Sum sum;
    private final boolean exact;
    private final ExpectedDeals expected;

    /** Where the fraction is rounded: through which month that is done, and the deals and the fraction it started with. */
    private int settled;

    private final long[] dealsBefore;
    private final @Nullable Ratio[] leftBefore;

    /** The leads may still grow, but not those that fall due by a month once its deals have been asked for. */
    CumulativeDealCourse(ProductLine line, CumulativeCounts leads) {
        this.line = line;
        this.leads = leads;
        sum = line.funnel().dealParts().sum();
        exact = line.pipeline().staysExact();
        int months = line.pipeline().months();
        expected =
                exact ? line.pipeline().expected() : line.funnel().dealParts().expectedDeals(months);
        dealsBefore = new long[exact ? 0 : months];
        leftBefore = new Ratio[exact ? 0 : months];
        if (!exact) {
            leftBefore[0] = line.pipeline().carried();
            noteExpected(0);
        }
    }

    @Override
    long through(int month) {
        return line.funnel().deals(leads, month - line.cycle(), expected(month), month, sum);
    }

    @Override
    ExpectedDeals expected(int month) {
        while (!exact && settled < month) {
            settle(settled + 1);
        }
        return expected;
    }

    @Override
    Fraction exactlyExpected(int month) {
        expected(month);
        if (exact) {
            return LeftOver.fraction(line.pipeline().carried()).plus(deals(partsOfPipeline(month)));
        }
        BigInteger since = partsOfPipeline(month)
                .subtract(month == 0 ? BigInteger.ZERO : partsOfPipeline(month - 1))
                .subtract(partsOfLeads(month - 1));
        return LeftOver.fraction(leftBefore[month])
                .plus(Fraction.of(dealsBefore[month], 1))
                .plus(deals(since));
    }

    @Override
    Fraction exactly(int month) {
        return exactlyExpected(month).plus(deals(partsOfLeads(month)));
    }

    private void settle(int month) {
        dealsBefore[month] = line.funnel().deals(leads, month - 1 - line.cycle(), expected, month - 1, sum);
        leftBefore[month] = leftOver(month - 1);
        settled = month;
        noteExpected(month);
    }

    private void noteExpected(int month) {
        sum.clear();
        sum.addParts(exactlyExpectedParts(month));
        sum.noteAs(expected, month);
    }

    private BigInteger exactlyExpectedParts(int month) {
        return exactlyExpected(month)
                .times(Fraction.of(line.funnel().dealParts().denominator()))
                .floor();
    }

    private BigInteger partsOfPipeline(int month) {
        return parts(line.pipeline().leads(), month);
    }

    private BigInteger partsOfLeads(int month) {
        return parts(leads, month - line.cycle());
    }

    private BigInteger parts(CumulativeCounts counts, int month) {
        BigInteger parts = BigInteger.ZERO;
        for (int c = 0; c < line.channels(); c++) {
            parts = parts.add(
                    line.funnel().dealParts().ofLead(c).multiply(BigInteger.valueOf(counts.through(month, c))));
        }
        return parts;
    }

    private Fraction deals(BigInteger parts) {
        return new Fraction(parts, line.funnel().dealParts().denominator());
    }
}
