package io.github.planningmath.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // null is what is refused
class PackagingTest {

    @Test
    void aLineLeadsFromFeatureToResult() {
        Packaging line = new Packaging("call recording", "control over the sales department", "more sales");
        assertThat(line.feature()).isEqualTo("call recording");
        assertThat(line.benefit()).isEqualTo("control over the sales department");
        assertThat(line.result()).isEqualTo("more sales");
    }

    @Test
    void moreThanOneLineIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Packaging("call\nrecording", "b", "r"))
                .withMessage("Packaging.feature must be one line of text without blanks at its ends,"
                        + " but was \"call?recording\".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Packaging("f", "", "r"))
                .withMessage("Packaging.benefit must be one line of text without blanks at its ends, but was \"\".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Packaging("f", "b", "r "))
                .withMessage("Packaging.result must be one line of text without blanks at its ends, but was \"r \".");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Packaging(null, "b", "r"))
                .withMessage("Packaging.feature must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Packaging("f", null, "r"))
                .withMessage("Packaging.benefit must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new Packaging("f", "b", null))
                .withMessage("Packaging.result must be given, but was null.");
    }
}
