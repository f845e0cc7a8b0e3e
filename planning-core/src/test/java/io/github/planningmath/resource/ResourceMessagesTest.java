package io.github.planningmath.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.staffing.Hire;
import io.github.planningmath.staffing.SalesTeam;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, and in which words. */
class ResourceMessagesTest {

    private static final Set<String> MAY_BE_ABSENT = Set.of(
            "Budget.month",
            "Resources.budget",
            "Resources.managers",
            "ResourceUse.needed",
            "MonthFigures.managers",
            "FeasibleMonth.needed",
            "FeasibleMonth.managers",
            "FeasibleMonth.budget",
            "Feasibility.most",
            "Feasibility.together",
            "Shortage.month");

    static Stream<Record> records() {
        SalesTeam team = BottleneckTest.team(1);
        Feasibility both = BottleneckTest.feasibility(
                BottleneckTest.constants(),
                Resources.unlimited().withBudget("5000").withManagers(team));
        ResourceUse use = both.uses().get(0);
        return Stream.of(
                both,
                use,
                use.price(),
                use.price().steps().get(0),
                new Resource.Visits("site"),
                Resources.unlimited(),
                ResourceSteps.withDefaults(),
                both.months().get(0),
                both.months().get(0).able(),
                Gap.NONE,
                new Shortage(BottleneckTest.MANAGERS, YearMonth.of(2027, 1), count(2), count(1)),
                new NothingFits(List.of(new Shortage(BottleneckTest.BUDGET, null, count(2), count(1))), List.of()));
    }

    private static NormValue count(long count) {
        return new NormValue.Count(count);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void everyMissingComponentIsNamed(Record record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int missing = 0; missing < components.length; missing++) {
            String name = record.getClass().getSimpleName() + "." + components[missing].getName();
            if (!MAY_BE_ABSENT.contains(name)) {
                Object[] given = new Object[components.length];
                for (int i = 0; i < given.length; i++) {
                    given[i] = i == missing ? null : components[i].getAccessor().invoke(record);
                }
                assertThatNullPointerException()
                        .isThrownBy(() -> create(record, components, given))
                        .withMessage(name + " must be given, but was null.");
            }
        }
    }

    private static void create(Record record, RecordComponent[] components, Object[] given) throws Throwable {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
        try {
            constructor.newInstance(given);
        } catch (InvocationTargetException refused) {
            throw Objects.requireNonNull(refused.getCause());
        }
    }

    @Test
    void resources() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resources.unlimited().withBudget("-1"))
                .withMessage("Resources.budget must be at least 0, but was -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Resources.unlimited().withBudgetByMonth(Map.of(YearMonth.of(2027, 1), new BigDecimal("-0.5"))))
                .withMessage("Resources.budgetByMonth[2027-01] must be at least 0, but was -0.5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resources.unlimited().withVisitCeilings(Map.of("site", -1L)))
                .withMessage("Resources.visitCeilings[site] must be at least 0, but was -1.");
        Hire hire = new Hire(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 1), 1L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Resources.unlimited().withHires(List.of(hire)))
                .withMessage("Resources.hires must be empty where no managers are given, but were"
                        + " [1 person from 2027-02-01, to be decided by 2027-01-01].");
    }

    @Test
    void resourcesThatDoNotFitTheConstants() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(Resources.unlimited().withVisitCeilings(Map.of("sight", 1L))))
                .withMessage("Resources.visitCeilings must name known channels (site), but named sight.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        given(Resources.unlimited().withBudgetByMonth(Map.of(YearMonth.of(2026, 12), BigDecimal.ONE))))
                .withMessage("Resources.budgetByMonth must be a month of the plan, from 2027-01 to 2027-02,"
                        + " but was 2026-12.");
        Hire late = new Hire(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 15), 1L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(Resources.unlimited()
                        .withManagers(BottleneckTest.team(1))
                        .withHires(List.of(late))))
                .withMessage("SalesTeam.agreed must start on the first day of a month from 2027-01 to 2027-02, but was"
                        + " 1 person from 2027-02-15, to be decided by 2027-01-01.");
    }

    private static Feasibility given(Resources resources) {
        return BottleneckTest.feasibility(BottleneckTest.constants(), resources);
    }

    @Test
    void steps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResourceSteps(BigDecimal.ZERO, 1L, 1L))
                .withMessage("ResourceSteps.budget must be above 0, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResourceSteps(BigDecimal.ONE, 0L, 1L))
                .withMessage("ResourceSteps.managers must be at least 1, but was 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResourceSteps(BigDecimal.ONE, 1L, -5L))
                .withMessage("ResourceSteps.visits must be at least 1, but was -5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShadowPrice(List.of(), BigDecimal.ONE, BigDecimal.ONE))
                .withMessage("ShadowPrice.steps must hold at least one, but was empty.");
    }

    @Test
    void shortagesAndRefusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shortage(BottleneckTest.BUDGET, null, count(1), count(1)))
                .withMessage("Shortage.needed must be above the 1 available, but was 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NothingFits(List.of(), List.of()))
                .withMessage("NothingFits.obstacles must hold at least one where there is no shortage, but was empty.");
        assertThat(new NothingFits(
                        List.of(new Shortage(BottleneckTest.BUDGET, null, count(2), count(1))),
                        List.of(new Obstacle.TrafficTooDear(7L))))
                .hasToString(
                        "No plan fits the resources: budget: 2 would be needed, but there are 1; beyond 7 new deals"
                                + " the traffic for a further one costs more than it contributes.");
    }

    @Test
    void usesOfWhatIsNotLimited() {
        Feasibility both = given(Resources.unlimited().withBudget("5000"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.use(BottleneckTest.MANAGERS))
                .withMessage("Feasibility.resource must be one that is limited ([budget]), but was managers.");
    }
}
