package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.Ratio;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CohortRetentionTest implements RetentionCurveContract {

    private static final CohortTable TABLE = CohortTable.of(
            CohortTable.Cohort.of("2024", 100, 80, 60, 54),
            CohortTable.Cohort.of("2025", 300, 200, 180),
            CohortTable.Cohort.of("2026", 50));

    @Override
    @Provide
    public Arbitrary<RetentionCurve> curves() {
        return RetentionCurves.cohorts();
    }

    @Provide
    Arbitrary<CohortTable> tables() {
        return RetentionCurves.tables();
    }

    /** 280 of 400 stay, then 240 of 280, then 54 of 60: what 2025 will do in its third year is not known. */
    @Test
    void aCohortCountsForAsLongAsItWasObserved() {
        CohortRetention curve = new CohortRetention(TABLE, RetentionTail.REFUSE);
        assertThat(curve.retentionRatio(1)).isEqualTo(Ratio.of(7, 10));
        assertThat(curve.retentionRatio(2)).isEqualTo(Ratio.of(6, 7));
        assertThat(curve.retentionRatio(3)).isEqualTo(Ratio.of(9, 10));
        assertThat(curve.survival(2)).isCloseTo(0.6, within(1e-15));
        assertThat(curve.survival(3)).isCloseTo(0.54, within(1e-15));
    }

    /** Of one cohort that is observed to its end, the curve is the share that is left, and the error the binomial one. */
    @Property
    void oneCohortIsItsOwnShare(@ForAll("tables") CohortTable tables) {
        CohortTable.Cohort cohort = tables.cohorts().get(0);
        CohortRetention curve = new CohortRetention(CohortTable.of(cohort), RetentionTail.REFUSE);
        double start = cohort.customers().get(0);
        for (int period = 0; period <= cohort.periods(); period++) {
            double share = cohort.customers().get(period) / start;
            assertThat(curve.survival(period)).isCloseTo(share, within(1e-14));
            assertThat(curve.survivalError(period)).isCloseTo(Math.sqrt(share * (1 - share) / start), within(1e-8));
        }
    }

    @Test
    void whatIsNotKnownIsRefusedUnlessATailIsGiven() {
        CohortRetention refusing = new CohortRetention(TABLE, RetentionTail.REFUSE);
        assertThatThrownBy(() -> refusing.survival(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "CohortRetention.survival must be asked for at most 3 periods, which are known, but was asked for"
                                + " 4. Perhaps a finite horizon or RetentionTail.HOLD_LAST_RETENTION was meant.");
        assertThatThrownBy(() -> refusing.retention(5))
                .hasMessage(
                        "CohortRetention.retention must be asked for at most 3 periods, which are known, but was asked for"
                                + " 5. Perhaps a finite horizon or RetentionTail.HOLD_LAST_RETENTION was meant.");
        assertThatThrownBy(() -> refusing.discountedLifetime(0.1))
                .hasMessage(
                        "CohortRetention.discountedLifetime must be asked for at most 3 periods, which are known, but was"
                                + " asked for 4. Perhaps a finite horizon or RetentionTail.HOLD_LAST_RETENTION was meant.");
        assertThatThrownBy(() -> refusing.survivalError(4))
                .hasMessage("CohortRetention.survivalError.period must be from 0 to 3, but was 4.");
        assertThat(refusing.discountedLifetime(0, 4, 0)).isCloseTo(1 + 0.7 + 0.6 + 0.54, within(1e-14));

        CohortRetention holding = new CohortRetention(TABLE, RetentionTail.HOLD_LAST_RETENTION);
        assertThat(holding.survival(5)).isCloseTo(0.54 * 0.81, within(1e-15));
        assertThat(holding.retentionRatio(9)).isEqualTo(Ratio.of(9, 10));
        assertThat(holding.expectedTenure()).isCloseTo(1 + 0.7 + 0.6 + 0.54 * 10, within(1e-13));

        CohortRetention ending = new CohortRetention(TABLE, RetentionTail.NOBODY_STAYS);
        assertThat(ending.survival(4)).isZero();
        assertThat(ending.expectedTenure()).isCloseTo(1 + 0.7 + 0.6 + 0.54, within(1e-14));
    }

    /** Of a cohort that is gone, everything is known. */
    @Test
    void afterTheLastCustomerNothingIsRefused() {
        CohortRetention gone =
                new CohortRetention(CohortTable.of(CohortTable.Cohort.of("all", 10, 5, 0, 0)), RetentionTail.REFUSE);
        assertThat(gone.survival(100)).isZero();
        assertThat(gone.retention(3)).isZero();
        assertThat(gone.expectedTenure()).isEqualTo(1.5);
        assertThat(gone.survivalError(2)).isZero();
    }
}
