package io.github.planningmath.quantity;

import static io.github.planningmath.quantity.RateTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HorizonTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth NEXT_JANUARY = YearMonth.of(2027, 1);

    @Test
    void countsBothEnds() {
        Horizon horizon = Horizon.of(MARCH, NEXT_JANUARY);
        assertThat(horizon).isEqualTo(Horizon.ofMonths(MARCH, 11)).isEqualTo(new Horizon(MARCH, 11));
        assertThat(horizon.last()).isEqualTo(NEXT_JANUARY);
        assertThat(Horizon.of(MARCH, MARCH).months()).isEqualTo(1);
        assertThat(Horizon.of(MARCH, MARCH.plusMonths(599)).months()).isEqualTo(600);
    }

    @Test
    void aYearIsTwelveMonths() {
        Horizon year = Horizon.year(2026);
        assertThat(year.all())
                .hasSize(12)
                .startsWith(YearMonth.of(2026, 1), YearMonth.of(2026, 2))
                .endsWith(YearMonth.of(2026, 12));
        assertThat(year.contains(YearMonth.of(2025, 12))).isFalse();
        assertThat(year.contains(NEXT_JANUARY)).isFalse();
        assertThat(year.contains(MARCH)).isTrue();
        assertThat(year.indexOf(MARCH)).isEqualTo(2);
    }

    @Property
    void indexAndMonthAreInverse(
            @ForAll @IntRange(min = 1, max = 9999) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 600) int months,
            @ForAll @IntRange(min = 0, max = 599) int index) {
        Horizon horizon = Horizon.ofMonths(YearMonth.of(year, month), months);
        int inside = index % months;
        assertThat(horizon.indexOf(horizon.month(inside))).isEqualTo(inside);
        assertThat(horizon.all().get(inside)).isEqualTo(horizon.month(inside));
        assertThat(Horizon.of(horizon.first(), horizon.last())).isEqualTo(horizon);
    }

    @Test
    void monthsAreFromOneToSixHundred() {
        refuses(() -> Horizon.ofMonths(MARCH, 0), "Horizon.months must be from 1 to 600, but was 0.");
        refuses(() -> new Horizon(MARCH, 601), "Horizon.months must be from 1 to 600, but was 601.");
    }

    @Test
    void yearsAreFromOneToFourDigits() {
        refuses(
                () -> Horizon.ofMonths(YearMonth.of(0, 12), 1),
                "Horizon.first must be in the years 1 to 9999, but was 0000-12.");
        refuses(() -> Horizon.year(10_000), "Horizon.year must be from 1 to 9999, but was 10000.");
    }

    @Test
    void theLastMonthIsNotBeforeTheFirst() {
        refuses(
                () -> Horizon.of(NEXT_JANUARY, MARCH),
                "Horizon.last must be 2027-01 or later, but was 2026-03: months out of order.");
        refuses(
                () -> Horizon.of(MARCH, MARCH.plusMonths(600)),
                "Horizon.last must be 2076-02 or earlier, but was 2076-03.");
    }

    @Test
    void whatIsOutsideIsRefused() {
        Horizon year = Horizon.year(2026);
        refuses(() -> year.month(12), "Horizon.month must be given an index from 0 to 11, but was 12.");
        refuses(() -> year.month(-1), "Horizon.month must be given an index from 0 to 11, but was -1.");
        refuses(
                () -> year.indexOf(NEXT_JANUARY),
                "Horizon.indexOf must be given a month from 2026-01 to 2026-12, but was 2027-01.");
    }

    @Test
    @SuppressWarnings("NullAway")
    void componentsAreGiven() {
        assertThatThrownBy(() -> new Horizon(null, 1))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Horizon.first must be given, but was null.");
        assertThatThrownBy(() -> new Horizon(MARCH, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Horizon.months must be given, but was null.");
        assertThatThrownBy(() -> Horizon.of(MARCH, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Horizon.last must be given, but was null.");
    }
}
