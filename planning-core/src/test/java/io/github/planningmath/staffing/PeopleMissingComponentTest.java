package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.plan.Payroll;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Rate;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.sales.SalesTier;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record of people and queues names the component that was not given. */
class PeopleMissingComponentTest {

    private static final Set<String> MAY_BE_ABSENT = Set.of(
            "InboundLoad.patience", "WeeklyLoad.patience", "ResponseTarget.mostLost", "ResponseTarget.mostOccupancy");

    static Stream<Record> records() {
        YearMonth january = YearMonth.of(2027, 1);
        HandlingEffort effort = HandlingEffort.of("60", "2", "90");
        HiringTerms terms = HiringTerms.of("3000");
        Workload.Work work = new Workload.Work(january, SalesTier.CONSULTATIVE, 160L, 1L, 1L, 1L);
        Workload workload = new Workload(Horizon.ofMonths(january, 1), List.of(work));
        SalesTeam team = new SalesTeam(Map.of(SalesTier.CONSULTATIVE, effort), WorkingTime.of("160", "1"), 0L, terms);
        HiringPlan plan = team.staffed(workload);
        InboundLoad load = InboundLoad.of(200, Duration.ofMinutes(3));
        ResponseTarget target = ResponseTarget.of("80%", Duration.ZERO);
        WeeklyLoad week = WeeklyLoad.steady(List.of(DayOfWeek.MONDAY), 9, 10, 20, Duration.ofMinutes(3));
        InboundDesk desk = InboundDesk.of(week, target, "30%", WorkingWeek.of(5, 8), "2500");
        SalesQuota.Quota quota = new SalesQuota.Quota("Anna", january, 1L, BigDecimal.ONE);
        return Stream.of(
                work,
                workload,
                Teams.of(Payroll.none()),
                effort,
                terms,
                team,
                plan,
                plan.months().get(0),
                plan.hires().get(0),
                new Shortfall(january, Ratio.ONE, Ratio.ZERO),
                PeopleNeed.of(january, Ratio.ONE),
                WorkingTime.of("160", "80%"),
                OverAssignment.none(),
                quota,
                new SalesQuota(OverAssignment.none(), List.of(quota)),
                new SalesCapacity(BigDecimal.ONE, Rate.ONE, 1L, 1L, Ratio.ONE),
                load,
                target,
                load.queue(14).orThrow(),
                new UnstableQueue(load, 10, 11),
                week,
                WorkingWeek.of(5, 8),
                desk,
                desk.rota(),
                desk.rota().hours().get(0),
                desk.staffed(workload),
                desk.staffed(workload).months().get(0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void everyMissingComponentIsNamed(Record record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int missing = 0; missing < components.length; missing++) {
            String name = record.getClass().getSimpleName() + "." + components[missing].getName();
            if (MAY_BE_ABSENT.contains(name)) {
                continue;
            }
            Object[] values = new Object[components.length];
            for (int index = 0; index < values.length; index++) {
                values[index] = index == missing
                        ? null
                        : components[index].getAccessor().invoke(record);
            }
            assertThatNullPointerException()
                    .as(name)
                    .isThrownBy(() -> create(record, components, values))
                    .withMessage(name + " must be given, but was null.");
        }
    }

    private static void create(Record record, RecordComponent[] components, Object[] values) throws Throwable {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
        try {
            constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw Objects.requireNonNull(refused.getCause());
        }
    }
}
