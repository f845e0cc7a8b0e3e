package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.planningmath.quantity.Ratio;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DiscountRateTest {

    @Test
    void aRateIsCompoundedToAnotherUnit() {
        DiscountRate annual = DiscountRate.annual("12%");
        assertThat(annual.effectivePer(ChronoUnit.YEARS)).isEqualTo(0.12);
        // 1.12^(1/12) = 1.009488792934583
        assertThat(annual.effectivePer(ChronoUnit.MONTHS)).isCloseTo(0.009488792934583, within(1e-15));
        // 365.2425 days are 52.1775 weeks.
        assertThat(Math.pow(1 + annual.effectivePer(ChronoUnit.WEEKS), 52.1775))
                .isCloseTo(1.12, withinPercentage(1e-10));
        assertThat(Math.pow(1 + annual.effectivePer(ChronoUnit.DAYS), 365.2425))
                .isCloseTo(1.12, withinPercentage(1e-10));
        assertThat(DiscountRate.monthly(Ratio.percent(1)).effectivePer(ChronoUnit.YEARS))
                .isCloseTo(0.126825030131970, within(1e-14));
        assertThat(annual).hasToString("12% per year");
    }

    @Test
    void aUnitWithoutFixedLengthIsRefused() {
        assertThatThrownBy(() -> new DiscountRate(Ratio.percent(1), ChronoUnit.DECADES))
                .hasMessage("DiscountRate.per must be one of [Days, Weeks, Months, Years], but was Decades.");
        assertThatThrownBy(() -> DiscountRate.annual("1%").effectivePer(ChronoUnit.HOURS))
                .hasMessage("DiscountRate.effectivePer must be one of [Days, Weeks, Months, Years], but was Hours.");
        assertThatThrownBy(() -> DiscountRate.annual("-1%")).hasMessageStartingWith("Ratio must be");
    }
}
