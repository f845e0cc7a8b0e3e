package io.github.planningmath.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesCycleTest {

    private static final SalesCycle SPREAD = SalesCycle.of("40%", "35%", "15%", "10%");

    @Test
    void aCycleIsOfSharesByAge() {
        assertThat(SalesCycle.months(1)).isEqualTo(SalesCycle.of("0", "100%")).hasToString("1");
        assertThat(SalesCycle.months(1).spreads()).isFalse();
        assertThat(SPREAD.spreads()).isTrue();
        assertThat(SPREAD.lastAge()).isEqualTo(3);
        assertThat(SPREAD.share(1)).isEqualTo(Ratio.percent(35));
        assertThat(SPREAD.share(4)).isEqualTo(Ratio.ZERO);
        assertThat(SPREAD.from(2)).isEqualTo(Ratio.percent(25));
        assertThat(SPREAD.from(-1)).isEqualTo(Ratio.ONE);
        assertThat(SPREAD.from(4)).isEqualTo(Ratio.ZERO);
        assertThat(SPREAD).hasToString("[40%, 35%, 15%, 10%]");
    }

    @Test
    void whatIsNoCycleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesCycle.of("40%", "35%"))
                .withMessage("SalesCycle.shares must sum to 100%, but [40%, 35%] summed to 75%.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesCycle.of("100%", "0"))
                .withMessage("SalesCycle.shares must end with one above 0, but were [1, 0%].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SalesCycle(List.of()))
                .withMessage("SalesCycle.shares must be of 1 to 121 ages, but were 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesCycle.of("1/2000000000", "1999999999/2000000000"))
                .withMessage(
                        "SalesCycle.shares must have a common denominator of at most 1000000000, but it was 2000000000."
                                + " Perhaps the shares are to be rounded to nine decimals, the last one to what is left.");
    }
}
