package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What the plan has to reach within its horizon: a profit, a contribution or a revenue, and the deals that the pipeline
 * must hold for the months after it.
 *
 * <p>{@code profit = contribution - traffic cost - people cost - fixed costs}, {@code contribution = revenue - unit
 * cost - commissions}, each summed over all months of the horizon. Marketing's own cost is thus inside the profit it
 * must help to reach.
 *
 * @param measure what is to be reached
 * @param amount how much of it, in the plan's currency; a profit or contribution may be negative (a loss that is borne)
 * @param afterHorizon deals due after the last month whose leads must be open when the plan closes; their cost falls in
 *     this plan. Empty: the plan says which months after it will open short ({@link Plan#monthsOpeningShort()})
 */
@Value.Builder
public record FinancialGoal(Measure measure, BigDecimal amount, List<DealsDue> afterHorizon)
        implements WithFinancialGoal {

    /** What a goal is measured in. */
    public enum Measure {
        /** Contribution less the cost of traffic, people and fixed costs. */
        PROFIT,
        /** Revenue less unit costs and commissions. */
        CONTRIBUTION,
        /** Deals times price. */
        REVENUE
    }

    /**
     * New deals of a product due in a month after the horizon.
     *
     * @param product the product's name
     * @param month the month in which they fall due
     * @param deals how many, at least 0
     */
    public record DealsDue(String product, YearMonth month, Long deals) {

        public DealsDue {
            Required.name(product, "DealsDue.product");
            Required.present(month, "DealsDue.month");
            Required.count(deals, "DealsDue.deals");
        }
    }

    public FinancialGoal {
        Required.present(measure, "FinancialGoal.measure");
        amount = Amounts.normalised(amount, "FinancialGoal.amount");
        afterHorizon = Required.list(afterHorizon, "FinancialGoal.afterHorizon");
        Set<String> cells = new HashSet<>();
        for (DealsDue due : afterHorizon) {
            String cell = due.product() + " in " + due.month();
            if (!cells.add(cell)) {
                throw new IllegalArgumentException(
                        "FinancialGoal.afterHorizon must name a product and month once, but was twice: " + cell + ".");
            }
        }
    }

    /**
     * A profit to reach over the horizon.
     *
     * @param amount the profit, as a plain number
     * @return the goal, with nothing due after the horizon
     * @throws IllegalArgumentException if the text is no decimal number
     */
    public static FinancialGoal profit(String amount) {
        return profit(Amounts.parse(amount, "FinancialGoal.amount"));
    }

    /**
     * A profit to reach over the horizon.
     *
     * @param amount the profit
     * @return the goal, with nothing due after the horizon
     */
    public static FinancialGoal profit(BigDecimal amount) {
        return new FinancialGoal(Measure.PROFIT, amount, List.of());
    }

    /**
     * A contribution to reach over the horizon.
     *
     * @param amount the contribution
     * @return the goal, with nothing due after the horizon
     */
    public static FinancialGoal contribution(BigDecimal amount) {
        return new FinancialGoal(Measure.CONTRIBUTION, amount, List.of());
    }

    /**
     * A contribution to reach over the horizon.
     *
     * @param amount the contribution, as a plain number
     * @return the goal, with nothing due after the horizon
     * @throws IllegalArgumentException if the text is no decimal number
     */
    public static FinancialGoal contribution(String amount) {
        return contribution(Amounts.parse(amount, "FinancialGoal.amount"));
    }

    /**
     * A revenue to reach over the horizon.
     *
     * @param amount the revenue
     * @return the goal, with nothing due after the horizon
     */
    public static FinancialGoal revenue(BigDecimal amount) {
        return new FinancialGoal(Measure.REVENUE, amount, List.of());
    }

    /**
     * A revenue to reach over the horizon.
     *
     * @param amount the revenue, as a plain number
     * @return the goal, with nothing due after the horizon
     * @throws IllegalArgumentException if the text is no decimal number
     */
    public static FinancialGoal revenue(String amount) {
        return revenue(Amounts.parse(amount, "FinancialGoal.amount"));
    }

    @Override
    public String toString() {
        return measure.name().toLowerCase(java.util.Locale.ROOT) + " " + amount.toPlainString();
    }
}
