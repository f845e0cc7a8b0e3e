package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The deals of a product whose leads do not bring the same in every month: month by month, each at the conversion of its own, and
 * rounded down with the fraction that the month before left over.
 */
final class MonthlyDealCourse extends DealCourse {

    private final ProductLine line;
    private final LeadYields yields;
    private final CumulativeCounts leads;

    /** Where what is expected at a stage is rounded: then deals come of what the state keeps of it. */
    private final @Nullable StageFlow flow;

    /** Through which month deals are known; the arrays go on a sales cycle after the horizon. */
    private int settled = -1;

    private final long[] through;
    private final Fraction[] inMonth;
    private final @Nullable Ratio[] left;

    /** By month of the leads: the deals of all of them so far; through which month that is known. */
    private final Fraction[] worth;

    private int valued = -1;

    MonthlyDealCourse(ProductLine line, LeadYields yields, CumulativeCounts leads) {
        this.line = line;
        this.yields = yields;
        this.leads = leads;
        OpenStages stages = line.stages();
        flow = stages == null || stages.staysExact() ? null : stages.flow(line.cohorts(), line.channels(), leads);
        int months = line.pipeline().months();
        through = new long[months];
        inMonth = new Fraction[months];
        left = new Ratio[months];
        worth = new Fraction[line.months()];
    }

    /** Whether leads of every month bring the same. */
    boolean isSteady() {
        return yields.isSteady();
    }

    @Override
    long through(int month) {
        settle(month);
        return through[month];
    }

    @Override
    ExpectedDeals expected(int month) {
        throw new IllegalStateException(line.product().name());
    }

    @Override
    Fraction exactlyExpected(int month) {
        if (yields.spreads()) {
            return exactly(month).minus(ofLeadsThrough(month));
        }
        return expectedIn(month).plus(Fraction.of(before(month), 1)).minus(worthThrough(month - 1 - line.cycle()));
    }

    @Override
    Fraction exactly(int month) {
        settle(month);
        return inMonth[month].plus(Fraction.of(before(month), 1));
    }

    private long before(int month) {
        return month == 0 ? 0 : through(month - 1);
    }

    /** What the pipeline brings in a month, with what the month before left over. */
    private Fraction expectedIn(int month) {
        settle(month - 1);
        Fraction ofPipeline = line.pipeline().inMonth(month);
        return month == 0 ? ofPipeline : ofPipeline.plus(LeftOver.fraction(left[month - 1]));
    }

    /** The deals that leads brought through a month bring in all. */
    Fraction worthThrough(int month) {
        int last = Math.min(month, line.months() - 1);
        while (valued < last) {
            valued++;
            Fraction before = valued == 0 ? Fraction.ZERO : worth[valued - 1];
            worth[valued] = before.plus(worthOfLeads(valued));
        }
        return last < 0 ? Fraction.ZERO : worth[last];
    }

    /** The deals of the plan's own leads through a month. */
    private Fraction ofLeadsThrough(int month) {
        Fraction sum = Fraction.ZERO;
        for (int each = 0; each <= month; each++) {
            sum = sum.plus(yields.dealsIn(each, leads));
        }
        return sum;
    }

    /** The deals that the leads of a month bring in all. */
    private Fraction worthOfLeads(int month) {
        return worth(yields.funnel(month).dealParts(), channel -> leads.in(month, channel));
    }

    /** What so many leads are worth over each channel. */
    private Fraction worth(DealParts parts, IntToLongFunction count) {
        if (parts.isUniform()) {
            long all = 0;
            for (int c = 0; c < line.channels(); c++) {
                all = PlanOverflow.sum(all, count.applyAsLong(c), "leads");
            }
            return new Fraction(parts.ofLead(0).multiply(BigInteger.valueOf(all)), parts.denominator());
        }
        BigInteger sum = BigInteger.ZERO;
        for (int c = 0; c < line.channels(); c++) {
            long ofChannel = count.applyAsLong(c);
            if (ofChannel != 0) {
                sum = sum.add(parts.ofLead(c).multiply(BigInteger.valueOf(ofChannel)));
            }
        }
        return new Fraction(sum, parts.denominator());
    }

    /** What leads brought before a month bring beyond what they would if each were worth what those of the month are. */
    Fraction worthBeyond(int month) {
        if (yields.isSteady()) {
            return Fraction.ZERO;
        }
        DealParts parts = yields.funnel(month).dealParts();
        return worthThrough(month - 1).minus(worth(parts, channel -> leads.before(month, channel)));
    }

    private Fraction dealsOfFlow(StageFlow flow, int month) {
        Ratio before = month == 0 ? line.pipeline().carried() : left[month - 1];
        return LeftOver.fraction(before)
                .plus(line.pipeline().datedIn(month, yields))
                .plus(flow.dealsIn(month));
    }

    private void settle(int month) {
        while (settled < month) {
            int next = settled + 1;
            inMonth[next] = flow == null ? expectedIn(next).plus(yields.dealsIn(next, leads)) : dealsOfFlow(flow, next);
            through[next] = PlanOverflow.sum(
                    next == 0 ? 0 : through[next - 1], PlanOverflow.count(inMonth[next].floor(), "deals"), "deals");
            left[next] = LeftOver.of(inMonth[next]);
            settled = next;
        }
    }
}
