package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class HypergeometricTest {

    private static final double STATED = 1e-13;

    @ParameterizedTest(name = "{0} {1} {2} {3} {4}")
    @CsvFileSource(resources = "hypergeometric.csv", useHeadersInDisplayName = true)
    void theFunctionIsExactToThirteenDigits(
            String region, double a, double b, double c, double z, double value, @Nullable Double logarithm) {
        double actual = Hypergeometric.value(a, b, c, z);
        if (Double.isInfinite(value)) {
            assertThat(actual).isEqualTo(value);
        } else {
            assertThat(actual / value).as(region).isCloseTo(1, accepted(a, b, c, z));
        }
        if (logarithm != null) {
            assertThat(Hypergeometric.logValue(a, b, c, z, 1 - z) - logarithm)
                    .as(region)
                    .isCloseTo(0, within(accepted(a, b, c, z).value * Math.max(1, Math.abs(logarithm))));
        }
    }

    /** What is stated, and what rounding {@code 1 - z} makes of a function that is steep at 1. */
    private static Offset<Double> accepted(double a, double b, double c, double z) {
        double steepness = z < 0 ? 0 : Math.max(0, a + b - c) * Math.ulp(1 - z) / (1 - z);
        return within(STATED + steepness);
    }

    @Test
    void aKnownDistanceToOneIsNotLost() {
        // mpmath: F(1, 1; 1/2; 1 - 1e-20) = pi/2 * 1e30 to 30 digits.
        assertThat(Hypergeometric.value(1, 1, 0.5, 1, 1e-20) / (Math.PI / 2 * 1e30))
                .isCloseTo(1, within(STATED));
    }

    @Test
    void aValueBeyondDoubleHasALogarithm() {
        // mpmath, 60 digits: ln F(2000, 1500; 10; 0.9) and ln F(800, 900; 1000; 0.99)
        assertThat(Hypergeometric.logValue(2000, 1500, 10, 0.9, 0.1)).isCloseTo(10271.492816575248, within(1e-9));
        assertThat(Hypergeometric.logValue(800, 900, 1000, 0.99, 0.01)).isCloseTo(3247.01461547711, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3.5, -0.2, 0, 1e-300, 0.5, 1})
    void nothingIsAddedAtZero(double z) {
        assertThat(Hypergeometric.value(0, 2.5, 1.5, z)).isEqualTo(1);
        assertThat(Hypergeometric.value(2.5, 0, 1.5, z)).isEqualTo(1);
        assertThat(Hypergeometric.value(2.5, 1.5, 3.5, 0)).isEqualTo(1);
    }
}
