package io.github.planningmath.accord;

import io.github.planningmath.internal.Required;
import io.github.planningmath.kpi.Department;
import io.github.planningmath.kpi.Kpi;
import java.util.List;

/**
 * One department meets every norm of its own that is known, while the other misses some of its own, or while a norm that both
 * carry fails: the success of one side that is not the success of the plan.
 *
 * @param department who meets its norms
 * @param met the norms that it meets, at least one
 * @param missedByOther the norms that the other department misses
 * @param missedTogether the norms of both that fail
 */
public record Imbalance(Department department, List<Kpi> met, List<Kpi> missedByOther, List<Kpi> missedTogether) {

    public Imbalance {
        Parties.requireOne(department, "Imbalance.department");
        met = Required.list(met, "Imbalance.met");
        missedByOther = Required.list(missedByOther, "Imbalance.missedByOther");
        missedTogether = Required.list(missedTogether, "Imbalance.missedTogether");
        if (met.isEmpty() || (missedByOther.isEmpty() && missedTogether.isEmpty())) {
            throw new IllegalArgumentException(
                    "Imbalance must have norms met on the one side and missed on the other, but was met " + met
                            + ", missed by the other " + missedByOther + ", missed together " + missedTogether + ".");
        }
    }
}
