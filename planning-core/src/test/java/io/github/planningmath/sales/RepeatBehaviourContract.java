package io.github.planningmath.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.planningmath.quantity.Ratio;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * What holds for every {@link RepeatBehaviour}. A member's test implements it and marks {@link #behaviours()} as a
 * provider.
 */
@SuppressWarnings("exports") // jqwik is no part of the module
public interface RepeatBehaviourContract {

    /** The oldest customers that the properties try: a hundred years. */
    int OLDEST = 1_200;

    /** The members of the family under test. */
    Arbitrary<RepeatBehaviour> behaviours();

    @Property
    default void noMoreCustomersStayThanThereAre(
            @ForAll("behaviours") RepeatBehaviour behaviour, @ForAll @IntRange(max = OLDEST) int age) {
        assertThat(behaviour.retention(age)).isBetween(Ratio.ZERO, Ratio.ONE);
    }

    @Property
    default void everyAgeHasARepeatRate(
            @ForAll("behaviours") RepeatBehaviour behaviour, @ForAll @IntRange(max = OLDEST) int age) {
        assertThat(behaviour.repeat(age)).isGreaterThanOrEqualTo(Ratio.ZERO);
    }

    @Property
    default void theSameAgeAlwaysBehavesTheSame(
            @ForAll("behaviours") RepeatBehaviour behaviour, @ForAll @IntRange(max = OLDEST) int age) {
        assertThat(behaviour.retention(age)).isEqualTo(behaviour.retention(age));
        assertThat(behaviour.repeat(age)).isEqualTo(behaviour.repeat(age));
    }

    @Property
    default void anAgeBelowZeroIsRefused(
            @ForAll("behaviours") RepeatBehaviour behaviour,
            @ForAll @IntRange(min = Integer.MIN_VALUE, max = -1) int age) {
        assertThatIllegalArgumentException().isThrownBy(() -> behaviour.retention(age));
        assertThatIllegalArgumentException().isThrownBy(() -> behaviour.repeat(age));
    }
}
