package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.Ratio;
import org.junit.jupiter.api.Test;

class MarketPotentialTest {

    /**
     * 6,000 accounts at 1,500, of which 3,333 can be served
     * (dhirubhai.net/pulse/how-calculate-tam-sam-som-saas-growth-churnkey-wrx9e): 9,000,000 and 4,999,500.
     */
    @Test
    void theMarketIsWorthThePublishedMoney() {
        MarketPotential market = MarketPotential.ofCounts(6_000, 3_333, 400);
        assertThat(market.totalValue(1_500)).isEqualTo(9_000_000);
        assertThat(market.serviceableCustomers()).isEqualTo(3_333);
        assertThat(market.serviceableValue(1_500)).isEqualTo(4_999_500);
        assertThat(market.obtainableCustomers()).isEqualTo(400);
        assertThat(market.obtainableValue(1_500)).isEqualTo(600_000);
    }

    @Test
    void sharesAreRoundedOnce() {
        MarketPotential market = new MarketPotential(100L, Ratio.of(1, 3), Ratio.of(3, 4));
        assertThat(market.serviceableCustomers()).isEqualTo(33);
        assertThat(market.obtainableCustomers()).isEqualTo(25); // 3/4 of 33 would be 24
    }

    @Test
    void theDiffusionIsAmongThoseWhoCanBeWon() {
        assertThat(MarketPotential.ofCounts(6_000, 3_000, 400).diffusion(0.03, 0.38))
                .isEqualTo(new BassDiffusion(0.03, 0.38, 400L));
    }

    @Test
    void sharesAboveOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarketPotential(10L, Ratio.of("1.5"), Ratio.ONE))
                .withMessage("MarketPotential.serviceable must be from 0 to 1, but was 1.5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarketPotential(10L, Ratio.ONE, Ratio.of(2)))
                .withMessage("MarketPotential.obtainable must be from 0 to 1, but was 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarketPotential(-1L, Ratio.ONE, Ratio.ONE))
                .withMessage("MarketPotential.total must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketPotential.ofCounts(10, 10, 5).totalValue(Double.NaN))
                .withMessage("MarketPotential.lifetimeValue must be at least 0 and finite, but was NaN.");
    }

    @Test
    void everyPartIsWithinTheOneBefore() {
        MarketPotential market = new MarketPotential(Long.MAX_VALUE, Ratio.percent(50), Ratio.percent(10));
        assertThat(market.serviceableCustomers()).isEqualTo(Long.MAX_VALUE / 2);
        assertThat((double) market.obtainableCustomers()).isCloseTo(Long.MAX_VALUE / 20.0, within(2048.0));
    }
}
