package io.github.planningmath.plan;

import io.github.planningmath.plan.FinancialGoal.Measure;
import java.math.BigDecimal;

/**
 * Goals of plans that stand for themselves, whose numbers are the easiest to work out by hand: nothing is due after the horizon,
 * and what the pipeline lacks is settled in the first month that leads can reach.
 */
public final class SettledGoal {

    private SettledGoal() {}

    /** A profit. */
    public static FinancialGoal profit(String amount) {
        return profit(new BigDecimal(amount));
    }

    /** A profit. */
    public static FinancialGoal profit(BigDecimal amount) {
        return of(Measure.PROFIT, amount);
    }

    /** A contribution. */
    public static FinancialGoal contribution(String amount) {
        return contribution(new BigDecimal(amount));
    }

    /** A contribution. */
    public static FinancialGoal contribution(BigDecimal amount) {
        return of(Measure.CONTRIBUTION, amount);
    }

    /** A revenue. */
    public static FinancialGoal revenue(String amount) {
        return revenue(new BigDecimal(amount));
    }

    /** A revenue. */
    public static FinancialGoal revenue(BigDecimal amount) {
        return of(Measure.REVENUE, amount);
    }

    /** Any of them. */
    public static FinancialGoal of(Measure measure, BigDecimal amount) {
        return new FinancialGoal(measure, amount, AfterHorizon.stops(), CatchUp.AT_ONCE);
    }
}
