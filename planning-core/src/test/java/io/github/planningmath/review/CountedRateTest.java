package io.github.planningmath.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CountedRateTest {

    private final CountedRate rate = new CountedRate();

    /** 3.7 a month, counted in whole numbers: 3, 4, 4, 3, 4, 4, … */
    @Test
    void isKeptAsLongAsTheSumIsLessThanOneOff() {
        long through = 0;
        for (int month = 1; month <= 1_000; month++) {
            long sum = (long) Math.floor(3.7 * month);
            assertThat(rate.of((double) (sum - through), 3.7, 3.7)).isEqualTo(3.7);
            through = sum;
        }
    }

    @Test
    void isKeptAsWellWhereNeedsWereRoundedUp() {
        long through = 0;
        for (int month = 1; month <= 1_000; month++) {
            long sum = (long) Math.ceil(0.3 * month - 1e-9);
            assertThat(rate.of((double) (sum - through), 0.3, 0.3)).isEqualTo(0.3);
            through = sum;
        }
    }

    @Test
    void aCountThatIsOneOffIsTakenAtItsWord() {
        assertThat(rate.of(9, 10, 10)).isEqualTo(9);
        assertThat(rate.of(11, 10, 10)).isEqualTo(11);
    }

    /** Half a deal expected and none made: in the second month one is missing. */
    @Test
    void whatIsMissingForLongIsFoundOut() {
        assertThat(rate.of(0, 0.5, 0.5)).isEqualTo(0.5);
        double taken = 0.5;
        for (int month = 2; month <= 10; month++) {
            taken += rate.of(0, 0.5, 0.5);
        }
        assertThat(taken).isEqualTo(0.5);
    }

    @Test
    void theSumIsThatOfTheCountsOnceOneIsTakenAtItsWord() {
        double taken = rate.of(3, 3.4, 3.4) + rate.of(3, 3.4, 3.4) + rate.of(3, 3.4, 3.4);
        assertThat(taken).isCloseTo(9, within(1e-12));
    }

    @Test
    void nothingIsMadeOfLessThanNothing() {
        assertThat(rate.of(0, 0.9, 0.9)).isEqualTo(0.9);
        assertThat(rate.of(0, 0.9, 0.9)).isZero();
    }

    @Test
    void allowsForWhatCameBeforeInWholeNumbers() {
        rate.allow(0.5);
        assertThat(rate.of(9, 10.4, 10.4)).isEqualTo(10.4);
        assertThat(rate.of(9, 9.2, 9.2)).isCloseTo(18 - 10.4, within(1e-12));
    }

    @Test
    void beginsAnewAfterAMonthThatIsNotKnown() {
        assertThat(rate.of(9, 9.9, 9.9)).isEqualTo(9.9);
        rate.beginAnew();
        assertThat(rate.of(9, 9.9, 9.9)).isEqualTo(9.9);
    }
}
