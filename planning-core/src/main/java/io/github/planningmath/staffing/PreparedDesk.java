package io.github.planningmath.staffing;

import io.github.planningmath.internal.DocumentForm;
import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.Workload;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A desk that is staffed for many plans: agents are looked up by calls, and people by how many times the week there is. */
@InboundDeskJson
final class PreparedDesk implements PeopleCost {

    private static final double AS_GIVEN = 1;

    private final InboundDesk desk;
    private final StaffByLoad agents;
    private final StaffByLoad people;

    PreparedDesk(InboundDesk desk) {
        this.desk = desk;
        WeeklyLoad week = desk.week();
        agents = new StaffByLoad(
                calls -> new InboundLoad(calls, week.handlingTime(), week.patience()).agentsFor(desk.target()));
        people = new StaffByLoad(this::peopleFor);
    }

    @DocumentForm.Written
    InboundDesk desk() {
        return desk;
    }

    /** As {@link WeeklyRota#people} has it, without the calls lost meanwhile. */
    private long peopleFor(double factor) {
        List<long[]> rostered = desk.week().callsByHour().values().stream()
                .map(calls -> rostered(calls, factor))
                .toList();
        return ShiftCover.people(rostered, desk.workingWeek());
    }

    private long[] rostered(List<Double> calls, double factor) {
        return calls.stream()
                .mapToLong(each -> each == 0 ? 0 : WeeklyRota.rostered(agents.people(each * factor), desk.shrinkage()))
                .toArray();
    }

    @Override
    public BigDecimal cost(Workload work) {
        long months = 0;
        for (double factor : desk.factors(work)) {
            months = Math.addExact(months, people.people(factor));
        }
        return desk.salaryPerMonth().multiply(BigDecimal.valueOf(months));
    }

    @Override
    public BigDecimal cost(YearMonth month) {
        return desk.salaryPerMonth().multiply(BigDecimal.valueOf(people.people(AS_GIVEN)));
    }

    @Override
    public PeopleCost staffed(Workload work) {
        return desk.staffed(work);
    }

    @Override
    public @Nullable Obstacle obstacle(Workload work) {
        return followsWork()
                        && !desk.carries(Arrays.stream(desk.factors(work)).max().orElse(AS_GIVEN))
                ? desk.obstacle(work)
                : null;
    }

    @Override
    public boolean followsWork() {
        return desk.followsWork();
    }

    @Override
    public String toString() {
        return desk.toString();
    }
}
