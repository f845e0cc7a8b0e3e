package io.github.planningmath.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.traffic.MarketingApproach;
import org.junit.jupiter.api.Test;

class SalesTierTest {

    @Test
    void eachTierHasItsMarketingApproach() {
        assertThat(SalesTier.TRANSACTIONAL.approach()).isEqualTo(MarketingApproach.MASS);
        assertThat(SalesTier.CONSULTATIVE.approach()).isEqualTo(MarketingApproach.INDUSTRY);
        assertThat(SalesTier.STRATEGIC.approach()).isEqualTo(MarketingApproach.TARGETED);
    }
}
