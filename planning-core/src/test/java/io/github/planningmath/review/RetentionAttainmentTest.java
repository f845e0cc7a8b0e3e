package io.github.planningmath.review;

import static io.github.planningmath.review.Reviewed.FEBRUARY;
import static io.github.planningmath.review.Reviewed.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.kpi.Kpi;
import io.github.planningmath.plan.Pin;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Planner;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Position;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.plan.SettledGoal;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.ConstantRepeat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Of 1,000 customers 95 % are to stay each month and 4 % to buy again, 10 and 20 are won: planned are 950 and 912 kept, 40 and 38
 * deals again.
 */
class RetentionAttainmentTest {

    private final PlanningConstants constants = Reviewed.constants()
            .withHorizon(Horizon.ofMonths(JANUARY, 2))
            .withProduct("crm", product -> product.withRepeat(new ConstantRepeat(Ratio.percent(95), Ratio.percent(4))));

    private final Plan plan = Planner.withDefaults()
            .withPins(List.of(new Pin.Deals("crm", JANUARY, 10L), new Pin.Deals("crm", FEBRUARY, 20L)))
            .plan(
                    SettledGoal.revenue("1"),
                    constants,
                    Position.of(JANUARY, List.of(Position.Customers.of("crm", 3, 1000)), List.of()))
            .orThrow();

    private static Actuals.Cell cell(java.time.YearMonth month, long newDeals) {
        return Actuals.Cell.of(month, "crm").withNewDeals(newDeals);
    }

    @Test
    void retentionIsHeldAgainstWhoWasThere() {
        Attainment attainment = Attainment.of(
                plan,
                Actuals.from(List.of(
                        cell(JANUARY, 10).withBase(950L), cell(FEBRUARY, 20).withBase(900L))));
        assertThat(attainment.of(Kpi.CUSTOMERS_KEPT).fact()).isEqualTo(940 + 880);
        assertThat(attainment.of(Kpi.CUSTOMERS_KEPT).planned()).isEqualTo(950 + 912);
        assertThat(attainment.of(Kpi.CUSTOMERS_LOST).fact()).isEqualTo(60 + 70);
        assertThat(attainment.of(Kpi.CUSTOMERS_LOST).planned()).isEqualTo(50 + 48);
        assertThat(attainment.of(Kpi.CUSTOMERS_LOST).met()).isFalse();
        assertThat(attainment.of(Kpi.RETENTION_RATE).fact()).isCloseTo(1820 / 1950.0, within(1e-15));
        assertThat(attainment.of(Kpi.RETENTION_RATE).planned()).isCloseTo(1862 / 1960.0, within(1e-15));
        assertThat(attainment.of(Kpi.RETENTION_RATE).met()).isFalse();
    }

    @Test
    void aRateIsKnownWhereBothItsCountsAre() {
        Attainment attainment = Attainment.of(
                plan,
                Actuals.from(List.of(
                        cell(JANUARY, 10).withRepeatDeals(50L),
                        cell(FEBRUARY, 20).withBase(900L).withRepeatDeals(50L))));
        assertThat(attainment.of(Kpi.REPEAT_RATE).fact()).isCloseTo(50 / 1000.0, within(1e-15));
        assertThat(attainment.of(Kpi.REPEAT_RATE).planned()).isCloseTo(40 / 1000.0, within(1e-15));
        assertThat(attainment.of(Kpi.REPEAT_RATE).unknown()).isEqualTo(1);
        assertThat(attainment.of(Kpi.RETENTION_RATE).fact()).isNull();
        assertThat(attainment.of(Kpi.RETENTION_RATE, Scope.month(FEBRUARY)).unknown())
                .isEqualTo(1);
    }
}
