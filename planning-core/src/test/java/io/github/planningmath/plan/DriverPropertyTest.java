package io.github.planningmath.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.internal.Required;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The laws of an address: what was put there is found there, and nowhere else. */
class DriverPropertyTest {

    @Property
    void aValueThatIsPutBackChangesNothing(@ForAll @IntRange(max = 1_000_000) int number) {
        PlanningConstants constants = WrittenPlans.task(number).constants();
        for (Driver<?> driver : Driver.all(constants)) {
            assertThat(putBack(driver, constants)).isEqualTo(constants);
        }
    }

    @Property
    void aValueIsFoundWhereItWasPutAndNowhereElse(
            @ForAll @IntRange(max = 1_000_000) int number, @ForAll @IntRange(max = 1_000_000) int other) {
        PlanningConstants constants = WrittenPlans.task(number).constants();
        PlanningConstants others = WrittenPlans.task(other).constants();
        List<Driver<?>> both = Driver.all(constants).stream()
                .filter(Driver.all(others)::contains)
                // a mix names products and channels that the other may not have
                .filter(driver -> driver.kind() != Driver.Kind.PRODUCT_MIX
                        && driver.kind() != Driver.Kind.CHANNEL_MIX
                        && driver.kind() != Driver.Kind.SEASON)
                .toList();
        for (Driver<?> driver : both) {
            PlanningConstants changed = taken(driver, constants, others);
            for (Driver<?> each : Driver.all(constants)) {
                PlanningConstants expected = each.equals(driver) ? others : constants;
                assertThat((Object) changed.value(each))
                        .as("%s after %s", each, driver)
                        .isEqualTo(expected.value(each));
            }
        }
    }

    @Property
    void everyConstantHasOneAddressAndItsTextLeadsToIt(@ForAll @IntRange(max = 1_000_000) int number) {
        PlanningConstants constants = WrittenPlans.task(number).constants();
        List<Driver<?>> all = Driver.all(constants);
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        for (Driver<?> driver : all) {
            assertThat(Driver.parse(driver.toString())).isEqualTo(driver);
            assertThat((Object) constants.value(driver)).isNotNull();
        }
    }

    private static <V> PlanningConstants putBack(Driver<V> driver, PlanningConstants constants) {
        return constants.with(driver, Required.present(constants.value(driver), driver.toString()));
    }

    private static <V> PlanningConstants taken(
            Driver<V> driver, PlanningConstants constants, PlanningConstants others) {
        return constants.with(driver, Required.present(others.value(driver), driver.toString()));
    }
}
