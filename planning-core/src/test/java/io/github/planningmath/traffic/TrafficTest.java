package io.github.planningmath.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // null is what is refused
class TrafficTest {

    private static final YearMonth MARCH = YearMonth.of(2027, 3);
    private static final Traffic TRAFFIC = new Traffic(List.of(
            new Traffic.Visits(MARCH, "crm", "site", 40L),
            new Traffic.Visits(MARCH, "crm", "calls", 2L),
            new Traffic.Visits(MARCH.plusMonths(1), "crm", "site", 0L)));

    @Test
    void aCellIsFoundByMonthProductAndChannel() {
        assertThat(TRAFFIC.visits(MARCH, "crm", "calls")).isEqualTo(2);
    }

    @Test
    void aCellThatIsNotListedHasNone() {
        assertThat(TRAFFIC.visits(MARCH, "crm", "events")).isZero();
        assertThat(TRAFFIC.visits(MARCH, "telephony", "site")).isZero();
        assertThat(TRAFFIC.visits(MARCH.minusMonths(1), "crm", "site")).isZero();
    }

    @Test
    void theTotalIsTheSumOfTheCells() {
        assertThat(TRAFFIC.total()).isEqualTo(42);
        assertThat(new Traffic(List.of()).total()).isZero();
    }

    @Test
    void aTotalBeyondLongIsAClearError() {
        Traffic most = new Traffic(List.of(
                new Traffic.Visits(MARCH, "crm", "site", Long.MAX_VALUE),
                new Traffic.Visits(MARCH, "crm", "calls", 1L)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(most::total)
                .withMessage("Traffic.total must be at most 9223372036854775807, but was 9223372036854775808.");
    }

    @Test
    void aCellGivenTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic(List.of(
                        new Traffic.Visits(MARCH, "crm", "site", 1L), new Traffic.Visits(MARCH, "crm", "site", 2L))))
                .withMessage("Traffic.cells must be given once each, but was given twice: [2027-03, crm, site].");
    }

    @Test
    void aCountBelowZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.Visits(MARCH, "crm", "site", -1L))
                .withMessage("Traffic.Visits.count must be at least 0, but was -1.");
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.Visits(MARCH, "", "site", 1L))
                .withMessage(
                        "Traffic.Visits.product must be one line of text without blanks at its ends, but was \"\".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.Visits(MARCH, "crm", "", 1L))
                .withMessage(
                        "Traffic.Visits.channel must be one line of text without blanks at its ends, but was \"\".");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Traffic(null))
                .withMessage("Traffic.cells must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Traffic(Arrays.asList(new Traffic.Visits(MARCH, "crm", "site", 1L), null)))
                .withMessage("Traffic.cells[1] must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Traffic.Visits(null, "crm", "site", 1L))
                .withMessage("Traffic.Visits.month must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Traffic.Visits(MARCH, null, "site", 1L))
                .withMessage("Traffic.Visits.product must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Traffic.Visits(MARCH, "crm", null, 1L))
                .withMessage("Traffic.Visits.channel must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Traffic.Visits(MARCH, "crm", "site", null))
                .withMessage("Traffic.Visits.count must be given, but was null.");
    }

    @Test
    void theCellsAreCopied() {
        List<Traffic.Visits> given = new ArrayList<>(TRAFFIC.cells());
        Traffic copy = new Traffic(given);
        given.clear();
        assertThat(copy).isEqualTo(TRAFFIC);
    }
}
