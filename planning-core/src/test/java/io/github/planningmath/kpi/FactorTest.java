package io.github.planningmath.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.traffic.Direction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorTest {

    @ParameterizedTest
    @CsvSource({
        "CAPTURE, SITE_CONVERSION",
        "WARM_UP, WARM_UP_RATE",
        "SALE, MANAGER_CONVERSION",
        "RETENTION, RETENTION_RATE",
        "REPEAT_SALE, REPEAT_RATE"
    })
    void eachDirectionHasItsRate(Direction direction, Factor rate) {
        assertThat(Factor.of(direction)).isEqualTo(rate);
    }

    @Test
    void everyFactorIsOfOneOfThreePillars() {
        assertThat(Arrays.stream(Factor.values()).filter(factor -> factor.pillar() == Pillar.PRODUCT))
                .containsExactly(Factor.PRODUCT_MIX, Factor.RETENTION_RATE, Factor.PRICE, Factor.UNIT_COST);
        assertThat(Arrays.stream(Factor.values()).filter(factor -> factor.pillar() == Pillar.SALES))
                .containsExactly(Factor.MANAGER_CONVERSION, Factor.REPEAT_RATE);
    }

    @Test
    void theRateOfADirectionBelongsToIt() {
        for (Direction direction : Direction.values()) {
            assertThat(Factor.of(direction).direction()).isEqualTo(direction);
        }
    }
}
