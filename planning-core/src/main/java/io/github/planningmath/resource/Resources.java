package io.github.planningmath.resource;

import io.github.planningmath.internal.Amounts;
import io.github.planningmath.internal.Required;
import io.github.planningmath.staffing.Hire;
import io.github.planningmath.staffing.SalesTeam;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What there is: money for traffic, people, and what channels can bring. What is left out is unlimited.
 *
 * @param budget for the traffic of the whole plan, at least 0; null if there is no such limit
 * @param budgetByMonth for the traffic of single months, each at least 0; a month left out has no limit of its own
 * @param managers the team that there is; null if people are no limit
 * @param hires who is agreed to join it, each on the first day of a month of the plan; none without managers
 * @param visitCeilings the most visits of a channel in a month, by name; where the channel has a ceiling of its own, the
 *     tighter of the two holds
 */
@Value.Builder
public record Resources(
        @Nullable BigDecimal budget,
        Map<YearMonth, BigDecimal> budgetByMonth,
        @Nullable SalesTeam managers,
        List<Hire> hires,
        Map<String, Long> visitCeilings)
        implements WithResources {

    public Resources {
        budget = budget == null ? null : Amounts.notNegative(budget, "Resources.budget");
        Map<YearMonth, BigDecimal> byMonth = new TreeMap<>();
        Required.present(budgetByMonth, "Resources.budgetByMonth").forEach((month, amount) -> {
            Required.present(month, "Resources.budgetByMonth month");
            byMonth.put(month, Amounts.notNegative(amount, "Resources.budgetByMonth[" + month + "]"));
        });
        budgetByMonth = Collections.unmodifiableMap(byMonth);
        hires = Required.list(hires, "Resources.hires");
        if (managers == null && !hires.isEmpty()) {
            throw new IllegalArgumentException(
                    "Resources.hires must be empty where no managers are given, but were " + hires + ".");
        }
        visitCeilings = Required.byName(visitCeilings, "Resources.visitCeilings");
        visitCeilings.forEach((channel, visits) -> Required.count(visits, "Resources.visitCeilings[" + channel + "]"));
    }

    /**
     * Nothing is limited.
     *
     * @return the resources; withers add limits
     */
    public static Resources unlimited() {
        return new Resources(null, Map.of(), null, List.of(), Map.of());
    }

    /**
     * Money for the traffic of the whole plan.
     *
     * @param budget a plain number, at least 0
     * @return these resources with that budget
     */
    public Resources withBudget(String budget) {
        return withBudget(Amounts.parse(budget, "Resources.budget"));
    }

    /** Whether there is no limit at all. */
    boolean areUnlimited() {
        return budget == null && budgetByMonth.isEmpty() && managers == null && visitCeilings.isEmpty();
    }
}
