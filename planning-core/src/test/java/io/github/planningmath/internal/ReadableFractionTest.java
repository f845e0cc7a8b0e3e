package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fractions as people take them in. */
class ReadableFractionTest {

    @ParameterizedTest
    @CsvSource({
        "1, 40, 2.5%, 2.5%, 0.025",
        "33343, 1288313, 2.588%, 2.588%, 0.02588",
        "2, 3, 2/3, 66.67%, 0.6667",
        "31, 113, 31/113, 27.43%, 0.2743",
        "1, 1001, 0.0999%, 0.0999%, 0.000999",
        "-1, 301, -1/301, -0.3322%, -0.003322",
        "36605, 34881, 1.049, 1.049, 1.049",
        "1234567, 3001, 411.4, 411.4, 411.4",
        "123456789, 3001, 41139, 41139, 41139",
        "299999, 300000, 100%, 100%, 1",
        "0, 7, 0%, 0%, 0",
        "7, 1, 7, 7, 7"
    })
    void areExactWhereThatIsShort(
            long numerator, long denominator, String readable, String roundedText, BigDecimal rounded) {
        Fraction fraction = Fraction.of(numerator, denominator);
        assertThat(fraction.readableText()).isEqualTo(readable);
        assertThat(fraction.roundedText()).isEqualTo(roundedText);
        assertThat(fraction.rounded()).isEqualTo(rounded);
    }
}
