package io.github.planningmath.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.sales.SalesTier;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What is looked up is what would be worked out. */
class StaffByLoadPropertyTest {

    private static final int LOADS = 200;

    @Provide
    Arbitrary<ResponseTarget> targets() {
        ResponseTarget target = ResponseTarget.of("80%", Duration.ofSeconds(20));
        return Arbitraries.of(
                target,
                ResponseTarget.of("95%", Duration.ZERO),
                target.withMostOccupancy("70%"),
                target.withMostLost("2%"),
                ResponseTarget.of("90%", Duration.ofMinutes(15)));
    }

    @Property
    void theAgentsOfALoadAreThoseOfTheDirectCalculation(
            @ForAll("targets") ResponseTarget target,
            @ForAll @IntRange(min = 10, max = 600) int seconds,
            @ForAll @DoubleRange(min = 1, max = 3_000) double most,
            @ForAll boolean hangUp,
            @ForAll long seed) {
        Duration handling = Duration.ofSeconds(seconds);
        @Nullable Duration patience = hangUp ? Duration.ofSeconds(3L * seconds) : null;
        StaffByLoad table = new StaffByLoad(calls -> new InboundLoad(calls, handling, patience).agentsFor(target));
        Random random = new Random(seed);
        for (int each = 0; each < LOADS; each++) {
            double calls = most * (1 - random.nextDouble());
            assertThat(table.people(calls))
                    .as("%s calls", calls)
                    .isEqualTo(new InboundLoad(calls, handling, patience).agentsFor(target));
        }
    }

    @Property(tries = 50)
    void aPreparedDeskCostsWhatItsPeopleCost(
            @ForAll("targets") ResponseTarget target,
            @ForAll @IntRange(min = 1, max = 7) int days,
            @ForAll @IntRange(min = 1, max = 24) int hours,
            @ForAll @IntRange(max = 90) int shrinkage,
            @ForAll boolean hangUp,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Double> calls = random.doubles(24, 0, 40)
                .map(each -> each < 15 ? 0 : each)
                .boxed()
                .toList();
        WeeklyLoad week = new WeeklyLoad(
                Map.of(DayOfWeek.MONDAY, calls, DayOfWeek.SUNDAY, Collections.nCopies(24, 1.0)),
                Duration.ofMinutes(3),
                hangUp ? Duration.ofMinutes(2) : null);
        InboundDesk desk = InboundDesk.of(week, target, shrinkage + "%", WorkingWeek.of(days, hours), "2500")
                .withCallsPerLead("0.7");
        PreparedDesk prepared = new PreparedDesk(desk);
        YearMonth january = YearMonth.of(2027, 1);
        Horizon quarter = Horizon.ofMonths(january, 3);
        for (int each = 0; each < 20; each++) {
            Workload work = new Workload(
                    quarter,
                    quarter.all().stream()
                            .map(month -> new Workload.Work(
                                    month, SalesTier.CONSULTATIVE, (long) random.nextInt(5_000), 0L, 0L, 0L))
                            .toList());
            DeskPlan plan = desk.staffed(work);
            assertThat(prepared.cost(work))
                    .isEqualByComparingTo(
                            quarter.all().stream().map(plan::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(prepared.staffed(work)).isEqualTo(plan);
        }
        assertThat(prepared.cost(january)).isEqualByComparingTo(desk.cost(january));
        assertThat(prepared.obstacle(Workload.none(quarter))).isNull();
    }
}
