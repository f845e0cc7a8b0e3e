package io.github.planningmath.plan;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.quantity.DocumentPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What the plan has to reach within its horizon: a profit, a contribution, a revenue, a number of deals or of
 * customers at its end, and what happens at both of its edges.
 *
 * <p>{@code profit = contribution - traffic cost - people cost - fixed costs}, {@code contribution = revenue - unit
 * cost - commissions}, each summed over all months of the horizon. Marketing's own cost is thus inside the profit it
 * must help to reach.
 *
 * @param measure what is to be reached
 * @param amount how much of it, in the plan's currency, or how many deals or customers, a whole number; a profit or contribution may be
 *     negative (a loss that is borne)
 * @param afterHorizon what is due after the last month and must be open when the plan closes; the business goes on unless it
 *     is said otherwise. What nothing brings the plan names ({@link Plan#monthsOpeningShort()})
 * @param catchUp how the plan deals with what the opening pipeline lacks or has too much; it is spread unless it is said
 *     otherwise, and listed either way ({@link Plan#arrears()})
 */
@Value.Builder
public record FinancialGoal(Measure measure, BigDecimal amount, AfterHorizon afterHorizon, CatchUp catchUp)
        implements WithFinancialGoal {

    /** What a goal is measured in. */
    public enum Measure {
        /** Contribution less the cost of traffic, people and fixed costs. */
        PROFIT(Kpi.PROFIT),
        /** Revenue less unit costs and commissions. */
        CONTRIBUTION(Kpi.CONTRIBUTION),
        /** Deals times price. */
        REVENUE(Kpi.REVENUE),
        /** Deals made within the horizon, new and repeated. */
        DEALS(Kpi.DEALS),
        /** Customers of all products at the end of the horizon. */
        CUSTOMERS(Kpi.BASE);

        private final Kpi kpi;

        Measure(Kpi kpi) {
            this.kpi = kpi;
        }

        /**
         * The key figure that has to come to the goal, over the whole plan.
         *
         * @return the key figure
         */
        public Kpi kpi() {
            return kpi;
        }
    }

    public FinancialGoal {
        Required.present(measure, "FinancialGoal.measure");
        amount = Amounts.normalised(amount, "FinancialGoal.amount");
        if (!measure.kpi().isMoney() && amount.scale() > 0) {
            throw new IllegalArgumentException("FinancialGoal.amount must be a whole number of "
                    + measure.name().toLowerCase(Locale.ROOT) + ", but was " + amount.toPlainString()
                    + ". Perhaps another measure was meant.");
        }
        Required.present(afterHorizon, "FinancialGoal.afterHorizon");
        Required.present(catchUp, "FinancialGoal.catchUp");
    }

    /**
     * A profit to reach over the horizon.
     *
     * @param amount the profit, as a plain number
     * @return the goal; after the horizon the business goes on
     * @throws IllegalArgumentException if the text is no decimal number
     */
    public static FinancialGoal profit(String amount) {
        return profit(Amounts.parse(amount, "FinancialGoal.amount"));
    }

    /**
     * A profit to reach over the horizon.
     *
     * @param amount the profit
     * @return the goal; after the horizon the business goes on
     */
    public static FinancialGoal profit(BigDecimal amount) {
        return of(Measure.PROFIT, amount);
    }

    /**
     * A contribution to reach over the horizon.
     *
     * @param amount the contribution
     * @return the goal; after the horizon the business goes on
     */
    public static FinancialGoal contribution(BigDecimal amount) {
        return of(Measure.CONTRIBUTION, amount);
    }

    /**
     * A contribution to reach over the horizon.
     *
     * @param amount the contribution, as a plain number
     * @return the goal; after the horizon the business goes on
     * @throws IllegalArgumentException if the text is no decimal number
     */
    public static FinancialGoal contribution(String amount) {
        return contribution(Amounts.parse(amount, "FinancialGoal.amount"));
    }

    /**
     * A revenue to reach over the horizon.
     *
     * @param amount the revenue
     * @return the goal; after the horizon the business goes on
     */
    public static FinancialGoal revenue(BigDecimal amount) {
        return of(Measure.REVENUE, amount);
    }

    /**
     * A revenue to reach over the horizon.
     *
     * @param amount the revenue, as a plain number
     * @return the goal; after the horizon the business goes on
     * @throws IllegalArgumentException if the text is no decimal number
     */
    public static FinancialGoal revenue(String amount) {
        return revenue(Amounts.parse(amount, "FinancialGoal.amount"));
    }

    /**
     * Deals to make within the horizon, new and repeated: what counts are those made, not those ordered.
     *
     * @param count how many
     * @return the goal; after the horizon the business goes on
     */
    public static FinancialGoal deals(long count) {
        return of(Measure.DEALS, BigDecimal.valueOf(count));
    }

    /**
     * Customers of all products at the end of the horizon, whether they were there at its start or came within it.
     *
     * @param count how many
     * @return the goal; after the horizon the business goes on
     */
    public static FinancialGoal customers(long count) {
        return of(Measure.CUSTOMERS, BigDecimal.valueOf(count));
    }

    static FinancialGoal of(Measure measure, BigDecimal amount) {
        return new FinancialGoal(measure, amount, AfterHorizon.goesOn(), CatchUp.SPREAD);
    }

    /** As a document has it, such as {@code {profit: 120000}}; the edges that it leaves out are those of every goal. */
    @DocumentForm.GivenOnly
    private record Document(
            @Nullable BigDecimal profit,
            @Nullable BigDecimal contribution,
            @Nullable BigDecimal revenue,
            @Nullable BigDecimal deals,
            @Nullable BigDecimal customers,
            @Nullable AfterHorizon afterHorizon,
            @Nullable CatchUp catchUp)
            implements DocumentPart {

        private @Nullable BigDecimal amount(Measure measure) {
            return switch (measure) {
                case PROFIT -> profit;
                case CONTRIBUTION -> contribution;
                case REVENUE -> revenue;
                case DEALS -> deals;
                case CUSTOMERS -> customers;
            };
        }
    }

    @DocumentForm.Read
    static FinancialGoal of(Document given) {
        AfterHorizon afterHorizon = given.afterHorizon == null ? AfterHorizon.goesOn() : given.afterHorizon;
        CatchUp catchUp = given.catchUp == null ? CatchUp.SPREAD : given.catchUp;
        List<FinancialGoal> goals = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            BigDecimal amount = given.amount(measure);
            if (amount != null) {
                goals.add(new FinancialGoal(measure, amount, afterHorizon, catchUp));
            }
        }
        if (goals.size() != 1) {
            throw new IllegalArgumentException(
                    "FinancialGoal must name one of profit, contribution, revenue, deals and customers, but named "
                            + (goals.isEmpty() ? "none" : goals.size() + ": " + goals) + ".");
        }
        return goals.get(0);
    }

    @DocumentForm.Written
    Document document() {
        return new Document(
                amount(Measure.PROFIT),
                amount(Measure.CONTRIBUTION),
                amount(Measure.REVENUE),
                amount(Measure.DEALS),
                amount(Measure.CUSTOMERS),
                afterHorizon,
                catchUp);
    }

    private @Nullable BigDecimal amount(Measure of) {
        return measure == of ? amount : null;
    }

    Edges edges() {
        return new Edges(afterHorizon, catchUp);
    }

    @Override
    public String toString() {
        return measure.name().toLowerCase(Locale.ROOT) + " " + amount.toPlainString();
    }
}
