package io.github.planningmath.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void theSumOfNothingIsZero() {
        assertThat(Counts.sum(List.<Long>of(), Long::longValue, "Type.total")).isZero();
    }

    @Test
    void theGreatestLongIsASum() {
        assertThat(Counts.sum(List.of(Long.MAX_VALUE - 1, 1L), Long::longValue, "Type.total"))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aSumBeyondLongIsShownInFull() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Counts.sum(
                        List.of(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE), Long::longValue, "Type.total"))
                .withMessage("Type.total must be at most 9223372036854775807, but was 27670116110564327421.");
    }
}
