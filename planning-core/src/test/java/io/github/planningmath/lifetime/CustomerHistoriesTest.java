package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CustomerHistoriesTest {

    private static final LocalDate END = LocalDate.of(2026, 3, 31);

    /** Every kind of order there is; the histories below are counted by hand. */
    private static final List<Order> ORDERS = List.of(
            Order.of("anna", "2026-01-01", "10"),
            Order.of("anna", "2026-01-15", "20.50"),
            Order.of("anna", "2026-01-15", "9.50"),
            Order.of("boris", "2026-02-10", "5"),
            Order.of("anna", "2026-03-31", "10"),
            Order.of("clara", "2026-02-01", "40"),
            Order.of("clara", "2026-02-01", "-40"),
            Order.of("clara", "2026-02-08", "30"),
            Order.of("clara", "2026-02-15", "-30"),
            Order.of("clara", "2026-02-22", "0"),
            Order.of("clara", "2026-03-01", "25"),
            Order.of("clara", "2026-03-01", "-5"),
            Order.of("dora", "2026-01-20", "0"),
            Order.of("emil", "2026-04-01", "99"),
            Order.of("boris", "2026-04-01", "7"));

    @Nested
    class FromOrders {

        private final CustomerHistories histories = CustomerHistories.from(ORDERS, ChronoUnit.DAYS, END);

        @Test
        void countPurchaseDaysFromTheFirst() {
            assertThat(histories.customers())
                    .containsExactly(
                            // 30 on 15 January and 10 on the last day, which is observed.
                            new CustomerHistory("anna", PurchaseHistory.of(2, 89, 89), 20.0),
                            new CustomerHistory("boris", PurchaseHistory.of(0, 0, 49), null),
                            // 1 February came to nothing, so 8 February is the first; 15 and 22 February are no
                            // purchase.
                            new CustomerHistory("clara", PurchaseHistory.of(1, 21, 51), 20.0));
            assertThat(histories.names()).containsExactly("anna", "boris", "clara");
            assertThat(histories.size()).isEqualTo(3);
        }

        @Test
        void sayWhatBecameOfEachOrder() {
            // merged: anna's, and clara's two refunds of a purchase of the day; not positive: clara's three days and
            // dora's.
            assertThat(histories.read())
                    .isEqualTo(new CustomerHistories.OrdersRead(15L, 2L, 3L, 4L, 6L, 3L, 2L, 5L, 2L));
        }

        @Test
        void readAsOneLine() {
            assertThat(histories).hasToString("3 customers until 2026-03-31, in Days");
        }

        @Test
        void giveColumnsCountsAndSpend() {
            assertThat(histories.histories())
                    .containsExactly(
                            PurchaseHistory.of(2, 89, 89), PurchaseHistory.of(0, 0, 49), PurchaseHistory.of(1, 21, 51));
            assertThat(histories.columns().history(2)).isEqualTo(PurchaseHistory.of(1, 21, 51));
            assertThat(histories.counts().customers()).isEqualTo(3);
            assertThat(histories.spend().size()).isEqualTo(2);
            assertThat(histories.unit()).isEqualTo(ChronoUnit.DAYS);
            assertThat(histories.observedUntil()).isEqualTo(END);
        }

        @Test
        void haveNoCustomerBeyondTheLast() {
            assertThatThrownBy(() -> histories.customers().get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        }

        @Test
        void countTheSameInAnyOtherUnit() {
            for (ChronoUnit unit : List.of(ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS)) {
                double days = switch (unit) {
                    case WEEKS -> 7;
                    case MONTHS -> 365.2425 / 12;
                    default -> 365.2425;
                };
                List<PurchaseHistory> inUnit =
                        CustomerHistories.from(ORDERS.stream(), unit, END).histories();
                assertThat(inUnit.get(0).age()).isCloseTo(89 / days, within(1e-14));
                assertThat(inUnit.get(2).recency()).isCloseTo(21 / days, within(1e-14));
                assertThat(inUnit).extracting(PurchaseHistory::frequency).containsExactly(2L, 0L, 1L);
            }
        }

        @Test
        void ofNobodyAreEmpty() {
            CustomerHistories none = CustomerHistories.from(List.of(), ChronoUnit.DAYS, END);
            assertThat(none.customers()).isEmpty();
            assertThat(none.read()).isEqualTo(new CustomerHistories.OrdersRead(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
        }

        @Test
        void takeAnAverageThatIsExactUntilItIsADouble() {
            List<Order> orders = new ArrayList<>();
            LocalDate day = LocalDate.of(2020, 1, 1);
            for (int i = 0; i <= 1000; i++) {
                orders.add(new Order("anna", day.plusDays(i), new BigDecimal("0.1")));
            }
            assertThat(CustomerHistories.from(orders, ChronoUnit.DAYS, END)
                            .customers()
                            .get(0)
                            .averageSpend())
                    .isEqualTo(0.1);
        }

        @Test
        void mustComeInOrderOfDateForEachCustomer() {
            List<Order> orders = List.of(
                    Order.of("anna", "2026-01-10", "1"),
                    Order.of("boris", "2026-01-02", "1"),
                    Order.of("anna", "2026-01-03", "1"));
            assertThatThrownBy(() -> CustomerHistories.from(orders, ChronoUnit.DAYS, END))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "Orders must come in order of date for each customer, but anna's of 2026-01-03 came after"
                                    + " one of 2026-01-10. Perhaps they need sorting, or fromUnsorted, which keeps every day of"
                                    + " every customer.");
            assertThat(CustomerHistories.fromUnsorted(orders, ChronoUnit.DAYS, END)
                            .customers()
                            .get(0))
                    .isEqualTo(new CustomerHistory("anna", PurchaseHistory.of(1, 7, 87), 1.0));
        }

        @Test
        void inAnyOrderGiveTheSameHistories() {
            List<Order> reversed = new ArrayList<>(ORDERS);
            Collections.reverse(reversed);
            CustomerHistories unsorted = CustomerHistories.fromUnsorted(reversed.stream(), ChronoUnit.DAYS, END);
            assertThat(unsorted.customers()).containsExactlyInAnyOrderElementsOf(histories.customers());
            assertThat(unsorted.names()).containsExactly("boris", "clara", "anna");
            assertThat(unsorted.read()).isEqualTo(histories.read());
        }

        @Test
        @SuppressWarnings("NullAway") // null is what is refused
        void areRefusedWhereSomethingIsMissingOrNotAccepted() {
            assertThatThrownBy(() -> CustomerHistories.from(ORDERS, ChronoUnit.HOURS, END))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("CustomerHistories.unit must be one of [Days, Weeks, Months, Years], but was Hours.");
            assertThatThrownBy(() -> CustomerHistories.from(ORDERS, null, END))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("CustomerHistories.unit must be given, but was null.");
            assertThatThrownBy(() -> CustomerHistories.from(ORDERS, ChronoUnit.DAYS, null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("CustomerHistories.observedUntil must be given, but was null.");
            assertThatThrownBy(() -> CustomerHistories.from(Arrays.asList(ORDERS.get(0), null), ChronoUnit.DAYS, END))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("CustomerHistories.from.orders must be given, but was null.");
        }
    }

    @Nested
    class CountedElsewhere {

        @Test
        void areTakenAsTheyAre() {
            List<CustomerHistory> customers =
                    CustomerHistories.from(ORDERS, ChronoUnit.DAYS, END).customers();
            CustomerHistories same = CustomerHistories.of(customers, ChronoUnit.DAYS, END);
            assertThat(same.customers()).isEqualTo(customers);
            assertThat(same.read()).isNull();
        }

        @Test
        void areRefusedWhereACustomerComesTwice() {
            CustomerHistory anna = new CustomerHistory("anna", PurchaseHistory.newCustomer(), null);
            assertThatThrownBy(() -> CustomerHistories.of(List.of(anna, anna), ChronoUnit.DAYS, END))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("CustomerHistories.customers must be given once each, but was given twice: anna.");
        }
    }

    @Nested
    class ACustomerHistory {

        @Test
        void hasAnAverageExactlyWhereThereIsARepeatPurchase() {
            assertThatThrownBy(() -> new CustomerHistory("anna", PurchaseHistory.newCustomer(), 12.5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "CustomerHistory.averageSpend must be given exactly where there is a repeat purchase, but was"
                                    + " 12.5 at frequency 0. Perhaps the first purchase was counted.");
            assertThatThrownBy(() -> new CustomerHistory("anna", PurchaseHistory.of(1, 2, 3), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "CustomerHistory.averageSpend must be given exactly where there is a repeat purchase, but was"
                                    + " null at frequency 1. Perhaps the first purchase was counted.");
        }

        @Test
        void hasAnAverageAboveZero() {
            for (double refused : new double[] {0, -3, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThatThrownBy(() -> new CustomerHistory("anna", PurchaseHistory.of(1, 2, 3), refused))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(
                                "CustomerHistory.averageSpend must be above 0 and finite, but was " + refused + ".");
            }
        }
    }

    @Nested
    class AnOrder {

        @Test
        void keepsItsAmountInNormalForm() {
            assertThat(Order.of("anna", "2026-01-01", "1E+1"))
                    .isEqualTo(new Order("anna", LocalDate.of(2026, 1, 1), new BigDecimal("10.00")));
        }

        @Test
        void isRefusedWhereItsAmountIsNoNumber() {
            assertThatThrownBy(() -> Order.of("anna", "2026-01-01", "ten"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Order.amount must be a number such as 12.50, but was \"ten\".");
        }

        @Test
        void isRefusedWithoutAName() {
            assertThatThrownBy(() -> Order.of(" ", "2026-01-01", "10"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Order.customer must be one line of text without blanks at its ends, but was \" \".");
        }
    }

    /** A change of the currency's unit scales what is spent, and nothing else. */
    @Test
    void aMillionfoldAmountIsAMillionfoldAverage() {
        List<Order> larger = ORDERS.stream()
                .map(order ->
                        new Order(order.customer(), order.date(), order.amount().movePointRight(6)))
                .toList();
        List<CustomerHistory> plain =
                CustomerHistories.from(ORDERS, ChronoUnit.DAYS, END).customers();
        List<CustomerHistory> scaled =
                CustomerHistories.from(larger, ChronoUnit.DAYS, END).customers();
        for (int row = 0; row < plain.size(); row++) {
            assertThat(scaled.get(row).history()).isEqualTo(plain.get(row).history());
            Double average = plain.get(row).averageSpend();
            if (average != null) {
                assertThat(Objects.requireNonNull(scaled.get(row).averageSpend()))
                        .isEqualTo(1e6 * average);
            }
        }
    }
}
