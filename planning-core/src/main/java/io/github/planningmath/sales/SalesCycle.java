package io.github.planningmath.sales;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Ratio;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When leads become deals: the shares of the deals of a month's leads by age, in calendar months from the month of the leads to
 * that of the deals. In documents it is a number of months, or a list of shares.
 *
 * @param shares by age from 0, each at least 0, the last above 0; they sum to 1, and their common denominator is at most 10^9
 */
public record SalesCycle(List<Ratio> shares) {

    private static final int LONGEST = 120;
    private static final BigInteger MOST_PARTS = BigInteger.TEN.pow(9);

    public SalesCycle {
        shares = Required.list(shares, "SalesCycle.shares");
        if (shares.isEmpty() || shares.size() > LONGEST + 1) {
            throw new IllegalArgumentException(
                    "SalesCycle.shares must be of 1 to " + (LONGEST + 1) + " ages, but were " + shares.size() + ".");
        }
        Fraction sum = shares.stream().map(SalesCycle::fraction).reduce(Fraction.ZERO, Fraction::plus);
        BigInteger parts = commonDenominator(shares);
        if (sum.compareTo(1) != 0) {
            throw new IllegalArgumentException(
                    "SalesCycle.shares must sum to 100%, but " + shares + " summed to " + sum.percentText() + ".");
        }
        if (parts.compareTo(MOST_PARTS) > 0) {
            throw new IllegalArgumentException("SalesCycle.shares must have a common denominator of at most "
                    + MOST_PARTS + ", but it was " + parts
                    + ". Perhaps the shares are to be rounded to nine decimals, the last one to what is left.");
        }
        if (shares.get(shares.size() - 1).numerator() == 0) {
            throw new IllegalArgumentException("SalesCycle.shares must end with one above 0, but were " + shares + ".");
        }
    }

    /**
     * Deals that are made all of them so many months after their leads.
     *
     * @param months whole months from lead to deal, from 0 to 120
     * @return the cycle
     * @throws IllegalArgumentException if the months are outside of their range
     */
    @DocumentForm.Read
    public static SalesCycle months(Integer months) {
        Required.between(months, 0, LONGEST, "SalesCycle.months");
        List<Ratio> shares = new ArrayList<>();
        for (int age = 0; age < months; age++) {
            shares.add(Ratio.ZERO);
        }
        shares.add(Ratio.ONE);
        return new SalesCycle(shares);
    }

    /**
     * Deals that come over months.
     *
     * @param shares of the deals by age from 0, such as "40%", "35%", "15%", "10%"
     * @return the cycle
     * @throws IllegalArgumentException if the shares do not sum to 1
     */
    public static SalesCycle of(String... shares) {
        return new SalesCycle(Arrays.stream(shares).map(Ratio::of).toList());
    }

    @DocumentForm.Read
    static SalesCycle ofList(List<Ratio> shares) {
        return new SalesCycle(shares);
    }

    /** A number of months where all deals are made at one age. */
    @DocumentForm.Written
    Object document() {
        return spreads() ? shares : (Object) lastAge();
    }

    /**
     * Returns the age at which the last deals are made.
     *
     * @return months from lead to deal, from 0 to 120
     */
    public int lastAge() {
        return shares.size() - 1;
    }

    /**
     * Tells whether deals of a month's leads are made in several months.
     *
     * @return false where all are made at one age
     */
    public boolean spreads() {
        return !shares.get(lastAge()).equals(Ratio.ONE);
    }

    /**
     * Returns the share of the deals that is made at an age.
     *
     * @param age months after the leads
     * @return from 0 to 1; 0 where the cycle has no such age
     */
    public Ratio share(long age) {
        return age < 0 || age > lastAge() ? Ratio.ZERO : shares.get((int) age);
    }

    /**
     * Returns the share of the deals that is made at an age or later.
     *
     * @param age months after the leads
     * @return from 0 to 1
     */
    public Ratio from(long age) {
        Ratio sum = Ratio.ZERO;
        for (long each = Math.max(0, age); each < shares.size(); each++) {
            sum = sum.plus(share(each));
        }
        return sum;
    }

    /**
     * This wait and another one after it: {@code share(a) = sum of share(b) * next.share(a - b)}. Where the common denominator would
     * exceed 10^9, the shares up to each age are rounded down to nine decimals.
     *
     * @param next the wait that follows
     * @return both in a row
     * @throws IllegalArgumentException if they take more than 120 months together
     */
    public SalesCycle then(SalesCycle next) {
        int last = lastAge() + next.lastAge();
        if (last > LONGEST) {
            throw new IllegalArgumentException(
                    "SalesCycle.then must end within " + LONGEST + " months, but the waits ended after " + last + ".");
        }
        long[] parts = parts();
        long[] further = next.parts();
        long all = sum(parts) * sum(further);
        long[] joined = new long[last + 1];
        for (int age = 0; age < parts.length; age++) {
            for (int more = 0; more < further.length; more++) {
                joined[age + more] += parts[age] * further[more];
            }
        }
        long divisor = Arrays.stream(joined).reduce(all, Fraction::gcd);
        return all / divisor > MOST_PARTS.longValue()
                ? ofParts(rounded(joined, all), MOST_PARTS.longValue())
                : ofParts(joined, all);
    }

    /** The shares in parts of their common denominator, which is at most 10^9. */
    private long[] parts() {
        long all = commonDenominator(shares).longValueExact();
        return shares.stream()
                .mapToLong(share -> share.numerator() * (all / share.denominator()))
                .toArray();
    }

    private static long sum(long[] parts) {
        return Arrays.stream(parts).sum();
    }

    private static SalesCycle ofParts(long[] parts, long all) {
        return new SalesCycle(
                Arrays.stream(parts).mapToObj(part -> Ratio.of(part, all)).toList());
    }

    private static BigInteger commonDenominator(List<Ratio> shares) {
        BigInteger common = BigInteger.ONE;
        for (Ratio share : shares) {
            BigInteger denominator = BigInteger.valueOf(share.denominator());
            common = common.divide(common.gcd(denominator)).multiply(denominator);
        }
        return common;
    }

    /** Differences of the shares up to each age, which are rounded down to parts of 10^9; up to the last age it is all. */
    private static long[] rounded(long[] parts, long all) {
        long[] rounded = new long[parts.length];
        long sum = 0;
        long before = 0;
        for (int age = 0; age < parts.length; age++) {
            sum += parts[age];
            long through = Fraction.floor(BigInteger.valueOf(sum).multiply(MOST_PARTS), BigInteger.valueOf(all))
                    .longValueExact();
            rounded[age] = through - before;
            before = through;
        }
        return rounded;
    }

    private static Fraction fraction(Ratio ratio) {
        return Fraction.of(ratio.numerator(), ratio.denominator());
    }

    @Override
    public String toString() {
        return spreads() ? shares.toString() : String.valueOf(lastAge());
    }
}
