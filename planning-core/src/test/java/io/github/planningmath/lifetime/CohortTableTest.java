package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.planningmath.lifetime.CohortTable.Cohort;
import org.junit.jupiter.api.Test;

class CohortTableTest {

    @Test
    void onlyCohortsObservedBeyondARenewalAreAtRisk() {
        CohortTable table =
                CohortTable.of(Cohort.of("old", 100, 80, 60), Cohort.of("young", 50, 45), Cohort.of("new", 9));
        assertThat(table.periods()).isEqualTo(2);
        assertThat(table.atRisk(1)).isEqualTo(150);
        assertThat(table.stayed(1)).isEqualTo(125);
        assertThat(table.atRisk(2)).isEqualTo(80);
        assertThat(table.stayed(2)).isEqualTo(60);
    }

    @Test
    void aCohortWithoutCustomersIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cohort.of("2026", 0, 0))
                .withMessage("Cohort.customers must begin with those at the start, above 0, but was [0, 0] of 2026.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cohort.of("2026"))
                .withMessage("Cohort.customers must begin with those at the start, above 0, but was [] of 2026.");
    }

    @Test
    void customersWhoComeBackAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cohort.of("2026", 10, 7, 8))
                .withMessage(
                        "Cohort.customers must be from 0 to the 7 before, but was 8 after period 2 of 2026. Perhaps"
                                + " customers who came later belong to a cohort of their own.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cohort.of("2026", 10, -1))
                .withMessage(
                        "Cohort.customers must be from 0 to the 10 before, but was -1 after period 1 of 2026. Perhaps"
                                + " customers who came later belong to a cohort of their own.");
    }

    @Test
    void aTableWithoutAnObservedPeriodIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTable.of(Cohort.of("new", 5)))
                .withMessage("CohortTable.cohorts must have at least one observed for a period, but was"
                        + " [Cohort[name=new, customers=[5]]].");
        assertThatIllegalArgumentException()
                .isThrownBy(CohortTable::of)
                .withMessage("CohortTable.cohorts must have at least one observed for a period, but was [].");
    }

    @Test
    void twoCohortsOfOneNameAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTable.of(Cohort.of("2026", 5, 4), Cohort.of("2026", 5, 4)))
                .withMessage("CohortTable.cohorts must be given once each, but was given twice: 2026.");
    }

    @Test
    void countsThatDoNotFitAreRefused() {
        assertThatThrownBy(() ->
                        CohortTable.of(Cohort.of("one", Long.MAX_VALUE, 1), Cohort.of("other", Long.MAX_VALUE, 1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("CohortTable.customers must be at most 9223372036854775807, but was 18446744073709551614.");
    }

    @Test
    void renewalsThatNobodyHasSeenAreRefused() {
        CohortTable table = CohortTable.of(Cohort.of("2026", 10, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.atRisk(2))
                .withMessage("CohortTable.atRisk.renewal must be from 1 to 1, but was 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.stayed(0))
                .withMessage("CohortTable.stayed.renewal must be from 1 to 1, but was 0.");
    }
}
