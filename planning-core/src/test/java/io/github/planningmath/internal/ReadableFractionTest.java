package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fractions as people take them in. */
class ReadableFractionTest {

    @ParameterizedTest
    @CsvSource({
        "1, 40, 2.5%, 0.025",
        "33343, 1288313, 2.588%, 0.02588",
        "2, 3, 2/3, 0.6667",
        "1, 99, 1/99, 0.0101",
        "1, 101, 0.9901%, 0.009901",
        "-1, 301, -0.3322%, -0.003322",
        "36605, 34881, 1.049, 1.049",
        "1234567, 301, 4102, 4102",
        "12345678, 301, 41016, 41016",
        "299999, 300000, 100%, 1",
        "0, 7, 0%, 0",
        "7, 1, 7, 7"
    })
    void areExactWhereThatIsShort(long numerator, long denominator, String readable, BigDecimal rounded) {
        Fraction fraction = Fraction.of(numerator, denominator);
        assertThat(fraction.readableText()).isEqualTo(readable);
        assertThat(fraction.rounded()).isEqualTo(rounded);
    }
}
