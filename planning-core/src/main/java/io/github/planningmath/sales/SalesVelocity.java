package io.github.planningmath.sales;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import io.github.planningmath.quantity.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much a pipeline earns a day: {@code opportunities * average deal * win rate / days from opportunity to deal}. Money a day;
 * a comparison of teams and months, not a forecast.
 *
 * <p>Source: the sales velocity formula, mavenlb.com/blog/sales-velocity-formula.
 *
 * @param opportunities open in the period, at least 0
 * @param averageDeal what a deal brings, at least 0
 * @param winRate the share of them that become deals
 * @param cycleDays days from opportunity to deal, at least 1
 */
public record SalesVelocity(Long opportunities, BigDecimal averageDeal, Rate winRate, Integer cycleDays)
        implements DocumentPart {

    private static final int MOST_DAYS = 36_600;

    public SalesVelocity {
        Required.count(opportunities, "SalesVelocity.opportunities");
        averageDeal = Amounts.notNegative(averageDeal, "SalesVelocity.averageDeal");
        Required.present(winRate, "SalesVelocity.winRate");
        Required.between(cycleDays, 1, MOST_DAYS, "SalesVelocity.cycleDays");
    }

    /**
     * What it earns in some days.
     *
     * @param days at least 1
     * @param decimals of the result, such as those of its currency, from 0 to 18
     * @param rounding how it is rounded to them
     * @return the amount
     * @throws IllegalArgumentException if days or decimals are outside of their range
     */
    public BigDecimal in(int days, int decimals, RoundingMode rounding) {
        Required.between(days, 1, MOST_DAYS, "SalesVelocity.days");
        Required.between(decimals, 0, 18, "SalesVelocity.decimals");
        return averageDeal
                .multiply(BigDecimal.valueOf(opportunities))
                .multiply(BigDecimal.valueOf(winRate.numerator()))
                .multiply(BigDecimal.valueOf(days))
                .divide(
                        BigDecimal.valueOf(winRate.denominator()).multiply(BigDecimal.valueOf(cycleDays)),
                        decimals,
                        rounding);
    }
}
