package io.github.planningmath.accord;

import io.github.planningmath.evidence.Estimates;
import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.Driver;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.PlanningConstants;
import io.github.planningmath.quantity.Rate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A constant that two plans do not have in common. As long as there is one, each department can meet its own norms while the
 * plan of the other fails.
 *
 * @param constant which one, as the way to it through the constants, such as {@code channels[site].siteConversion}
 * @param marketing what marketing plans with; null where its constants have none
 * @param sales what sales plans with; null where its constants have none
 * @param owner who answers for the constant, by the ownership that marketing plans with; both where nobody alone does
 * @param arbitration which of both the facts support, marketing's first; null where nobody asked, or no facts are known
 */
public record ConstantsDifference(
        String constant,
        @Nullable String marketing,
        @Nullable String sales,
        Department owner,
        @Nullable Arbitration arbitration) {

    public ConstantsDifference {
        Required.name(constant, "ConstantsDifference.constant");
        Required.present(owner, "ConstantsDifference.owner");
    }

    /**
     * The constants that differ.
     *
     * @param marketing what marketing plans with
     * @param sales what sales plans with
     * @return one entry a constant, in the order of {@link PlanningConstants}; empty where both are the same
     */
    public static List<ConstantsDifference> between(PlanningConstants marketing, PlanningConstants sales) {
        Required.present(marketing, "ConstantsDifference.marketing");
        Required.present(sales, "ConstantsDifference.sales");
        return PlanComparison.constants(marketing, sales).stream()
                .map(each -> new ConstantsDifference(each.constant(), each.before(), each.after(), each.owner(), null))
                .toList();
    }

    /**
     * The constants that differ, and of manager conversions which of both the facts support.
     *
     * @param marketing what marketing plans with
     * @param sales what sales plans with
     * @param facts what the log knows of conversions
     * @return one entry a constant, in the order of {@link PlanningConstants}; empty where both are the same
     */
    public static List<ConstantsDifference> between(
            PlanningConstants marketing, PlanningConstants sales, Estimates facts) {
        List<ConstantsDifference> differences = between(marketing, sales);
        Map<String, Arbitration> arbitrations = new HashMap<>();
        Required.present(facts, "ConstantsDifference.facts").evidence().forEach((driver, evidence) -> {
            Rate first = value(marketing, driver);
            Rate second = value(sales, driver);
            if (first != null && second != null && !first.equals(second)) {
                // by which way a difference in this one alone is named
                PlanComparison.constants(marketing, marketing.with(driver, second))
                        .forEach(each ->
                                arbitrations.putIfAbsent(each.constant(), new Arbitration(first, second, evidence)));
            }
        });
        return differences.stream()
                .map(each -> arbitrations.containsKey(each.constant)
                        ? new ConstantsDifference(
                                each.constant, each.marketing, each.sales, each.owner, arbitrations.get(each.constant))
                        : each)
                .toList();
    }

    private static @Nullable Rate value(PlanningConstants constants, Driver<Rate> driver) {
        return Driver.all(constants).contains(driver) ? constants.value(driver) : null;
    }

    @Override
    public String toString() {
        return constant + ": " + text(marketing) + " in marketing's plan, " + text(sales) + " in sales' plan"
                + (arbitration == null ? "" : " (" + arbitration + ")");
    }

    private static String text(@Nullable String value) {
        return value == null ? "none" : value;
    }
}
