package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
        OrdersRead read = Objects.requireNonNull(histories.read());
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
        for (int row = 0; row < calibration.size(); row++) {
            int rowOfWhole = whole.names().indexOf(calibration.names().get(row));
            assertThat(calibration.histories().get(row).frequency()
                            + split.holdoutPurchases().get(row))
                    .isEqualTo(whole.histories().get(rowOfWhole).frequency());
        }
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
