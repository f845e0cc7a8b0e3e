package io.github.planningmath.lifetime;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What money later is worth less than money now: an effective rate and the time it is for.
 *
 * <p>An amount after one unit is worth {@code 1 / (1 + rate)} of the same amount now, so a rate for another unit follows by
 * compounding: 12 % a year are 0.949 % a month and 0.217 % a week, not 1 % and 0.231 %.
 *
 * @param rate the effective rate, at least 0: {@code Ratio.percent("12")}
 * @param per the time it is for: days, weeks, months or years
 */
public record DiscountRate(Ratio rate, @UnitJson ChronoUnit per) {

    public DiscountRate {
        Required.present(rate, "DiscountRate.rate");
        FixedLength.require(per, "DiscountRate.per");
    }

    /** As it is written. */
    private record Document(Ratio rate, String per) {}

    @DocumentForm.Written
    Document document() {
        return new Document(rate, per.name());
    }

    /**
     * An annual rate.
     *
     * @param rate effective, for a year
     * @return the discount rate
     */
    public static DiscountRate annual(Ratio rate) {
        return new DiscountRate(rate, ChronoUnit.YEARS);
    }

    /**
     * An annual rate as people write it.
     *
     * @param rate such as {@code "15%"} or {@code "0.15"}
     * @return the discount rate
     * @throws IllegalArgumentException if the text is no number, or the number is below 0
     */
    public static DiscountRate annual(String rate) {
        return annual(Ratio.parse(rate));
    }

    /**
     * A monthly rate.
     *
     * @param rate effective, for a month
     * @return the discount rate
     */
    public static DiscountRate monthly(Ratio rate) {
        return new DiscountRate(rate, ChronoUnit.MONTHS);
    }

    /**
     * The effective rate for another unit, {@code (1 + rate)^(unit / per) - 1}.
     *
     * <p>A year has 365.2425 days, a month is a twelfth of it, a week has 7 days.
     *
     * @param unit days, weeks, months or years
     * @return the rate, at least 0
     * @throws IllegalArgumentException if the unit has no fixed length among those
     */
    public double effectivePer(ChronoUnit unit) {
        FixedLength.require(unit, "DiscountRate.effectivePer");
        double exact = (double) rate.numerator() / rate.denominator();
        return unit == per ? exact : Math.expm1(FixedLength.ratio(unit, per) * Math.log1p(exact));
    }

    @Override
    public String toString() {
        return rate + " per " + per.toString().replaceFirst("s$", "").toLowerCase(Locale.ROOT);
    }
}
