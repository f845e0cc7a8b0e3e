package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.RepeatBehaviour;
import io.github.planningmath.sales.RepeatBehaviourContract;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelRepeatTest implements RepeatBehaviourContract {

    static List<ModelRepeat> everyModel() {
        return List.of(
                new ModelRepeat(new Nbd(0.4, 9), ChronoUnit.WEEKS),
                new ModelRepeat(new BgNbd(0.243, 4.414, 0.793, 2.426), ChronoUnit.WEEKS),
                new ModelRepeat(new MbgNbd(0.525, 6.183, 0.891, 1.614), ChronoUnit.WEEKS),
                new ModelRepeat(new ParetoNbd(0.553, 10.578, 0.606, 11.669), ChronoUnit.WEEKS),
                new ModelRepeat(new BgBb(1.204, 0.750, 0.657, 2.783), ChronoUnit.MONTHS));
    }

    @Override
    @Provide
    public Arbitrary<RepeatBehaviour> behaviours() {
        return Arbitraries.of(everyModel()).map(model -> model);
    }

    /** The deals of a cohort, age by age, are those that the model expects. */
    @ParameterizedTest
    @MethodSource("everyModel")
    void theDealsOfACohortAreTheExpectedPurchases(ModelRepeat repeat) {
        double perMonth = repeat.unit() == ChronoUnit.WEEKS ? 365.2425 / 12 / 7 : 1;
        double customers = 1;
        double deals = 0;
        for (int age = 0; age < 36; age++) {
            deals += customers * repeat.repeat(age).toDouble();
            customers *= repeat.retention(age).toDouble();
            double time = (age + 1) * perMonth;
            // Nine decimals lost at each age.
            assertThat(customers).isCloseTo(repeat.model().survival(time), within(1e-9 * (age + 1)));
            assertThat(deals).isCloseTo(repeat.model().expectedPurchases(time), within(1e-8 * (age + 1)));
        }
    }

    /** At age 0 all have just bought; who left with that purchase is gone a month later. */
    @Test
    void allAreThereAtAgeZero() {
        MbgNbd model = new MbgNbd(0.525, 6.183, 0.891, 1.614);
        ModelRepeat repeat = new ModelRepeat(model, ChronoUnit.MONTHS);
        assertThat(repeat.retention(0)).isEqualTo(Ratio.fromDouble(model.survival(1)));
        assertThat(repeat.repeat(0)).isEqualTo(Ratio.fromDouble(model.expectedPurchases(1)));
    }

    @Test
    void theSameModelInAnotherUnitIsTheSameBehaviour() {
        BgNbd weeks = new BgNbd(0.243, 4.414, 0.793, 2.426);
        ModelRepeat inWeeks = new ModelRepeat(weeks, ChronoUnit.WEEKS);
        ModelRepeat inDays = new ModelRepeat(weeks.scaled(7), ChronoUnit.DAYS);
        for (int age : new int[] {0, 1, 12, 120}) {
            assertThat(inDays.retention(age).toDouble())
                    .isCloseTo(inWeeks.retention(age).toDouble(), within(1.5e-9));
            assertThat(inDays.repeat(age).toDouble())
                    .isCloseTo(inWeeks.repeat(age).toDouble(), within(1.5e-9));
        }
    }

    @Test
    void unitsWithoutAMeaningAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelRepeat(new BgBb(1, 1, 1, 1), ChronoUnit.WEEKS))
                .withMessage(
                        "ModelRepeat.unit must be Months for BG/BB, whose purchases have one opportunity a month here, but"
                                + " was Weeks.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelRepeat(new BgNbd(1, 1, 1, 1), ChronoUnit.HOURS))
                .withMessage("ModelRepeat.unit must be one of [Days, Weeks, Months, Years], but was Hours.");
    }

    @Test
    void anAgeBelowZeroIsNamed() {
        ModelRepeat repeat = everyModel().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> repeat.retention(-1))
                .withMessage("ModelRepeat.retention must be given an age of at least 0, but was given -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> repeat.repeat(-1))
                .withMessage("ModelRepeat.repeat must be given an age of at least 0, but was given -1.");
    }
}
