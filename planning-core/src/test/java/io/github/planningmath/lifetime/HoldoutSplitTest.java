package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldoutSplitTest {

    private static final LocalDate LAST = LocalDate.of(2026, 1, 31);
    private static final LocalDate END = LocalDate.of(2026, 2, 28);

    /** Purchases on the last day of calibration, on the day after, on the last day of all and on the day after that. */
    private static final List<Order> ORDERS = List.of(
            Order.of("anna", "2026-01-01", "10"),
            Order.of("anna", "2026-01-31", "10"),
            Order.of("anna", "2026-02-01", "10"),
            Order.of("anna", "2026-02-28", "10"),
            Order.of("anna", "2026-03-01", "10"),
            Order.of("boris", "2026-01-31", "10"),
            Order.of("boris", "2026-02-10", "10"),
            Order.of("boris", "2026-02-10", "5"),
            Order.of("boris", "2026-02-11", "-5"),
            Order.of("clara", "2026-02-01", "10"),
            Order.of("dora", "2026-01-10", "-10"));

    @Test
    void theLastDayBelongsToTheCalibrationAndTheNextToTheHoldout() {
        HoldoutSplit split = HoldoutSplit.from(ORDERS, ChronoUnit.DAYS, LAST, END);
        assertThat(split.calibration().customers())
                .containsExactly(
                        new CustomerHistory("anna", PurchaseHistory.of(1, 30, 30), 10.0),
                        new CustomerHistory("boris", PurchaseHistory.of(0, 0, 0), null));
        assertThat(split.holdoutPurchases()).containsExactly(2L, 1L);
        assertThat(split.newcomers()).isEqualTo(1);
        assertThat(split.holdoutDuration()).isEqualTo(28);
        assertThat(split.calibration().observedUntil()).isEqualTo(LAST);
        assertThat(split).hasToString("2 customers until 2026-01-31, in Days, held out until 2026-02-28");
    }

    @Test
    void everyOrderIsCounted() {
        assertThat(HoldoutSplit.from(ORDERS.stream(), ChronoUnit.WEEKS, LAST, END)
                        .calibration()
                        .read())
                .isEqualTo(new CustomerHistories.OrdersRead(11L, 1L, 1L, 2L, 7L, 2L, 0L, 4L, 1L));
    }

    @Test
    void theHoldoutIsAsLongAsItsDaysInTheUnit() {
        assertThat(HoldoutSplit.from(ORDERS, ChronoUnit.WEEKS, LAST, END).holdoutDuration())
                .isEqualTo(4);
    }

    @Test
    void theCalibrationIsWhatReadingUpToItsLastDayGives() {
        assertThat(HoldoutSplit.from(ORDERS, ChronoUnit.WEEKS, LAST, END)
                        .calibration()
                        .customers())
                .isEqualTo(
                        CustomerHistories.from(ORDERS, ChronoUnit.WEEKS, LAST).customers());
    }

    @Test
    void unsortedOrdersGiveTheSame() {
        List<Order> reversed = new ArrayList<>(ORDERS);
        Collections.reverse(reversed);
        HoldoutSplit split = HoldoutSplit.fromUnsorted(reversed, ChronoUnit.DAYS, LAST, END);
        assertThat(split.calibration().names()).containsExactly("boris", "anna");
        assertThat(split.holdoutPurchases()).containsExactly(1L, 2L);
        assertThat(split.newcomers()).isEqualTo(1);
        assertThat(HoldoutSplit.fromUnsorted(reversed.stream(), ChronoUnit.DAYS, LAST, END)
                        .holdoutPurchases())
                .isEqualTo(split.holdoutPurchases());
    }

    @Test
    @SuppressWarnings("NullAway") // null is what is refused
    void isRefusedWhereSomethingIsMissingOrNotAccepted() {
        assertThatThrownBy(() -> HoldoutSplit.from(ORDERS, ChronoUnit.DAYS, LAST, LAST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HoldoutSplit.calibrationUntil must be before the end of observation, 2026-01-31, but was"
                        + " 2026-01-31.");
        assertThatThrownBy(() -> HoldoutSplit.from(ORDERS, ChronoUnit.DECADES, LAST, END))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HoldoutSplit.unit must be one of [Days, Weeks, Months, Years], but was Decades.");
        assertThatThrownBy(() -> HoldoutSplit.from(ORDERS, ChronoUnit.DAYS, null, END))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("HoldoutSplit.calibrationUntil must be given, but was null.");
        assertThatThrownBy(() -> HoldoutSplit.from(ORDERS, ChronoUnit.DAYS, LAST, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("HoldoutSplit.observedUntil must be given, but was null.");
    }
}
