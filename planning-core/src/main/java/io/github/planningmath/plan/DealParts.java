package io.github.planningmath.plan;

import io.github.planningmath.internal.Fraction;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Deals in parts of the common denominator of a funnel's conversions, so that what leads are expected to make is summed up
 * exactly: in 128 bits where the denominator fits in a long, at any length where it does not.
 */
abstract sealed class DealParts {

    private final BigInteger denominator;
    private final BigInteger[] ofLead;
    private final boolean uniform;

    private DealParts(BigInteger denominator, BigInteger[] ofLead) {
        this.denominator = denominator;
        this.ofLead = ofLead;
        uniform = Arrays.stream(ofLead).allMatch(ofLead[0]::equals);
    }

    /** The parts for what a lead over each channel is worth. */
    static DealParts of(List<Fraction> worths) {
        BigInteger denominator = BigInteger.ONE;
        for (Fraction worth : worths) {
            denominator = leastCommonMultiple(denominator, worth.denominator());
        }
        BigInteger[] ofLead = new BigInteger[worths.size()];
        for (int c = 0; c < ofLead.length; c++) {
            Fraction worth = worths.get(c);
            ofLead[c] = denominator.divide(worth.denominator()).multiply(worth.numerator());
        }
        return denominator.bitLength() < Long.SIZE ? new Narrow(denominator, ofLead) : new Wide(denominator, ofLead);
    }

    static BigInteger leastCommonMultiple(BigInteger first, BigInteger second) {
        return first.divide(first.gcd(second)).multiply(second);
    }

    /** How many parts a deal has. */
    BigInteger denominator() {
        return denominator;
    }

    /** How many parts are expected of a lead. */
    BigInteger ofLead(int channel) {
        return ofLead[channel];
    }

    /** Whether a lead is worth the same over every channel. */
    boolean isUniform() {
        return uniform;
    }

    /** A sum to be made; it serves one thread again and again. */
    abstract Sum sum();

    /** Room for expected deals by month. */
    abstract ExpectedDeals expectedDeals(int months);

    /** A sum of deals in the making. */
    abstract static sealed class Sum {

        abstract void clear();

        abstract void addExpected(ExpectedDeals expected, int month);

        abstract void addLeads(int channel, long leads);

        abstract void addParts(BigInteger parts);

        abstract void subtractDeals(long deals);

        abstract boolean isNegative();

        /** Whole deals, rounded down. */
        abstract long deals();

        /** Leads of the channel with the greatest conversion, rounded down. */
        abstract long leadsAtMostWorth();

        /** Whether it is worth a lead of the channel with the least conversion. */
        abstract boolean coversCheapestLead();

        /** Notes what has been summed up as the expected deals of a month. */
        abstract void noteAs(ExpectedDeals expected, int month);
    }

    /** In longs, with sums of 128 bits. */
    private static final class Narrow extends DealParts {

        private final long denominator;
        private final long[] ofLead;
        private final long least;
        private final long greatest;

        Narrow(BigInteger denominator, BigInteger[] ofLead) {
            super(denominator, ofLead);
            this.denominator = denominator.longValueExact();
            this.ofLead =
                    Arrays.stream(ofLead).mapToLong(BigInteger::longValueExact).toArray();
            least = Arrays.stream(this.ofLead).min().orElseThrow();
            greatest = Arrays.stream(this.ofLead).max().orElseThrow();
        }

        @Override
        Sum sum() {
            return new NarrowSum(this);
        }

        @Override
        ExpectedDeals expectedDeals(int months) {
            return ExpectedDeals.narrow(months);
        }
    }

    private static final class NarrowSum extends Sum {

        private final Narrow parts;
        private final WideSum sum = new WideSum();

        NarrowSum(Narrow parts) {
            this.parts = parts;
        }

        @Override
        void clear() {
            sum.clear();
        }

        @Override
        void addExpected(ExpectedDeals expected, int month) {
            sum.add(expected.narrowParts(month));
            long wholes = expected.wholes(month);
            if (wholes != 0) {
                sum.addProduct(wholes, parts.denominator);
            }
        }

        @Override
        void addLeads(int channel, long leads) {
            sum.addProduct(leads, parts.ofLead[channel]);
        }

        @Override
        void addParts(BigInteger more) {
            sum.add(more);
        }

        @Override
        void subtractDeals(long deals) {
            sum.subtractProduct(deals, parts.denominator);
        }

        @Override
        boolean isNegative() {
            return sum.isNegative();
        }

        @Override
        long deals() {
            return sum.floorQuotient(parts.denominator);
        }

        @Override
        long leadsAtMostWorth() {
            return sum.floorQuotient(parts.greatest);
        }

        @Override
        boolean coversCheapestLead() {
            return sum.floorQuotient(parts.least) > 0;
        }

        @Override
        void noteAs(ExpectedDeals expected, int month) {
            expected.note(month, deals(), sum.floorRemainder(parts.denominator));
        }
    }

    /** At any length. */
    private static final class Wide extends DealParts {

        private final BigInteger least;
        private final BigInteger greatest;

        Wide(BigInteger denominator, BigInteger[] ofLead) {
            super(denominator, ofLead);
            least = Arrays.stream(ofLead).min(BigInteger::compareTo).orElseThrow();
            greatest = Arrays.stream(ofLead).max(BigInteger::compareTo).orElseThrow();
        }

        @Override
        Sum sum() {
            return new UnboundedSum(this);
        }

        @Override
        ExpectedDeals expectedDeals(int months) {
            return ExpectedDeals.wide(months);
        }
    }

    private static final class UnboundedSum extends Sum {

        private final Wide parts;
        private BigInteger sum = BigInteger.ZERO;

        UnboundedSum(Wide parts) {
            this.parts = parts;
        }

        @Override
        void clear() {
            sum = BigInteger.ZERO;
        }

        @Override
        void addExpected(ExpectedDeals expected, int month) {
            addParts(expected.wideParts(month));
            addDeals(expected.wholes(month));
        }

        @Override
        void addLeads(int channel, long leads) {
            if (leads != 0) {
                sum = sum.add(parts.ofLead(channel).multiply(BigInteger.valueOf(leads)));
            }
        }

        @Override
        void addParts(BigInteger more) {
            sum = sum.add(more);
        }

        private void addDeals(long deals) {
            if (deals != 0) {
                sum = sum.add(parts.denominator().multiply(BigInteger.valueOf(deals)));
            }
        }

        @Override
        void subtractDeals(long deals) {
            addDeals(-deals);
        }

        @Override
        boolean isNegative() {
            return sum.signum() < 0;
        }

        @Override
        long deals() {
            return floorQuotient(parts.denominator());
        }

        @Override
        long leadsAtMostWorth() {
            return floorQuotient(parts.greatest);
        }

        private long floorQuotient(BigInteger divisor) {
            return PlanOverflow.count(Fraction.floor(sum, divisor), "leads");
        }

        @Override
        boolean coversCheapestLead() {
            return sum.compareTo(parts.least) >= 0;
        }

        @Override
        void noteAs(ExpectedDeals expected, int month) {
            expected.note(month, deals(), sum.mod(parts.denominator()));
        }
    }
}
