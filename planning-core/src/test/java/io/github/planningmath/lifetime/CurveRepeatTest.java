package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatBehaviourContract;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CurveRepeatTest implements RepeatBehaviourContract {

    @Override
    @Provide
    public Arbitrary<RepeatBehaviour> behaviours() {
        return Combinators.combine(RetentionCurves.any(), Arbitraries.longs().between(0, 3_000))
                .as((curve, repeat) -> new CurveRepeat(curve, Ratio.of(repeat, 1_000)));
    }

    @Test
    void anAgeIsTheNumberOfRenewalsSoFar() {
        CurveRepeat repeat = new CurveRepeat(new ShiftedBetaGeometric(1, 1), Ratio.of("0.25"));
        assertThat(repeat.retention(0)).isEqualTo(Ratio.of(1, 2));
        assertThat(repeat.retention(1)).isEqualTo(Ratio.of("0.666666666"));
        assertThat(repeat.repeat(9)).isEqualTo(Ratio.of(1, 4));
    }

    @Test
    void anAgeBelowZeroIsNamed() {
        CurveRepeat repeat = new CurveRepeat(new ConstantRetention(Ratio.ONE), Ratio.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> repeat.retention(-1))
                .withMessage("CurveRepeat.retention must be given an age of at least 0, but was given -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> repeat.repeat(-1))
                .withMessage("CurveRepeat.repeat must be given an age of at least 0, but was given -1.");
    }
}
