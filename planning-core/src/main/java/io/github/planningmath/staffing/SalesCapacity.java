package io.github.planningmath.staffing;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What a team can be expected to sell, from quotas: {@code ramped * quota * attainment + ramping * quota * productivity}. The
 * productivity of those who are still ramping up is of the quota itself, so their attainment is in it.
 *
 * @param quota the quota of one manager, above 0
 * @param attainment the share of it that a ramped manager is expected to meet
 * @param ramped managers who are ramped up
 * @param ramping managers who are not
 * @param rampProductivity the share of the quota that one of these is expected to sell, from 0 to 1
 */
public record SalesCapacity(BigDecimal quota, Rate attainment, Long ramped, Long ramping, Ratio rampProductivity) {

    public SalesCapacity {
        quota = Amounts.positive(quota, "SalesCapacity.quota");
        Required.present(attainment, "SalesCapacity.attainment");
        Required.count(ramped, "SalesCapacity.ramped");
        Required.count(ramping, "SalesCapacity.ramping");
        if (!(Required.present(rampProductivity, "SalesCapacity.rampProductivity")
                        .compareTo(Ratio.ONE)
                <= 0)) {
            throw new IllegalArgumentException(
                    "SalesCapacity.rampProductivity must be from 0% to 100%, but was " + rampProductivity + ".");
        }
    }

    /**
     * What the ramped managers sell.
     *
     * @param currency the plan's currency
     * @param rounding where the amount is finer than the currency's minor unit
     * @return {@code ramped * quota * attainment}
     */
    public BigDecimal rampedPart(Currency currency, RoundingMode rounding) {
        return part(ramped, attainment.toRatio(), currency, rounding);
    }

    /**
     * What the others sell.
     *
     * @param currency the plan's currency
     * @param rounding where the amount is finer than the currency's minor unit
     * @return {@code ramping * quota * productivity}
     */
    public BigDecimal rampingPart(Currency currency, RoundingMode rounding) {
        return part(ramping, rampProductivity, currency, rounding);
    }

    /**
     * What the team sells.
     *
     * @param currency the plan's currency
     * @param rounding where a part is finer than the currency's minor unit
     * @return the sum of both parts
     */
    public BigDecimal total(Currency currency, RoundingMode rounding) {
        return rampedPart(currency, rounding).add(rampingPart(currency, rounding));
    }

    private BigDecimal part(long people, Ratio share, Currency currency, RoundingMode rounding) {
        return Amounts.plain(quota.multiply(BigDecimal.valueOf(people))
                .multiply(BigDecimal.valueOf(share.numerator()))
                .divide(
                        BigDecimal.valueOf(share.denominator()),
                        Math.max(0, currency.getDefaultFractionDigits()),
                        rounding));
    }
}
