package io.github.planningmath.traffic;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.quantity.DocumentPart;
import java.math.BigDecimal;

/**
 * The same price for every visit: {@code cost = visits * amount}.
 *
 * @param amount the price of a visit in the plan's currency, at least 0; kept without trailing zeros
 */
public record CostPerVisit(BigDecimal amount) implements TrafficCost, DocumentPart {

    public CostPerVisit {
        amount = Amounts.notNegative(amount, "CostPerVisit.amount");
    }

    /**
     * A price per visit.
     *
     * @param amount at least 0, such as {@code "12.50"}
     * @return the cost
     * @throws IllegalArgumentException if the text is no number, or the number is below 0
     */
    public static CostPerVisit of(String amount) {
        return new CostPerVisit(Amounts.parse(amount, "CostPerVisit.amount"));
    }

    @Override
    public BigDecimal cost(long visits) {
        if (visits >= 0) {
            return Amounts.plain(amount.multiply(BigDecimal.valueOf(visits)));
        }
        throw new IllegalArgumentException(
                "CostPerVisit.cost must be given at least 0 visits, but was given " + visits + ".");
    }

    @Override
    public BigDecimal perVisit() {
        return amount;
    }
}
