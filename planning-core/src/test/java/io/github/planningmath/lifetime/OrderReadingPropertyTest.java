package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OrderReadingPropertyTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Property
    void everyOrderIsCountedOnce(@ForAll("orders") List<Order> orders, @ForAll @IntRange(max = 40) int days) {
        CustomerHistories histories = CustomerHistories.fromUnsorted(orders, ChronoUnit.DAYS, START.plusDays(days));
        CustomerHistories.OrdersRead read = Objects.requireNonNull(histories.read());
        assertThat(read.orders()).isEqualTo(orders.size());
        assertThat(read.afterEnd() + read.merged() + read.notPositive() + read.purchases())
                .isEqualTo(read.orders());
        assertThat(read.customers() - read.customersWithoutPurchase()).isEqualTo(histories.size());
        assertThat(histories.histories().stream()
                        .mapToLong(history -> history.frequency() + 1)
                        .sum())
                .isEqualTo(read.purchases());
    }

    @Property
    void permutingOrdersChangesNothingButTheOrderOfCustomers(@ForAll("orders") List<Order> orders, @ForAll long seed) {
        LocalDate end = START.plusDays(30);
        List<Order> shuffled = new ArrayList<>(orders);
        Collections.shuffle(shuffled, new Random(seed));
        CustomerHistories expected = CustomerHistories.fromUnsorted(orders, ChronoUnit.WEEKS, end);
        CustomerHistories histories = CustomerHistories.fromUnsorted(shuffled, ChronoUnit.WEEKS, end);
        assertThat(histories.customers()).containsExactlyInAnyOrderElementsOf(expected.customers());
        assertThat(histories.read()).isEqualTo(expected.read());
    }

    @Property
    void sortedOrdersReadTheSameBothWays(@ForAll("orders") List<Order> orders, @ForAll @IntRange(max = 40) int days) {
        List<Order> sorted =
                orders.stream().sorted(Comparator.comparing(Order::date)).toList();
        LocalDate end = START.plusDays(days);
        CustomerHistories expected = CustomerHistories.fromUnsorted(sorted, ChronoUnit.WEEKS, end);
        CustomerHistories histories = CustomerHistories.from(sorted, ChronoUnit.WEEKS, end);
        assertThat(histories.customers()).isEqualTo(expected.customers());
        assertThat(histories.read()).isEqualTo(expected.read());
    }

    @Property
    void aSplitLosesNoPurchase(
            @ForAll("orders") List<Order> orders,
            @ForAll @IntRange(max = 20) int first,
            @ForAll @IntRange(min = 1, max = 20) int more) {
        LocalDate last = START.plusDays(first);
        LocalDate end = last.plusDays(more);
        HoldoutSplit split = HoldoutSplit.fromUnsorted(orders, ChronoUnit.DAYS, last, end);
        CustomerHistories calibration = CustomerHistories.fromUnsorted(orders, ChronoUnit.DAYS, last);
        CustomerHistories whole = CustomerHistories.fromUnsorted(orders, ChronoUnit.DAYS, end);
        assertThat(split.calibration().customers()).isEqualTo(calibration.customers());
        assertThat(split.calibration().read()).isEqualTo(whole.read());
        assertThat(calibration.size() + split.newcomers()).isEqualTo(whole.size());
        assertThat(split.observed().customers()).isEqualTo(whole.customers());
        assertThat(split.observed().read()).isEqualTo(whole.read());
        assertThat(split.observed().observedUntil()).isEqualTo(end);
        for (int row = 0; row < calibration.size(); row++) {
            int rowOfWhole = whole.names().indexOf(calibration.names().get(row));
            assertThat(calibration.histories().get(row).frequency()
                            + split.holdoutPurchases().get(row))
                    .isEqualTo(whole.histories().get(rowOfWhole).frequency());
        }
    }

    /** Occasion by occasion, from the one of the first purchase on: was there anything? */
    @Property
    void occasionsAreThoseOfTheCalendar(
            @ForAll("orders") List<Order> orders,
            @ForAll @IntRange(max = 70) int days,
            @ForAll("occasions") ChronoUnit occasion) {
        LocalDate until = START.plusDays(days);
        CustomerHistories histories = CustomerHistories.byOccasion(orders, occasion, until);
        List<CustomerHistory> expected = new ArrayList<>();
        for (String customer : orders.stream().map(Order::customer).distinct().toList()) {
            int first = -1;
            int last = -1;
            int purchases = 0;
            BigDecimal repeatSpend = BigDecimal.ZERO;
            int number = 0;
            LocalDate begin = begin(START, occasion);
            for (; !begin.plus(1, occasion).isAfter(until.plusDays(1)); begin = begin.plus(1, occasion), number++) {
                LocalDate from = begin;
                LocalDate to = begin.plus(1, occasion);
                BigDecimal sum = orders.stream()
                        .filter(order -> order.customer().equals(customer)
                                && !order.date().isBefore(from)
                                && order.date().isBefore(to))
                        .map(Order::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (sum.signum() > 0) {
                    repeatSpend = first < 0 ? repeatSpend : repeatSpend.add(sum);
                    first = first < 0 ? number : first;
                    last = number;
                    purchases++;
                }
            }
            if (purchases > 0) {
                expected.add(new CustomerHistory(
                        customer,
                        PurchaseHistory.of(purchases - 1, last - first, number - 1 - first),
                        purchases == 1 ? null : repeatSpend.doubleValue() / (purchases - 1)));
            }
            assertThat(histories.observedUntil().plusDays(1)).isBeforeOrEqualTo(until.plusDays(1));
            assertThat(begin(histories.observedUntil().plusDays(1), occasion))
                    .isEqualTo(histories.observedUntil().plusDays(1));
        }
        assertThat(histories.unit()).isEqualTo(occasion);
        assertThat(histories.customers())
                .usingElementComparator((one, other) -> one.customer().equals(other.customer())
                                && one.history().equals(other.history())
                                && Math.abs(Objects.requireNonNullElse(one.averageSpend(), 0.0)
                                                - Objects.requireNonNullElse(other.averageSpend(), 0.0))
                                        < 1e-9
                        ? 0
                        : 1)
                .containsExactlyElementsOf(expected);
    }

    private static LocalDate begin(LocalDate day, ChronoUnit occasion) {
        return switch (occasion) {
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1);
            default -> day;
        };
    }

    @Provide
    Arbitrary<ChronoUnit> occasions() {
        return Arbitraries.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS);
    }

    @Provide
    Arbitrary<List<Order>> orders() {
        return Combinators.combine(
                        Arbitraries.of("anna", "boris", "clara"),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(-3, 9))
                .as((customer, day, amount) -> new Order(customer, START.plusDays(day), BigDecimal.valueOf(amount)))
                .list()
                .ofMaxSize(40);
    }
}
