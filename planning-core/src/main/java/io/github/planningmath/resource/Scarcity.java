package io.github.planningmath.resource;

import io.github.planningmath.plan.DealVolumes;
import io.github.planningmath.plan.NormValue;
import io.github.planningmath.plan.Obstacle;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which resources keep the best plan that fits from a better one, and what more of them is worth. */
final class Scarcity {

    /** So many numbers of deals are looked at for one that comes to more than the best that fits. */
    private static final int FURTHER = 64;

    private final Means means;
    private final Limits limits;
    private final ResourceSteps steps;
    private final @Nullable Plan needed;
    private final Plan best;
    private final boolean limited;
    private final BigDecimal most;
    private final Set<String> filled;

    /** The months in which the next better plan wants more of a resource than there is. */
    private final Map<Resource, Set<YearMonth>> broken = new HashMap<>();

    /**
     * Of a best plan.
     *
     * @param limited whether it is the most, and not what the goal asks for because there is no most
     */
    Scarcity(Means means, ResourceSteps steps, @Nullable Plan needed, Plan best, boolean limited) {
        this.means = means;
        this.steps = steps;
        this.needed = needed;
        this.best = best;
        this.limited = limited;
        limits = means.limits();
        most = best.projection().reached(best.goal().measure());
        filled = means.volumes().filledChannels();
        if (limited) {
            lookFurther();
        }
    }

    List<ResourceUse> uses() {
        return limits.limited().stream().map(this::use).toList();
    }

    /** What a step of all of them is worth; nothing for fewer than two. */
    @Nullable
    ShadowPrice together(List<ResourceUse> uses) {
        List<Resource> binding = uses.stream()
                .filter(ResourceUse::binds)
                .map(ResourceUse::resource)
                .toList();
        return binding.size() < 2 ? null : price(binding);
    }

    private void lookFurther() {
        Long deals = best.requiredDeals();
        DealVolumes<Footprint> volumes = means.volumes();
        for (long more = 1; deals != null && broken.isEmpty() && more <= FURTHER; more++) {
            if (volumes.obstacle(deals + more) instanceof Obstacle.CeilingsBind full) {
                full.ceilings().forEach(ceiling -> note(new Resource.Visits(ceiling.channel()), ceiling.month()));
            }
            BigDecimal amount = volumes.amount(deals + more);
            Footprint footprint = volumes.footprint(deals + more);
            if (amount == null || footprint == null) {
                return;
            }
            if (amount.compareTo(most) > 0) {
                limits.shortages(footprint).forEach(shortage -> note(shortage.resource(), shortage.month()));
            }
        }
    }

    private void note(Resource resource, @Nullable YearMonth month) {
        Set<YearMonth> months = broken.computeIfAbsent(resource, key -> new TreeSet<>());
        if (month != null) {
            months.add(month);
        }
    }

    private ResourceUse use(Resource resource) {
        ShadowPrice price = price(List.of(resource));
        Set<YearMonth> full = new TreeSet<>(broken.getOrDefault(resource, Set.of()));
        if (resource instanceof Resource.Visits visits) {
            best.fullChannels().stream()
                    .filter(ceiling -> ceiling.channel().equals(visits.channel()))
                    .forEach(ceiling -> full.add(ceiling.month()));
        }
        return new ResourceUse(
                resource,
                limits.available(resource),
                needed == null ? null : taken(resource, needed),
                taken(resource, best),
                List.copyOf(full),
                broken.containsKey(resource) || price.brings().signum() > 0,
                price);
    }

    private NormValue taken(Resource resource, Plan plan) {
        if (resource instanceof Resource.Budget budget) {
            return Quantities.money(
                    budget.month() == null
                            ? plan.projection().trafficCost()
                            : plan.projection().trafficCost(budget.month()));
        }
        return resource instanceof Resource.Visits visits
                ? Quantities.count(plan.traffic(Scope.all().channel(visits.channel())))
                : Quantities.sum(Footprint.managers(plan.workload(), limits.managers()));
    }

    private ShadowPrice price(List<Resource> of) {
        List<ShadowPrice.Step> taken = of.stream().map(this::step).toList();
        Limits relaxed = limits;
        for (ShadowPrice.Step step : taken) {
            relaxed = relaxed.plus(step);
        }
        return new ShadowPrice(taken, brings(of, relaxed), relaxed.salaries().subtract(limits.salaries()));
    }

    private BigDecimal brings(List<Resource> of, Limits relaxed) {
        if (!limited || of.stream().allMatch(this::isNeverFull)) {
            return BigDecimal.ZERO;
        }
        BigDecimal more = means.most(relaxed, best);
        return more == null ? BigDecimal.ZERO : more.subtract(most);
    }

    /** No plan that was looked at wanted more of the channel: none of them would be another with a higher ceiling. */
    private boolean isNeverFull(Resource resource) {
        return resource instanceof Resource.Visits visits && !filled.contains(visits.channel());
    }

    private ShadowPrice.Step step(Resource resource) {
        NormValue amount = resource instanceof Resource.Budget
                ? Quantities.money(steps.budget())
                : Quantities.count(resource instanceof Resource.Managers ? steps.managers() : steps.visits());
        return new ShadowPrice.Step(resource, amount);
    }
}
