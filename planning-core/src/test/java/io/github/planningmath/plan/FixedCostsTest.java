package io.github.planningmath.plan;

import static io.github.planningmath.plan.SmallBusiness.JANUARY;
import static io.github.planningmath.plan.SmallBusiness.constants;
import static io.github.planningmath.plan.SmallBusiness.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Horizon;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedCostsTest {

    private static final Scope ALL = Scope.all();

    /** Twelfths of 100 through January, February, March: 8.333…, 16.666…, 25, rounded up to cents, or to whole yen. */
    @ParameterizedTest
    @CsvSource({"2, 8.34, 8.33, 8.33", "0, 9, 8, 8"})
    void aYearsCostsAreSharedByItsMonths(int digits, BigDecimal january, BigDecimal february, BigDecimal march) {
        FixedCosts costs = FixedCosts.perYear("100");
        assertThat(IntStream.range(0, 3).mapToObj(month -> costs.cost(JANUARY.plusMonths(month), digits)))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(january, february, march);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyTwelveMonthsCarryTheWholeYear(int first) {
        PlanningConstants constants = constants()
                .withHorizon(Horizon.ofMonths(YearMonth.of(2027, first), 12))
                .withFixedCosts(FixedCosts.perYear("100.01"));
        Plan plan = plan(SettledGoal.profit("-100.01"), constants, Position.empty(YearMonth.of(2027, first)));
        assertThat(plan.requiredDeals()).isZero();
        assertThat(plan.profit(ALL)).isEqualByComparingTo("-100.01");
    }

    @Test
    void everyMonthCarriesWhatItIsToCarryEachMonth() {
        assertThat(FixedCosts.perMonth("100").cost(JANUARY, 2)).isEqualTo(new BigDecimal("100"));
        assertThat(FixedCosts.none().cost(JANUARY, 2)).isZero();
    }

    @Test
    void aPlanInYenPaysWholeYen() {
        PlanningConstants constants =
                constants().withCurrency(Currency.getInstance("JPY")).withFixedCosts(FixedCosts.perYear("100"));
        assertThat(plan(SettledGoal.profit("-9"), constants, Position.empty(JANUARY))
                        .profit(ALL))
                .isEqualByComparingTo("-9");
    }

    /** A hiring plan: the second month has one more. */
    @Test
    void peopleMayCostSomethingElseEveryMonth() {
        PlanningConstants constants = SmallBusiness.months(constants(), 2)
                .withPeopleCost(month -> BigDecimal.valueOf(month.equals(JANUARY) ? 1_000 : 2_000));
        Plan plan = plan(SettledGoal.profit("-3000"), constants, Position.empty(JANUARY));
        assertThat(List.of(
                        plan.profit(Scope.month(JANUARY)),
                        plan.profit(Scope.month(JANUARY.plusMonths(1))),
                        plan.profit(ALL)))
                .containsExactly(new BigDecimal("-1000"), new BigDecimal("-2000"), new BigDecimal("-3000"));
    }

    @Test
    void textsThatAreNoNumberAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedCosts.perMonth("12,5"))
                .withMessage("FixedCosts.amount must be a number such as 12.50, but was \"12,5\".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Payroll.perMonth(""))
                .withMessage("Payroll.perMonth must be a number such as 12.50, but was \"\".");
    }

    @Test
    void costsBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedCosts.perYear("-1"))
                .withMessage("FixedCosts.amount must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Payroll.perMonth("-0.01"))
                .withMessage("Payroll.perMonth must be at least 0, but was -0.01.");
    }
}
