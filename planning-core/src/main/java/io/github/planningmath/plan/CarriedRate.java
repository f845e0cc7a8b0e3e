package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A rate on a cumulative count, with the fraction that the count before it left over: {@code floor(carried + count *
 * rate)} and its inverse. Every stage of the plan that rounds contacts and leads goes through here, and only here.
 *
 * <p>Where the fraction itself has to be rounded ({@link LeftOver}), the count is made month by month, so that the state after
 * a month is all that the next one depends on.
 */
final class CarriedRate {

    private final Rate rate;
    private final @Nullable Ratio carried;

    /** The carried fraction in parts of the rate's denominator, rounded down: of a sum that rounds off nothing. */
    private final long parts;

    private final boolean exact;

    private CarriedRate(Rate rate, @Nullable Ratio carried, boolean exact) {
        this.rate = rate;
        this.carried = carried;
        parts = parts(carried);
        this.exact = exact;
    }

    /** The rate of a count whose left over is part of the state. */
    static CarriedRate of(Rate rate, @Nullable Ratio carried) {
        return new CarriedRate(rate, carried, LeftOver.staysExact(BigInteger.valueOf(rate.denominator()), carried));
    }

    /** The rate of a count that is rounded once, on its cumulative value. */
    static CarriedRate cumulative(Rate rate, @Nullable Ratio carried) {
        return new CarriedRate(rate, carried, true);
    }

    Rate rate() {
        return rate;
    }

    /** The fraction that was left over before; absent where none was. */
    @Nullable
    Ratio carried() {
        return carried;
    }

    /** Whether a cumulative count can be told without those before it. */
    boolean isExact() {
        return exact;
    }

    private long parts(@Nullable Ratio fraction) {
        return LeftOver.parts(fraction, BigInteger.valueOf(rate.denominator())).longValueExact();
    }

    private long yieldOf(long count, long partsBefore) {
        if (partsBefore == 0) {
            return rate.yieldOf(count);
        }
        WideSum sum = new WideSum();
        sum.add(partsBefore);
        sum.addProduct(count, rate.numerator());
        return sum.floorQuotient(rate.denominator());
    }

    private long needFor(long result, long partsBefore) {
        if (result <= 0 || partsBefore == 0) {
            return rate.needFor(Math.max(0, result));
        }
        // ceil((result * d - parts) / n), the parts being fewer than d
        WideSum missing = new WideSum();
        missing.add(partsBefore);
        missing.subtractProduct(result, rate.denominator());
        return -missing.floorQuotient(rate.numerator(), "traffic");
    }

    /** The least count whose yield is the result; 0 where what was carried suffices. */
    long needFor(long result) {
        return needFor(result, parts);
    }

    /** What cumulative counts yield, each channel by its rate. */
    static CumulativeCounts yields(CarriedRate[] rates, CumulativeCounts counts) {
        CumulativeCounts yields = CumulativeCounts.of(counts.months(), counts.channels());
        for (int c = 0; c < rates.length; c++) {
            CarriedRate rate = rates[c];
            if (rate.exact) {
                for (int month = 0; month < counts.months(); month++) {
                    yields.set(month, c, rate.yieldOf(counts.through(month, c), rate.parts));
                }
            } else {
                Course course = rate.new Course();
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
                    needs.set(month, c, rate.needFor(results.through(month, c), rate.parts));
                }
            } else {
                Course course = rate.new Course();
                for (int month = 0; month < results.months(); month++) {
                    long need = course.needFor(results.through(month, c));
                    course.count(need);
                    needs.set(month, c, PlanOverflow.sum(needs.before(month, c), need, "traffic"));
                }
            }
        }
        return needs;
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
            long through = yieldOf(PlanOverflow.sum(before, count, "traffic"), parts);
            return Math.max(0, through - results.before(month, channel));
        }
        Course course = courseBefore(month, results, channel);
        course.count(count);
        return course.whole - results.before(month, channel);
    }

    private Course courseBefore(int month, CumulativeCounts results, int channel) {
        Course course = new Course();
        for (int earlier = 0; earlier < month; earlier++) {
            course.count(course.needFor(results.through(earlier, channel)));
        }
        return course;
    }

    /** What rounding down what counts yielded through a month leaves over; absent where nothing is. */
    @Nullable
    Ratio leftOver(CumulativeCounts counts, int channel, int month) {
        return LeftOver.of(carriedInto(month, counts, channel)
                .plus(Fraction.of(BigInteger.valueOf(counts.through(month, channel)))
                        .times(Fraction.of(rate.numerator(), rate.denominator()))));
    }

    /** What a cumulative count through a month has to be added to before it is rounded down: the fraction carried. */
    Fraction carriedInto(int month, CumulativeCounts counts, int channel) {
        if (exact) {
            return LeftOver.fraction(carried);
        }
        Course course = new Course();
        for (int earlier = 0; earlier < month; earlier++) {
            course.count(counts.in(earlier, channel));
        }
        return LeftOver.fraction(course.left)
                .plus(Fraction.of(course.whole, 1))
                .minus(course.expectedOf(counts.before(month, channel)));
    }

    /** The months of a count whose fraction is rounded after each of them. */
    private final class Course {

        private @Nullable Ratio left = carried;
        private long whole;

        void count(long more) {
            Fraction exactly = LeftOver.fraction(left).plus(expectedOf(more));
            whole = PlanOverflow.sum(whole, PlanOverflow.count(exactly.floor(), "leads"), "leads");
            left = LeftOver.of(exactly);
        }

        Fraction expectedOf(long count) {
            return new Fraction(
                    BigInteger.valueOf(count).multiply(BigInteger.valueOf(rate.numerator())),
                    BigInteger.valueOf(rate.denominator()));
        }

        /** The least count more with which the whole is the result. */
        long needFor(long result) {
            return CarriedRate.this.needFor(result - whole, parts(left));
        }
    }
}
