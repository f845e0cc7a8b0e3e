package io.github.planningmath.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.quantity.Ratio;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record of contracts, acquisition and potential names the component that was not given. */
class LifetimeMissingComponentTest {

    static Stream<Record> records() {
        CohortTable.Cohort cohort = CohortTable.Cohort.of("2026", 10, 7);
        RetentionCurve curve = new ConstantRetention(Ratio.percent(90));
        return Stream.of(
                cohort,
                CohortTable.of(cohort),
                new ConstantRetention(Ratio.ONE),
                new CohortRetention(CohortTable.of(cohort), RetentionTail.REFUSE),
                GivenRetention.of(RetentionTail.REFUSE, "1", "0.5"),
                new LifetimeTerms(
                        BigDecimal.ONE,
                        ChronoUnit.MONTHS,
                        DiscountRate.annual("10%"),
                        FirstMargin.NOW,
                        LifetimeHorizon.unbounded()),
                new DiscountRate(Ratio.ONE, ChronoUnit.YEARS),
                new CustomerAcquisition(BigDecimal.ONE, 1L),
                new ValueToCost(ValueBasis.CONTRIBUTION_MARGIN, 1.0, 1.0),
                new Payback.PaidBack(ValueBasis.CONTRIBUTION_MARGIN, 1, 1.0),
                new Payback.NotPaidBack(ValueBasis.CONTRIBUTION_MARGIN, 1.0, 1.0, LifetimeHorizon.unbounded()),
                new CustomerEquity(1.0, 1.0, 1.0),
                new MarketPotential(1L, Ratio.ONE, Ratio.ONE),
                new BassDiffusion(0.1, 0.3, 1L),
                new BassDiffusion.Year(1, 1L, 1.0, 1.0),
                new CurveRepeat(curve, Ratio.ONE),
                new ModelChoice.Holdout(1.0, 1L, 1.0),
                new ModelRepeat(new BgNbd(1, 1, 1, 1), ChronoUnit.WEEKS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void everyMissingComponentIsNamed(Record record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int missing = 0; missing < components.length; missing++) {
            if (components[missing].getType().isPrimitive()) {
                continue;
            }
            Object[] values = new Object[components.length];
            for (int index = 0; index < values.length; index++) {
                values[index] = index == missing
                        ? null
                        : components[index].getAccessor().invoke(record);
            }
            String name = record.getClass().getSimpleName() + "." + components[missing].getName();
            assertThatNullPointerException()
                    .as(name)
                    .isThrownBy(() -> create(record, components, values))
                    .withMessage(name + " must be given, but was null.");
        }
    }

    @Test
    void aMissingNumberOfPeriodsIsNamed() throws ReflectiveOperationException {
        LifetimeHorizon.Periods periods = new LifetimeHorizon.Periods(1);
        assertThatNullPointerException()
                .isThrownBy(() -> create(periods, LifetimeHorizon.Periods.class.getRecordComponents(), new Object[1]))
                .withMessage("LifetimeHorizon.periods must be given, but was null.");
    }

    /** No member of the sealed families is left out. */
    @Test
    void everyCurveAndPaybackIsTried() {
        List<Class<?>> tried = records().<Class<?>>map(Record::getClass).toList();
        assertThat(tried).contains(Payback.class.getPermittedSubclasses());
        assertThat(Arrays.stream(RetentionCurve.class.getPermittedSubclasses())
                        .filter(type -> type != ShiftedBetaGeometric.class)) // of primitives
                .allMatch(tried::contains);
    }

    private static Object create(Record record, RecordComponent[] components, Object[] values)
            throws ReflectiveOperationException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (Objects.requireNonNull(thrown.getCause()) instanceof NullPointerException missing) {
                throw missing;
            }
            throw thrown;
        }
    }
}
