package io.github.planningmath.staffing;

import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * How much more than the plan is handed out as quotas, because not all of them are met: {@code factor = 1 / attainment}. An
 * attainment of 80 % wants 125 %, not 120 %: of 125 %, 80 % are the plan.
 *
 * @param factor quotas as a multiple of the plan, at least 1
 */
public record OverAssignment(Ratio factor) {

    public OverAssignment {
        if (!(Required.present(factor, "OverAssignment.factor").compareTo(Ratio.ONE) >= 0)) {
            throw new IllegalArgumentException("OverAssignment.factor must be at least 1, but was " + factor
                    + ". Perhaps OverAssignment.forAttainment(\"" + factor + "\") was meant.");
        }
    }

    /**
     * Quotas that are the plan itself.
     *
     * @return a factor of 1
     */
    public static OverAssignment none() {
        return new OverAssignment(Ratio.ONE);
    }

    /**
     * What makes up for quotas that are met in part.
     *
     * @param attainment the share of the quotas that is expected to be met
     * @return {@code 1 / attainment}
     */
    public static OverAssignment forAttainment(Rate attainment) {
        return new OverAssignment(PeopleNeed.quotient(Ratio.ONE, attainment.toRatio()));
    }

    /**
     * What makes up for quotas that are met in part.
     *
     * @param attainment the share of the quotas that is expected to be met, such as {@code "80%"}
     * @return {@code 1 / attainment}
     */
    public static OverAssignment forAttainment(String attainment) {
        return forAttainment(Rate.of(attainment));
    }

    /**
     * The share of the quotas that has to be met for the plan.
     *
     * @return {@code 1 / factor}
     */
    public Rate attainment() {
        Ratio inverse = PeopleNeed.quotient(Ratio.ONE, factor);
        return Rate.of(inverse.numerator(), inverse.denominator());
    }

    /**
     * All quotas together.
     *
     * @param planned deals of the plan, at least 0
     * @return {@code planned * factor}, rounded up where that is no whole number
     * @throws ArithmeticException if it does not fit in a long
     */
    public long quota(long planned) {
        Required.count(planned, "OverAssignment.quota");
        return attainment().needFor(planned);
    }

    /**
     * All quotas together.
     *
     * @param planned money of the plan, at least 0
     * @param currency the plan's currency
     * @return {@code planned * factor}, rounded up to the currency's minor unit where it is finer
     */
    public BigDecimal quota(BigDecimal planned, Currency currency) {
        if (planned.signum() < 0) {
            throw new IllegalArgumentException(
                    "OverAssignment.quota must be at least 0, but was " + planned.toPlainString() + ".");
        }
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return planned.multiply(BigDecimal.valueOf(factor.numerator()))
                .divide(BigDecimal.valueOf(factor.denominator()), digits, RoundingMode.CEILING);
    }
}
