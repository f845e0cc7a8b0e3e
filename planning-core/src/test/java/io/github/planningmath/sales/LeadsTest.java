package io.github.planningmath.sales;

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
class LeadsTest {

    private static final YearMonth MARCH = YearMonth.of(2027, 3);
    private static final Leads LEADS = new Leads(List.of(
            new Leads.Cell(MARCH, "crm", "site", 40L),
            new Leads.Cell(MARCH, "crm", "calls", 2L),
            new Leads.Cell(MARCH.plusMonths(1), "crm", "site", 0L)));

    @Test
    void aCellIsFoundByMonthProductAndChannel() {
        assertThat(LEADS.leads(MARCH, "crm", "calls")).isEqualTo(2);
    }

    @Test
    void aCellThatIsNotListedHasNone() {
        assertThat(LEADS.leads(MARCH, "crm", "events")).isZero();
        assertThat(LEADS.leads(MARCH, "telephony", "site")).isZero();
        assertThat(LEADS.leads(MARCH.minusMonths(1), "crm", "site")).isZero();
    }

    @Test
    void theTotalIsTheSumOfTheCells() {
        assertThat(LEADS.total()).isEqualTo(42);
        assertThat(new Leads(List.of()).total()).isZero();
    }

    @Test
    void aTotalBeyondLongIsAClearError() {
        Leads most = new Leads(List.of(
                new Leads.Cell(MARCH, "crm", "site", Long.MAX_VALUE), new Leads.Cell(MARCH, "crm", "calls", 1L)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(most::total)
                .withMessage("Leads.total must be at most 9223372036854775807, but was 9223372036854775808.");
    }

    @Test
    void aCellGivenTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Leads(
                        List.of(new Leads.Cell(MARCH, "crm", "site", 1L), new Leads.Cell(MARCH, "crm", "site", 2L))))
                .withMessage("Leads.cells must be given once each, but was given twice: [2027-03, crm, site].");
    }

    @Test
    void aCountBelowZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Leads.Cell(MARCH, "crm", "site", -1L))
                .withMessage("Leads.Cell.count must be at least 0, but was -1.");
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Leads.Cell(MARCH, "", "site", 1L))
                .withMessage("Leads.Cell.product must be one line of text without blanks at its ends, but was \"\".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Leads.Cell(MARCH, "crm", "", 1L))
                .withMessage("Leads.Cell.channel must be one line of text without blanks at its ends, but was \"\".");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Leads(null))
                .withMessage("Leads.cells must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Leads(Arrays.asList(new Leads.Cell(MARCH, "crm", "site", 1L), null)))
                .withMessage("Leads.cells[1] must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Leads.Cell(null, "crm", "site", 1L))
                .withMessage("Leads.Cell.month must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Leads.Cell(MARCH, null, "site", 1L))
                .withMessage("Leads.Cell.product must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Leads.Cell(MARCH, "crm", null, 1L))
                .withMessage("Leads.Cell.channel must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Leads.Cell(MARCH, "crm", "site", null))
                .withMessage("Leads.Cell.count must be given, but was null.");
    }

    @Test
    void theCellsAreCopied() {
        List<Leads.Cell> given = new ArrayList<>(LEADS.cells());
        Leads copy = new Leads(given);
        given.clear();
        assertThat(copy).isEqualTo(LEADS);
    }
}
