package io.github.planningmath.quantity;

import static io.github.planningmath.quantity.RateTest.overflows;
import static io.github.planningmath.quantity.RateTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    @ParameterizedTest
    @CsvSource({
        "1.05, 21, 20",
        "105%, 21, 20",
        "12, 12, 1",
        "0, 0, 1",
        "0%, 0, 1",
        "-0, 0, 1",
        "2.5 %, 1, 40",
        "37/1200, 37, 1200",
        "9223372036854775807, 9223372036854775807, 1"
    })
    void readsWhatPeopleWrite(String text, long numerator, long denominator) {
        assertThat(Ratio.parse(text)).isEqualTo(new Ratio(numerator, denominator));
        assertThat(Ratio.of(text)).isEqualTo(Ratio.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, 0%",
        "1, 40, 2.5%",
        "99, 100, 99%",
        "1, 1, 1",
        "21, 20, 1.05",
        "12, 1, 12",
        "1000, 1, 1000",
        "1, 3, 1/3",
        "4, 3, 4/3",
        "4097, 4096, 1.000244140625",
        "8193, 8192, 8193/8192"
    })
    void printsPercentBelowOneAndDecimalsAbove(long numerator, long denominator, String text) {
        assertThat(Ratio.of(numerator, denominator)).hasToString(text);
    }

    @Test
    void percentIsAHundredth() {
        assertThat(Ratio.percent("2.5")).isEqualTo(Ratio.of(1, 40));
        assertThat(Ratio.percent("250%")).isEqualTo(Ratio.of(5, 2));
        assertThat(Ratio.percent(0)).isEqualTo(Ratio.ZERO);
        assertThat(Ratio.percent(100)).isEqualTo(Ratio.ONE);
        assertThat(Ratio.of(12)).isEqualTo(Ratio.of(24, 2));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 3/10", "0.0, 0", "-0.0, 0", "1e-10, 0", "1.9999999999, 1.999999999", "1e18, 1000000000000000000"})
    void aDoubleIsRoundedDownToNineDecimals(double value, String ratio) {
        assertThat(Ratio.fromDouble(value)).isEqualTo(Ratio.of(ratio));
    }

    @Test
    void arithmeticIsExact() {
        assertThat(Ratio.of(1, 3).plus(Ratio.of(1, 6))).isEqualTo(Ratio.of(1, 2));
        assertThat(Ratio.of(4, 3).times(Ratio.of(9, 8))).isEqualTo(Ratio.of(3, 2));
        assertThat(Ratio.of(4, 3).times(Ratio.ZERO)).isEqualTo(Ratio.ZERO);
        assertThat(Ratio.of(1, 3).complement()).isEqualTo(Ratio.of(2, 3));
        assertThat(Ratio.ONE.complement()).isEqualTo(Ratio.ZERO);
        assertThat(Ratio.of("1.05").yieldOf(99)).isEqualTo(103);
        assertThat(Ratio.of("1.05").toDouble()).isEqualTo(1.05);
        assertThat(Ratio.of(4, 3)).isGreaterThan(Ratio.of("1.333333333"));
    }

    @Test
    void sumsCancelBeforeTheyAreJudged() {
        Ratio third = Ratio.of(1, 6_000_000_000_000_000_000L);
        assertThat(third.plus(Ratio.of(1, 3_000_000_000_000_000_000L)))
                .isEqualTo(Ratio.of(1, 2_000_000_000_000_000_000L));
    }

    @Test
    void aRatioIsAtLeastZero() {
        refuses(() -> new Ratio(-1, 2), "Ratio must be at least 0, but was -50%.");
        refuses(() -> Ratio.of(-3), "Ratio must be at least 0, but was -3.");
        refuses(() -> Ratio.of("-1.5"), "Ratio must be at least 0, but was -1.5.");
        refuses(() -> Ratio.percent("-1"), "Ratio must be at least 0, but was -1%.");
        refuses(() -> Ratio.percent(-1), "Ratio must be at least 0, but was -1%.");
    }

    @Test
    void aDenominatorIsAboveZero() {
        refuses(() -> new Ratio(1, 0), "Ratio.denominator must be above 0, but was 0.");
    }

    @Test
    void aTextIsANumber() {
        refuses(() -> Ratio.of("much"), "Ratio must be written like 2.5%, 0.025 or 1/40, but was \"much\".");
    }

    @Test
    void aDoubleIsAtLeastZeroAndFinite() {
        refuses(() -> Ratio.fromDouble(Double.NaN), "Ratio.fromDouble must be at least 0 and finite, but was NaN.");
        refuses(
                () -> Ratio.fromDouble(Double.POSITIVE_INFINITY),
                "Ratio.fromDouble must be at least 0 and finite, but was Infinity.");
        refuses(() -> Ratio.fromDouble(-0.1), "Ratio.fromDouble must be at least 0 and finite, but was -0.1.");
    }

    @Test
    void aCountIsAtLeastZero() {
        refuses(() -> Ratio.ONE.yieldOf(-1), "Ratio.yieldOf must be given at least 0, but was -1.");
    }

    @Test
    void whatDoesNotFitInALongIsAnError() {
        overflows(
                () -> Ratio.of(3, 2).yieldOf(Long.MAX_VALUE),
                "A count must fit in a long, but was 9223372036854775807 * 3 / 2.");
        overflows(
                () -> Ratio.of(Long.MAX_VALUE).times(Ratio.of(2)),
                "Ratio.times must have terms that fit in a long, but was 9223372036854775807/1 times 2/1.");
        overflows(
                () -> Ratio.of(Long.MAX_VALUE).plus(Ratio.ONE),
                "Ratio must have terms that fit in a long, but was 9223372036854775808/1.");
        overflows(
                () -> Ratio.fromDouble(1e19),
                "Ratio must have terms that fit in a long, but was 10000000000000000000/1.");
        overflows(() -> Ratio.of("1.05").complement(), "Ratio.complement must be taken of at most 1, but was of 1.05.");
    }
}
