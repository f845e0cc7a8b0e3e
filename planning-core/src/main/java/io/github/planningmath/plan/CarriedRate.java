package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A rate on a cumulative count, with the fraction that the count before it left over: {@code floor(carried + sum of count *
 * rate)}, each month's count at the rate of the month, and its inverse. Every stage of the plan that rounds contacts and leads
 * goes through here, and only here.
 *
 * <p>Where the rate changes, or the fraction itself has to be rounded ({@link LeftOver}), the count is made month by month, so
 * that the state after a month is all that the next one depends on.
 */
final class CarriedRate {

    private final ByMonth<Rate> rates;
    private final @Nullable Ratio carried;

    /** Whether the fraction is part of the state, and rounded where it is too fine for it. */
    private final boolean isState;

    /** The carried fraction in parts of the denominator, rounded down: of a sum that rounds off nothing. */
    private final long parts;

    private final boolean exact;

    /** Whether all that is ever left over is in parts of one long. */
    private final boolean narrow;

    private final long denominator;
    private final long[] numerators;

    private CarriedRate(ByMonth<Rate> rates, @Nullable Ratio carried, boolean isState) {
        this.rates = rates;
        this.carried = carried;
        this.isState = isState;
        Rate first = rates.in(0);
        BigInteger ofFirst = BigInteger.valueOf(first.denominator());
        exact = rates.isSteady() && (!isState || LeftOver.staysExact(ofFirst, carried));
        BigInteger common = rates.isSteady() ? ofFirst : commonDenominator();
        narrow = !rates.isSteady() && LeftOver.staysExact(common, carried);
        if (narrow && carried != null) {
            common = DealParts.leastCommonMultiple(common, BigInteger.valueOf(carried.denominator()));
        }
        denominator = rates.isSteady() || narrow ? common.longValueExact() : 1;
        numerators = new long[narrow ? rates.months() : 0];
        for (int month = 0; month < numerators.length; month++) {
            Rate rate = rates.in(month);
            numerators[month] = rate.numerator() * (denominator / rate.denominator());
        }
        parts = rates.isSteady() || narrow
                ? LeftOver.parts(carried, BigInteger.valueOf(denominator)).longValueExact()
                : 0;
    }

    private BigInteger commonDenominator() {
        BigInteger common = BigInteger.ONE;
        for (int month = 0; month < rates.months(); month++) {
            if (rates.since(month) == month) {
                common = DealParts.leastCommonMultiple(
                        common, BigInteger.valueOf(rates.in(month).denominator()));
            }
        }
        return common;
    }

    /** The rate of a count whose left over is part of the state. */
    static CarriedRate of(ByMonth<Rate> rates, @Nullable Ratio carried) {
        return new CarriedRate(rates, carried, true);
    }

    /** The rate of a count that is no state: nothing is ever rounded off its fraction. */
    static CarriedRate cumulative(ByMonth<Rate> rates, @Nullable Ratio carried) {
        return new CarriedRate(rates, carried, false);
    }

    /** The rate of a month. */
    Rate in(int month) {
        return rates.in(month);
    }

    /** The first of the months in a row, up to one, in which the rate is the same. */
    int since(int month) {
        return rates.since(month);
    }

    boolean isSteady() {
        return rates.isSteady();
    }

    /** The fraction that was left over before; absent where none was. */
    @Nullable
    Ratio carried() {
        return carried;
    }

    /** Whether nothing is ever rounded off what is left over. */
    boolean staysExact() {
        return exact || narrow;
    }

    private long yieldOf(long count) {
        Rate rate = rates.in(0);
        if (parts == 0) {
            return rate.yieldOf(count);
        }
        WideSum sum = new WideSum();
        sum.add(parts);
        sum.addProduct(count, rate.numerator());
        return sum.floorQuotient(rate.denominator());
    }

    /** The least count whose yield is the result, where a cumulative count tells it; 0 where what was carried suffices. */
    long needFor(long result) {
        return needFor(rates.in(0), result, parts);
    }

    private static long needFor(Rate rate, long result, long partsBefore) {
        return result <= 0 || partsBefore == 0
                ? rate.needFor(Math.max(0, result))
                : needFor(result, partsBefore, rate.denominator(), rate.numerator());
    }

    /** {@code ceil((result * denominator - parts) / numerator)}, the parts being fewer than the denominator. */
    private static long needFor(long result, long partsBefore, long denominator, long numerator) {
        WideSum missing = new WideSum();
        missing.add(partsBefore);
        missing.subtractProduct(result, denominator);
        return -missing.floorQuotient(numerator, "traffic");
    }

    /** What cumulative counts yield, each channel by its rate. */
    static CumulativeCounts yields(CarriedRate[] rates, CumulativeCounts counts) {
        CumulativeCounts yields = CumulativeCounts.of(counts.months(), counts.channels());
        for (int c = 0; c < rates.length; c++) {
            CarriedRate rate = rates[c];
            if (rate.exact) {
                for (int month = 0; month < counts.months(); month++) {
                    yields.set(month, c, rate.yieldOf(counts.through(month, c)));
                }
            } else {
                Course course = rate.course();
                for (int month = 0; month < counts.months(); month++) {
                    course.count(counts.in(month, c));
                    yields.set(month, c, course.whole);
                }
            }
        }
        return yields;
    }

    /** The least cumulative counts that yield cumulative results, each channel by its rate. */
    static CumulativeCounts needs(CarriedRate[] rates, CumulativeCounts results) {
        CumulativeCounts needs = CumulativeCounts.of(results.months(), results.channels());
        for (int c = 0; c < rates.length; c++) {
            CarriedRate rate = rates[c];
            if (rate.exact) {
                for (int month = 0; month < results.months(); month++) {
                    needs.set(month, c, rate.needFor(results.through(month, c)));
                }
            } else {
                Course course = rate.course();
                for (int month = 0; month < results.months(); month++) {
                    long need = course.needFor(results.through(month, c));
                    course.count(need);
                    needs.set(month, c, PlanOverflow.sum(needs.before(month, c), need, "traffic"));
                }
            }
        }
        return needs;
    }

    /**
     * The least counts of periods that yield cumulative results at their ends.
     *
     * @param results by period and channel
     * @param periods the last month of each, the rate being the same in all its months
     * @param needs where to note them, by period and channel
     */
    void needs(long[][] results, int channel, int[] periods, long[][] needs) {
        if (exact) {
            long before = 0;
            for (int period = 0; period < periods.length; period++) {
                long through = needFor(results[period][channel]);
                needs[period][channel] = through - before;
                before = through;
            }
            return;
        }
        Course course = course();
        for (int period = 0; period < periods.length; period++) {
            course.month = periods[period];
            needs[period][channel] = course.needFor(results[period][channel]);
            course.count(needs[period][channel]);
        }
    }

    /** What the results of a month need, all months before it having brought what they need. */
    long needIn(int month, CumulativeCounts results, int channel) {
        if (exact) {
            return needFor(results.through(month, channel)) - needFor(results.before(month, channel));
        }
        return courseBefore(month, results, channel).needFor(results.through(month, channel));
    }

    /** What a count yields in a month, all months before it having brought what their results need. */
    long yieldIn(int month, long count, CumulativeCounts results, int channel) {
        if (exact) {
            long before = needFor(results.before(month, channel));
            long through = yieldOf(PlanOverflow.sum(before, count, "traffic"));
            return Math.max(0, through - results.before(month, channel));
        }
        Course course = courseBefore(month, results, channel);
        course.count(count);
        return course.whole - results.before(month, channel);
    }

    private Course courseBefore(int month, CumulativeCounts results, int channel) {
        Course course = course();
        for (int earlier = 0; earlier < month; earlier++) {
            course.count(course.needFor(results.through(earlier, channel)));
        }
        return course;
    }

    private Course courseOf(int months, CumulativeCounts counts, int channel) {
        Course course = course();
        for (int month = 0; month < months; month++) {
            course.count(counts.in(month, channel));
        }
        return course;
    }

    /** What rounding down what counts yielded through a month leaves over; absent where nothing is. */
    @Nullable
    Ratio leftOver(CumulativeCounts counts, int channel, int month) {
        return exact
                ? LeftOver.of(
                        LeftOver.fraction(carried).plus(expectedOf(counts.through(month, channel), rates.in(month))))
                : LeftOver.of(courseOf(month + 1, counts, channel).left());
    }

    /**
     * What is to be added to the count of a month and those before it at the same rate, times the rate, before it is rounded
     * down: the fraction left over before them.
     */
    Fraction carriedInto(int month, CumulativeCounts counts, int channel) {
        if (exact) {
            return LeftOver.fraction(carried);
        }
        int since = rates.since(month);
        Course course = courseOf(since, counts, channel);
        long whole = course.whole;
        for (int each = since; each < month; each++) {
            course.count(counts.in(each, channel));
        }
        return course.left()
                .plus(Fraction.of(course.whole - whole, 1))
                .minus(
                        since == month
                                ? Fraction.ZERO
                                : expectedOf(counts.in(since, month - 1, channel), rates.in(month)));
    }

    private static Fraction expectedOf(long count, Rate rate) {
        return new Fraction(
                BigInteger.valueOf(count).multiply(BigInteger.valueOf(rate.numerator())),
                BigInteger.valueOf(rate.denominator()));
    }

    private Course course() {
        return narrow ? new CourseInParts() : new CourseInFractions();
    }

    /** A count month by month. */
    private abstract static class Course {

        int month;
        long whole;

        /** Counts what a month has more. */
        final void count(long more) {
            whole = PlanOverflow.sum(whole, taken(more), "leads");
            month++;
        }

        /** The whole ones that come of a month's count; what they leave over is kept. */
        abstract long taken(long more);

        /** The least count of the month with which the whole is the result. */
        abstract long needFor(long result);

        abstract Fraction left();
    }

    /** What is left over in parts of one denominator, which holds all of it. */
    private final class CourseInParts extends Course {

        private long left = parts;

        @Override
        long taken(long more) {
            long low = more * numerators[month] + left;
            if (Math.multiplyHigh(more, numerators[month]) == 0 && low >= 0 && more * numerators[month] >= 0) {
                left = low % denominator;
                return low / denominator;
            }
            WideSum sum = new WideSum();
            sum.add(left);
            sum.addProduct(more, numerators[month]);
            left = sum.floorRemainder(denominator);
            return sum.floorQuotient(denominator);
        }

        @Override
        long needFor(long result) {
            return result <= whole ? 0 : CarriedRate.needFor(result - whole, left, denominator, numerators[month]);
        }

        @Override
        Fraction left() {
            return Fraction.of(left, denominator);
        }
    }

    /** What is left over as a fraction, which the state rounds where it is too fine. */
    private final class CourseInFractions extends Course {

        private Fraction left = LeftOver.fraction(carried);

        @Override
        long taken(long more) {
            Fraction exactly = left.plus(expectedOf(more, rates.in(month)));
            left = isState ? LeftOver.fraction(LeftOver.of(exactly)) : exactly.leftOver();
            return PlanOverflow.count(exactly.floor(), "leads");
        }

        @Override
        long needFor(long result) {
            Rate rate = rates.in(month);
            if (result <= whole) {
                return 0;
            }
            Fraction missing = Fraction.of(result - whole, 1).minus(left);
            return PlanOverflow.count(missing.dividedBy(LeftOver.fraction(rate)).ceiling(), "traffic");
        }

        @Override
        Fraction left() {
            return left;
        }
    }
}
