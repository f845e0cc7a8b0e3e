package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogGammaSlopeTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.9, 1, 3.3, 9.99, 25, 4000})
    void itIsADividedDifferenceAndAtZeroTheDigammaFunction(double x) {
        assertThat(LogGammaSlope.of(x, 0)).isCloseTo(Digamma.value(x), within(1e-13 * (1 + 1 / x)));
        assertThat(LogGammaSlope.of(x, 0.5))
                .isCloseTo((LogGamma.value(x + 0.5) - LogGamma.value(x)) / 0.5, within(1e-14 * (100 + x)));
    }
}
