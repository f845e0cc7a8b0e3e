package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Fraction;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** The value of a norm: a count, money, a rate, a ratio, a mean, or an exact number that is yet to be rounded. */
@NormValueJson
public sealed interface NormValue {

    /**
     * The value as a fraction.
     *
     * @return what stands over the line
     */
    BigInteger numerator();

    /**
     * The value as a fraction.
     *
     * @return what stands under the line, above 0
     */
    BigInteger denominator();

    /**
     * A whole count.
     *
     * @param count how many
     */
    record Count(Long count) implements NormValue {

        public Count {
            Required.present(count, "Count.count");
        }

        @Override
        public BigInteger numerator() {
            return BigInteger.valueOf(count);
        }

        @Override
        public BigInteger denominator() {
            return BigInteger.ONE;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d", count).replace(',', '\u00a0');
        }
    }

    /**
     * Money in the plan's currency.
     *
     * @param amount how much
     */
    record Amount(BigDecimal amount) implements NormValue {

        public Amount {
            amount = Amounts.plain(Required.present(amount, "Amount.amount"));
        }

        @Override
        public BigInteger numerator() {
            return amount.unscaledValue();
        }

        @Override
        public BigInteger denominator() {
            return BigInteger.TEN.pow(amount.scale());
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,." + amount.scale() + "f", amount)
                    .replace(',', '\u00a0');
        }
    }

    /**
     * A conversion that is a constant of the plan.
     *
     * @param rate the rate
     */
    record Conversion(Rate rate) implements NormValue {

        public Conversion {
            Required.present(rate, "Conversion.rate");
        }

        @Override
        public BigInteger numerator() {
            return BigInteger.valueOf(rate.numerator());
        }

        @Override
        public BigInteger denominator() {
            return BigInteger.valueOf(rate.denominator());
        }

        @Override
        public String toString() {
            return new Fraction(numerator(), denominator()).readableText();
        }
    }

    /**
     * A ratio of totals.
     *
     * @param ratio the ratio
     */
    record Proportion(Ratio ratio) implements NormValue {

        public Proportion {
            Required.present(ratio, "Proportion.ratio");
        }

        @Override
        public BigInteger numerator() {
            return BigInteger.valueOf(ratio.numerator());
        }

        @Override
        public BigInteger denominator() {
            return BigInteger.valueOf(ratio.denominator());
        }

        @Override
        public String toString() {
            return new Fraction(numerator(), denominator()).readableText();
        }
    }

    /**
     * Money per piece, kept as total and count and rounded on request only.
     *
     * @param total the money
     * @param count over how many, above 0
     */
    record Mean(BigDecimal total, Long count) implements NormValue {

        public Mean {
            total = Amounts.plain(Required.present(total, "Mean.total"));
            Required.count(count, "Mean.count");
            if (count == 0) {
                throw new IllegalArgumentException("Mean.count must be above 0, but was 0.");
            }
        }

        /**
         * The mean as an amount.
         *
         * @param digits digits after the point
         * @param rounding how to round
         * @return {@code total / count}
         */
        public BigDecimal rounded(int digits, RoundingMode rounding) {
            return total.divide(BigDecimal.valueOf(count), digits, rounding);
        }

        @Override
        public BigInteger numerator() {
            return total.unscaledValue();
        }

        @Override
        public BigInteger denominator() {
            return BigInteger.TEN.pow(total.scale()).multiply(BigInteger.valueOf(count));
        }

        @Override
        public String toString() {
            return new Amount(rounded(2, RoundingMode.HALF_UP)).toString();
        }
    }

    /**
     * An exact number that is yet to be rounded, in lowest terms: deals expected of leads, customers with their
     * fractions.
     *
     * @param numerator what stands over the line
     * @param denominator what stands under it, above 0
     */
    record Exact(BigInteger numerator, BigInteger denominator) implements NormValue {

        public Exact {
            Required.present(numerator, "Exact.numerator");
            if (Required.present(denominator, "Exact.denominator").signum() <= 0) {
                throw new IllegalArgumentException("Exact.denominator must be above 0, but was " + denominator + ".");
            }
            Fraction lowest = new Fraction(numerator, denominator);
            numerator = lowest.numerator();
            denominator = lowest.denominator();
        }

        static Exact of(Fraction fraction) {
            return new Exact(fraction.numerator(), fraction.denominator());
        }

        @Override
        public String toString() {
            BigDecimal nine = new BigDecimal(numerator).divide(new BigDecimal(denominator), 9, RoundingMode.HALF_UP);
            boolean exact = nine.multiply(new BigDecimal(denominator)).compareTo(new BigDecimal(numerator)) == 0;
            return (exact ? "" : "about ") + new Amount(nine);
        }
    }

    /**
     * Whether two values are the same number.
     *
     * @param other another value
     * @return whether their fractions are equal, of whatever kind they are
     */
    default boolean isSameNumberAs(NormValue other) {
        return numerator()
                .multiply(other.denominator())
                .equals(other.numerator().multiply(denominator()));
    }
}
