package io.github.planningmath.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({
        "2.5%, 1, 40",
        "2.5 %, 1, 40",
        "0.025, 1, 40",
        "1/40, 1, 40",
        "25/1000, 1, 40",
        "37/1200, 37, 1200",
        "37 / 1200, 37, 1200",
        "'  3% ', 3, 100",
        "1, 1, 1",
        "100%, 1, 1",
        "0.000000001, 1, 1000000000",
        "1/9223372036854775807, 1, 9223372036854775807",
        "92233720368547758070/922337203685477580700, 1, 10"
    })
    void readsWhatPeopleWrite(String text, long numerator, long denominator) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(numerator, denominator));
        assertThat(Rate.of(text)).isEqualTo(Rate.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 40, 2.5%",
        "1, 1, 100%",
        "7, 20, 35%",
        "37, 1200, 37/1200",
        "1, 3, 1/3",
        "1, 1000000000, 0.0000001%",
        "1, 16384, 0.006103515625%",
        "1, 32768, 1/32768"
    })
    void printsPercentWhereItEndsSoon(long numerator, long denominator, String text) {
        assertThat(Rate.of(numerator, denominator)).hasToString(text);
    }

    @Test
    void percentIsAHundredth() {
        assertThat(Rate.percent("2.5")).isEqualTo(Rate.of(1, 40));
        assertThat(Rate.percent("2.5%")).isEqualTo(Rate.of(1, 40));
        assertThat(Rate.percent("100/3")).isEqualTo(Rate.of(1, 3));
        assertThat(Rate.percent(35)).isEqualTo(Rate.of(7, 20));
        assertThat(Rate.percent(100)).isEqualTo(Rate.ONE);
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 3/10",
        "1.0, 1",
        "0.333333333333, 0.333333333",
        "0.9999999999, 0.999999999",
        "0.0000000019, 0.000000001",
        "1e-9, 0.000000001"
    })
    void aDoubleIsRoundedDownToNineDecimals(double value, String rate) {
        assertThat(Rate.fromDouble(value)).isEqualTo(Rate.of(rate));
    }

    /** Own example: in binary floating point, 21 / 0.35 rounded up is 61. */
    @Test
    void aNeedIsRoundedUpFromTheExactValue() {
        assertThat((long) Math.ceil(21 / 0.35)).isEqualTo(61);
        assertThat(Rate.of("0.35").needFor(21)).isEqualTo(60);
    }

    /** Own example: 7 / 0.3^4 = 864.1975..., while rounding up at every stage gives 890. */
    @Test
    void aChainOfRatesIsRoundedOnce() {
        Rate step = Rate.percent(30);
        Rate chain = step.times(step).times(step).times(step);
        assertThat(chain.needFor(7)).isEqualTo(865);
        assertThat(step.needFor(step.needFor(step.needFor(step.needFor(7))))).isEqualTo(890);
    }

    @Test
    void productsCancelBeforeTheyAreJudged() {
        Rate big = Rate.of(Long.MAX_VALUE - 1, Long.MAX_VALUE);
        assertThat(big.times(Rate.of(1, Long.MAX_VALUE - 1))).isEqualTo(Rate.of(1, Long.MAX_VALUE));
    }

    /** Figures worked out with Python's whole numbers of any size. */
    @Test
    void countsUpToTheGreatestLongAreExact() {
        assertThat(Rate.of(2, 3).yieldOf(Long.MAX_VALUE)).isEqualTo(6_148_914_691_236_517_204L);
        assertThat(Rate.of(Long.MAX_VALUE - 1, Long.MAX_VALUE).yieldOf(Long.MAX_VALUE))
                .isEqualTo(Long.MAX_VALUE - 1);
        assertThat(Rate.of(Long.MAX_VALUE - 1, Long.MAX_VALUE).needFor(Long.MAX_VALUE - 1))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(Rate.of(2, 3).needFor(6_148_914_691_236_517_204L)).isEqualTo(9_223_372_036_854_775_806L);
        assertThat(Rate.ONE.needFor(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void convertsAndCompares() {
        assertThat(Rate.percent(35).toRatio()).isEqualTo(Ratio.of("0.35"));
        assertThat(Rate.percent(35).toDouble()).isEqualTo(0.35);
        assertThat(Rate.of(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1))
                .isLessThan(Rate.of(Long.MAX_VALUE - 1, Long.MAX_VALUE));
        assertThat(Rate.of(1, 3)).isGreaterThan(Rate.of("0.333333333"));
    }

    @Test
    void aRateIsAboveZeroAndAtMostOne() {
        refuses(
                () -> new Rate(35, 1),
                "Rate must be above 0 and at most 1, but was 35. Perhaps Rate.percent(35) was meant.");
        refuses(
                () -> Rate.of("35"),
                "Rate must be above 0 and at most 1, but was 35. Perhaps Rate.percent(35) was meant.");
        refuses(
                () -> Rate.of(5, 2),
                "Rate must be above 0 and at most 1, but was 2.5. Perhaps Rate.percent(\"2.5\") was meant.");
        refuses(() -> Rate.of(4, 3), "Rate must be above 0 and at most 1, but was 4/3.");
        refuses(() -> Rate.of("101"), "Rate must be above 0 and at most 1, but was 101.");
        refuses(() -> Rate.of(0, 7), "Rate must be above 0 and at most 1, but was 0%.");
        refuses(() -> Rate.of(-1, 2), "Rate must be above 0 and at most 1, but was -50%.");
        refuses(() -> Rate.of(" 250% "), "Rate must be above 0 and at most 1, but was 250%.");
        refuses(() -> Rate.percent("250"), "Rate must be above 0 and at most 1, but was 250%.");
        refuses(() -> Rate.percent("0%"), "Rate must be above 0 and at most 1, but was 0%.");
        refuses(() -> Rate.percent(101), "Rate must be above 0 and at most 1, but was 101%.");
        refuses(() -> Rate.percent(0), "Rate must be above 0 and at most 1, but was 0%.");
    }

    @Test
    void aDenominatorIsAboveZero() {
        refuses(() -> new Rate(1, 0), "Rate.denominator must be above 0, but was 0.");
        refuses(() -> Rate.of(-1, -2), "Rate.denominator must be above 0, but was -2.");
        refuses(() -> Rate.of("1/0"), "Rate.denominator must be above 0, but was 0.");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "''", "abc", "'2,5%'", "1e-3", "1//2", "%", ".5", "+1", "1/-2", "1%2", "0x1"})
    void aTextIsANumber(String text) {
        refuses(() -> Rate.of(text), "Rate must be written like 2.5%, 0.025 or 1/40, but was \"" + text + "\".");
    }

    @Test
    void aDoubleIsInRange() {
        refuses(
                () -> Rate.fromDouble(Double.NaN),
                "Rate.fromDouble must be at least 0.000000001 and at most 1, but was NaN.");
        refuses(
                () -> Rate.fromDouble(Double.POSITIVE_INFINITY),
                "Rate.fromDouble must be at least 0.000000001 and at most 1, but was Infinity.");
        refuses(
                () -> Rate.fromDouble(9e-10),
                "Rate.fromDouble must be at least 0.000000001 and at most 1, but was 9.0E-10.");
        refuses(
                () -> Rate.fromDouble(35),
                "Rate.fromDouble must be at least 0.000000001 and at most 1, but was 35.0."
                        + " Perhaps Rate.percent(35) was meant.");
    }

    @Test
    void aCountIsAtLeastZero() {
        refuses(() -> Rate.ONE.yieldOf(-1), "Rate.yieldOf must be given at least 0, but was -1.");
        refuses(() -> Rate.ONE.needFor(-1), "Rate.needFor must be given at least 0, but was -1.");
    }

    @Test
    void aTextIsGiven() {
        assertThatThrownBy(RateTest::parseNull)
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Rate must be given, but was null.");
    }

    @SuppressWarnings("NullAway")
    private static void parseNull() {
        Rate.parse(null);
    }

    @Test
    void whatDoesNotFitInALongIsAnError() {
        overflows(
                () -> Rate.percent(50).needFor(Long.MAX_VALUE),
                "A count must fit in a long, but was 9223372036854775807 * 2 / 1.");
        overflows(
                () -> Rate.of(Long.MAX_VALUE - 1, Long.MAX_VALUE).needFor(Long.MAX_VALUE),
                "A count must fit in a long, but was 9223372036854775807 * 9223372036854775807 / 9223372036854775806.");
        overflows(
                () -> Rate.of(1, 3_037_000_501L).times(Rate.of(1, 3_037_000_501L)),
                "Rate.times must have terms that fit in a long, but was 1/3037000501 times 1/3037000501.");
        overflows(
                () -> Rate.of("1/9223372036854775808"),
                "Rate must have terms that fit in a long, but was 1/9223372036854775808.");
    }

    static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    static void overflows(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(ArithmeticException.class).hasMessage(message);
    }
}
