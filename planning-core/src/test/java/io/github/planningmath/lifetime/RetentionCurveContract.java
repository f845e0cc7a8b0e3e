package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every {@link RetentionCurve} that is known for ever. A member's test marks {@link #curves()} as a provider. */
@SuppressWarnings("exports") // jqwik is no part of the module
public interface RetentionCurveContract {

    int OLDEST = 30;

    /** The members of the family under test. */
    Arbitrary<RetentionCurve> curves();

    @Property
    default void everybodyIsThereAtFirstAndNobodyComesBack(
            @ForAll("curves") RetentionCurve curve, @ForAll @IntRange(max = OLDEST) int period) {
        assertThat(curve.survival(0)).isEqualTo(1);
        assertThat(curve.survival(period)).isBetween(0.0, 1.0);
        assertThat(curve.survival(period + 1)).isLessThanOrEqualTo(curve.survival(period));
    }

    @Property
    default void survivalIsTheProductOfRetentions(
            @ForAll("curves") RetentionCurve curve, @ForAll @IntRange(min = 1, max = OLDEST) int period) {
        assertThat(curve.retention(period)).isBetween(0.0, 1.0);
        assertThat(curve.survival(period - 1) * curve.retention(period))
                .isCloseTo(curve.survival(period), within(1e-13));
    }

    @Property
    default void aPlanIsNeverGivenMoreThanTheCurve(
            @ForAll("curves") RetentionCurve curve, @ForAll @IntRange(min = 1, max = OLDEST) int period) {
        assertThat(curve.retentionRatio(period).toDouble())
                .isLessThanOrEqualTo(curve.retention(period))
                .isCloseTo(curve.retention(period), within(1.0001e-9));
    }

    @Property
    default void aLifetimeIsThisPeriodAndTheLifetimeOfThoseWhoStay(
            @ForAll("curves") RetentionCurve curve,
            @ForAll @IntRange(max = OLDEST) int age,
            @ForAll @DoubleRange(min = 0.01, max = 2) double discount) {
        assertThat(1 + curve.retention(age + 1) / (1 + discount) * curve.discountedLifetime(age + 1, discount))
                .isCloseTo(curve.discountedLifetime(age, discount), withinPercentage(1e-10));
        assertThat(1 + curve.discountedResidualLifetime(age + 1, discount) / (1 + discount))
                .isCloseTo(curve.discountedLifetime(age, discount), withinPercentage(1e-10));
    }

    @Property(tries = 200)
    default void theClosedFormIsTheSum(
            @ForAll("curves") RetentionCurve curve,
            @ForAll @IntRange(max = OLDEST) int age,
            @ForAll @DoubleRange(min = 0.05, max = 2) double discount) {
        assertThat(curve.discountedLifetime(age, 1_000, discount))
                .isCloseTo(curve.discountedLifetime(age, discount), withinPercentage(1e-10));
    }

    @Property
    default void aGreaterDiscountNeverLengthensALifetime(
            @ForAll("curves") RetentionCurve curve,
            @ForAll @IntRange(max = OLDEST) int age,
            @ForAll @IntRange(min = 1, max = OLDEST) int periods,
            @ForAll @DoubleRange(max = 2) double discount,
            @ForAll @DoubleRange(max = 2) double more) {
        double rounding = 1 + 1e-13;
        assertThat(curve.discountedLifetime(age, periods, discount + more))
                .isLessThanOrEqualTo(curve.discountedLifetime(age, periods, discount) * rounding);
        assertThat(curve.discountedLifetime(age, discount + more))
                .isLessThanOrEqualTo(curve.discountedLifetime(age, discount) * rounding);
    }

    @Property
    default void periodsThatDoNotExistAreRefused(
            @ForAll("curves") RetentionCurve curve, @ForAll @IntRange(min = Integer.MIN_VALUE, max = -1) int below) {
        String type = curve.getClass().getSimpleName();
        assertThatThrownBy(() -> curve.survival(below))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(type + ".survival must be given a period of at least 0, but was given " + below + ".");
        for (int renewal : new int[] {0, below}) {
            String message = type + ".retention must be given a period of at least 1, but was given " + renewal + ".";
            assertThatThrownBy(() -> curve.retention(renewal)).hasMessage(message);
            assertThatThrownBy(() -> curve.retentionRatio(renewal)).hasMessage(message);
            assertThatThrownBy(() -> curve.discountedResidualLifetime(renewal, 0.1))
                    .hasMessage(message);
        }
        assertThatThrownBy(() -> curve.discountedLifetime(below, 0.1))
                .hasMessage(
                        type + ".discountedLifetime must be given an age of at least 0, but was given " + below + ".");
        assertThatThrownBy(() -> curve.discountedLifetime(below, 1, 0.1))
                .hasMessage("RetentionCurve.discountedLifetime must be given an age of at least 0, but was given "
                        + below + ".");
        assertThatThrownBy(() -> curve.discountedLifetime(0, 0, 0.1))
                .hasMessage("RetentionCurve.discountedLifetime.periods must be from 1 to 100000, but was 0.");
        for (double discount : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            String message = "RetentionCurve.discount must be at least 0 and finite, but was " + discount + ".";
            assertThatThrownBy(() -> curve.discountedLifetime(0, discount)).hasMessage(message);
            assertThatThrownBy(() -> curve.discountedLifetime(0, 1, discount)).hasMessage(message);
        }
    }
}
