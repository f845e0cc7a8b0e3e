package io.github.planningmath.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.traffic.Direction;
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
}
