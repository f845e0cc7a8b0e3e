package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.DocumentPart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

/**
 * Costs that fall whether anything is sold or not.
 *
 * <p>Per month the amount falls in every month. Per year, the costs of January to month {@code m} of a calendar year are
 * {@code amount * m / 12} rounded up to the scale given (the currency's minor unit), and a month's cost is the
 * difference to the month before: any twelve months in a row carry the whole amount, and a plan cut in two carries the
 * same.
 *
 * @param amount at least 0, in the plan's currency
 * @param per the period that the amount is for
 */
public record FixedCosts(BigDecimal amount, Period per) implements DocumentPart {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** The period that an amount is for. */
    public enum Period {
        /** Every calendar month. */
        MONTH,
        /** Every twelve months in a row. */
        YEAR
    }

    public FixedCosts {
        amount = Amounts.notNegative(amount, "FixedCosts.amount");
        Required.present(per, "FixedCosts.per");
    }

    /**
     * No fixed costs.
     *
     * @return costs of 0
     */
    public static FixedCosts none() {
        return new FixedCosts(BigDecimal.ZERO, Period.MONTH);
    }

    /**
     * Costs of every month.
     *
     * @param amount a plain number, at least 0
     * @return the costs
     */
    public static FixedCosts perMonth(String amount) {
        return new FixedCosts(Amounts.parse(amount, "FixedCosts.amount"), Period.MONTH);
    }

    /**
     * Costs of every twelve months.
     *
     * @param amount a plain number, at least 0
     * @return the costs
     */
    public static FixedCosts perYear(String amount) {
        return new FixedCosts(Amounts.parse(amount, "FixedCosts.amount"), Period.YEAR);
    }

    /**
     * What falls in one month.
     *
     * @param month the month
     * @param minorUnitDigits the digits after the point to which a twelfth is rounded up
     * @return the cost of that month
     */
    public BigDecimal cost(YearMonth month, int minorUnitDigits) {
        if (per == Period.MONTH) {
            return amount;
        }
        int number = month.getMonthValue();
        return throughMonth(number, minorUnitDigits).subtract(throughMonth(number - 1, minorUnitDigits));
    }

    private BigDecimal throughMonth(int number, int digits) {
        if (number == 12) {
            return amount;
        }
        return amount.multiply(BigDecimal.valueOf(number)).divide(MONTHS, digits, RoundingMode.CEILING);
    }
}
