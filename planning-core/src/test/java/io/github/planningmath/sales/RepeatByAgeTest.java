package io.github.planningmath.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.quantity.Ratio;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // null is what is refused
class RepeatByAgeTest {

    private static final List<Ratio> RETENTION = List.of(Ratio.percent(60), Ratio.percent(80), Ratio.percent(95));
    private static final List<Ratio> REPEAT = List.of(Ratio.ZERO, Ratio.of("0.1"));
    private static final RepeatByAge BY_AGE = new RepeatByAge(RETENTION, REPEAT);

    @Test
    void eachAgeHasItsOwnEntry() {
        assertThat(BY_AGE.retention(0)).isEqualTo(Ratio.percent(60));
        assertThat(BY_AGE.retention(1)).isEqualTo(Ratio.percent(80));
        assertThat(BY_AGE.repeat(1)).isEqualTo(Ratio.of("0.1"));
    }

    @Test
    void theLastEntryOfAListContinues() {
        assertThat(BY_AGE.retention(2)).isEqualTo(Ratio.percent(95));
        assertThat(BY_AGE.retention(Integer.MAX_VALUE)).isEqualTo(Ratio.percent(95));
        assertThat(BY_AGE.repeat(2)).isEqualTo(Ratio.of("0.1"));
    }

    @Test
    void aRetentionAboveOneIsRefusedWithItsAge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatByAge(List.of(Ratio.ONE, Ratio.of("1.05")), REPEAT))
                .withMessage("RepeatByAge.retention must be from 0 to 1, but was 1.05 at age 1.");
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatByAge(List.of(), REPEAT))
                .withMessage("RepeatByAge.retention must have at least one entry, but was [].");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatByAge(RETENTION, List.of()))
                .withMessage("RepeatByAge.repeat must have at least one entry, but was [].");
    }

    @Test
    void anAgeBelowZeroIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BY_AGE.retention(-1))
                .withMessage("RepeatByAge.retention must be given an age of at least 0, but was given -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BY_AGE.repeat(-1))
                .withMessage("RepeatByAge.repeat must be given an age of at least 0, but was given -1.");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new RepeatByAge(null, REPEAT))
                .withMessage("RepeatByAge.retention must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new RepeatByAge(RETENTION, null))
                .withMessage("RepeatByAge.repeat must be given, but was null.");
        assertThatNullPointerException()
                .isThrownBy(() -> new RepeatByAge(RETENTION, Arrays.asList(Ratio.ONE, null)))
                .withMessage("RepeatByAge.repeat[1] must be given, but was null.");
    }
}
