package io.github.planningmath.resource;

import io.github.planningmath.internal.Required;
import io.github.planningmath.plan.Change;
import io.github.planningmath.plan.Driver;
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
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Resources on the constants of a plan: of two ceilings the tighter, and the team as it stands. */
final class Limits {

    private final Resources resources;
    private final Horizon horizon;
    private final Map<String, NavigableMap<YearMonth, Long>> ceilings;
    private final @Nullable HiringPlan team;
    private final List<@Nullable BigDecimal> budgets;

    private Limits(Resources resources, Horizon horizon, Map<String, NavigableMap<YearMonth, Long>> ceilings) {
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
        Map<String, NavigableMap<YearMonth, Long>> known = new LinkedHashMap<>();
        for (Channel channel : constants.channels()) {
            NavigableMap<YearMonth, Long> ofChannel =
                    lower(ceilings.remove(channel.name()), Driver.visitCeiling(channel.name()), constants);
            if (!ofChannel.isEmpty()) {
                known.put(channel.name(), ofChannel);
            }
        }
        if (ceilings.isEmpty()) {
            return new Limits(resources, horizon, known);
        }
        List<String> names = constants.channels().stream().map(Channel::name).toList();
        throw new IllegalArgumentException("Resources.visitCeilings must name known channels ("
                + String.join(", ", names) + "), but named " + String.join(", ", ceilings.keySet()) + ".");
    }

    /** The lower of a given ceiling and that of the constants, by the month from which on it holds. */
    private static NavigableMap<YearMonth, Long> lower(
            @Nullable Long given, Driver<Long> own, PlanningConstants constants) {
        NavigableMap<YearMonth, Long> lower = new TreeMap<>();
        Set<YearMonth> months = new TreeSet<>(Set.of(constants.horizon().first()));
        constants.inForce().stream()
                .filter(change -> change.constant().equals(own))
                .forEach(change -> months.add(change.from()));
        for (YearMonth month : months) {
            Long ofMonth = constants.in(month).value(own);
            if (given != null || ofMonth != null) {
                lower.put(month, given == null || (ofMonth != null && ofMonth < given) ? ofMonth : given);
            }
        }
        return lower;
    }

    private static List<Change> withoutCeilings(List<Change> changes) {
        return changes.stream()
                .filter(change -> change.driver() != Driver.Kind.VISIT_CEILING)
                .toList();
    }

    /** Constants with these ceilings. */
    PlanningConstants ceilingsOn(PlanningConstants constants) {
        YearMonth first = horizon.first();
        List<Channel> channels = constants.channels().stream()
                .map(channel -> channel.withVisitCeiling(ceiling(channel.name(), first)))
                .toList();
        PlanningConstants limited = constants
                .withInitiatives(constants.initiatives().stream()
                        .map(initiative -> initiative.withEffects(withoutCeilings(initiative.effects())))
                        .toList())
                .withChanges(withoutCeilings(constants.changes()))
                .withChannels(channels);
        for (Map.Entry<String, NavigableMap<YearMonth, Long>> ofChannel : ceilings.entrySet()) {
            for (Map.Entry<YearMonth, Long> later :
                    ofChannel.getValue().tailMap(first, false).entrySet()) {
                limited = limited.from(later.getKey(), Driver.visitCeiling(ofChannel.getKey()), later.getValue());
            }
        }
        return limited;
    }

    /** The ceiling of a channel in a month; absent where there is none. */
    private @Nullable Long ceiling(String channel, YearMonth month) {
        NavigableMap<YearMonth, Long> ofChannel = ceilings.get(channel);
        Map.Entry<YearMonth, Long> ofMonth = ofChannel == null ? null : ofChannel.floorEntry(month);
        return ofMonth == null ? null : ofMonth.getValue();
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

    Map<String, NavigableMap<YearMonth, Long>> ceilings() {
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
            long all = 0;
            for (YearMonth month : horizon.all()) {
                Long ofMonth = ceiling(visits.channel(), month);
                all = Math.addExact(all, ofMonth == null ? 0 : ofMonth);
            }
            return Quantities.count(all);
        }
        return Quantities.sum(Required.present(team, "Resources.managers").months().stream()
                .map(StaffMonth::capacity)
                .toList());
    }

    private NavigableMap<YearMonth, Long> ceilings(String channel) {
        return Required.present(ceilings.get(channel), "Resources.visitCeilings[" + channel + "]");
    }

    /** These limits with a step more of one resource. */
    Limits plus(ShadowPrice.Step step) {
        if (step.resource() instanceof Resource.Visits visits) {
            NavigableMap<YearMonth, Long> higher = new TreeMap<>();
            ceilings(visits.channel())
                    .forEach((month, ceiling) -> higher.put(month, Math.addExact(ceiling, count(step))));
            Map<String, NavigableMap<YearMonth, Long>> raised = new LinkedHashMap<>(ceilings);
            raised.put(visits.channel(), higher);
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
