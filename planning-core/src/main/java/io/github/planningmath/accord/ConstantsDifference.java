package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.plan.PlanComparison;
import io.github.planningmath.plan.PlanningConstants;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constant that two plans do not have in common. As long as there is one, each department can meet its own norms while the
 * plan of the other fails.
 *
 * @param constant which one, as the way to it through the constants, such as {@code channels[site].siteConversion}
 * @param marketing what marketing plans with; null where its constants have none
 * @param sales what sales plans with; null where its constants have none
 * @param owner who answers for the constant, by the ownership that marketing plans with; both where nobody alone does
 */
public record ConstantsDifference(
        String constant,
        @Nullable String marketing,
        @Nullable String sales,
        Department owner) {

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
                .map(each -> new ConstantsDifference(each.constant(), each.before(), each.after(), each.owner()))
                .toList();
    }

    @Override
    public String toString() {
        return constant + ": " + text(marketing) + " in marketing's plan, " + text(sales) + " in sales' plan";
    }

    private static String text(@Nullable String value) {
        return value == null ? "none" : value;
    }
}
