package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.FEBRUARY;
import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.NOTHING;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.cycle;
import static io.github.planningmath.plan.SmallBusiness.months;
import static io.github.planningmath.plan.SmallBusiness.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.plan.AfterHorizon.DealsDue;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinancialGoalTest {

    private static final FinancialGoal GOAL = FinancialGoal.profit("12000000");

    private static FinancialGoal due(DealsDue... deals) {
        return GOAL.withAfterHorizon(new AfterHorizon.Listed(List.of(deals)));
    }

    @Test
    void aGoalIsReadAsPeopleWriteIt() {
        assertThat(FinancialGoal.contribution("1E+3")).hasToString("contribution 1000");
        assertThat(FinancialGoal.revenue("1.50")).isEqualTo(FinancialGoal.revenue(new BigDecimal("1.5")));
        assertThat(FinancialGoal.profit("-3.0")).hasToString("profit -3");
    }

    @Test
    void theBusinessGoesOnAndWhatThePipelineLacksIsSpreadUnlessItIsSaidOtherwise() {
        assertThat(FinancialGoal.profit("1"))
                .isEqualTo(new FinancialGoal(
                        FinancialGoal.Measure.PROFIT, BigDecimal.ONE, AfterHorizon.goesOn(), CatchUp.SPREAD));
    }

    @Test
    void aTextThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinancialGoal.profit("12 000"))
                .withMessage("FinancialGoal.amount must be a number such as 12.50, but was \"12 000\".");
    }

    @Test
    void anAmountBeyondAllMoneyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinancialGoal.profit("1E+30"))
                .withMessage(
                        "FinancialGoal.amount must have at most 30 digits before and 30 after the decimal point, but"
                                + " was 1E+30.");
    }

    @Test
    void aMonthGivenTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> due(new DealsDue("crm", FEBRUARY, 1L), new DealsDue("crm", FEBRUARY, 2L)))
                .withMessage("Listed.deals must name a product and month once, but was twice: crm in" + " 2027-02.");
    }

    @Test
    void dealsBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DealsDue("crm", FEBRUARY, -1L))
                .withMessage("DealsDue.deals must be at least 0, but was -1.");
    }

    /** The plan is January and February; its last leads make their deals in April. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-02", "2027-05"})
    void deadlinesThatNoLeadOfThePlanMeetsAreRefused(String month) {
        PlanningConstants constants = cycle(months(constants(), 2), 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(due(new DealsDue("crm", YearMonth.parse(month), 1L)), constants, NOTHING))
                .withMessage(
                        "Listed.deals must be due after 2027-02 and within the sales cycle of crm (2"
                                + " months), but was due in %s.",
                        month);
    }

    @Test
    void anUnknownProductIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(due(new DealsDue("erp", FEBRUARY, 1L)), cycle(constants(), 1), NOTHING))
                .withMessage("Assortment.product must be given the name of a product (crm), but was given erp.");
    }

    @Test
    void moreDealsThanALongCanHoldAreAnErrorAndNeverWrap() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> outcome(FinancialGoal.profit("1E+29"), constants(), NOTHING))
                .withMessage(
                        "Plan.base must be at most 9223372036 customers of a product, the most that nine decimals hold, but was"
                                + " larger.");
    }

    @Test
    void moreDealsAfterTheHorizonThanALongCanHoldAreAnErrorToo() {
        FinancialGoal goal =
                due(new DealsDue("crm", FEBRUARY, Long.MAX_VALUE), new DealsDue("crm", FEBRUARY.plusMonths(1), 1L));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> outcome(goal, cycle(constants(), 2), NOTHING))
                .withMessage(
                        "Plan.afterHorizon must stay below 2^63, but was larger. Perhaps the goal or a count of the"
                                + " position is given in minor units.");
    }

    @Test
    void aPositionThatCannotBeCountedIsAnError() {
        Position opening =
                Position.of(JANUARY, List.of(), List.of(Position.OpenLeads.of("crm", "site", JANUARY, Long.MAX_VALUE)));
        PlanningConstants constants = constants()
                .withTier(SalesTier.CONSULTATIVE, process -> process.withManagerConversion(Rate.percent(40)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> outcome(GOAL, constants, opening))
                .withMessage(
                        "Plan.base must be at most 9223372036 customers of a product, the most that nine decimals hold, but was"
                                + " larger.");
    }

    @Test
    void openLeadsThatAddUpToMoreThanALongCanHoldAreAnError() {
        Position opening = Position.of(
                JANUARY,
                List.of(),
                List.of(
                        Position.OpenLeads.of("crm", "site", JANUARY, Long.MAX_VALUE),
                        Position.OpenLeads.of("crm", "site", FEBRUARY, 1L)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> outcome(GOAL, SmallBusiness.months(constants(), 2), opening))
                .withMessage("Plan.openLeads must stay below 2^63, but was larger. Perhaps the goal or a count of the"
                        + " position is given in minor units.");
    }
}
