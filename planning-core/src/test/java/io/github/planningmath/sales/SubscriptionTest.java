package io.github.planningmath.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Ratio;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final Subscription GROWING = Subscription.of("97%", "2%", "1%");

    /** 1.01, 1.0201, 1.030301 … of what was sold; of 1.01 ^ 5 = 1.0510100501 nine decimals. */
    @Test
    void sizesGrowByWhatIsTakenLessWhatIsGivenUp() {
        assertThat(GROWING.growth()).isEqualTo(Ratio.percent(101));
        assertThat(GROWING.size(0)).isEqualTo(Ratio.ONE);
        assertThat(GROWING.size(3)).isEqualTo(Ratio.of("1.030301"));
        assertThat(GROWING.size(5)).isEqualTo(Ratio.of("1.05101005"));
    }

    /** Who stays pays: 97 % of 1.01 at the first renewal, of 1.0201 at the second. */
    @Test
    void whoStaysPaysForTheSizeOfTheNextAge() {
        assertThat(GROWING.retention(7)).isEqualTo(Ratio.percent(97));
        assertThat(GROWING.repeat(0)).isEqualTo(Ratio.of("0.9797"));
        assertThat(GROWING.repeat(1)).isEqualTo(Ratio.of("0.989497"));
    }

    @Test
    void whatNeitherGrowsNorShrinksIsThePlainRetention() {
        Subscription steady = new Subscription(Ratio.of(37, 1213), Ratio.percent(3), Ratio.percent(3));
        assertThat(steady.repeat(40)).isEqualTo(Ratio.of(37, 1213));
        assertThat(steady.size(40)).isEqualTo(Ratio.ONE);
        assertThat(Subscription.of("90%")).isEqualTo(Subscription.of("90%", "0%", "0%"));
    }

    @Test
    void allThatIsGivenUpLeavesNothing() {
        assertThat(Subscription.of("90%", "0%", "100%").repeat(0)).isEqualTo(Ratio.ZERO);
    }

    @Test
    void partsAreShares() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscription.of("101%"))
                .withMessage("Subscription.retention must be from 0 to 1, but was 1.01.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subscription.of("90%", "0%", "120%"))
                .withMessage("Subscription.contraction must be from 0 to 1, but was 1.2.");
    }

    @Test
    void anAgeIsNotBelowNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GROWING.size(-1))
                .withMessage("Subscription.size must be given an age of at least 0, but was given -1.");
    }
}
