package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.Ratio;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConstantRetentionTest implements RetentionCurveContract {

    @Override
    @Provide
    public Arbitrary<RetentionCurve> curves() {
        return RetentionCurves.constant();
    }

    @Test
    void ofAThirdChurnTwoThirdsStayThreePeriodsOnAverage() {
        RetentionCurve curve = ConstantRetention.ofChurn(Ratio.of(1, 3));
        assertThat(curve.retentionRatio(17)).isEqualTo(Ratio.of(2, 3));
        assertThat(curve.survival(2)).isCloseTo(4.0 / 9, within(1e-15));
        assertThat(curve.expectedTenure()).isCloseTo(3, within(1e-15));
        assertThat(curve.discountedLifetime(0.5)).isCloseTo(1.8, within(1e-15)); // 1.5 / (1.5 - 2/3)
    }

    @Test
    void whoNeverLeavesStaysForEver() {
        RetentionCurve curve = new ConstantRetention(Ratio.ONE);
        assertThat(curve.expectedTenure()).isInfinite();
        assertThat(curve.discountedLifetime(0.25)).isEqualTo(5); // 1.25 / 0.25
        assertThat(curve.discountedLifetime(0, 12, 0)).isEqualTo(12);
    }

    @Test
    void aRateAboveOneIsRefused() {
        assertThatThrownBy(() -> new ConstantRetention(Ratio.of(11, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ConstantRetention.rate must be from 0 to 1, but was 1.1.");
        assertThatThrownBy(() -> ConstantRetention.ofChurn(Ratio.of(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ConstantRetention.churn must be from 0 to 1, but was 5.");
    }
}
