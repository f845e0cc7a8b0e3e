package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ExponentialIntegralTest {

    @ParameterizedTest
    @CsvFileSource(resources = "exponential-integral.csv", useHeadersInDisplayName = true)
    void theIntegralIsExactToThirteenDigits(double s, double y, double value) {
        assertThat(ExponentialIntegral.scaled(s, y)).isCloseTo(value, withinPercentage(1e-11));
    }
}
