package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class UnitHypergeometricTest {

    @ParameterizedTest
    @CsvFileSource(resources = "unit-hypergeometric.csv", useHeadersInDisplayName = true)
    void theFunctionAndItsDerivativesAreThoseOfManyDigits(
            double b, double g, double z, double value, double byUpper, double byGap, double byArgument) {
        UnitHypergeometric function = new UnitHypergeometric();
        function.at(b, g, z);
        double accuracy = Math.max(1e-13, 1e-16 / (1 - z));
        assertThat(function.value()).isCloseTo(value, within(accuracy * value));
        assertThat(function.byUpper()).isCloseTo(byUpper, within(accuracy * Math.max(value, Math.abs(byUpper))));
        assertThat(function.byGap()).isCloseTo(byGap, within(accuracy * Math.max(value, Math.abs(byGap))));
        assertThat(function.byArgument()).isCloseTo(byArgument, within(accuracy * Math.max(value, byArgument)));
    }
}
