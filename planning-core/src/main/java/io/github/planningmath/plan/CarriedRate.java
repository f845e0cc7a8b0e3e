package io.github.planningmath.plan;

import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A rate on a cumulative count, with the fraction that the count before it left over: {@code floor(carried + count *
 * rate)} and its inverse. Every stage of the plan that rounds goes through here, and only here.
 */
record CarriedRate(Rate rate, @Nullable Ratio carried) {

    long yieldOf(long count) {
        return carried == null ? rate.yieldOf(count) : PlanOverflow.count(parts(count)[0], "leads");
    }

    /** The least count whose yield is the result; 0 where what was carried suffices. */
    long needFor(long result) {
        if (carried == null) {
            return rate.needFor(result);
        }
        if (result == 0) {
            return 0;
        }
        // ceil((result - p/q) * d / n), the carried fraction being below 1
        BigInteger missing =
                whole(result).multiply(whole(carried.denominator())).subtract(whole(carried.numerator()));
        BigInteger[] need = missing.multiply(whole(rate.denominator()))
                .divideAndRemainder(whole(rate.numerator()).multiply(whole(carried.denominator())));
        BigInteger rounded = need[1].signum() > 0 ? need[0].add(BigInteger.ONE) : need[0];
        return PlanOverflow.count(rounded, "traffic");
    }

    /** What cells laid out {@code [month * rates + rate]} yield. */
    static long[] yields(CarriedRate[] rates, long[] counts) {
        long[] yields = new long[counts.length];
        for (int c = 0; c < rates.length; c++) {
            CarriedRate rate = rates[c];
            for (int cell = c; cell < counts.length; cell += rates.length) {
                yields[cell] = rate.yieldOf(counts[cell]);
            }
        }
        return yields;
    }

    /** What cells laid out {@code [month * rates + rate]} need. */
    static long[] needs(CarriedRate[] rates, long[] results) {
        long[] needs = new long[results.length];
        for (int c = 0; c < rates.length; c++) {
            CarriedRate rate = rates[c];
            for (int cell = c; cell < results.length; cell += rates.length) {
                needs[cell] = rate.needFor(results[cell]);
            }
        }
        return needs;
    }

    /** What rounding down the yield of the count leaves over; absent where nothing is. */
    @Nullable
    Ratio remainder(long count) {
        BigInteger[] parts = parts(count);
        if (parts[1].signum() == 0) {
            return null;
        }
        BigInteger common = parts[1].gcd(parts[2]);
        return Ratio.of(
                PlanOverflow.count(parts[1].divide(common), "remainders"),
                PlanOverflow.count(parts[2].divide(common), "remainders"));
    }

    private BigInteger[] parts(long count) {
        BigInteger numerator = whole(count).multiply(whole(rate.numerator()));
        BigInteger denominator = whole(rate.denominator());
        if (carried != null) {
            numerator = numerator
                    .multiply(whole(carried.denominator()))
                    .add(whole(carried.numerator()).multiply(denominator));
            denominator = denominator.multiply(whole(carried.denominator()));
        }
        BigInteger[] quotient = numerator.divideAndRemainder(denominator);
        return new BigInteger[] {quotient[0], quotient[1], denominator};
    }

    private static BigInteger whole(long value) {
        return BigInteger.valueOf(value);
    }
}
