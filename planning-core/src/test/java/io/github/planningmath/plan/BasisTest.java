package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BasisTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    @Test
    void itSaysWhatAValueRestsOn() {
        assertThat(new Basis.Counted(80L, 400L, 80.0, 400.0, JANUARY, JUNE))
                .hasToString("80 of 400, 2026-01 to 2026-06");
        assertThat(new Basis.Counted(515L, 4695L, 281.2, 1963.4, JANUARY, JUNE))
                .hasToString("515 of 4695, worth 281 of 1963, 2026-01 to 2026-06");
        assertThat(new Basis.Counted(515L, 4695L, 281.2, 1963.4, JANUARY, JANUARY.plusDays(9))
                        .words(Driver.Kind.MANAGER_CONVERSION))
                .isEqualTo("515 of 4695 leads, worth 281 of 1963 finished ones, 2026-01-01 to 2026-01-10");
        assertThat(new Basis.Measured(80L, 1234.56, JANUARY, LocalDate.of(2026, 1, 31)).words(Driver.Kind.PRICE))
                .isEqualTo("80 deals, ± 1230, 2026-01");
        assertThat(new Basis.Measured(80L, null, JANUARY, JUNE)).hasToString("80, 2026-01 to 2026-06");
        assertThat(new Basis.Judged(0.15, 0.2, "sales")).hasToString("judged between 0.15 and 0.2 by sales");
        assertThat(new Basis.Agreed("marketing and sales", JUNE))
                .hasToString("agreed by marketing and sales on 2026-06-30");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Basis.Counted(5L, 4L, 1.0, 2.0, JANUARY, JUNE))
                .withMessage("Basis.Counted.trials must be at least successes, 5, but was 4.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Basis.Counted(5L, 9L, 2.0, 1.0, JANUARY, JUNE))
                .withMessage("Basis.Counted.effectiveTrials must be at least effectiveSuccesses, 2.0, but was 1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Basis.Counted(5L, 9L, 5.0, 9.0, JUNE, JANUARY))
                .withMessage("Basis.Counted.through must not be before from, 2026-06-30, but was 2026-01-01.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Basis.Measured(0L, null, JANUARY, JUNE))
                .withMessage("Basis.Measured.observations must be at least 1, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Basis.Judged(0.3, 0.2, "sales"))
                .withMessage("Basis.Judged.upper must be from 0.3 to 1.7976931348623157E308, but was 0.2.");
    }
}
