package io.github.planningmath.resource;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.PeopleCost;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Teams;
import io.github.planningmath.plan.Workload;
import io.github.planningmath.quantity.Horizon;
import io.github.planningmath.quantity.Ratio;
import io.github.planningmath.staffing.HiringPlan;
import io.github.planningmath.staffing.SalesTeam;
import io.github.planningmath.staffing.StaffMonth;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources on the constants of a plan: of two ceilings the tighter, and the team as it stands. */
final class Limits {

    private final Resources resources;
    private final Horizon horizon;
    private final Map<String, Long> ceilings;
    private final @Nullable HiringPlan team;
    private final List<@Nullable BigDecimal> budgets;

    private Limits(Resources resources, Horizon horizon, Map<String, Long> ceilings) {
        this.resources = resources;
        this.horizon = horizon;
        this.ceilings = ceilings;
        SalesTeam managers = resources.managers();
        team = managers == null ? null : managers.asItStands(Workload.none(horizon), resources.hires());
        budgets = new ArrayList<>();
        for (YearMonth month : horizon.all()) {
            budgets.add(resources.budgetByMonth().get(month));
        }
    }

    static Limits of(Resources resources, PlanningConstants constants) {
        Horizon horizon = constants.horizon();
        resources
                .budgetByMonth()
                .keySet()
                .forEach(month ->
                        Required.monthBetween(month, horizon.first(), horizon.last(), "Resources.budgetByMonth"));
        Map<String, Long> ceilings = new LinkedHashMap<>(resources.visitCeilings());
        Map<String, Long> known = new LinkedHashMap<>();
        for (Channel channel : constants.channels()) {
            Long given = ceilings.remove(channel.name());
            Long own = channel.visitCeiling();
            if (given != null || own != null) {
                known.put(channel.name(), given == null || (own != null && own < given) ? own : given);
            }
        }
        if (ceilings.isEmpty()) {
            return new Limits(resources, horizon, known);
        }
        List<String> names = constants.channels().stream().map(Channel::name).toList();
        throw new IllegalArgumentException("Resources.visitCeilings must name known channels ("
                + String.join(", ", names) + "), but named " + String.join(", ", ceilings.keySet()) + ".");
    }

    /** Constants with these ceilings. */
    PlanningConstants ceilingsOn(PlanningConstants constants) {
        List<Channel> channels = constants.channels().stream()
                .map(channel -> channel.withVisitCeiling(ceilings.get(channel.name())))
                .toList();
        return constants.withChannels(channels);
    }

    /** Constants with this team in place of the managers whom they pay. */
    PlanningConstants teamOn(PlanningConstants constants) {
        return constants.withPeopleCost(paid(constants.peopleCost()));
    }

    private PeopleCost paid(PeopleCost people) {
        if (team == null) {
            return people;
        }
        if (!(people instanceof Teams teams)) {
            return isOfManagers(people) ? team : people;
        }
        List<PeopleCost> paid = new ArrayList<>();
        for (PeopleCost each : teams.teams()) {
            if (!isOfManagers(each)) {
                paid.add(each);
            } else if (!paid.contains(team)) {
                paid.add(team);
            }
        }
        return new Teams(paid);
    }

    private static boolean isOfManagers(PeopleCost people) {
        return people instanceof SalesTeam || people instanceof HiringPlan;
    }

    Map<String, Long> ceilings() {
        return ceilings;
    }

    @Nullable
    SalesTeam managers() {
        return resources.managers();
    }

    @Nullable
    BigDecimal budget(int month) {
        return budgets.get(month);
    }

    /** Managers at full productivity in a month; nothing where managers are no limit. */
    @Nullable
    Ratio capacity(int month) {
        return team == null ? null : team.months().get(month).capacity();
    }

    BigDecimal salaries() {
        return team == null ? BigDecimal.ZERO : team.totalCost();
    }

    /** Every resource that is limited. */
    List<Resource> limited() {
        List<Resource> limited = new ArrayList<>();
        if (resources.budget() != null) {
            limited.add(new Resource.Budget(null));
        }
        resources.budgetByMonth().keySet().forEach(month -> limited.add(new Resource.Budget(month)));
        if (resources.managers() != null) {
            limited.add(new Resource.Managers());
        }
        ceilings.keySet().forEach(channel -> limited.add(new Resource.Visits(channel)));
        return limited;
    }

    /** How much there is of a resource over all months. */
    NormValue available(Resource resource) {
        if (resource instanceof Resource.Budget budget) {
            return Quantities.money(Required.present(
                    budget.month() == null
                            ? resources.budget()
                            : resources.budgetByMonth().get(budget.month()),
                    "Resources.budget"));
        }
        if (resource instanceof Resource.Visits visits) {
            return Quantities.count(Math.multiplyExact(ceiling(visits.channel()), (long) horizon.months()));
        }
        return Quantities.sum(Required.present(team, "Resources.managers").months().stream()
                .map(StaffMonth::capacity)
                .toList());
    }

    private long ceiling(String channel) {
        return Required.present(ceilings.get(channel), "Resources.visitCeilings[" + channel + "]");
    }

    /** These limits with a step more of one resource. */
    Limits plus(ShadowPrice.Step step) {
        if (step.resource() instanceof Resource.Visits visits) {
            Map<String, Long> raised = new LinkedHashMap<>(ceilings);
            raised.put(visits.channel(), Math.addExact(ceiling(visits.channel()), count(step)));
            return new Limits(resources, horizon, raised);
        }
        if (step.resource() instanceof Resource.Budget budget) {
            return new Limits(withMore(budget, (NormValue.Amount) step.amount()), horizon, ceilings);
        }
        SalesTeam managers = Required.present(resources.managers(), "Resources.managers");
        SalesTeam more = new SalesTeam(
                managers.effort(),
                managers.workingTime(),
                Math.addExact(managers.openingStaff(), count(step)),
                managers.terms());
        return new Limits(resources.withManagers(more), horizon, ceilings);
    }

    private static long count(ShadowPrice.Step step) {
        return ((NormValue.Count) step.amount()).count();
    }

    private Resources withMore(Resource.Budget budget, NormValue.Amount step) {
        BigDecimal more = ((NormValue.Amount) available(budget)).amount().add(step.amount());
        if (budget.month() == null) {
            return resources.withBudget(more);
        }
        Map<YearMonth, BigDecimal> byMonth = new LinkedHashMap<>(resources.budgetByMonth());
        byMonth.put(budget.month(), more);
        return resources.withBudgetByMonth(byMonth);
    }

    /** Whether budgets and managers suffice for a plan; ceilings are part of it. */
    boolean admit(Footprint plan) {
        return shortages(plan).isEmpty();
    }

    /** Where budgets and managers do not suffice for a plan. */
    List<Shortage> shortages(Footprint plan) {
        List<Shortage> shortages = new ArrayList<>();
        note(shortages, new Resource.Budget(null), null, plan.totalSpend(), resources.budget());
        for (int month = 0; month < horizon.months(); month++) {
            YearMonth name = horizon.month(month);
            note(shortages, new Resource.Budget(name), name, plan.spend().get(month), budgets.get(month));
            Ratio capacity = capacity(month);
            if (capacity != null && capacity.compareTo(plan.managers().get(month)) < 0) {
                shortages.add(new Shortage(
                        new Resource.Managers(),
                        name,
                        Quantities.exact(plan.managers().get(month)),
                        Quantities.exact(capacity)));
            }
        }
        return shortages;
    }

    private static void note(
            List<Shortage> shortages,
            Resource resource,
            @Nullable YearMonth month,
            BigDecimal needed,
            @Nullable BigDecimal available) {
        if (available != null && needed.compareTo(available) > 0) {
            shortages.add(new Shortage(resource, month, Quantities.money(needed), Quantities.money(available)));
        }
    }
}
