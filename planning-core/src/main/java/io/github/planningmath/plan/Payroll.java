package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.quantity.DocumentPart;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * People who cost the same every month.
 *
 * @param perMonth at least 0, in the plan's currency
 */
public record Payroll(BigDecimal perMonth) implements PeopleCost, DocumentPart {

    public Payroll {
        perMonth = Amounts.notNegative(perMonth, "Payroll.perMonth");
    }

    /**
     * Nobody is paid from this plan.
     *
     * @return a payroll of 0
     */
    public static Payroll none() {
        return new Payroll(BigDecimal.ZERO);
    }

    /**
     * A payroll of the amount given.
     *
     * @param perMonth a plain number, at least 0
     * @return the payroll
     */
    public static Payroll perMonth(String perMonth) {
        return new Payroll(Amounts.parse(perMonth, "Payroll.perMonth"));
    }

    @Override
    public BigDecimal cost(YearMonth month) {
        return perMonth;
    }
}
