package io.github.planningmath.examples.resources;

import io.github.planningmath.allocation.Allocation;
import io.github.planningmath.allocation.AllocationResult;
import io.github.planningmath.allocation.BudgetAllocation;
import io.github.planningmath.allocation.ChannelGroup;
import io.github.planningmath.allocation.NoAllocation;
import io.github.planningmath.allocation.ResponseCurve;
import io.github.planningmath.allocation.SpendLimits;
import io.github.planningmath.plan.Plan;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.plan.Scope;
import io.github.planningmath.quantity.Mix;
import io.github.planningmath.traffic.Channel;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A budget split over the months of channels at once, so that a further unit of money brings the same in every month that
 * no limit holds.
 *
 * @param channels those that there are curves of
 * @param months of the plan
 * @param curves what a month of a channel brings; none of a month without a season
 * @param best the best split of the budget
 * @param enough the least budget that brings what the plan's own spends bring; absent where there is none within the limits
 * @param worthwhile the budget at which the last unit of money brings the least return asked for, or why there is none
 */
record BudgetSplit(
        List<String> channels,
        List<YearMonth> months,
        Map<String, ResponseCurve> curves,
        Plan plan,
        Allocation best,
        @Nullable Allocation enough,
        AllocationResult worthwhile) {

    static BudgetSplit of(ResourceDocument.Money money, Plan plan) {
        PlanningConstants constants = plan.constants();
        requireKnown(money, constants);
        List<String> channels = constants.channels().stream()
                .map(Channel::name)
                .filter(money.curves()::containsKey)
                .toList();
        List<YearMonth> months = constants.horizon().all();
        Map<String, ResponseCurve> curves = curves(money, constants, channels, months);
        BudgetAllocation allocation = allocation(money, curves, months);
        double brought = broughtByPlan(plan, curves, channels, months);
        return new BudgetSplit(
                channels,
                months,
                curves,
                plan,
                allocation.best(money.budget(), curves).fold(found -> found, BudgetSplit::refuse),
                allocation.leastBudget(brought, curves).fold(found -> found, none -> null),
                allocation.atMarginalReturn(money.leastReturn(), curves));
    }

    private static Allocation refuse(NoAllocation none) {
        throw new NoPlanException("The budget cannot be split: " + none.conflict());
    }

    /** What a channel spends in a month. */
    BigDecimal spend(String channel, YearMonth month) {
        return curves.containsKey(cell(channel, month)) ? best.spend(cell(channel, month)) : BigDecimal.ZERO;
    }

    BigDecimal spend(String channel) {
        return months.stream().map(month -> spend(channel, month)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal planned(String channel) {
        return plan.trafficCost(Scope.all().channel(channel));
    }

    /** What the split brings over a channel. */
    double brings(String channel) {
        return brought(channel, month -> spend(channel, month));
    }

    /** What the plan's own spends bring over a channel. */
    double broughtByPlan(String channel) {
        return brought(channel, month -> plan.trafficCost(Scope.month(month).channel(channel)));
    }

    private double brought(String channel, java.util.function.Function<YearMonth, BigDecimal> spend) {
        double sum = 0;
        for (YearMonth month : months) {
            ResponseCurve curve = curves.get(cell(channel, month));
            sum += curve == null ? 0 : curve.value(spend.apply(month).doubleValue());
        }
        return sum;
    }

    ResponseCurve curve(String channel, YearMonth month) {
        return Objects.requireNonNull(curves.get(cell(channel, month)));
    }

    private static double broughtByPlan(
            Plan plan, Map<String, ResponseCurve> curves, List<String> channels, List<YearMonth> months) {
        double sum = 0;
        for (String channel : channels) {
            for (YearMonth month : months) {
                ResponseCurve curve = curves.get(cell(channel, month));
                BigDecimal spend = plan.trafficCost(Scope.month(month).channel(channel));
                sum += curve == null ? 0 : curve.value(spend.doubleValue());
            }
        }
        return sum;
    }

    private static void requireKnown(ResourceDocument.Money money, PlanningConstants constants) {
        money.curves().keySet().forEach(constants::channel);
        List<String> limited = new ArrayList<>(money.limits().keySet());
        money.groups().forEach(group -> limited.addAll(group.channels()));
        for (String channel : limited) {
            if (!money.curves().containsKey(channel)) {
                throw new IllegalArgumentException("money.curves must hold every channel that has limits ("
                        + String.join(", ", money.curves().keySet()) + "), but " + channel + " was missing");
            }
        }
        if (!money.groups().isEmpty() && !money.budgetByMonth().isEmpty()) {
            throw new IllegalArgumentException(
                    "money.groups must be empty where money.budgetByMonth is given: a month of a channel has one group");
        }
    }

    private static String cell(String channel, YearMonth month) {
        return channel + " in " + month;
    }

    /** A month of twice the demand takes twice the money to be as full, and brings twice as much then. */
    private static Map<String, ResponseCurve> curves(
            ResourceDocument.Money money, PlanningConstants constants, List<String> channels, List<YearMonth> months) {
        Mix<YearMonth> season = constants.season().shares(constants.horizon());
        Map<String, ResponseCurve> curves = new LinkedHashMap<>();
        for (String channel : channels) {
            for (YearMonth month : months) {
                double demand = season.share(month).toDouble() * months.size();
                if (demand > 0) {
                    curves.put(
                            cell(channel, month),
                            Objects.requireNonNull(money.curves().get(channel)).scaled(demand, demand));
                }
            }
        }
        return curves;
    }

    private static BudgetAllocation allocation(
            ResourceDocument.Money money, Map<String, ResponseCurve> curves, List<YearMonth> months) {
        Map<String, SpendLimits> limits = new LinkedHashMap<>();
        List<ChannelGroup> groups = new ArrayList<>();
        for (YearMonth month : months) {
            money.limits().forEach((channel, ofMonth) -> {
                if (curves.containsKey(cell(channel, month))) {
                    limits.put(cell(channel, month), ofMonth);
                }
            });
            for (ChannelGroup group : money.groups()) {
                add(groups, cell(group.name(), month), group.channels(), month, curves, group.limits());
            }
            BigDecimal budget = money.budgetByMonth().get(month);
            if (budget != null) {
                List<String> all = List.copyOf(money.curves().keySet());
                add(groups, cell("all channels", month), all, month, curves, new SpendLimits(BigDecimal.ZERO, budget));
            }
        }
        return BudgetAllocation.withDefaults()
                .withStep(money.step())
                .withLimits(limits)
                .withGroups(groups);
    }

    private static void add(
            List<ChannelGroup> groups,
            String name,
            List<String> channels,
            YearMonth month,
            Map<String, ResponseCurve> curves,
            SpendLimits limits) {
        List<String> cells = channels.stream()
                .map(channel -> cell(channel, month))
                .filter(curves::containsKey)
                .toList();
        if (!cells.isEmpty()) {
            groups.add(new ChannelGroup(name, cells, limits));
        }
    }
}
