package io.github.planningmath.resource;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.staffing.Shortfall;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month seen from both sides: what the goal takes of it, and what can be done in it.
 *
 * @param month the month
 * @param needed the month of the plan for the goal; absent where there is no such plan
 * @param able the month of the best plan that fits the resources
 * @param managers managers at full productivity whom the people on the job amount to; absent where managers are no limit
 * @param budget the budget of the month; absent where it has none of its own
 */
public record FeasibleMonth(
        YearMonth month,
        @Nullable MonthFigures needed,
        MonthFigures able,
        @Nullable Ratio managers,
        @Nullable BigDecimal budget) {

    public FeasibleMonth {
        Required.present(month, "FeasibleMonth.month");
        Required.present(able, "FeasibleMonth.able");
        budget = budget == null ? null : Amounts.notNegative(budget, "FeasibleMonth.budget");
    }

    /**
     * What the goal takes beyond what can be done.
     *
     * @return {@code needed - able}; null where there is no plan for the goal
     */
    public @Nullable Gap gap() {
        return needed == null ? null : Gap.between(needed, able);
    }

    /**
     * The managers whom the goal takes beyond those there are.
     *
     * @return need and capacity; null where those there are suffice, are no limit, or there is no plan for the goal
     */
    public @Nullable Shortfall shortfall() {
        Ratio need = needed == null ? null : needed.managers();
        return need == null || managers == null || managers.compareTo(need) >= 0
                ? null
                : new Shortfall(month, need, managers);
    }
}
