package io.github.planningmath.quantity;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Splits totals into whole numbers by Webster's method (Sainte-Lagu&euml;), for many totals over the same parts.
 *
 * <p>The units of a total are handed out one by one, each to the part with the greatest claim
 * {@code weight / (2 * units so far + 1)}; of equal claims to the part whose name comes first in code-point order,
 * never to the one that stands first in a list. It comes to the same that each part gets
 * {@code round(lambda * weight)}, with the one {@code lambda} that makes them add up.
 *
 * <p>So the parts always add up, a greater total gives no part less (which the method of largest remainders does not
 * keep), and the order in which parts are listed changes nothing. A part may get more or less than its exact share
 * rounded up or down, though rarely: no method both keeps to that and is monotone.
 *
 * <p>Totals go from 0 to 4611686018427387903 (2^62 - 1). Comparisons are exact. Instances hold no state that changes
 * and may be shared between threads; splitting into a given array allocates nothing.
 *
 * <p>As JSON it is a view, which is not read back: the weights by name, as smallest whole numbers.
 *
 * <p>Source: M. L. Balinski, H. P. Young, Fair Representation: Meeting the Ideal of One Man, One Vote, 2nd ed.,
 * Brookings Institution Press, 2001, appendix A.
 */
public final class Apportionment {

    /** So many units are moved one by one; more are first brought closer by rounding the shares of another total. */
    private static final int FEW_UNITS = 4;

    private static final int CORRECTIONS = 8;

    private static final double GREATEST_GAIN = 1_000;

    private static final long GREATEST_TOTAL = Long.MAX_VALUE / 2;

    private static final long EXACT_IN_DOUBLE = (1L << 53) - 1;

    private static final Comparator<String> BY_CODE_POINT = Apportionment::compareCodePoints;

    private final List<String> names;

    /** The weights as smallest whole numbers. */
    private final long[] weights;

    /** How many names come before a part's own. */
    private final int[] ranks;

    /** The parts in the order of their names. */
    private final int[] byRank;

    private final long sum;

    /** Up to this total, plain long arithmetic is exact, and a quotient of doubles has the exact floor. */
    private final long narrowTotal;

    private final long[] nothing;
    private final long[] unlimited;

    private Apportionment(List<String> names, long[] weights) {
        this.names = names;
        this.weights = weights;
        this.ranks = ranks(names);
        this.byRank = inverse(ranks);
        this.sum = Arrays.stream(weights).sum();
        this.narrowTotal = narrowTotal(sum, Arrays.stream(weights).max().orElseThrow());
        this.nothing = new long[weights.length];
        this.unlimited = new long[weights.length];
        Arrays.fill(unlimited, Long.MAX_VALUE);
    }

    /** As it is written: the weights as smallest whole numbers, by name. */
    @DocumentForm.Written
    Map<String, Long> view() {
        Map<String, Long> weightOf = new LinkedHashMap<>();
        for (int part = 0; part < weights.length; part++) {
            weightOf.put(names.get(part), weights[part]);
        }
        return weightOf;
    }

    private static int[] ranks(List<String> names) {
        List<String> ordered = new ArrayList<>(names);
        ordered.sort(BY_CODE_POINT);
        Map<String, Integer> rankOf = new HashMap<>();
        for (String name : ordered) {
            rankOf.put(name, rankOf.size());
        }
        return names.stream().mapToInt(rankOf::get).toArray();
    }

    private static int[] inverse(int[] permutation) {
        int[] inverse = new int[permutation.length];
        for (int i = 0; i < permutation.length; i++) {
            inverse[permutation[i]] = i;
        }
        return inverse;
    }

    /** The greatest total for which {@code 2 * total * weight + sum} is exact in a double. */
    private static long narrowTotal(long sum, long greatestWeight) {
        return sum <= EXACT_IN_DOUBLE / 2 ? (EXACT_IN_DOUBLE - sum) / 2 / greatestWeight : -1;
    }

    /**
     * Webster's method for parts of these names and weights.
     *
     * @param names the parts' names, no two alike; at least one
     * @param weights the parts' weights, as many as names; at least one above 0
     * @return the apportionment; its arrays have the parts in the order of the names
     * @throws IllegalArgumentException if there is no part, names and weights differ in number, two names are alike, or
     *     all weights are 0
     * @throws ArithmeticException if the weights, as smallest whole numbers of the same proportions, do not sum to a
     *     long
     */
    public static Apportionment webster(List<String> names, List<Ratio> weights) {
        Objects.requireNonNull(names, "Apportionment.names must be given, but was null.");
        Objects.requireNonNull(weights, "Apportionment.weights must be given, but was null.");
        List<String> copy = List.copyOf(names);
        requireDistinct(copy);
        if (weights.size() != copy.size()) {
            throw new IllegalArgumentException("Apportionment.weights must be as many as the " + copy.size()
                    + " names, but was " + weights.size() + ".");
        }
        return new Apportionment(copy, smallestWholes(weights));
    }

    private static void requireDistinct(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Apportionment.names must have at least one, but was [].");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "Apportionment.names must differ from each other, but was " + name + " twice.");
            }
        }
    }

    private static long[] smallestWholes(List<Ratio> weights) {
        try {
            return smallestLongs(weights);
        } catch (ArithmeticException tooLarge) {
            return smallestOfAnySize(weights);
        }
    }

    /** Longs nearly always suffice on the way; where they do not, this throws. */
    private static long[] smallestLongs(List<Ratio> weights) {
        long common = 1;
        for (Ratio weight : weights) {
            common = Math.multiplyExact(common, weight.denominator() / Fraction.gcd(common, weight.denominator()));
        }
        long[] wholes = new long[weights.size()];
        long sum = 0;
        long divisor = 0;
        for (int i = 0; i < wholes.length; i++) {
            Ratio weight = weights.get(i);
            wholes[i] = Math.multiplyExact(common / weight.denominator(), weight.numerator());
            sum = Math.addExact(sum, wholes[i]);
            divisor = Fraction.gcd(divisor, wholes[i]);
        }
        requireOneAboveZero(divisor != 0, weights);
        for (int i = 0; i < wholes.length; i++) {
            wholes[i] /= divisor;
        }
        return wholes;
    }

    private static void requireOneAboveZero(boolean oneAbove, List<Ratio> weights) {
        if (!oneAbove) {
            throw new IllegalArgumentException("Apportionment.weights must have one above 0, but was " + weights + ".");
        }
    }

    private static long[] smallestOfAnySize(List<Ratio> weights) {
        BigInteger common = weights.stream()
                .map(weight -> BigInteger.valueOf(weight.denominator()))
                .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
        List<BigInteger> wholes =
                weights.stream().map(weight -> numeratorOver(common, weight)).toList();
        BigInteger divisor = wholes.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        requireOneAboveZero(divisor.signum() != 0, weights);
        BigInteger sum =
                wholes.stream().reduce(BigInteger.ZERO, BigInteger::add).divide(divisor);
        if (sum.bitLength() >= Long.SIZE) {
            throw new ArithmeticException(
                    "Apportionment.weights must sum to a long as smallest whole numbers, but was " + sum + ".");
        }
        return wholes.stream()
                .mapToLong(whole -> whole.divide(divisor).longValue())
                .toArray();
    }

    private static BigInteger numeratorOver(BigInteger common, Ratio ratio) {
        return common.divide(BigInteger.valueOf(ratio.denominator())).multiply(BigInteger.valueOf(ratio.numerator()));
    }

    /**
     * Orders names by their Unicode code points: the one order in which this library breaks ties between parts.
     *
     * @return the comparator, the same each time
     */
    public static Comparator<String> byCodePoint() {
        return BY_CODE_POINT;
    }

    private static int compareCodePoints(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int index = 0; index < common; index++) {
            char left = a.charAt(index);
            char right = b.charAt(index);
            if (left != right) {
                return Integer.compare(codePointOrder(left), codePointOrder(right));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Surrogates stand for code points above all others, though their units do not. */
    private static int codePointOrder(char unit) {
        return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
    }

    /**
     * How many parts there are.
     *
     * @return at least 1
     */
    public int size() {
        return weights.length;
    }

    /**
     * Splits a total.
     *
     * @param total from 0 to 4611686018427387903
     * @return a whole number for each part, in the order of the names; they add up to the total
     * @throws IllegalArgumentException if the total is outside of that
     */
    public long[] split(long total) {
        long[] parts = new long[size()];
        split(total, parts, 0);
        return parts;
    }

    /**
     * Splits a total into a stretch of an array, {@link #size()} places from an offset on.
     *
     * @param total from 0 to 4611686018427387903
     * @param parts receives a whole number for each part, in the order of the names; they add up to the total
     * @param offset where the first part goes
     * @throws IllegalArgumentException if the total is outside of that
     * @throws IndexOutOfBoundsException if the array has no {@link #size()} places from the offset on
     */
    public void split(long total, long[] parts, int offset) {
        requireTotal(total);
        Objects.checkFromIndexSize(offset, size(), parts.length);
        boolean narrow = total <= narrowTotal;
        long excess = round(total, total, parts, offset, narrow);
        long house = total;
        for (int tries = 0; tries < CORRECTIONS && Math.abs(excess) > FEW_UNITS; tries++) {
            house = Math.max(0, house - excess);
            excess = round(total, house, parts, offset, house <= narrowTotal);
        }
        moveUnits(excess, nothing, unlimited, 0, parts, offset, narrow);
    }

    /** Rounds the shares of a house and returns by how much they exceed the total. */
    private long round(long total, long house, long[] parts, int offset, boolean narrow) {
        long excess = -total;
        for (int i = 0; i < weights.length; i++) {
            long share = share(house, weights[i], sum, narrow);
            parts[offset + i] = share;
            excess += share;
        }
        return excess;
    }

    /**
     * Splits a total while each part keeps within its bounds:
     * {@code part = clamp(round(lambda * weight), least, most)}, with the one {@code lambda} that makes them add up. A
     * greater total gives no part less.
     *
     * <p>A part of weight 0 gets its least. Bounds are read from the places from which the parts are written.
     *
     * @param total from the sum of the least to the sum of the most (of parts with a weight above 0; of others the
     *     least), at most 4611686018427387903
     * @param least what each part gets at least, from 0 on
     * @param most what each part gets at most, from its least on; {@link Long#MAX_VALUE} where there is no bound
     * @param parts receives a whole number for each part; another array than the bounds
     * @param offset where the first part is, in all three arrays
     * @throws IllegalArgumentException if the total is outside of that, or a part's bounds are out of order
     * @throws IndexOutOfBoundsException if an array has no {@link #size()} places from the offset on
     */
    public void split(long total, long[] least, long[] most, long[] parts, int offset) {
        // While the rounded shares miss the total by more than rounding can, the parts at the bound that pulls away
        // have their final number: they are settled, marked by its complement, and the rest is shared anew.
        requireTotal(total);
        Objects.checkFromIndexSize(offset, size(), least.length);
        Objects.checkFromIndexSize(offset, size(), most.length);
        Objects.checkFromIndexSize(offset, size(), parts.length);
        requireFeasible(total, least, most, offset);
        boolean narrow = total <= narrowTotal;
        Arrays.fill(parts, offset, offset + weights.length, 0);
        long excess = round(total, 0, least, most, parts, offset);
        while (excess > weights.length || excess < -weights.length) {
            settle(excess > 0 ? least : most, parts, offset);
            excess = round(total, 0, least, most, parts, offset);
        }
        excess = corrected(excess, total, least, most, parts, offset);
        moveUnits(excess, least, most, offset, parts, offset, narrow);
        for (int i = offset; i < offset + weights.length; i++) {
            parts[i] = parts[i] < 0 ? ~parts[i] : parts[i];
        }
    }

    private static void requireTotal(long total) {
        if (!(total >= 0 && total <= GREATEST_TOTAL)) {
            throw new IllegalArgumentException("Apportionment.split must be given a total from 0 to " + GREATEST_TOTAL
                    + ", but was " + total + ".");
        }
    }

    private void requireFeasible(long total, long[] least, long[] most, int from) {
        long lowest = 0;
        long highest = 0;
        for (int i = 0; i < weights.length; i++) {
            int place = from + i;
            requireOrder(names.get(i), least[place], most[place]);
            lowest = saturatingSum(lowest, least[place]);
            highest = saturatingSum(highest, weights[i] == 0 ? least[place] : most[place]);
        }
        if (!(total >= lowest && total <= highest)) {
            throw new IllegalArgumentException("Apportionment.split must be given a total from " + lowest + " to "
                    + highest + ", which the bounds admit, but was " + total + ".");
        }
    }

    private static void requireOrder(String name, long least, long most) {
        if (!(least >= 0 && least <= most)) {
            throw new IllegalArgumentException(
                    "Apportionment.split must be given bounds with 0 <= least <= most, but was " + least + " to " + most
                            + " for " + name + ".");
        }
    }

    private static long saturatingSum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /** Parts at their bounds stand still: so the others have to be corrected by as much more as the last try fell short. */
    private long corrected(long first, long total, long[] least, long[] most, long[] parts, int offset) {
        long excess = first;
        long more = 0;
        double gain = 1;
        for (int tries = 0; tries < CORRECTIONS && Math.abs(excess) > FEW_UNITS; tries++) {
            double step = -excess * gain;
            more += Math.round(step);
            long left = round(total, more, least, most, parts, offset);
            double moved = (double) left - excess;
            gain = moved / step > 1 / GREATEST_GAIN ? Math.max(1, step / moved) : 2 * gain;
            excess = left;
        }
        return Math.abs(excess) <= Math.abs(first) ? excess : round(total, 0, least, most, parts, offset);
    }

    /**
     * Rounds the shares of the parts that are not settled, of so many more than there are to share, and returns by how much all
     * parts exceed the total.
     */
    private long round(long total, long more, long[] least, long[] most, long[] parts, int offset) {
        long rest = total;
        long restSum = sum;
        for (int i = 0; i < weights.length; i++) {
            long part = parts[offset + i];
            if (part < 0) {
                rest -= ~part;
                restSum -= weights[i];
            }
        }
        long excess = -rest;
        long house = Math.max(0, rest + more);
        boolean narrow = house <= narrowTotal;
        for (int i = 0; i < weights.length; i++) {
            int place = offset + i;
            if (parts[place] >= 0) {
                long share = share(house, weights[i], restSum, narrow);
                parts[place] = Math.max(least[place], Math.min(share, most[place]));
                excess += parts[place];
            }
        }
        return excess;
    }

    /** The nearest whole number to total*weight/sum, half up. */
    private static long share(long total, long weight, long sum, boolean narrow) {
        if (weight == 0) {
            return 0;
        }
        return narrow ? (long) ((double) (2 * total * weight + sum) / (2 * sum)) : wideShare(total, weight, sum);
    }

    private static long wideShare(long total, long weight, long sum) {
        long floor = LongFractions.floor(total, weight, sum);
        long remainder = LongFractions.remainder(total, weight, sum, floor);
        return remainder >= sum - remainder ? floor + 1 : floor;
    }

    private void settle(long[] bound, long[] parts, int offset) {
        for (int place = offset; place < offset + weights.length; place++) {
            if (parts[place] == bound[place]) {
                parts[place] = ~parts[place];
            }
        }
    }

    /** Takes the excess from the parts, or gives them what is missing, unit by unit in the order of claims. */
    private void moveUnits(long excess, long[] least, long[] most, int from, long[] parts, int offset, boolean narrow) {
        for (long missing = -excess; missing > 0; ) {
            missing -= give(missing, most, from, parts, offset, narrow);
        }
        for (long surplus = excess; surplus > 0; ) {
            surplus -= take(surplus, least, from, parts, offset, narrow);
        }
    }

    /** Gives a unit to each part with the greatest claim, the first names first; many weights may be equal. */
    private long give(long missing, long[] most, int from, long[] parts, int offset, boolean narrow) {
        int first = nextToGain(most, from, parts, offset, narrow);
        long divisor = 2 * parts[offset + first] + 1;
        long given = 0;
        for (int rank = ranks[first]; rank < byRank.length && given < missing; rank++) {
            int i = byRank[rank];
            long part = parts[offset + i];
            if (part >= 0
                    && part < most[from + i]
                    && compareProducts(weights[i], divisor, weights[first], 2 * part + 1, narrow) == 0) {
                parts[offset + i]++;
                given++;
            }
        }
        return given;
    }

    /** Takes a unit from each part with the smallest claim to it, the last names first. */
    private long take(long surplus, long[] least, int from, long[] parts, int offset, boolean narrow) {
        int last = nextToLose(least, from, parts, offset, narrow);
        long divisor = 2 * parts[offset + last] - 1;
        long taken = 0;
        for (int rank = ranks[last]; rank >= 0 && taken < surplus; rank--) {
            int i = byRank[rank];
            long part = parts[offset + i];
            if (part > least[from + i]
                    && compareProducts(weights[i], divisor, weights[last], 2 * part - 1, narrow) == 0) {
                parts[offset + i]--;
                taken++;
            }
        }
        return taken;
    }

    /** Of the parts that may gain, the one with the greatest weight/(2*part + 1); of equal ones, the first name. */
    private int nextToGain(long[] most, int from, long[] parts, int offset, boolean narrow) {
        int best = -1;
        long bestWeight = 0;
        long bestDivisor = 1;
        for (int i = 0; i < weights.length; i++) {
            long part = parts[offset + i];
            if (part >= 0 && part < most[from + i]) {
                long divisor = 2 * part + 1;
                int order = compareProducts(weights[i], bestDivisor, bestWeight, divisor, narrow);
                if (order > 0 || (order == 0 && best >= 0 && ranks[i] < ranks[best])) {
                    best = i;
                    bestWeight = weights[i];
                    bestDivisor = divisor;
                }
            }
        }
        return best;
    }

    /** Of the parts that may lose, the one with the smallest weight/(2*part - 1); of equal ones, the last name. */
    private int nextToLose(long[] least, int from, long[] parts, int offset, boolean narrow) {
        int best = -1;
        long bestWeight = 1;
        long bestDivisor = 0;
        for (int i = 0; i < weights.length; i++) {
            long part = parts[offset + i];
            if (part > least[from + i]) {
                long divisor = 2 * part - 1;
                int order = compareProducts(weights[i], bestDivisor, bestWeight, divisor, narrow);
                if (order < 0 || (order == 0 && ranks[i] > ranks[best])) {
                    best = i;
                    bestWeight = weights[i];
                    bestDivisor = divisor;
                }
            }
        }
        return best;
    }

    /** Compares a*b with c*d; narrow products are known to fit in a long. */
    private static int compareProducts(long a, long b, long c, long d, boolean narrow) {
        return narrow ? Long.compare(a * b, c * d) : LongFractions.compareProducts(a, b, c, d);
    }

    @Override
    public String toString() {
        return view().toString();
    }
}
