package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Integrals with a closed form. */
class UnitIntegralTest {

    private static final double PERCENT = 1e-11;

    @Test
    void smoothFunctions() {
        assertIntegral((x, rest) -> x * x, 1 / 3.0);
        assertIntegral((x, rest) -> 4 / (1 + x * x), Math.PI);
    }

    @Test
    void singularEnds() {
        assertIntegral((x, rest) -> 1 / Math.sqrt(x), 2);
        assertIntegral((x, rest) -> 1 / Math.sqrt(x * rest), Math.PI);
        assertIntegral((x, rest) -> Math.log(x), -1);
        assertIntegral((x, rest) -> Math.pow(x, -0.9), 10);
    }

    @Test
    void scalesOfManyDecades() {
        assertIntegral((x, rest) -> 1 / (x + 1e-9), Math.log1p(1e9));
        assertIntegral((x, rest) -> Math.exp(-1e6 * x), 1e-6);
    }

    private static void assertIntegral(DoubleBinaryOperator integrand, double expected) {
        assertThat(UnitIntegral.of(integrand)).isCloseTo(expected, withinPercentage(PERCENT));
    }
}
