package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.Ratio;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GivenRetentionTest implements RetentionCurveContract {

    @Override
    @Provide
    public Arbitrary<RetentionCurve> curves() {
        return RetentionCurves.given();
    }

    @Test
    void theGivenSharesAreTheSurvival() {
        RetentionCurve curve = GivenRetention.of(RetentionTail.HOLD_LAST_RETENTION, "100%", "80%", "60%");
        assertThat(curve.survival(1)).isEqualTo(0.8);
        assertThat(curve.retention(2)).isEqualTo(0.6 / 0.8);
        assertThat(curve.survival(4)).isCloseTo(0.6 * 0.75 * 0.75, within(1e-15));
        assertThat(curve.expectedTenure()).isCloseTo(1 + 0.8 + 0.6 * 4, within(1e-14));
    }

    @Test
    void aFormulaIsAskedForEachPeriod() {
        GivenRetention curve = GivenRetention.of(period -> 1.0 / (1 + period), 3, RetentionTail.NOBODY_STAYS);
        assertThat(curve.survival())
                .containsExactly(Ratio.ONE, Ratio.of(1, 2), Ratio.of("0.333333333"), Ratio.of(1, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GivenRetention.of(period -> 1, 0, RetentionTail.REFUSE))
                .withMessage("GivenRetention.last must be from 1 to 100000, but was 0.");
    }

    @Test
    void whatIsNotKnownIsRefused() {
        RetentionCurve curve = GivenRetention.of(RetentionTail.REFUSE, "1", "0.5");
        assertThatThrownBy(() -> curve.survival(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "GivenRetention.survival must be asked for at most 1 periods, which are known, but was asked for"
                                + " 2. Perhaps a finite horizon or RetentionTail.HOLD_LAST_RETENTION was meant.");
    }

    @Test
    void aSurvivalThatDoesNotBeginWithAllIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GivenRetention.of(RetentionTail.REFUSE, "86.9%", "74.3%"))
                .withMessage(
                        "GivenRetention.survival must begin with 1, the share at the start, and go on for at least one"
                                + " period, but was [86.9%, 74.3%].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GivenRetention.of(RetentionTail.REFUSE, "1"))
                .withMessage(
                        "GivenRetention.survival must begin with 1, the share at the start, and go on for at least one"
                                + " period, but was [1].");
    }

    @Test
    void aSurvivalThatRisesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GivenRetention.of(RetentionTail.REFUSE, "1", "0.5", "0.6"))
                .withMessage("GivenRetention.survival must be from 0 to the 50% before, but was 60% after period 2.");
    }
}
