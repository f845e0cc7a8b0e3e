package io.github.planningmath.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.quantity.Ratio;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // null is what is refused
class ConstantRepeatTest {

    @Test
    void customersMayBuyMoreThanOnceAMonth() {
        assertThat(new ConstantRepeat(Ratio.ONE, Ratio.of("1.5")).repeat(7)).isEqualTo(Ratio.of(3, 2));
    }

    @Test
    void customersWhoBuyOnceNeitherStayNorReturn() {
        RepeatBehaviour none = RepeatBehaviour.none();
        assertThat(none.retention(0)).isEqualTo(Ratio.ZERO);
        assertThat(none.repeat(0)).isEqualTo(Ratio.ZERO);
    }

    @Test
    void aRetentionAboveOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConstantRepeat(Ratio.of("1.05"), Ratio.ZERO))
                .withMessage("ConstantRepeat.retention must be from 0 to 1, but was 1.05.");
    }

    @Test
    void anAgeBelowZeroIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepeatBehaviour.none().retention(-1))
                .withMessage("ConstantRepeat.retention must be given an age of at least 0, but was given -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepeatBehaviour.none().repeat(-1))
                .withMessage("ConstantRepeat.repeat must be given an age of at least 0, but was given -1.");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ConstantRepeat(null, Ratio.ZERO))
                .withMessage("ConstantRepeat.retention must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new ConstantRepeat(Ratio.ZERO, null))
                .withMessage("ConstantRepeat.repeat must be given, but was null.");
    }
}
