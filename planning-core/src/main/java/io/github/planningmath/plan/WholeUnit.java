package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a constant is a whole number of. */
sealed interface WholeUnit<T> {

    /** More units than any unknown takes. */
    long NO_LIMIT = 1L << 52;

    /** The least admissible number of units, and the greatest. */
    long least();

    long most();

    /** Whether it is money, which changes what counts come to and none of the counts. */
    boolean isMoney();

    T times(long units);

    BigDecimal units(T constant, RoundingMode rounding);

    NormValue value(T constant);

    /** A number of units, which may be inadmissible where it says what would be needed. */
    String text(long units);

    /** Conversions, from one unit to all; or commissions, which are money. */
    record OfRate(Rate unit, boolean isMoney) implements WholeUnit<Rate> {

        public OfRate {
            Required.present(unit, "Unknown.unit");
        }

        @Override
        public long least() {
            return 1;
        }

        @Override
        public long most() {
            return unit.denominator() / unit.numerator();
        }

        @Override
        public Rate times(long units) {
            return Rate.of(PlanOverflow.product(unit.numerator(), units, "unknown"), unit.denominator());
        }

        @Override
        public BigDecimal units(Rate rate, RoundingMode rounding) {
            return quotient(rate.numerator(), unit.denominator(), rate.denominator(), unit.numerator(), rounding);
        }

        @Override
        public NormValue value(Rate rate) {
            return new NormValue.Conversion(rate);
        }

        @Override
        public String text(long units) {
            return percent(unit.numerator(), unit.denominator(), units);
        }
    }

    /** Ratios from none on, to all of what there is or without limit. */
    record OfRatio(Ratio unit, boolean isShare) implements WholeUnit<Ratio> {

        public OfRatio {
            if (Required.present(unit, "Unknown.unit").numerator() == 0) {
                throw new IllegalArgumentException("Unknown.unit must be above 0, but was 0.");
            }
        }

        @Override
        public boolean isMoney() {
            return false;
        }

        @Override
        public long least() {
            return 0;
        }

        @Override
        public long most() {
            return isShare ? unit.denominator() / unit.numerator() : NO_LIMIT;
        }

        @Override
        public Ratio times(long units) {
            return Ratio.of(PlanOverflow.product(unit.numerator(), units, "unknown"), unit.denominator());
        }

        @Override
        public BigDecimal units(Ratio ratio, RoundingMode rounding) {
            return quotient(ratio.numerator(), unit.denominator(), ratio.denominator(), unit.numerator(), rounding);
        }

        @Override
        public NormValue value(Ratio ratio) {
            return new NormValue.Proportion(ratio);
        }

        @Override
        public String text(long units) {
            return percent(unit.numerator(), unit.denominator(), units);
        }
    }

    private static BigDecimal quotient(long above, long times, long below, long by, RoundingMode rounding) {
        return BigDecimal.valueOf(above)
                .multiply(BigDecimal.valueOf(times))
                .divide(BigDecimal.valueOf(below).multiply(BigDecimal.valueOf(by)), 0, rounding);
    }

    private static String percent(long numerator, long denominator, long units) {
        BigDecimal percent = BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(units))
                .movePointRight(2)
                .divide(BigDecimal.valueOf(denominator), 4, RoundingMode.CEILING);
        return Amounts.plain(percent).toPlainString() + "%";
    }

    /** Money, without limit. */
    record OfAmount(BigDecimal unit, long least) implements WholeUnit<BigDecimal> {

        public OfAmount {
            Amounts.positive(unit, "Unknown.unit");
        }

        @Override
        public boolean isMoney() {
            return true;
        }

        @Override
        public long most() {
            return NO_LIMIT;
        }

        @Override
        public BigDecimal times(long units) {
            return unit.multiply(BigDecimal.valueOf(units));
        }

        @Override
        public BigDecimal units(BigDecimal amount, RoundingMode rounding) {
            return amount.divide(unit, 0, rounding);
        }

        @Override
        public NormValue value(BigDecimal amount) {
            return new NormValue.Amount(amount);
        }

        @Override
        public String text(long units) {
            return value(times(units)).toString();
        }
    }
}
