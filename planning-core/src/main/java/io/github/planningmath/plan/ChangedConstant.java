package io.github.planningmath.plan;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import org.jspecify.annotations.Nullable;

/**
 * A constant in which two plans differ.
 *
 * @param constant which one, as the way to it through the constants, such as {@code channels[site].siteConversion}
 * @param before what it is in the first plan, with what it rests on; absent where its constants have none
 * @param after what it is in the second; absent where its constants have none
 * @param owner who answers for the constant, by the ownership of the first; both where nobody alone does
 */
public record ChangedConstant(
        String constant, @Nullable String before, @Nullable String after, Department owner) {

    public ChangedConstant {
        Required.name(constant, "ChangedConstant.constant");
        Required.present(owner, "ChangedConstant.owner");
    }

    @Override
    public String toString() {
        return constant + " " + (before == null ? "none" : before) + " -> " + (after == null ? "none" : after);
    }
}
